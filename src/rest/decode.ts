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
 * @param free The names in snake_case whose content stays as it is.
 * @returns What the JSON says.
 * @throws {SyntaxError} When it is not JSON.
 */
export function parseCamelCase(
  bytes: Uint8Array,
  free: readonly string[],
): unknown {
  renameMembers(bytes, free);
  return parseBytes(bytes);
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
function renameMembers(bytes: Uint8Array, free: readonly string[]): void {
  const end = bytes.length;
  let i = 1;
  while (i < end) {
    const byte = bytes[i] ?? 0;
    // One comparison for "[", "_" and "{", which differ in two bits.
    if ((byte & 0xdb) !== 0x5b) i++;
    else if (byte === UNDERSCORE) i = renameMember(bytes, i, free);
    else if (isFree(bytes, nameEndBefore(bytes, i), free)) {
      i = skipValue(bytes, i);
    } else i++;
  }
}

/** Renames the member around an underscore; gives where to go on. */
function renameMember(
  bytes: Uint8Array,
  underscore: number,
  free: readonly string[],
): number {
  let end = underscore + 1;
  while (isName(bytes, end)) end++;
  if (bytes[end] !== QUOTE) return end;
  const colon = skipSpace(bytes, end + 1);
  if (bytes[colon] !== COLON) return end;
  let start = underscore;
  while (isName(bytes, start - 1)) start--;
  if (bytes[start - 1] !== QUOTE || bytes[start - 2] === BACKSLASH) return end;
  let next = skipSpace(bytes, colon + 1);
  const opens = bytes[next];
  if ((opens === 0x7b || opens === 0x5b) && isFree(bytes, end, free)) {
    next = skipValue(bytes, next);
  }
  rename(bytes, start, underscore, end);
  return next;
}

/** Writes a name's camelCase over it, from its first underscore on. */
function rename(
  bytes: Uint8Array,
  start: number,
  underscore: number,
  end: number,
): void {
  let to = underscore;
  for (let from = underscore; from < end; from++) {
    let byte = bytes[from] ?? 0;
    const next = bytes[from + 1] ?? 0;
    if (
      byte === UNDERSCORE && from > start && bytes[from - 1] !== UNDERSCORE &&
      next >= 0x61 && next <= 0x7a
    ) {
      byte = next - 0x20;
      from++;
    }
    bytes[to++] = byte;
  }
  if (to === end) return;
  bytes[to++] = QUOTE;
  while (to <= end) bytes[to++] = SPACE;
}

/** The end of the name whose value opens at `i`; 0 when there is no name. */
function nameEndBefore(bytes: Uint8Array, i: number): number {
  let end = i - 1;
  while (isSpace(bytes, end)) end--;
  if (bytes[end] !== COLON) return 0;
  end--;
  while (isSpace(bytes, end)) end--;
  return bytes[end] === QUOTE ? end : 0;
}

/** Whether a free-form name ends at `end`, where its closing quote stands. */
function isFree(
  bytes: Uint8Array,
  end: number,
  free: readonly string[],
): boolean {
  for (let n = 0; n < free.length; n++) {
    const name = free[n] ?? "";
    const start = end - name.length;
    if (
      bytes[end - 1] === name.charCodeAt(name.length - 1) &&
      bytes[start - 1] === QUOTE && bytes[start - 2] !== BACKSLASH &&
      isAt(bytes, start, name)
    ) return true;
  }
  return false;
}

function isAt(bytes: Uint8Array, start: number, name: string): boolean {
  for (let k = 0; k < name.length; k++) {
    if (bytes[start + k] !== name.charCodeAt(k)) return false;
  }
  return true;
}

/** Where the object or list that opens at `i` is over. */
function skipValue(bytes: Uint8Array, i: number): number {
  const end = bytes.length;
  for (let depth = 0; i < end; i++) {
    const byte = bytes[i];
    if (byte === QUOTE) i = closingQuote(bytes, i + 1);
    else if (byte === 0x7b || byte === 0x5b) depth++;
    else if ((byte === 0x7d || byte === 0x5d) && --depth === 0) return i + 1;
  }
  return end;
}

/** Where the text that starts at `i` is closed. */
function closingQuote(bytes: Uint8Array, i: number): number {
  const end = bytes.length;
  while (i < end && bytes[i] !== QUOTE) i += bytes[i] === BACKSLASH ? 2 : 1;
  return i;
}

function skipSpace(bytes: Uint8Array, i: number): number {
  while (isSpace(bytes, i)) i++;
  return i;
}

function isSpace(bytes: Uint8Array, i: number): boolean {
  return (bytes[i] ?? QUOTE) <= SPACE;
}

function isName(bytes: Uint8Array, i: number): boolean {
  return NAME[bytes[i] ?? 0] === 1;
}
