import { isObject } from "./json.ts";

/**
 * Demands that an option is good.
 *
 * @throws {TypeError} When it is not.
 */
export function demand(name: string, isGood: unknown, expected: string): void {
  if (!isGood) {
    throw new TypeError(`Cannot use "${name}": expected ${expected}.`);
  }
}

/**
 * Demands that there are options at all.
 *
 * @throws {TypeError} When they are none.
 */
export function demandOptions(options: unknown): void {
  demand("options", isObject(options), "an object");
}

/** Puts options over others. What is given as undefined changes nothing. */
export function override<Options extends object>(
  options: Options,
  overrides: Options,
): Options {
  const given = Object.entries(copyOptions(overrides)).filter(([, value]) =>
    value !== undefined
  );
  return { ...options, ...Object.fromEntries(given) };
}

/**
 * Copies options and the lists among them, as the caller may change the
 * originals. The options may be an instance of a class, whose accessors stand in
 * its prototype: a spread would miss them, and what they demand.
 */
export function copyOptions<Options extends object>(options: Options): Options {
  const names = Object.getOwnPropertyNames(options);
  for (let from: object = options; !hasOwnMembers(from);) {
    from = Object.getPrototypeOf(from);
    names.push(...Object.getOwnPropertyNames(from));
  }
  const copied = names.map((name) => {
    const value: unknown = Reflect.get(options, name);
    return [name, Array.isArray(value) ? [...value] : value];
  });
  return { ...options, ...Object.fromEntries(copied) };
}

/** Whether an object has nothing from a prototype but what all objects have. */
export function hasOwnMembers(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
