import { encodeUtf8 } from "./utf8.ts";

/** The six bits of a character code; negative for what is not of the alphabet. */
const BITS = /* @__PURE__ */ listBits();

function listBits(): Int8Array {
  const bits = new Int8Array(128).fill(-1);
  for (let i = 0; i < 64; i++) bits[codeOf(i)] = i;
  return bits;
}

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
 * of the other alphabet, and no bits left over.
 *
 * @param text What is encoded.
 * @returns The bytes, or undefined when the text is not strict base64url.
 */
export function decodeBase64Url(
  text: string,
): Uint8Array<ArrayBuffer> | undefined {
  const bytes = encodeUtf8(text);
  return decodeSection(bytes, 0, bytes.length)?.slice();
}

/**
 * Decodes a section of text that is at hand in UTF-8, without room of its own:
 * a token is verified with one piece of memory.
 *
 * @param bytes Holds the section, and takes what it decodes to.
 * @param start Where the section starts.
 * @param end Where it ends, exclusive.
 * @param at Where to write; over the section by default.
 * @returns What was written, a view, or undefined when the section is not
 * strict base64url.
 */
export function decodeSection(
  bytes: Uint8Array<ArrayBuffer>,
  start: number,
  end: number,
  at: number = start,
): Uint8Array<ArrayBuffer> | undefined {
  let seen = 0;
  let word = 0;
  let left = 0;
  let i = start;
  let o = at;
  // Anything foreign makes the sign bit stick.
  for (; i < end - 3; i += 4) {
    word = bitsAt(bytes, i) << 18 | bitsAt(bytes, i + 1) << 12 |
      bitsAt(bytes, i + 2) << 6 | bitsAt(bytes, i + 3);
    seen |= word;
    bytes[o++] = word >> 16;
    bytes[o++] = word >> 8;
    bytes[o++] = word;
  }
  for (; i < end; i++) {
    const bits = bitsAt(bytes, i);
    seen |= bits;
    word = word << 6 | bits;
    left += 6;
    if (left > 7) bytes[o++] = word >> (left -= 8);
  }
  return seen < 0 || left > 5 || word & ((1 << left) - 1)
    ? undefined
    : bytes.subarray(at, o);
}

function bitsAt(bytes: Uint8Array, i: number): number {
  return BITS[bytes[i] ?? 128] ?? -1;
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
