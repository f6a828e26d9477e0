/** Compares what is no object and no list. */
import ts from "typescript";
import type { SpecType } from "../../src/emulator/spec/parse.ts";
import type { Finding } from "./finding.ts";
import { isMap, isText } from "./properties.ts";

/** What values are compared in. */
export interface Setting {
  /** Tells about types. */
  readonly checker: ts.TypeChecker;
  /** Whether the type is of what is sent: it may take more than the API does. */
  readonly sent: boolean;
}

/** Compares types with the values that there may be. */
export function compareValues(
  { checker, sent }: Setting,
  parts: readonly ts.Type[],
  values: readonly string[],
  at: string,
): Finding[] {
  const own = new Set(parts.map((each) => valueOf(checker, each)));
  // A flag of the query is text to the API and a boolean to everybody else.
  const given = sent ? new Set([...own].map((each) => each ?? "")) : own;
  if (own.has(undefined)) {
    return [{ at, what: `must be one of ${quote(values)}` }];
  }
  return [
    ...values.filter((value) => !given.has(value))
      .map((value) => ({ at, what: `lacks ${quote([value])}` })),
    ...[...own].filter((value) => !values.includes(value ?? ""))
      .map((value) => ({
        at,
        what: `has ${quote([value ?? ""])}, which the description lacks`,
      })),
  ];
}

/** The value of a literal type, as text; undefined when it is none. */
function valueOf(checker: ts.TypeChecker, type: ts.Type): string | undefined {
  if (type.isStringLiteral() || type.isNumberLiteral()) {
    return String(type.value);
  }
  return type.flags & ts.TypeFlags.BooleanLiteral
    ? checker.typeToString(type)
    : undefined;
}

function quote(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(", ");
}

/** Compares types with the name of a type. */
export function compareScalar(
  { checker, sent }: Setting,
  parts: readonly ts.Type[],
  spec: Extract<SpecType, { kind: "scalar" }>,
  at: string,
): Finding[] {
  const expected = { at, what: `must be ${describe(spec)}` };
  if (spec.name.startsWith("map")) {
    return parts.every((each) => isMap(checker, each)) ? [] : [expected];
  }
  const flags = flagsOf(spec, sent);
  const fits = parts.every((each) =>
    (each.flags & flags) !== 0 ||
    (sent && isText(each) && (flags & ts.TypeFlags.StringLike) !== 0) ||
    (sent && ["Date", "Blob", "File", "Uint8Array"].includes(each.symbol?.name))
  );
  return fits ? [] : [expected];
}

/** What values of such a name are in TypeScript; sent ones may be narrower. */
function flagsOf(
  { name, pattern }: Extract<SpecType, { kind: "scalar" }>,
  sent: boolean,
): number {
  switch (name) {
    case "integer":
    case "number":
      return ts.TypeFlags.Number;
    case "boolean":
      return ts.TypeFlags.BooleanLike;
    case "any":
      return ~0;
    default:
      return sent
        ? ts.TypeFlags.StringLike
        : pattern === undefined
        ? ts.TypeFlags.String
        : ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral;
  }
}

/** Says in words what something must be. */
export function describe(spec: SpecType): string {
  switch (spec.kind) {
    case "scalar":
      return spec.name.startsWith("map") ? "a free-form map" : spec.name;
    case "literal":
      return String(spec.value);
    case "schema":
      return spec.name;
    case "list":
      return `a list of ${describe(spec.of)}`;
    case "object":
      return "an object";
    case "union":
      return spec.of.map(describe).join(" or ");
  }
}
