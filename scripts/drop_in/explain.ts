/** Finds the places where a type cannot be used as another one. */
import ts from "typescript";

/** A place where a type cannot be used as the other one. */
export interface Mismatch {
  /** The members that lead there, as `.data[].user`. */
  readonly path: string;
  /** What is wrong. */
  readonly why: string;
}

/** A comparison of types: what it has found, and whether pairs of types differ. */
interface Comparison {
  readonly checker: ts.TypeChecker;
  readonly found: Mismatch[];
  readonly seen: Map<string, boolean>;
}

/** Two types: what is given, and what it is to be used as. */
type Pair = readonly [given: ts.Type, wanted: ts.Type];

/** Lists the places where `given` cannot be used as `wanted`. */
export function explain(
  checker: ts.TypeChecker,
  given: ts.Type,
  wanted: ts.Type,
): readonly Mismatch[] {
  const found: Mismatch[] = [];
  compare({ checker, found, seen: new Map() }, "", [given, wanted]);
  return found;
}

/** Compares types, each pair once, and tells whether they differ. */
function compare(comparison: Comparison, path: string, pair: Pair): boolean {
  const { checker, seen } = comparison;
  const [given, wanted] = pair;
  if (
    checker.isTypeAssignableTo(given, wanted) ||
    given.flags & ts.TypeFlags.Any
  ) return false;
  const key = pair.map(idOf).join();
  const known = seen.get(key);
  if (known !== undefined) return known;
  // What refers to itself is no other for that.
  seen.set(key, false);
  const differs = compareAnew(comparison, path, pair);
  seen.set(key, differs);
  return differs;
}

/** The compiler numbers types, but does not say so in its own. */
function idOf(type: ts.Type): number {
  return Number(Reflect.get(type, "id"));
}

function compareAnew(
  comparison: Comparison,
  path: string,
  pair: Pair,
): boolean {
  const [given, wanted] = pair;
  if (given.isUnion()) {
    return given.types.filter((each) =>
      compare(comparison, path, [each, wanted])
    ).length > 0;
  }
  if (!isObject(given)) return complain(comparison, path, pair);
  if (wanted.isUnion()) {
    return compareWithUnion(comparison, path, given, wanted);
  }
  return isObject(wanted)
    ? compareObjects(comparison, path, pair)
    : complain(comparison, path, pair);
}

function isObject(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Object) !== 0 || type.isIntersection();
}

function complain(
  { checker, found }: Comparison,
  path: string,
  pair: Pair,
): true {
  const [given, wanted] = pair.map((type) => checker.typeToString(type));
  found.push({ path, why: `${given} is no ${wanted}` });
  return true;
}

/** Compares with the member of a union that comes closest. */
function compareWithUnion(
  comparison: Comparison,
  path: string,
  given: ts.Type,
  wanted: ts.UnionType,
): boolean {
  const { checker, seen } = comparison;
  const tries = wanted.types.filter(isObject).map((each) => {
    const found: Mismatch[] = [];
    compare({ checker, found, seen: new Map(seen) }, path, [given, each]);
    return found;
  });
  const far = (found: readonly Mismatch[]) => farness(found, path);
  const [closest] = tries.sort((a, b) => far(a) - far(b));
  if (!closest) return complain(comparison, path, [given, wanted]);
  comparison.found.push(...closest);
  return closest.length > 0;
}

const KINDS = ["type", "tokenType", "isAuthenticated", "status", "errors"];

/** A member that kinds are told apart by counts for more than any other. */
function farness(found: readonly Mismatch[], path: string): number {
  const kinds = found.filter((each) =>
    KINDS.some((kind) => each.path === `${path}.${kind}`)
  );
  return found.length + 1000 * kinds.length;
}

function compareObjects(
  comparison: Comparison,
  path: string,
  pair: Pair,
): boolean {
  const { checker } = comparison;
  const [given, wanted] = pair;
  const [own, other] = pair.map((type) => itemOf(checker, type));
  if (own && other) {
    return checker.isTypeAssignableTo(own, other)
      ? complain(comparison, path, pair)
      : compare(comparison, `${path}[]`, [own, other]);
  }
  const [promised, awaited] = pair.map((type) => checker.getAwaitedType(type));
  if (promised && awaited && promised !== given) {
    return compare(comparison, path, [promised, awaited]);
  }
  const [call, otherCall] = [given, wanted].map((type) =>
    checker.getSignaturesOfType(type, ts.SignatureKind.Call).at(-1)
  );
  return call && otherCall
    ? compareCalls(comparison, path, call, otherCall)
    : compareMembers(comparison, path, pair);
}

/** What a list holds; undefined for what is none. */
function itemOf(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  return checker.isArrayType(type) || checker.isTupleType(type)
    ? checker.getIndexTypeOfType(type, ts.IndexKind.Number)
    : undefined;
}

/** Compares what functions give, and what they take the other way round. */
function compareCalls(
  comparison: Comparison,
  path: string,
  given: ts.Signature,
  wanted: ts.Signature,
): boolean {
  const { checker } = comparison;
  // Without arguments for their parameters there is nothing to compare.
  if (given.typeParameters ?? wanted.typeParameters) return false;
  const differing = given.parameters.filter((parameter, i) => {
    const other = wanted.parameters[i];
    return other && compare(comparison, `${path}(${parameter.name})`, [
      checker.getTypeOfSymbol(other),
      checker.getTypeOfSymbol(parameter),
    ]);
  });
  return compare(comparison, `${path}()`, [
    checker.getReturnTypeOfSignature(given),
    checker.getReturnTypeOfSignature(wanted),
  ]) || differing.length > 0;
}

/** Compares members. Whoever reads them sees no private ones. */
function compareMembers(
  comparison: Comparison,
  path: string,
  pair: Pair,
): boolean {
  const { checker, found } = comparison;
  const [given, wanted] = pair;
  let isExcused = false;
  let differs = false;
  for (const member of checker.getPropertiesOfType(wanted)) {
    const own = checker.getPropertyOfType(given, member.name);
    const place = `${path}.${member.name}`;
    if (isPrivate(member)) isExcused = true;
    else if (own) {
      const [type, other] = [own, member].map((it) =>
        checker.getTypeOfSymbol(it)
      );
      if (!type || !other) continue;
      differs = compare(comparison, place, [type, other]) || differs;
      // To be left out and to be undefined is the same for who reads.
      isExcused ||= isOptional(own) && !isOptional(member) ||
        !checker.isTypeAssignableTo(type, other);
    } else if (!isOptional(member)) {
      found.push({ path: place, why: "is missing" });
      differs = true;
    }
  }
  return differs || !isExcused && complain(comparison, path, pair);
}

function isOptional({ flags }: ts.Symbol): boolean {
  return (flags & ts.SymbolFlags.Optional) !== 0;
}

function isPrivate({ name, valueDeclaration }: ts.Symbol): boolean {
  const flags = valueDeclaration
    ? ts.getCombinedModifierFlags(valueDeclaration)
    : ts.ModifierFlags.None;
  return name.startsWith("__#") ||
    (flags & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !== 0;
}
