/** Reads what types are called, what they are, and which members they have. */
import ts from "typescript";
import { isDeprecated } from "./read_api.ts";

/** Whether a type is text, also one that is open beyond the values it names. */
export function isText(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.StringLike) !== 0 ||
    (type.isIntersection() && type.types.some(isText));
}

/** Objects whose members have any names. */
export function isMap(checker: ts.TypeChecker, type: ts.Type): boolean {
  return checker.getIndexInfoOfType(
        type,
        ts.IndexKind.String,
      ) !== undefined || type.aliasSymbol?.name === "MetadataPatch";
}

/** The name of a type, by which its members are spoken of. */
export function nameOf(
  checker: ts.TypeChecker,
  types: readonly ts.Type[],
  parts: readonly ts.Type[],
): string | undefined {
  const named = [types, parts].flatMap((each) => each.length === 1 ? each : [])
    .flatMap(({ aliasSymbol, symbol }) => [aliasSymbol, symbol])
    .find((symbol) => symbol && !symbol.name.startsWith("__"));
  return named && checker.symbolToString(named);
}

/** A member of an object, or of any of several. */
export interface Property {
  /** Whether it may be absent. */
  readonly optional: boolean;
  /** Whether its doc comment says that it is deprecated. */
  readonly deprecated: boolean;
  /** Its types, one for each of several objects. */
  readonly types: readonly ts.Type[];
}

/** The members of objects, of which one or another is there. */
export function readProperties(
  checker: ts.TypeChecker,
  parts: readonly ts.Type[],
): ReadonlyMap<string, Property> {
  const names = new Set(
    parts.flatMap((part) =>
      checker.getPropertiesOfType(part).map(({ name }) => name)
    ),
  );
  return new Map([...names].map((name) => {
    const symbols = parts.map((part) => checker.getPropertyOfType(part, name));
    const known = symbols.filter((symbol) => symbol !== undefined);
    return [name, {
      optional: symbols.some((symbol) =>
        !symbol || (symbol.flags & ts.SymbolFlags.Optional) !== 0
      ),
      deprecated: known.every(isDeprecated),
      types: known.map((symbol) => checker.getTypeOfSymbol(symbol))
        .filter(({ flags }) =>
          !(flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Never))
        ),
    }];
  }));
}
