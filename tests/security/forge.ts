// RSA by hand, to make signatures that no library makes.

/** What a private JWK of RSA gives. */
export interface RsaNumbers {
  readonly n: bigint;
  readonly d: bigint;
  /** How many bytes the modulus has. */
  readonly size: number;
}

/** Reads modulus and private exponent of a JWK. */
export function readNumbers({ n = "", d = "" }: JsonWebKey): RsaNumbers {
  const modulus = decode(n);
  return { n: toNumber(modulus), d: toNumber(decode(d)), size: modulus.length };
}

/** Computes the power of a number with the private exponent, as bytes. */
export function applyPrivate(
  block: Uint8Array,
  { n, d, size }: RsaNumbers,
): Uint8Array {
  let result = 1n;
  let base = toNumber(block) % n;
  for (let rest = d; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = result * base % n;
    base = base * base % n;
  }
  return toBytes(result, size);
}

export function toNumber(bytes: Uint8Array): bigint {
  let hex = "";
  for (const byte of bytes) hex += byte.toString(16).padStart(2, "0");
  return BigInt(`0x${hex || "0"}`);
}

export function toBytes(number: bigint, size: number): Uint8Array {
  const hex = number.toString(16).padStart(2 * size, "0");
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

export function decode(text: string): Uint8Array {
  const base64 = text.replaceAll("-", "+").replaceAll("_", "/");
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

export function join(...parts: readonly ArrayLike<number>[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => Array.from(part)));
}

/** The start of DigestInfo for SHA-256, its parameters NULL. */
export const SHA256 = decode("MDEwDQYJYIZIAWUDBAIBBQAEIA");

/** `00 01 ff … ff 00` and content, as long as the modulus. */
export function pad(
  content: Uint8Array,
  size: number,
  { type = 1, filler = 0xff, end = 0 } = {},
): Uint8Array {
  const length = Math.max(0, size - 3 - content.length);
  return join([0, type], new Uint8Array(length).fill(filler), [end], content);
}
