/** Fails unless two values look the same in JSON. */
export function same(actual: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`Expected ${b}, got ${a}`);
}

/** Cases by name; a case fails by throwing. */
export type Cases = Readonly<Record<string, () => void | Promise<void>>>;
