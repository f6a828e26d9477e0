import type { EmulatorOptions } from "./emulator.ts";

/** Every option of an emulator, as the compiler sees to. */
const NAMES: { readonly [Name in keyof Required<EmulatorOptions>]: true } = {
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

/**
 * Refuses options that there are not: what is misspelt would be lost in silence.
 *
 * @param options What was given.
 * @param more Names that there are besides those of an emulator.
 * @param less A name of an emulator's that there is not.
 * @throws {TypeError} When one is unknown.
 */
export function checkOptionNames(
  options: object,
  more: readonly string[] = [],
  less?: keyof EmulatorOptions,
): void {
  const names = [...Object.keys(NAMES), ...more].filter((name) =>
    name !== less
  );
  const odd = Object.keys(options).find((name) => !names.includes(name));
  if (odd === undefined) return;
  throw new TypeError(
    `Cannot start the emulator: there is no option "${odd}". Expected ${
      names.join(", ")
    }.`,
  );
}
