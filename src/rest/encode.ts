import { toSnakeCase } from "../text/case.ts";
import { isObject, type JsonObject } from "../text/json.ts";
import { encodeSegment } from "../text/path.ts";
import { encodeForm } from "./form.ts";
import { freeForm } from "./free_form.ts";
import { isHeaderText } from "./key.ts";
import type { Operation } from "./operation.ts";
import { encodeQuery, requireFinite } from "./query.ts";
import { refuse } from "./refuse.ts";

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
  readonly body: string | FormData | null;
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
  if (operation.body === "array") {
    // There is nothing to do, and the API would refuse it later.
    if (!Array.isArray(params) || !params.length) {
      refuse("params", "a list of one item or more", params);
    }
  } else if (params !== undefined && !isObject(params)) {
    refuse("params", "an object", params);
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
    return segment ??
      refuse(name, "an id without dot segments or control characters", id);
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
    if (!isHeaderText(value)) {
      refuse(param, "visible ASCII", value);
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
): string | FormData | null {
  if (!operation.body || params === undefined) return null;
  if (operation.body === "form") return encodeForm(rest);
  const value = Array.isArray(params) ? params : rest;
  return JSON.stringify(toSnakeJson(value, freeForm(operation), []));
}

/** Renames the members of what is to be JSON, but for free-form ones. */
export function toSnakeJson(
  value: unknown,
  free: readonly string[],
  within: readonly unknown[],
): unknown {
  requireFinite("params", value);
  if (typeof value !== "object" || value === null) return value;
  if ("toJSON" in value && typeof value.toJSON === "function") return value;
  if (within.includes(value)) {
    refuse("params", "nothing that contains itself", value);
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
