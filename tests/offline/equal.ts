/**
 * Deep equality as the assertions of @std/assert have it, which is not that of
 * node:assert: `0` equals `-0`, a null prototype equals a plain object, and
 * what a class keeps in members that are not enumerable counts.
 */
type Key = string | symbol;
type Pairs = Map<object, object>;

const TypedArray = Object.getPrototypeOf(Uint8Array);
const PRINTED = new Set<unknown>(
  [RegExp, URL, URLSearchParams, Intl.Locale].map((c) => c.prototype),
);

/** Whether two values are equal for an assertion. */
export function equal(a: unknown, b: unknown): boolean {
  return compare(a, b, new Map());
}

/** Whether a value is an object, a function left out. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function compare(a: unknown, b: unknown, seen: Pairs): boolean {
  if (a === b || Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b)) return false;
  if (a instanceof Date && b instanceof Date) {
    return Object.is(a.getTime(), b.getTime());
  }
  if (prototypeOf(a) !== prototypeOf(b)) return false;
  if (a instanceof WeakMap || a instanceof WeakSet) {
    throw new TypeError("Cannot compare WeakMap or WeakSet instances");
  }
  if (PRINTED.has(prototypeOf(a))) return String(a) === String(b);
  const bytes = elements(a);
  if (bytes) return sameElements(bytes, elements(b));
  if (seen.get(a) === b) return true;
  if (Object.keys(a).length !== Object.keys(b).length) return false;
  seen.set(a, b);
  if (a instanceof Map || a instanceof Set) {
    return sameEntries([...a.entries()], [...(b as typeof a).entries()], seen);
  }
  return sameMembers(a, b, seen);
}

function prototypeOf(value: object): object {
  return Object.getPrototypeOf(value) ?? Object.prototype;
}

function elements(value: object): ArrayLike<unknown> | undefined {
  if (value instanceof TypedArray) return value as Uint8Array;
  return value instanceof ArrayBuffer ? new Uint8Array(value) : undefined;
}

function sameElements(
  a: ArrayLike<unknown>,
  b: ArrayLike<unknown> | undefined,
): boolean {
  if (a.length !== b?.length) return false;
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i] && !Object.is(a[i], b[i])) return false;
  }
  return true;
}

function sameEntries(
  a: [unknown, unknown][],
  b: [unknown, unknown][],
  seen: Pairs,
): boolean {
  const left = [...b];
  return a.length === b.length && a.every(([key, value]) => {
    const i = left.findIndex((other) =>
      compare(key, other[0], seen) && compare(value, other[1], seen)
    );
    if (i >= 0) left.splice(i, 1);
    return i >= 0;
  });
}

function sameMembers(a: object, b: object, seen: Pairs): boolean {
  const keys = new Set([...keysOf(a), ...keysOf(b)]);
  for (const key of keys) {
    if (key in a !== key in b) return false;
    if (!compare(Reflect.get(a, key), Reflect.get(b, key), seen)) return false;
  }
  return true;
}

/** The enumerable own keys of plain data; every key of a class's instance. */
function keysOf(value: object): Key[] {
  const prototype = prototypeOf(value);
  if (prototype === Object.prototype || prototype === Array.prototype) {
    return Reflect.ownKeys({ ...value });
  }
  const keys: Key[] = [];
  for (
    let o: object | null = value;
    o && o !== Object.prototype && o !== Array.prototype;
    o = Object.getPrototypeOf(o)
  ) keys.push(...Reflect.ownKeys(o));
  return keys;
}
