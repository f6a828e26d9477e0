/** Compares a type of TypeScript with a type of the API's description. */
import ts from "typescript";
import type { SpecMember, SpecType } from "../../src/emulator/spec/parse.ts";
import type { Spec } from "../../src/emulator/spec/spec.ts";
import { toCamelCase } from "../../src/text/case.ts";
import {
  compareScalar,
  compareValues,
  describe,
  type Setting as ValueSetting,
} from "./compare_values.ts";
import type { Finding } from "./finding.ts";
import { nameOf, type Property, readProperties } from "./properties.ts";

/** Compares types; each pair of an object and a schema once. */
export interface Judge {
  /**
   * Leaves out what is right for another schema: a type that stands for several
   * must allow what any of them does.
   */
  settle(found: readonly Finding[]): Finding[];
  /**
   * Compares two types.
   *
   * @param types The type in src/api, or several of which each may come.
   * @param spec What the description says.
   * @param at Where they stand.
   */
  (types: readonly ts.Type[], spec: SpecType, at: string): Finding[];
}

interface Setting extends ValueSetting {
  readonly spec: Spec;
  /** The pairs that were compared. */
  readonly seen: Set<string>;
  /** Differences that would be wrong, since another schema has it so. */
  readonly rightElsewhere: Set<string>;
}

/** Makes a judge of what is sent, or of what comes back. */
export function createJudge(
  checker: ts.TypeChecker,
  spec: Spec,
  sent: boolean,
): Judge {
  const rightElsewhere = new Set<string>();
  const seen = new Set<string>();
  const setting = { checker, spec, sent, seen, rightElsewhere };
  const judge = (types: readonly ts.Type[], expected: SpecType, at: string) =>
    compare(setting, types, expected, at);
  const settle = (found: readonly Finding[]) =>
    found.filter(({ at, what }) => !rightElsewhere.has(`${at} ${what}`));
  return Object.assign(judge, { settle });
}

const NOT_NULL = "must not allow null";
const REQUIRED = "must be required";
const UNKNOWN = "is not in the description";

function compare(
  setting: Setting,
  types: readonly ts.Type[],
  spec: SpecType,
  at: string,
): Finding[] {
  const { parts, isNullable } = partsOf(setting, types);
  const expected = alternativesOf(spec);
  const rest = expected.filter((each) => !isNull(each));
  const shouldBeNullable = rest.length < expected.length;
  if (shouldBeNullable) setting.rightElsewhere.add(`${at} ${NOT_NULL}`);
  const found: Finding[] = isNullable === shouldBeNullable ? [] : [{
    at,
    what: shouldBeNullable ? "must allow null" : NOT_NULL,
  }];
  if (
    parts.some(({ flags }) => flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown))
  ) {
    return spec.kind === "scalar" && spec.name === "any"
      ? found
      : [...found, { at, what: `must be ${describe(spec)}` }];
  }
  return [...found, ...compareParts(setting, types, parts, rest, at)];
}

function compareParts(
  setting: Setting,
  types: readonly ts.Type[],
  parts: readonly ts.Type[],
  specs: readonly SpecType[],
  at: string,
): Finding[] {
  const [first] = specs;
  if (!first) return [];
  const values = specs.flatMap((each) =>
    each.kind === "literal" ? [String(each.value)] : []
  );
  if (values.length === specs.length) {
    return compareValues(setting, parts, values, at);
  }
  if (specs.length > 1) return compareAlternatives(setting, parts, specs, at);
  switch (first.kind) {
    case "list":
      return compareList(setting, parts, first, at);
    case "schema":
    case "object":
      return compareObject(setting, types, parts, first, at);
    case "scalar":
      return compareScalar(setting, parts, first, at);
    default:
      return [];
  }
}

function partsOf(
  { checker }: Setting,
  types: readonly ts.Type[],
): { readonly parts: readonly ts.Type[]; readonly isNullable: boolean } {
  const all = types
    .map((type) => checker.getBaseConstraintOfType(type) ?? type)
    .flatMap((type) => type.isUnion() ? type.types : [type]);
  const parts = all.filter(({ flags }) =>
    !(flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined))
  );
  const isNullable = all.some(({ flags }) => flags & ts.TypeFlags.Null);
  return { parts, isNullable };
}

function alternativesOf(spec: SpecType): readonly SpecType[] {
  return spec.kind === "union" ? spec.of.flatMap(alternativesOf) : [spec];
}

