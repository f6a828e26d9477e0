/** What a value must be. */
export type SpecType =
  | {
    /** A name of JSON, a format, `map`, `map<string>`, `binary` or `any`. */
    readonly kind: "scalar";
    /** The name. */
    readonly name: string;
    /** What a string must match. */
    readonly pattern?: string;
  }
  | {
    /** One value and no other. */
    readonly kind: "literal";
    /** The value. */
    readonly value: string | number | boolean | null;
  }
  | {
    /** What another schema says. */
    readonly kind: "schema";
    /** Its name. */
    readonly name: string;
  }
  | {
    /** A list. */
    readonly kind: "list";
    /** What its items must be. */
    readonly of: SpecType;
  }
  | {
    /** An object that is described in place. */
    readonly kind: "object";
    /** Its members. */
    readonly members: readonly SpecMember[];
  }
  | {
    /** Any of several. */
    readonly kind: "union";
    /** These. */
    readonly of: readonly SpecType[];
  };

/** A member of an object, a query or a body. */
export interface SpecMember {
  /** Its name, in snake_case. */
  readonly name: string;
  /** Whether it may be absent. */
  readonly optional: boolean;
  /** Whether the API would rather do without. */
  readonly deprecated: boolean;
  /** What it must be. */
  readonly type: SpecType;
}

/** Walks through the text of a type. */
interface Cursor {
  readonly text: string;
  at: number;
}

/** Reads members, as they stand in the tables. */
export function parseMembers(text: string): readonly SpecMember[] {
  return readAll(text, readMembers);
}

/** Reads a type, as it stands in the tables. */
export function parseType(text: string): SpecType {
  return readAll(text, readType);
}

function readAll<T>(text: string, read: (cursor: Cursor) => T): T {
  const cursor = { text: text.replace(/\s+/g, " ").trim(), at: 0 };
  const value = read(cursor);
  if (cursor.at < cursor.text.length) throw unreadable(cursor);
  return value;
}

function readMembers(cursor: Cursor): SpecMember[] {
  const members: SpecMember[] = [];
  while (cursor.at < cursor.text.length && !isNext(cursor, "}")) {
    const deprecated = take(cursor, "~");
    const name = readPattern(cursor, /[^\s:?]+/y);
    const optional = take(cursor, "?");
    if (!name || !take(cursor, ":")) throw unreadable(cursor);
    members.push({ name, optional, deprecated, type: readType(cursor) });
    take(cursor, " ");
  }
  return members;
}

function readType(cursor: Cursor): SpecType {
  const of = [readListed(cursor)];
  while (take(cursor, "|")) of.push(readListed(cursor));
  const [only] = of;
  return only && of.length === 1 ? only : { kind: "union", of };
}

function readListed(cursor: Cursor): SpecType {
  let type = readOne(cursor);
  while (take(cursor, "[]")) type = { kind: "list", of: type };
  return type;
}

function readOne(cursor: Cursor): SpecType {
  if (take(cursor, "(")) return readUntil(cursor, ")", readType);
  if (take(cursor, "{")) {
    return readUntil(cursor, "}", (inner) => ({
      kind: "object",
      members: readMembers(inner),
    }));
  }
  const quoted = readPattern(cursor, /'[^']*'/y);
  if (quoted) return { kind: "literal", value: quoted.slice(1, -1) };
  const pattern = readPattern(cursor, /string\/\S*?\$\//y);
  if (pattern) {
    return { kind: "scalar", name: "string", pattern: pattern.slice(7, -1) };
  }
  const name = readPattern(cursor, /map<string>|[\w.-]+/y);
  if (!name) throw unreadable(cursor);
  return readName(name);
}

const SCALARS =
  /^(string|integer|number|boolean|map|map<string>|any|binary|date-time|date|uri|email)$/;

function readName(name: string): SpecType {
  if (/^(null|true|false|-?\d+)$/.test(name)) {
    return { kind: "literal", value: JSON.parse(name) };
  }
  return { kind: SCALARS.test(name) ? "scalar" : "schema", name };
}

function readUntil<T>(
  cursor: Cursor,
  end: string,
  read: (cursor: Cursor) => T,
): T {
  const value = read(cursor);
  if (!take(cursor, end)) throw unreadable(cursor);
  return value;
}

function readPattern(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0];
  cursor.at += found?.length ?? 0;
  return found;
}

function isNext({ text, at }: Cursor, expected: string): boolean {
  return text.startsWith(expected, at);
}

function take(cursor: Cursor, expected: string): boolean {
  const isThere = isNext(cursor, expected);
  if (isThere) cursor.at += expected.length;
  return isThere;
}

function unreadable({ text, at }: Cursor): Error {
  return new Error(`Cannot read the table at "${text.slice(at, at + 40)}".`);
}
