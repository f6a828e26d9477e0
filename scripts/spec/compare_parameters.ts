/** Compares what methods take with what their operations do. */
import ts from "typescript";
import type { SpecMember } from "../../src/emulator/spec/parse.ts";
import type { SpecOperation } from "../../src/emulator/spec/spec.ts";
import { toCamelCase } from "../../src/text/case.ts";
import type { Judge } from "./compare_types.ts";
import type { Finding } from "./finding.ts";
import { isText, type Property, readProperties } from "./properties.ts";
import type { ApiMethod } from "./read_api.ts";
import type { Row } from "./read_rows.ts";

/** A row and the operation that it sends. */
export interface Sent {
  /** The row. */
  readonly row: Row;
  /** The operation. */
  readonly operation: SpecOperation;
}

/** Compares what a method takes with what its operations do, both ways. */
export function compareParameters(
  checker: ts.TypeChecker,
  judge: Judge,
  method: ApiMethod,
  sent: readonly Sent[],
): Finding[] {
  const { name: at } = method;
  const expected = new Map(sent.flatMap(expectedOf));
  const slots = slotsOf(sent);
  const isList = sent.some(({ operation }) => operation.body?.kind === "list");
  const { ids, members } = readTaken(
    checker,
    method,
    slots.length,
    isList,
  );
  const found: Finding[] = [];
  for (const slot of slots.slice(ids)) {
    if (!members.delete(slot)) {
      found.push({ at, what: `has no parameter for {${slot}}` });
    }
  }
  for (const { row } of sent) {
    for (const name of Object.keys(row.spec.headers ?? {})) {
      members.delete(name);
    }
    if (row.spec.auth === "machine") members.delete("machineSecretKey");
    if (row.spec.body === "form") members.delete("fileName");
  }
  for (const [name, member] of expected) {
    const taken = members.get(name);
    if (!taken) found.push({ at: `${at}.${name}`, what: "is missing" });
    else found.push(...compareTaken(judge, taken, member, `${at}.${name}`));
  }
  for (const name of members.keys()) {
    if (!expected.has(name)) {
      found.push({ at: `${at}.${name}`, what: "is not in the description" });
    }
  }
  return found;
}

function expectedOf({ row, operation }: Sent): [string, SpecMember][] {
  const { query, body } = operation;
  return [...query, ...(body?.members ?? [])]
    .filter(({ name }) => !Object.hasOwn(row.spec.send ?? {}, name))
    .map((member) => [toCamelCase(member.name), member]);
}

/** The slots of the operation that has most. */
function slotsOf(sent: readonly Sent[]): readonly string[] {
  const all = sent.map(({ row }) =>
    [...row.route.matchAll(/\{(\w+)\}/g)]
      .map(([, name = ""]) => toCamelCase(name.replace(/ID$/, "Id")))
  );
  return all.sort((a, b) => b.length - a.length)[0] ?? [];
}

function compareTaken(
  judge: Judge,
  { optional, deprecated, types }: Property,
  member: SpecMember,
  at: string,
): Finding[] {
  const found: Finding[] = [];
  if (optional !== member.optional) {
    found.push({
      at,
      what: member.optional ? "must be optional" : "must be required",
    });
  }
  if (member.deprecated && !deprecated) {
    found.push({ at, what: "must be deprecated" });
  }
  return [...found, ...judge(types, member.type, at)];
}

interface Taken {
  /** How many ids come first. */
  readonly ids: number;
  /** Everything else, by name. */
  readonly members: Map<string, Property>;
}

/** Takes parameters apart: leading ids, members of an object, others by name. */
function readTaken(
  checker: ts.TypeChecker,
  { parameters }: ApiMethod,
  slots: number,
  isList: boolean,
): Taken {
  const members = new Map<string, Property>();
  let ids = 0;
  for (const { name, optional, types } of parameters) {
    const parts = types.flatMap((each) => each.isUnion() ? each.types : [each])
      .filter(({ flags }) =>
        !(flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined))
      );
    const items = parts.flatMap((each) =>
      checker.isArrayLikeType(each) ? each.getNumberIndexType() ?? [] : []
    ).flatMap((each) => each.isUnion() ? each.types : [each]);
    const isObject = parts.every(({ flags }) =>
      flags & ts.TypeFlags.StructuredType
    ) && !parts.every(isText);
    if (parts.every(isText) && ids < slots && members.size === 0) ids++;
    else if (!isObject || (items.length > 0 && !isList)) {
      members.set(name, { optional, deprecated: false, types });
    } else {
      const objects = items.length > 0 ? items : parts;
      for (const [key, property] of readProperties(checker, objects)) {
        members.set(key, property);
      }
    }
  }
  return { ids, members };
}
