/** A length of time: milliseconds, or text such as `"500ms"`, `"61s"`, `"2m"`. */
export type Duration = number | `${number}${"ms" | "s" | "m" | "h" | "d"}`;

const UNITS: { readonly [unit: string]: number } = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/**
 * Reads a length of time.
 *
 * @param duration Milliseconds, or a number with `ms`, `s`, `m`, `h` or `d`.
 * @returns Milliseconds.
 * @throws {TypeError} When it is neither.
 */
export function parseDuration(duration: Duration | string): number {
  const [, digits, unit] =
    /^(-?\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(String(duration)) ?? [];
  const factor = unit === undefined ? undefined : UNITS[unit];
  const ms = typeof duration === "number"
    ? duration
    : Number(digits) * (factor ?? NaN);
  if (Number.isFinite(ms)) return ms;
  throw new TypeError(
    `Cannot read the duration "${duration}": expected milliseconds or text such as "61s" or "2m".`,
  );
}
