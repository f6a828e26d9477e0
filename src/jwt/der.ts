import type { KeyFamily } from "./algorithms.ts";

const SEQUENCE = 0x30;
const INTEGER = 0x02;

/** The algorithm identifier of RSA keys: an OID and a NULL. */
const RSA = "6,9,42,134,72,134,247,13,1,1,1,5,0";

/** The OID of EC keys, and what the OIDs of the curves begin with. */
const EC = "6,7,42,134,72,206,61,2,1,6,";

/** Algorithm identifiers, byte by byte, and what kind of key each stands for. */
const FAMILIES: ReadonlyMap<string, KeyFamily> = new Map([
  [RSA, "RSA"],
  [EC + "8,42,134,72,206,61,3,1,7", "P-256"],
  [EC + "5,43,129,4,0,34", "P-384"],
  [EC + "5,43,129,4,0,35", "P-521"],
  ["6,3,43,101,112", "Ed25519"],
]);

/** A public key in the form that WebCrypto imports, and what kind it is. */
export interface Spki {
  /** The SubjectPublicKeyInfo structure. */
  readonly data: Uint8Array<ArrayBuffer>;
  /** What kind of key it holds. */
  readonly family: KeyFamily;
}

/**
 * Finds out what kind of public key some DER holds: SubjectPublicKeyInfo, or
 * the older form of RSA keys, which it wraps into one.
 */
export function readSpki(der: Uint8Array<ArrayBuffer>): Spki | undefined {
  const [start] = enter(der, 0, SEQUENCE);
  const family = identify(der, start);
  if (family) return { data: der, family };
  const [from, to] = enter(der, start, INTEGER);
  // A private key starts with a version number, a public one with its modulus.
  return to - from > 99 ? { data: wrapRsa(der), family: "RSA" } : undefined;
}

/** Tells what kind of private key some DER of PKCS #8 holds. */
export function readPkcs8(der: Uint8Array): KeyFamily | undefined {
  const [start] = enter(der, 0, SEQUENCE);
  const [, end] = enter(der, start, INTEGER);
  return identify(der, end);
}

/** What kind of key the algorithm identifier at an offset stands for. */
function identify(der: Uint8Array, at: number): KeyFamily | undefined {
  return FAMILIES.get(der.subarray(...enter(der, at, SEQUENCE)).join());
}

/** Where the content of the element at an offset lies; nowhere if it isn't one. */
function enter(
  der: Uint8Array,
  at: number,
  tag: number,
): readonly [start: number, end: number] {
  let length = der[at + 1] ?? 0;
  let start = at + 2;
  if (length > 127) {
    const digitsEnd = start + length - 128;
    length = 0;
    while (start < digitsEnd) length = length * 256 + (der[start++] ?? 0);
  }
  return der[at] === tag ? [start, start + length] : [0, 0];
}

/** Puts a bare RSA key into a SubjectPublicKeyInfo structure. */
function wrapRsa(key: Uint8Array): Uint8Array<ArrayBuffer> {
  const identifier = [SEQUENCE, 13, ...RSA.split(",").map(Number)];
  const bits = [3, 0x82, ...twoBytes(key.length + 1), 0, ...key];
  const length = twoBytes(identifier.length + bits.length);
  return Uint8Array.of(SEQUENCE, 0x82, ...length, ...identifier, ...bits);
}

function twoBytes(n: number): readonly number[] {
  return [n >> 8, n & 255];
}
