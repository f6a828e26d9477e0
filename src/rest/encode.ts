import { toSnakeCase } from "../text/case.ts";
import { isObject } from "../text/json.ts";
import { encodeSegment } from "../text/path.ts";
import { encodeForm } from "./form.ts";
import { freeForm } from "./free_form.ts";
import type { Operation } from "./operation.ts";
import { encodeQuery, requireFinite } from "./query.ts";
import { demandMembers, isHeaderText, refuse } from "./refuse.ts";

/** The arguments of a method, told apart. */
export interface Arguments {
  /** What stands in front, for the first slots. */
  readonly ids: readonly unknown[];
  /** The parameter object or list, where the operation takes one. */
  readonly params: unknown;
  /** The options of the request. */
  readonly options: unknown;
}

/** The members of a parameter object that have no place yet. */
export type Members = { [name: string]: unknown };

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
 * Copies the members of a parameter object; none of a list.
 *
 * @throws {TypeError} When it is not what the operation takes.
 */
export function readMembers({ body }: Operation, params: unknown): Members {
  if (body === "array") {
    // There is nothing to do, and the API would refuse it later.
    if (!Array.isArray(params) || !params.length) {
      refuse("params", "a list of one item or more", params);
    }
  } else if (params !== undefined && !isObject(params)) {
    refuse("params", "an object", params);
  }
  demandMembers("params", params);
  return isObject(params) ? { ...params } : {};
}

/** Takes a member that was given in camelCase or snake_case. */
export function take(members: Members, name: string): unknown {
  const key = name in members ? name : toSnakeCase(name);
  const value = members[key];
  delete members[key];
  return value;
}

/**
 * Fills the slots of a path: with the ids, then with members.
 *
 * @throws {TypeError} When an id cannot stand in a path.
 */
export function fillSlots(
  { path, slots }: Operation,
  ids: readonly unknown[],
  members: Members,
): string {
  let i = 0;
  return path.replace(/\{\w+\}/g, () => {
    const name = slots[i] ?? "";
    const id = i < ids.length ? ids[i] : take(members, name);
    i++;
    return encodeSegment(id) ??
      refuse(
        name,
        "an id that is not empty and has no dot segments or control characters",
        id,
      );
  });
}

/**
 * Takes the members that go to headers.
 *
 * @throws {TypeError} When one is more than a line of text.
 */
export function takeHeaders(
  { headers }: Operation,
  members: Members,
): { [name: string]: string } {
  const taken: { [name: string]: string } = {};
  for (const param in headers) {
    const value = take(members, param);
    if (value === undefined) continue;
    if (!isHeaderText(value)) refuse(param, "visible ASCII", value);
    taken[headers[param] ?? param] = value;
  }
  return taken;
}

/**
 * Takes the members that go to the query, and writes it.
 *
 * @throws {TypeError} When one cannot be put into a query.
 */
export function takeQuery(
  { query, send, joined }: Operation,
  members: Members,
): string {
  const queried: Members = { ...send };
  for (const param of query ? Object.keys(members) : []) {
    const name = toSnakeCase(param);
    if (query === true || query?.includes(name)) {
      queried[param] = take(members, param);
    }
  }
  return encodeQuery(queried, joined);
}

/**
 * Writes a list or the members that are left as a body, where there is one.
 *
 * @throws {TypeError} When the body cannot hold one.
 */
export function encodeBody(
  operation: Operation,
  params: unknown,
  members: Members,
): string | FormData | undefined {
  const { body } = operation;
  if (!body || params === undefined) return undefined;
  if (body === "form") return encodeForm(members);
  const content = body === "array" ? params : members;
  return JSON.stringify(toSnakeJson(content, freeForm(operation), []));
}

/** Renames the members of what is to be JSON, but for free-form ones. */
export function toSnakeJson(
  value: unknown,
  free: readonly string[],
  within: readonly unknown[],
  called = "params",
): unknown {
  requireFinite(called, value);
  if (typeof value !== "object" || value === null) return value;
  if ("toJSON" in value && typeof value.toJSON === "function") return value;
  if (within.includes(value)) {
    refuse(called, "nothing that contains itself", value);
  }
  const inside = [...within, value];
  if (Array.isArray(value)) {
    return value.map((item) => toSnakeJson(item, free, inside, called));
  }
  demandMembers(called, value);
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const name = toSnakeCase(key);
      if (!free.includes(name)) {
        return [name, toSnakeJson(member, free, inside, key)];
      }
      demandMembers(key, member);
      return [name, member];
    }),
  );
}
