import { findNearest } from "../text/nearest.ts";
import type { EmulatorOptions } from "./emulator.ts";

/** Every option of an emulator, as the compiler sees to. */
const OPTIONS: { readonly [Name in keyof Required<EmulatorOptions>]: true } = {
  seed: true,
  keys: true,
  ids: true,
  clock: true,
  origin: true,
  strict: true,
  rateLimit: true,
  storage: true,
  env: true,
};

/** The names of all options of an emulator. */
export const OPTION_NAMES: readonly string[] = Object.keys(OPTIONS);

/**
 * Refuses options that there are not: what is misspelt would be lost in silence.
 *
 * @param options What was given.
 * @param names The names that there are.
 * @param doing What cannot be done with them, in words.
 * @throws {TypeError} When one is unknown.
 */
export function checkOptionNames(
  options: object,
  names: readonly string[] = OPTION_NAMES,
  doing = "start the emulator",
): void {
  const odd = Object.keys(options).find((name) => !names.includes(name));
  if (odd === undefined) return;
  const near = findNearest(odd, names);
  throw new TypeError(
    `Cannot ${doing}: there is no option "${odd}". ${
      near ? `Did you mean "${near}"? ` : ""
    }Expected ${names.join(", ")}.`,
  );
}
