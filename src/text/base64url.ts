const ALPHABET =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** The six bits of a character code; negative for what is not of the alphabet. */
const BITS = new Int8Array(128).fill(-1);
for (let i = 0; i < 64; i++) BITS[ALPHABET.charCodeAt(i)] = i;

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
  const bits = (i: number) => BITS[text.charCodeAt(i)] ?? -1;
  let seen = 0;
  let word = 0;
  let left = 0;
  let o = 0;
  let i = start;
  for (; i < end - 3; i += 4) {
    word = bits(i) << 18 | bits(i + 1) << 12 | bits(i + 2) << 6 | bits(i + 3);
    // Anything foreign makes the sign bit stick.
    seen |= word;
    out[o++] = word >> 16;
    out[o++] = word >> 8;
    out[o++] = word;
  }
  for (word = 0; i < end; i++) {
    word = word << 6 | bits(i);
    left += 6;
    if (left > 7) out[o++] = word >> (left -= 8);
  }
  const isBad = (seen | word) < 0 || left > 5 || word & ((1 << left) - 1);
  return isBad ? undefined : out;
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
