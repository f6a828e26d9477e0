const QUOTE = 0x22;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const UNDERSCORE = 0x5f;
const SPACE = 0x20;

/** 1 for the bytes that the API's names are made of: `a`–`z`, `0`–`9`, `_`. */
const NAME = new Uint8Array(256);
for (const letter of "abcdefghijklmnopqrstuvwxyz0123456789_") {
  NAME[letter.charCodeAt(0)] = 1;
}

const decoder = new TextDecoder();

/** Names by their length, so that a name need not be compared with all. */
export type FreeNames = readonly (readonly string[] | undefined)[];

/** Puts names in order by their length. */
export function sortNames(names: readonly string[]): FreeNames {
  const sorted: string[][] = [];
  for (const name of names) (sorted[name.length] ??= []).push(name);
  return Array.from(sorted);
}

/**
 * Parses JSON with its snake_case member names turned into camelCase, as
 * `toCamelCase` does it. The content of free-form members stays as it is, and
 * so does a name that is written with escapes.
 *
 * The names are changed in the bytes, before they are parsed: a shorter name
 * leaves room for spaces behind its quote, so that nothing moves. Rebuilding
 * the objects afterwards costs more.
 *
 * @param bytes The JSON; what it holds afterwards is of no use.
 * @param free The names in snake_case whose content stays as it is, by
 * {@linkcode sortNames}.
 * @returns What the JSON says.
 * @throws {SyntaxError} When it is not JSON.
 */
export function parseCamelCase(
  bytes: Uint8Array,
  free: FreeNames,
): unknown {
  // Four bytes are looked at in one go, and those must begin at a multiple.
  const aligned = bytes.byteOffset & 3 ? bytes.slice() : bytes;
  renameMembers(aligned, free);
  return parseBytes(aligned);
}

/**
 * Parses JSON as it is.
 *
 * @throws {SyntaxError} When it is not JSON.
 */
export function parseBytes(bytes: Uint8Array): unknown {
  return JSON.parse(decoder.decode(bytes));
}

/**
 * Looks at underscores, as only names with one change, and at what opens an
 * object or list, as its name may be free-form. What stands between a quote
 * that is not escaped and `":` is a name, wherever the search came upon it.
 */
function renameMembers(bytes: Uint8Array, free: FreeNames): void {
  const length = bytes.length;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, length >> 2);
  let i = 0;
  while (i < length) {
    if ((i & 3) === 0) i = skipPlainWords(words, i >> 2) << 2;
    const byte = bytes[i] ?? 0;
    // One comparison for "[", "_" and "{", which differ in two bits.
    if ((byte & 0xdb) !== 0x5b) i++;
    else if (byte === UNDERSCORE) i = renameMember(bytes, i, free);
    else i = skipFree(bytes, i, free);
  }
}

/** The next four bytes with one of "[", "_" and "{" among them. */
function skipPlainWords(words: Int32Array, word: number): number {
  const length = words.length;
  for (; word < length; word++) {
    // Zero where a byte is one of them; then 1 is borrowed from its top bit.
    const bits = ((words[word] ?? 0) & 0xdbdbdbdb) ^ 0x5b5b5b5b;
    if (((bits - 0x01010101) & ~bits & 0x80808080) !== 0) break;
  }
  return word;
}

/** Renames the member around an underscore; gives where to go on. */
function renameMember(
  bytes: Uint8Array,
  underscore: number,
  free: FreeNames,
): number {
  let end = underscore + 1;
  while (NAME[bytes[end] ?? 0] === 1) end++;
  if (bytes[end] !== QUOTE) return end;
  let colon = end + 1;
  if (bytes[colon] !== COLON) {
    while (isSpace(bytes[colon])) colon++;
    if (bytes[colon] !== COLON) return end;
  }
  let start = underscore;
  while (NAME[bytes[start - 1] ?? 0] === 1) start--;
  if (bytes[start - 1] !== QUOTE || bytes[start - 2] === BACKSLASH) return end;
  let next = colon + 1;
  while (isSpace(bytes[next])) next++;
  const opens = bytes[next];
  if ((opens === 0x7b || opens === 0x5b) && isFree(bytes, start, end, free)) {
    next = skipValue(bytes, next);
  }
  writeName(bytes, start, underscore, end);
  return next;
}

/** Writes a name's camelCase over it, from its first underscore on. */
function writeName(
  bytes: Uint8Array,
  start: number,
  underscore: number,
  end: number,
): void {
  let to = underscore;
  for (let from = underscore; from < end; from++) {
    let byte = bytes[from] ?? 0;
    if (byte === UNDERSCORE && from > start) {
      const letter = bytes[from + 1] ?? 0;
      if (
        letter >= 0x61 && letter <= 0x7a && bytes[from - 1] !== UNDERSCORE
      ) {
        byte = letter - 0x20;
        from++;
      }
    }
    bytes[to++] = byte;
  }
  if (to === end) return;
  bytes[to++] = QUOTE;
  while (to <= end) bytes[to++] = SPACE;
}

/** Skips what opens at `i` if its name is free-form; gives where to go on. */
function skipFree(bytes: Uint8Array, i: number, free: FreeNames): number {
  let colon = i - 1;
  while (isSpace(bytes[colon])) colon--;
  if (bytes[colon] !== COLON) return i + 1;
  let end = colon - 1;
  while (isSpace(bytes[end])) end--;
  if (bytes[end] !== QUOTE) return i + 1;
  let start = end;
  while (NAME[bytes[start - 1] ?? 0] === 1) start--;
  return bytes[start - 1] === QUOTE && bytes[start - 2] !== BACKSLASH &&
      isFree(bytes, start, end, free)
    ? skipValue(bytes, i)
    : i + 1;
}

/** Whether the name from `start` to `end` is free-form. */
function isFree(
  bytes: Uint8Array,
  start: number,
  end: number,
  free: FreeNames,
): boolean {
  const names = free[end - start];
  if (names === undefined) return false;
  search: for (let n = 0; n < names.length; n++) {
    const name = names[n] ?? "";
    for (let k = 0; k < name.length; k++) {
      if (bytes[start + k] !== name.charCodeAt(k)) continue search;
    }
    return true;
  }
  return false;
}

/** Where the object or list that opens at `i` is over. */
function skipValue(bytes: Uint8Array, i: number): number {
  const length = bytes.length;
  for (let depth = 0; i < length; i++) {
    const byte = bytes[i];
    if (byte === QUOTE) i = closingQuote(bytes, i + 1);
    else if (byte === 0x7b || byte === 0x5b) depth++;
    else if ((byte === 0x7d || byte === 0x5d) && --depth === 0) return i + 1;
  }
  return length;
}

/** Where the text that starts at `i` is closed. */
function closingQuote(bytes: Uint8Array, i: number): number {
  const length = bytes.length;
  while (i < length && bytes[i] !== QUOTE) i += bytes[i] === BACKSLASH ? 2 : 1;
  return i;
}

function isSpace(byte: number | undefined): boolean {
  return byte !== undefined && byte <= SPACE;
}
