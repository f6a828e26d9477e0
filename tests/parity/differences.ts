/** What one value lacks that another one has. */

/** A place, such as `it.data.0.id`, and what stands there in either. */
export interface Difference {
  readonly at: string;
  readonly theirs: unknown;
  readonly ours: unknown;
}

/**
 * Finds where a value of ours does not cover one of theirs: whatever is there,
 * computed or not, has to be here too, and the same. What is here in addition
 * does not count, and neither do classes.
 */
export function findDifferences(
  ours: unknown,
  theirs: unknown,
  at = "it",
): readonly Difference[] {
  const differs = [{ at, theirs, ours }];
  if (theirs instanceof URL) {
    return ours instanceof URL && ours.href === theirs.href ? [] : differs;
  }
  if (!isObject(theirs)) return Object.is(ours, theirs) ? [] : differs;
  if (!isObject(ours)) return differs;
  if (Array.isArray(theirs)) {
    const isAsLong = Array.isArray(ours) && ours.length === theirs.length;
    if (!isAsLong) return differs;
  }
  return listNames(theirs).flatMap((name) =>
    name in ours
      ? findDifferences(
        Reflect.get(ours, name),
        Reflect.get(theirs, name),
        `${at}.${name}`,
      )
      : Reflect.get(theirs, name) === undefined
      ? []
      : [{ at: `${at}.${name}`, theirs: Reflect.get(theirs, name), ours: "-" }]
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** The members of an object, and the getters of its class. */
function listNames(of: object): readonly string[] {
  const prototype: unknown = Object.getPrototypeOf(of);
  const computed = isObject(prototype) && prototype !== Object.prototype
    ? Object.entries(Object.getOwnPropertyDescriptors(prototype))
      .filter(([, { get }]) => get)
      .map(([name]) => name)
    : [];
  return [...Object.keys(of), ...computed];
}
