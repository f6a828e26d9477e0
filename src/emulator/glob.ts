/**
 * Whether a path fits a pattern, in which `*` stands for any text without a
 * slash and `**` for any text. Runs in the product of the lengths at worst.
 */
export function matchesGlob(pattern: string, path: string): boolean {
  let states = new Set([0]);
  for (let i = 0; i <= path.length; i++) {
    states = skipStars(pattern, states);
    if (i === path.length) break;
    const next = new Set<number>();
    for (const at of states) {
      const letter = path.charAt(i);
      if (pattern.charAt(at) === "*") {
        if (isDeep(pattern, at) || letter !== "/") next.add(at);
      } else if (pattern.charAt(at) === letter) next.add(at + 1);
    }
    states = next;
  }
  return states.has(pattern.length);
}

/** A star may stand for nothing at all. */
function skipStars(pattern: string, states: Set<number>): Set<number> {
  const all = new Set(states);
  for (const at of all) {
    if (pattern.charAt(at) === "*") all.add(at + (isDeep(pattern, at) ? 2 : 1));
  }
  return all;
}

function isDeep(pattern: string, at: number): boolean {
  return pattern.startsWith("**", at);
}
