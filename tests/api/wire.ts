// The values of the API's description, as they are on the wire and as a client
// knows them: made, renamed, and looked through for what is free-form.
import { drawMatch } from "../../src/emulator/examples/draw.ts";
import { fits } from "../../src/emulator/examples/fits.ts";
import {
  parseType,
  type SpecMember,
  type SpecType,
} from "../../src/emulator/spec/parse.ts";
import { readWholeSpec } from "../../src/emulator/spec/spec.ts";
import { isObject, type JsonObject } from "../../src/text/json.ts";

/** What nobody may touch: names of every style, at any depth. */
export const CONTENT: JsonObject = JSON.parse(`{
  "1": "one", "snake_case": 1, "camelCase": true, "kebab-case": null,
  "PascalCase": "", "__proto__": { "is_own": true }, "constructor": "mine",
  "toString": 0, "": "empty", "a.b": [1.5], "public_metadata": { "a_b": 1 },
  "nested_once": { "twice_over": { "isFree": [{ "list_item": [[{ "x_y": 1 }]] }] } }
}`);

/** The same, for where the values must be text. */
export const TEXTS: JsonObject = JSON.parse(`{
  "1": "one", "snake_case": "a_b", "camelCase": "aB", "kebab-case": "a-b",
  "org:some_role": "org:otherRole", "__proto__": "own", "constructor": "mine"
}`);

/**
 * Members that the description leaves open, though their names are the API's
 * own: the client renames what is in them.
 */
const KNOWN: { readonly [schema: string]: JsonObject } = {
  SignUpVerifications: Object.fromEntries(
    ["email_address", "phone_number", "web3_wallet"]
      .map((name) => [name, "{next_action:string expire_at:integer}|null"]),
  ),
  EmailBatchResult: {
    errors: "{code:string long_message:string meta:{param_name:string}}[]",
  },
};

/** The members of a schema. */
export function membersOf(schema: string): readonly SpecMember[] {
  const members = readWholeSpec().schemas.get(schema)?.members ?? [];
  return members.map((member) => {
    const known = KNOWN[schema]?.[member.name];
    return typeof known === "string"
      ? { ...member, type: parseType(known) }
      : member;
  });
}

/** A value of a type, in which nothing is missing and nothing is null. */
export function sample(type: SpecType, name: string): unknown {
  switch (type.kind) {
    case "literal":
      return type.value;
    case "object":
      return sampleMembers(type.members);
    case "schema":
      return sampleMembers(membersOf(type.name));
    case "list":
      return [sample(type.of, name)];
    case "union":
      return sample(type.of.find((each) => !isNull(each)) ?? type, name);
    case "scalar":
      return type.pattern === undefined
        ? sampleScalar(type.name, name)
        : drawMatch(type.pattern, name);
  }
}

/** An object with all of some members. */
export function sampleMembers(members: readonly SpecMember[]): JsonObject {
  return Object.fromEntries(
    members.map(({ name, type }) => [name, sample(type, name)]),
  );
}

function sampleScalar(type: string, name: string): unknown {
  switch (type) {
    case "integer":
    case "number":
      return name === "offset" ? 0 : 7;
    case "boolean":
      return true;
    case "map":
      return CONTENT;
    case "map<string>":
      return TEXTS;
    case "binary":
      return new Blob(["picture"]);
    case "date-time":
      return "2026-01-01T00:00:00Z";
    case "date":
      return "2026-01-01";
    case "uri":
      return "https://example.com/";
    case "email":
      return "ada@example.com";
    default:
      return `some ${name}`;
  }
}

/** Puts into a value whatever its type knows and it lacks. */
export function complete(type: SpecType, value: unknown, name = ""): unknown {
  if (value === undefined || value === null) return sample(type, name);
  switch (type.kind) {
    case "scalar":
      return type.name.startsWith("map") ? sample(type, name) : value;
    case "list": {
      const items: readonly unknown[] = Array.isArray(value) ? value : [];
      return items.length === 0
        ? sample(type, name)
        : items.map((item) => complete(type.of, item, name));
    }
    case "union": {
      const of = type.of.find((each) => fits(each, value));
      return of ? complete(of, value, name) : value;
    }
    default: {
      const given = isObject(value) ? value : {};
      const members = type.kind === "object"
        ? type.members
        : type.kind === "schema"
        ? membersOf(type.name)
        : [];
      return members.length === 0 ? value : {
        ...given,
        ...Object.fromEntries(
          members.map((each) => [
            each.name,
            complete(each.type, given[each.name], each.name),
          ]),
        ),
      };
    }
  }
}

/** Names a value's members as a client knows them. */
export function toClient(type: SpecType, value: unknown): unknown {
  return rename(type, value, (name) => [name, toCamel(name)]);
}

/**
 * Names a value's members as they are on the wire. A name that the client should
 * not have given is marked, and so nothing on the wire is equal to it.
 */
export function toWire(type: SpecType, value: unknown): unknown {
  return rename(type, value, (name) => [toCamel(name), name]);
}

type Naming = (name: string) => readonly [from: string, to: string];

function rename(type: SpecType, value: unknown, naming: Naming): unknown {
  switch (type.kind) {
    case "list":
      return Array.isArray(value)
        ? value.map((item) => rename(type.of, item, naming))
        : value;
    case "union": {
      const renamed = type.of.map((each) => rename(each, value, naming));
      const i = type.of.findIndex((each, i) =>
        fits(each, value) || fits(each, renamed[i])
      );
      return i < 0 ? value : renamed[i];
    }
    case "object":
      return renameMembers(type.members, value, naming);
    case "schema":
      return renameMembers(membersOf(type.name), value, naming);
    default:
      return value;
  }
}

function renameMembers(
  members: readonly SpecMember[],
  value: unknown,
  naming: Naming,
): unknown {
  if (!isObject(value)) return value;
  const known = new Map(members.map((each) => {
    const [from, to] = naming(each.name);
    return [from, { to, type: each.type }];
  }));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const found = known.get(name);
      return found
        ? [found.to, rename(found.type, member, naming)]
        : [`not a name here: ${name}`, member];
    }),
  );
}

/** What is free-form in a value, by where it stands. */
export function findMaps(
  type: SpecType,
  value: unknown,
  at = "",
): readonly (readonly [at: string, content: unknown])[] {
  switch (type.kind) {
    case "scalar":
      return type.name.startsWith("map") && isObject(value)
        ? [[at, value]]
        : [];
    case "list":
      return Array.isArray(value)
        ? value.flatMap((item) => findMaps(type.of, item, `${at}[]`))
        : [];
    case "union": {
      const of = type.of.find((each) => fits(each, value));
      return of ? findMaps(of, value, at) : [];
    }
    case "object":
    case "schema": {
      const members = type.kind === "object"
        ? type.members
        : membersOf(type.name);
      return members.flatMap((each) =>
        isObject(value) && Object.hasOwn(value, each.name)
          ? findMaps(each.type, value[each.name], `${at}.${each.name}`)
          : []
      );
    }
    default:
      return [];
  }
}

function toCamel(name: string): string {
  return name.replace(
    /([a-z0-9])_([a-z])/g,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

function isNull(type: SpecType): boolean {
  return type.kind === "literal" && type.value === null;
}
