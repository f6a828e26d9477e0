import { OPERATIONS } from "./operations.ts";
import { OUTSIDE_OPERATIONS, OUTSIDE_SCHEMAS } from "./outside.ts";
import {
  parseMembers,
  parseType,
  type SpecMember,
  type SpecType,
} from "./parse.ts";
import { SCHEMAS } from "./schemas.ts";

/** What an operation takes as its body. */
export interface SpecBody {
  /** JSON, a list of such objects as JSON, or a multipart form. */
  readonly kind: "json" | "list" | "form";
  /** Whether there must be one. */
  readonly required: boolean;
  /** Its members, or those of each item. */
  readonly members: readonly SpecMember[];
}

/** An operation of the Backend API. */
export interface SpecOperation {
  /** Its name in the API's description. */
  readonly id: string;
  /** Its HTTP method. */
  readonly method: string;
  /** Its path below the version, with slots. */
  readonly path: string;
  /** Whether the API would rather have another used. */
  readonly deprecated: boolean;
  /** Whether it takes no key. */
  readonly open: boolean;
  /** The members of its query. */
  readonly query: readonly SpecMember[];
  /** Its body, if it takes one. */
  readonly body: SpecBody | undefined;
  /** The status of success. */
  readonly status: number;
  /** What it answers then; undefined for nothing. */
  readonly answer: SpecType | undefined;
}

/** What an object of the API looks like. */
export interface SpecSchema {
  /** Whether it has no other members than these. */
  readonly closed: boolean;
  /** Its members. */
  readonly members: readonly SpecMember[];
}

/** What the API is, as data. */
export interface Spec {
  /** All operations, by method and path: `GET /users/{user_id}`. */
  readonly operations: ReadonlyMap<string, SpecOperation>;
  /** All schemas, by name. */
  readonly schemas: ReadonlyMap<string, SpecSchema>;
}

let described: Spec | undefined;
let outside: Spec | undefined;
let whole: Spec | undefined;

/** What the API's description says; read from the tables when first asked for. */
export function readSpec(): Spec {
  return described ??= parseSpec(OPERATIONS, SCHEMAS);
}

/** What the official client has beyond that. */
export function readOutside(): Spec {
  return outside ??= parseSpec(OUTSIDE_OPERATIONS, OUTSIDE_SCHEMAS);
}

/** Both together. */
export function readWholeSpec(): Spec {
  return whole ??= joinSpecs(readSpec(), readOutside());
}

/** Joins two; operations and schemas that are in both have the members of both. */
export function joinSpecs(spec: Spec, more: Spec): Spec {
  return {
    operations: joinMaps(spec.operations, more.operations, addMembers),
    schemas: joinMaps(spec.schemas, more.schemas, (to, other) => ({
      ...to,
      members: mergeMembers(to.members, other.members),
    })),
  };
}

function joinMaps<T>(
  to: ReadonlyMap<string, T>,
  more: ReadonlyMap<string, T>,
  join: (to: T, more: T) => T,
): ReadonlyMap<string, T> {
  const joined = new Map(to);
  for (const [key, value] of more) {
    const known = joined.get(key);
    joined.set(key, known ? join(known, value) : value);
  }
  return joined;
}

function addMembers(to: SpecOperation, more: SpecOperation): SpecOperation {
  return {
    ...to,
    query: mergeMembers(to.query, more.query),
    body: to.body && {
      ...to.body,
      members: mergeMembers(to.body.members, more.body?.members ?? []),
    },
  };
}

function mergeMembers(
  to: readonly SpecMember[],
  more: readonly SpecMember[],
): readonly SpecMember[] {
  const names = new Set(to.map(({ name }) => name));
  const both = to.map((member) => {
    const other = more.find(({ name }) => name === member.name);
    return other
      ? { ...member, type: mergeTypes(member.type, other.type) }
      : member;
  });
  return [...both, ...more.filter(({ name }) => !names.has(name))];
}

/** Objects take the members of both, wherever they stand; all else stays. */
function mergeTypes(to: SpecType, more: SpecType): SpecType {
  if (more.kind !== "object") return to;
  if (to.kind === "union") {
    return { ...to, of: to.of.map((each) => mergeTypes(each, more)) };
  }
  return to.kind === "object"
    ? { ...to, members: mergeMembers(to.members, more.members) }
    : to;
}

/**
 * Reads tables of operations and schemas.
 *
 * @throws {Error} When a record is not written as it must be.
 */
export function parseSpec(operations: string, schemas: string): Spec {
  return {
    operations: readUnique(
      records(operations).map(readOperation).map((each) => [
        `${each.method} ${each.path}`,
        each,
      ]),
    ),
    schemas: readUnique(records(schemas).map(readSchema)),
  };
}

function readUnique<T>(
  entries: readonly (readonly [string, T])[],
): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const [key, value] of entries) {
    if (map.has(key)) {
      throw new Error(`Cannot read the table: "${key}" is in it twice.`);
    }
    map.set(key, value);
  }
  return map;
}

/** Records begin at the margin; what is indented goes on with them. */
function records(table: string): readonly string[] {
  return table.trim() === "" ? [] : table.trim().split(/\n(?=\S)/);
}

function readOperation(record: string): SpecOperation {
  const [head = "", ...parts] = record.split(/\n {2}(?=[?<>])/);
  const [, id = "", method = "", path = "", flags = ""] =
    /^(\w+) (GET|POST|PUT|PATCH|DELETE) (\/\S*)((?: deprecated| open)*)$/
      .exec(head) ?? unreadable(head);
  const part = (sign: string) => {
    const [text, more] = parts.filter((each) => each.startsWith(sign));
    return more === undefined ? text : unreadable(more);
  };
  const [, status, answer] = /^> (\d{3}) ?(.*)$/s.exec(part(">") ?? "> 200") ??
    unreadable(head);
  return {
    id,
    method,
    path,
    deprecated: flags.includes("deprecated"),
    open: flags.includes("open"),
    query: parseMembers(part("?")?.slice(1) ?? ""),
    body: readBody(part("<")),
    status: Number(status),
    answer: answer ? parseType(answer) : undefined,
  };
}

function readBody(text: string | undefined): SpecBody | undefined {
  if (text === undefined) return undefined;
  const [, form, required, rest = ""] = /^<(form)?(!)? ?(.*)$/s.exec(text) ??
    unreadable(text);
  const list = /^\[(.*)\]$/s.exec(rest)?.[1];
  return {
    kind: form ? "form" : list === undefined ? "json" : "list",
    required: required !== undefined,
    members: parseMembers(list ?? rest),
  };
}

function readSchema(record: string): readonly [string, SpecSchema] {
  const [, name = "", closed, members = ""] =
    /^(\S+) (closed|open) ?(.*)$/s.exec(record) ?? unreadable(record);
  return [name, {
    closed: closed === "closed",
    members: parseMembers(members),
  }];
}

function unreadable(text: string): never {
  throw new Error(`Cannot read the table at "${text.slice(0, 40)}".`);
}
