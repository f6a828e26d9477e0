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
  const given = Object.entries(overrides).filter(([, value]) =>
    value !== undefined
  );
  return { ...options, ...Object.fromEntries(given) };
}
