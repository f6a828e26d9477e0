/** The six bits of a character code; negative for what is not of the alphabet. */
const BITS = new Int8Array(128).fill(-1);
for (let i = 0; i < 64; i++) BITS[codeOf(i)] = i;

/** The character code of six bits: A to Z, a to z, 0 to 9, then - and _. */
function codeOf(bits: number): number {
  return bits < 26
    ? bits + 65
    : bits < 52
    ? bits + 71
    : bits < 62
    ? bits - 4
    : bits < 63
    ? 45
    : 95;
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
  const out = new Uint8Array(((end - start) * 3) >> 2);
  let seen = 0;
  let word = 0;
  let left = 0;
  let o = 0;
  for (let i = start; i < end; i++) {
    const bits = BITS[text.charCodeAt(i)] ?? -1;
    // Anything foreign makes the sign bit stick.
    seen |= bits;
    word = word << 6 | bits;
    left += 6;
    if (left > 7) out[o++] = word >> (left -= 8);
  }
  return seen < 0 || left > 5 || word & ((1 << left) - 1) ? undefined : out;
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
    text += String.fromCharCode(
      codeOf(a >> 2),
      codeOf(((a & 3) << 4) | (b >> 4)),
      codeOf(((b & 15) << 2) | (c >> 6)),
      codeOf(c & 63),
    );
  }
  const over = bytes.length % 3;
  return over === 0 ? text : text.slice(0, over - 3);
}