function isNull(spec: SpecType): boolean {
  return spec.kind === "literal" && spec.value === null;
}

function compareList(
  setting: Setting,
  parts: readonly ts.Type[],
  spec: Extract<SpecType, { kind: "list" }>,
  at: string,
): Finding[] {
  const list = parts.find((each) => setting.checker.isArrayLikeType(each));
  const of = list?.getNumberIndexType();
  if (!of) return [{ at, what: "must be a list" }];
  return compare(setting, [of], spec.of, `${at}[]`);
}

type ObjectSpec = Extract<SpecType, { kind: "object" | "schema" }>;

/** What of several each of several is like: by the fewest differences. */
function compareAlternatives(
  setting: Setting,
  parts: readonly ts.Type[],
  specs: readonly SpecType[],
  at: string,
): Finding[] {
  const unused = new Set(parts);
  const found = specs.flatMap((spec) => {
    const tries = parts.map((part) => {
      const trial = {
        ...setting,
        seen: new Set(setting.seen),
        rightElsewhere: new Set(setting.rightElsewhere),
      };
      const findings = compareParts(trial, [part], [part], [spec], at);
      return { part, findings, trial };
    });
    const [best] = tries.sort((a, b) => a.findings.length - b.findings.length);
    if (!best) return [];
    unused.delete(best.part);
    addAll(setting.seen, best.trial.seen);
    addAll(setting.rightElsewhere, best.trial.rightElsewhere);
    return best.findings;
  });
  return [
    ...found,
    ...[...unused].map((part) => ({
      at,
      what: `has ${
        setting.checker.typeToString(part)
      }, which the description lacks`,
    })),
  ];
}

function addAll<T>(to: Set<T>, more: ReadonlySet<T>): void {
  for (const each of more) to.add(each);
}

function compareObject(
  setting: Setting,
  types: readonly ts.Type[],
  parts: readonly ts.Type[],
  spec: ObjectSpec,
  at: string,
): Finding[] {
  const { checker, seen } = setting;
  if (parts.some((each) => !(each.flags & ts.TypeFlags.StructuredType))) {
    return [{ at, what: `must be ${describe(spec)}` }];
  }
  const key = `${parts.map((each) => Reflect.get(each, "id"))} ${
    spec.kind === "schema" ? spec.name : JSON.stringify(spec)
  }`;
  if (seen.has(key)) return [];
  seen.add(key);
  const members = spec.kind === "object"
    ? spec.members
    : setting.spec.schemas.get(spec.name)?.members;
  if (!members) {
    return [{ at, what: `is ${describe(spec)}, which is not described` }];
  }
  return compareMembers(
    setting,
    readProperties(checker, parts),
    members,
    nameOf(checker, types, parts) ?? at,
  );
}

/** Compares members, both ways. */
function compareMembers(
  setting: Setting,
  properties: ReadonlyMap<string, Property>,
  members: readonly SpecMember[],
  at: string,
): Finding[] {
  const expected = new Map(
    members.map((member) => [toCamelCase(member.name), member]),
  );
  const found: Finding[] = [];
  for (const [name, member] of expected) {
    const property = properties.get(name);
    setting.rightElsewhere.add(`${at}.${name} ${UNKNOWN}`);
    if (!property) found.push({ at: `${at}.${name}`, what: "is missing" });
    else {found.push(
        ...compareMember(setting, property, member, `${at}.${name}`),
      );}
  }
  for (const name of properties.keys()) {
    if (!expected.has(name)) {
      found.push({ at: `${at}.${name}`, what: UNKNOWN });
    }
  }
  return found;
}

/** What the API always gives, though its description does not promise it. */
const ALWAYS_THERE = ["id", "object"];

function compareMember(
  setting: Setting,
  { optional, deprecated, types }: Property,
  member: SpecMember,
  at: string,
): Finding[] {
  const found: Finding[] = [];
  const isPromised = !setting.sent && !optional &&
    ALWAYS_THERE.includes(member.name);
  if (member.optional) setting.rightElsewhere.add(`${at} ${REQUIRED}`);
  if (optional !== member.optional && !isPromised) {
    found.push({
      at,
      what: member.optional ? "must be optional" : REQUIRED,
    });
  }
  if (member.deprecated && !deprecated) {
    found.push({ at, what: "must be deprecated" });
  }
  return [...found, ...compare(setting, types, member.type, at)];
}
