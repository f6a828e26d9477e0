const LETTERS =
  "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/**
 * Draws characters that look random and are always the same for the same seed.
 *
 * @param seed Any text.
 * @param length How many characters.
 * @param letters What to draw from.
 */
export function drawText(
  seed: string,
  length: number,
  letters: string = LETTERS,
): string {
  let state = 2166136261;
  for (const letter of seed) {
    state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16777619);
  }
  let text = "";
  for (let i = 0; i < length; i++) {
    state = Math.imul(state ^ (state >>> 15), 2246822507) + 0x6d2b79f5 | 0;
    text += letters.charAt(((state ^ (state >>> 13)) >>> 0) % letters.length);
  }
  return text;
}

/** One part of a pattern, and how often it comes. */
const PART = /\\(.)|\[([^\]]+)\]|([^\\[])/y;
const COUNT = /\{(\d+)\}|([?*+])/y;

/**
 * Draws a text that matches a pattern as the tables have them: classes, counts,
 * and groups, of which the first alternative is taken.
 */
export function drawMatch(pattern: string, seed: string): string {
  let source = pattern.replace(/^\^|\$$/g, "");
  for (let before = ""; before !== source;) {
    before = source;
    source = source.replace(
      /\((?:\?:)?([^()|]*)(?:\|[^()]*)?\)(\?)?/,
      (_, first: string, optional?: string) => optional ? "" : first,
    );
  }
  let text = "";
  for (let at = 0; at < source.length;) {
    PART.lastIndex = COUNT.lastIndex = at;
    const [part = "", escaped, listed, plain = ""] = PART.exec(source) ?? [];
    if (part === "") throw new Error(`Cannot draw a match of "${pattern}".`);
    at = COUNT.lastIndex = at + part.length;
    const [count = "", times, sign] = COUNT.exec(source) ?? [];
    at += count.length;
    const length = times ? Number(times) : sign === "+" ? 8 : sign ? 0 : 1;
    const letters = listed
      ? expand(listed)
      : escaped
      ? lettersOf(escaped)
      : plain;
    text += drawText(`${seed}${text}`, length, letters);
  }
  return text;
}

function lettersOf(escaped: string): string {
  if (escaped === "d") return "0123456789";
  return /[wS]/.test(escaped) ? LETTERS : escaped;
}

/** Writes out the ranges of a class of characters: `0-9A-F`. */
function expand(listed: string): string {
  if (listed.startsWith("^")) return "abcdefghijklmnopqrstuvwxyz";
  return listed.replace(/(.)-(.)/g, (_, from: string, to: string) => {
    let letters = "";
    for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code++) {
      letters += String.fromCharCode(code);
    }
    return letters;
  });
}
