import { readDate } from "../platform/calendar.ts";
import type { JsonObject } from "../text/json.ts";

/**
 * Writes a query. What is undefined is left out; everything else is sent, also
 * `false`, 0 and the empty text. A list repeats its name. A Date becomes
 * milliseconds since 1970, as the API's filters are.
 *
 * @param members The members, by the API's names.
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
    const values = (Array.isArray(value) ? value : [value])
      .map((item) => encodePart(name, item));
    // Without a value, the API would see no filter and give everything.
    if (values.length === 0) refuse(name, "received an empty list");
    const key = encodePart(name, name);
    if (joined.includes(name)) parts.push(`${key}=${values.join(",")}`);
    else for (const item of values) parts.push(`${key}=${item}`);
  }
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

function encodePart(name: string, value: unknown): string {
  const plain = readDate(value) ?? value;
  if (typeof plain === "number" && !Number.isFinite(plain)) {
    refuse(name, "received a number that is not finite, or an invalid Date");
  }
  if (
    typeof plain !== "string" && typeof plain !== "number" &&
    typeof plain !== "boolean"
  ) {
    refuse(
      name,
      `expected a string, number, boolean, Date, or a list of these, received ${
        value === null ? "null" : typeof value
      }`,
    );
  }
  try {
    return encodeURIComponent(String(plain));
  } catch {
    return refuse(name, "received a lone surrogate");
  }
}

function refuse(name: string, why: string): never {
  throw new TypeError(`Cannot send "${name}" in the query: ${why}.`);
}
