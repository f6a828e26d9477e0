/**
 * The name that begins as another does for longest, in any case.
 *
 * @param name What was written, maybe misspelt.
 * @param names The names that there are.
 * @returns The first of the nearest; undefined when not even three letters are
 * the same.
 */
export function findNearest(
  name: string,
  names: readonly string[],
): string | undefined {
  for (let length = name.length; length > 2; length--) {
    const start = name.slice(0, length).toLowerCase();
    const near = names.find((each) => each.toLowerCase().startsWith(start));
    if (near) return near;
  }
  return undefined;
}
