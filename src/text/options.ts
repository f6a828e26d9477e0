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
