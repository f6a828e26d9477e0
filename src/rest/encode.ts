import { readDate } from "../platform/calendar.ts";
import { toSnakeCase } from "../text/case.ts";
import { isObject, type JsonObject } from "../text/json.ts";
import { encodeSegment } from "../text/path.ts";
import { encodeForm } from "./form.ts";
import { freeForm } from "./free_form.ts";
import type { Operation } from "./operation.ts";
import { encodeQuery } from "./query.ts";

/** The arguments of a method, told apart. */
export interface Arguments {
  /** What stands in front, for the first slots. */
  readonly ids: readonly unknown[];
  /** The parameter object or list, where the operation takes one. */
  readonly params: unknown;
  /** The options of the request. */
  readonly options: unknown;
}

/** What is sent, but for the key. */
export interface EncodedCall {
  /** The path below the version, its slots filled. */
  readonly path: string;
  /** The query with its question mark, or nothing. */
  readonly query: string;
  /** The body, when there is one. */
  readonly body: string | FormData | undefined;
  /** The headers that come from parameters. */
  readonly headers: { readonly [name: string]: string };
  /** The machine's secret key, when it came as a parameter. */
  readonly machineKey: unknown;
}

/** Tells the arguments of a method apart. */
export function readArguments(
  operation: Operation,
  args: readonly unknown[],
): Arguments {
  const { slots, takes } = operation;
  let i = 0;
  // An id of a wrong type counts as an id, so that it is refused as one.
  while (i < slots.length && !(typeof args[i] === "object" && args[i])) i++;
  const ids = args.slice(0, i);
  const params = takes || i < slots.length ? args[i++] : undefined;
  return { ids, params, options: args[i] };
}

/**
 * Turns arguments into what is sent.
 *
 * @throws {TypeError} When an argument cannot be sent; the message says which.
 */
export function encodeCall(operation: Operation, args: Arguments): EncodedCall {
  const { params } = args;
  if (params !== undefined && (typeof params !== "object" || params === null)) {
    throw new TypeError(
      `Cannot use the parameters: expected an object, received ${
        params === null ? "null" : typeof params
      }.`,
    );
  }
  const members = new Map(Object.entries(isObject(params) ? params : {}));
  const path = fillSlots(operation, args.ids, members);
  const headers = takeHeaders(operation, members);
  const machineKey = operation.auth === "machine"
    ? take(members, "machineSecretKey")
    : undefined;
  const queried = takeQuery(operation, members);
  return {
    path,
    query: encodeQuery(queried, operation.joined),
    body: encodeBody(operation, params, Object.fromEntries(members)),
    headers,
    machineKey,
  };
}

/** The name of a parameter under which it was given: camelCase or snake_case. */
function take(members: Map<string, unknown>, name: string): unknown {
  const key = members.has(name) ? name : toSnakeCase(name);
  const value = members.get(key);
  members.delete(key);
  return value;
}

function fillSlots(
  operation: Operation,
  ids: readonly unknown[],
  members: Map<string, unknown>,
): string {
  let slot = 0;
  return operation.path.replace(/\{[^}]+\}/g, () => {
    const name = operation.slots[slot] ?? "";
    const id = slot < ids.length ? ids[slot] : take(members, name);
    slot++;
    const segment = encodeSegment(id);
    if (segment !== undefined) return segment;
    throw new TypeError(
      `Cannot use "${name}" in a path: expected an id, received ${
        typeof id !== "string"
          ? id === null ? "null" : typeof id
          : id === ""
          ? "an empty string"
          : "a string with dot segments, control characters or lone surrogates"
      }.`,
    );
  });
}

function takeHeaders(
  operation: Operation,
  members: Map<string, unknown>,
): { readonly [name: string]: string } {
  const headers: { [name: string]: string } = {};
  for (const [param, name] of Object.entries(operation.headers ?? {})) {
    const value = take(members, param);
    if (value === undefined) continue;
    if (typeof value !== "string" || !/^[\x21-\x7e]+$/.test(value)) {
      throw new TypeError(
        `Cannot send "${param}" as a header: expected a string of visible ASCII characters.`,
      );
    }
    headers[name] = value;
  }
  return headers;
}

/** Takes the members that go to the query, named as the API names them. */
function takeQuery(
  { query, send = {} }: Operation,
  members: Map<string, unknown>,
): JsonObject {
  const queried: { [name: string]: unknown } = { ...send };
  for (const [param, value] of query ? [...members] : []) {
    const name = toSnakeCase(param);
    if (query !== true && !query?.includes(name)) continue;
    members.delete(param);
    queried[name] = value;
  }
  return queried;
}

function encodeBody(
  operation: Operation,
  params: unknown,
  rest: JsonObject,
): string | FormData | undefined {
  if (!operation.body || params === undefined) return undefined;
  if (operation.body === "form") return encodeForm(rest);
  const wanted = operation.body === "array";
  if (wanted !== Array.isArray(params)) {
    throw new TypeError(
      `Cannot use the parameters: expected ${wanted ? "a list" : "an object"}.`,
    );
  }
  const value = toSnakeJson(wanted ? params : rest, freeForm(operation), []);
  try {
    return JSON.stringify(value);
  } catch (cause) {
    throw new TypeError("Cannot write the parameters as JSON.", { cause });
  }
}

/** Renames the members of what is to be JSON, but for free-form ones. */
export function toSnakeJson(
  value: unknown,
  free: readonly string[],
  within: readonly unknown[],
): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new TypeError(`Cannot send ${value}: JSON has finite numbers only.`);
  }
  if (Number.isNaN(readDate(value))) {
    throw new TypeError("Cannot send an invalid Date.");
  }
  if (typeof value !== "object" || value === null) return value;
  if ("toJSON" in value && typeof value.toJSON === "function") return value;
  if (within.includes(value)) {
    throw new TypeError("Cannot send an object that contains itself.");
  }
  const inside = [...within, value];
  if (Array.isArray(value)) {
    return value.map((item) => toSnakeJson(item, free, inside));
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const name = toSnakeCase(key);
      return [
        name,
        free.includes(name) ? member : toSnakeJson(member, free, inside),
      ];
    }),
  );
}
