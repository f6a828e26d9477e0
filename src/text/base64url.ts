const ALPHABET =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** The six bits of a character code; 64 for what is not of the alphabet. */
const BITS: Uint8Array = new Uint8Array(128).fill(64);
for (let i = 0; i < 64; i++) BITS[ALPHABET.charCodeAt(i)] = i;

/** The six bits of the character at `i`; 64 or more for anything foreign. */
function bitsAt(text: string, i: number): number {
  const code = text.charCodeAt(i);
  return code < 128 ? BITS[code] ?? 64 : 64;
}

/**
 * Decodes base64url as RFC 7515 wants it: no padding, no white space, nothing
 * of the other alphabet, and no bits left over. Reads a section of `text`, so
 * that a token need not be cut apart first.
 *
 * @param text What holds the encoded section.
 * @param start Where it starts; 0 by default.
 * @param end Where it ends, exclusive; the end of `text` by default.
 * @returns The bytes, or undefined when the section is not strict base64url.
 */
export function decodeBase64Url(
  text: string,
  start = 0,
  end: number = text.length,
): Uint8Array<ArrayBuffer> | undefined {
  const length = end - start;
  const rest = length & 3;
  if (rest === 1) return undefined;
  const out = new Uint8Array((length * 3) >> 2);
  const whole = end - rest;
  let seen = 0;
  let o = 0;
  let i = start;
  for (; i < whole; i += 4) {
    const a = bitsAt(text, i);
    const b = bitsAt(text, i + 1);
    const c = bitsAt(text, i + 2);
    const d = bitsAt(text, i + 3);
    seen |= a | b | c | d;
    out[o++] = (a << 2) | (b >> 4);
    out[o++] = (b << 4) | (c >> 2);
    out[o++] = (c << 6) | d;
  }
  if (rest > 0) {
    const a = bitsAt(text, i);
    const b = bitsAt(text, i + 1);
    const c = rest === 3 ? bitsAt(text, i + 2) : 0;
    seen |= a | b | c;
    out[o++] = (a << 2) | (b >> 4);
    if (rest === 3) out[o] = (b << 4) | (c >> 2);
    if ((rest === 2 ? b & 15 : c & 3) !== 0) return undefined;
  }
  return seen < 64 ? out : undefined;
}

/**
 * Encodes bytes as base64url without padding.
 *
 * @param bytes What to encode.
 * @returns The text.
 */
export function encodeBase64Url(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const a = bytes[i] ?? 0;
    const b = bytes[i + 1] ?? 0;
    const c = bytes[i + 2] ?? 0;
    text += ALPHABET.charAt(a >> 2) +
      ALPHABET.charAt(((a & 3) << 4) | (b >> 4)) +
      ALPHABET.charAt(((b & 15) << 2) | (c >> 6)) +
      ALPHABET.charAt(c & 63);
  }
  const over = bytes.length % 3;
  return over === 0 ? text : text.slice(0, over - 3);
}
