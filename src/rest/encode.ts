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
  /** The path below the version, its slots filled, and the query. */
  readonly path: string;
  /** The body, when there is one. */
  readonly body: string | FormData | undefined;
  /** The headers that come from parameters. */
  readonly headers: { readonly [name: string]: string };
  /** The machine's secret key, when it came as a parameter. */
  readonly machineKey: unknown;
}

/** The members of a parameter object that have no place yet. */
type Members = { [name: string]: unknown };

/** Tells the arguments of a method apart. */
export function readArguments(
  { slots, takes }: Operation,
  args: readonly unknown[],
): Arguments {
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
export function encodeCall(
  operation: Operation,
  { ids, params }: Arguments,
): EncodedCall {
  const isList = operation.body === "array";
  const isFit = isList ? Array.isArray : isObject;
  if (params !== undefined && !isFit(params)) {
    refuse("params", isList ? "a list" : "an object", params);
  }
  const members: Members = isObject(params) ? { ...params } : {};
  const path = fillSlots(operation, ids, members);
  const headers: { [name: string]: string } = {};
  for (const param in operation.headers) {
    const value = take(members, param);
    if (value === undefined) continue;
    if (!isHeaderText(value)) refuse(param, "visible ASCII", value);
    headers[operation.headers[param] ?? param] = value;
  }
  return {
    machineKey: operation.auth === "machine"
      ? take(members, "machineSecretKey")
      : undefined,
    path: path + encodeQuery(takeQuery(operation, members), operation.joined),
    body: params === undefined
      ? undefined
      : encodeBody(operation, isList ? params : members),
    headers,
  };
}

/** Takes a parameter that was given in camelCase or snake_case. */
function take(members: Members, name: string): unknown {
  const key = name in members ? name : toSnakeCase(name);
  const value = members[key];
  delete members[key];
  return value;
}

function fillSlots(
  { path, slots }: Operation,
  ids: readonly unknown[],
  members: Members,
): string {
  const [start = "", ...parts] = path.split("{");
  return parts.reduce((filled, part, i) => {
    const name = slots[i] ?? "";
    const id = i < ids.length ? ids[i] : take(members, name);
    const segment = encodeSegment(id) ??
      refuse(name, "an id without dot segments or control characters", id);
    return filled + segment + part.slice(part.indexOf("}") + 1);
  }, start);
}

/** Takes the members that go to the query, named as the API names them. */
function takeQuery({ query, send }: Operation, members: Members): JsonObject {
  const queried: Members = { ...send };
  for (const param of query ? Object.keys(members) : []) {
    const name = toSnakeCase(param);
    if (query === true || query?.includes(name)) {
      queried[name] = take(members, param);
    }
  }
  return queried;
}

function encodeBody(
  operation: Operation,
  content: unknown,
): string | FormData | undefined {
  const { body } = operation;
  return body === "form" && isObject(content)
    ? encodeForm(content)
    : body && JSON.stringify(toSnakeJson(content, freeForm(operation), []));
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
