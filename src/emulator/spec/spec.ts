import { OPERATIONS } from "./operations.ts";
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

let known: Spec | undefined;

/** What the API is; read from the tables when it is first asked for. */
export function readSpec(): Spec {
  return known ??= {
    operations: new Map(
      records(OPERATIONS).map(readOperation).map((each) => [
        `${each.method} ${each.path}`,
        each,
      ]),
    ),
    schemas: new Map(records(SCHEMAS).map(readSchema)),
  };
}

/** Records begin at the margin; what is indented goes on with them. */
function records(table: string): readonly string[] {
  return table.trim().split(/\n(?=\S)/);
}

function readOperation(record: string): SpecOperation {
  const [head = "", ...parts] = record.split(/\n {2}(?=[?<>])/);
  const [id = "", method = "", path = "", ...flags] = head.split(" ");
  const part = (sign: string) => parts.find((text) => text.startsWith(sign));
  const [, status, answer] = /^> (\d+) ?(.*)$/s.exec(part(">") ?? "") ?? [];
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
  const [, form, required, rest = ""] =
    /^<(form)?(!)? ?(.*)$/s.exec(text ?? "") ??
      [];
  if (text === undefined) return undefined;
  const list = /^\[(.*)\]$/s.exec(rest)?.[1];
  return {
    kind: form ? "form" : list === undefined ? "json" : "list",
    required: required !== undefined,
    members: parseMembers(list ?? rest),
  };
}

function readSchema(record: string): readonly [string, SpecSchema] {
  const [, name = "", closed, members = ""] =
    /^(\S+) (closed|open) ?(.*)$/s.exec(record) ?? [];
  return [name, {
    closed: closed === "closed",
    members: parseMembers(members),
  }];
}
