import { readDate } from "../platform/calendar.ts";
import { toSnakeCase } from "../text/case.ts";
import type { JsonObject } from "../text/json.ts";
import { isPlain, refuse } from "./refuse.ts";

/**
 * Writes a query. What is undefined is left out; everything else is sent, also
 * `false`, 0 and the empty text. A list repeats its name. A Date becomes
 * milliseconds since 1970, as the API's filters are.
 *
 * @param members The members, in camelCase or by the API's names.
 * @param joined The lists that are written as one text with commas.
 * @returns The query with its question mark; empty when there is nothing.
 * @throws {TypeError} When a value cannot be put into a query.
 */
export function encodeQuery(
  members: JsonObject,
  joined: readonly string[] = [],
): string {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(members)) {
    if (value === undefined) continue;
    const values = [value].flat().map((item) => encodePart(name, item));
    // Without a value, the API would see no filter and give everything.
    if (!values.length) refuse(name, "a list of one item or more", value);
    const apiName = toSnakeCase(name);
    const key = encodePart(name, apiName) + "=";
    parts.push(
      joined.includes(apiName)
        ? key + values.join()
        : values.map((item) => key + item).join("&"),
    );
  }
  return parts.length ? "?" + parts.join("&") : "";
}

function encodePart(name: string, value: unknown): string {
  const plain = requireFinite(name, value);
  if (isPlain(plain)) return encodeURIComponent(plain);
  refuse(name, "a string, number, boolean, Date, or a list of these", value);
}

/** Takes a Date for its time. */
export function requireFinite(name: string, value: unknown): unknown {
  const plain = readDate(value) ?? value;
  if (typeof plain === "number" && !Number.isFinite(plain)) {
    refuse(name, "a finite number or a valid Date", value);
  }
  return plain;
}
