import type { KeyFamily } from "./algorithms.ts";

const SEQUENCE = 0x30;
const INTEGER = 0x02;
const BIT_STRING = 0x03;

/** The algorithm identifier of RSA: its OID and a NULL. */
const RSA = "06092a864886f70d0101010500";

/** Algorithm identifiers, in hex, and the family that each stands for. */
const FAMILIES: ReadonlyMap<string, KeyFamily> = new Map([
  [RSA, "RSA"],
  ["06072a8648ce3d020106082a8648ce3d030107", "P-256"],
  ["06072a8648ce3d020106052b81040022", "P-384"],
  ["06072a8648ce3d020106052b81040023", "P-521"],
  ["06032b6570", "Ed25519"],
]);

/** A public key in the form that WebCrypto imports, and what kind it is. */
export interface Spki {
  /** The SubjectPublicKeyInfo structure. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What kind of key it holds. */
  readonly family: KeyFamily;
}

/**
 * Finds out what kind of public key some DER holds: SubjectPublicKeyInfo, or
 * the older form of RSA keys, which it wraps.
 */
export function readSpki(der: Uint8Array<ArrayBuffer>): Spki | undefined {
  const outer = enter(der, 0, SEQUENCE);
  if (!outer) return undefined;
  const id = enter(der, outer.start, SEQUENCE);
  if (id) {
    const family = FAMILIES.get(hexOf(der.subarray(id.start, id.end)));
    return family && { bytes: der, family };
  }
  const modulus = enter(der, outer.start, INTEGER);
  // A private key starts with a version number, a public one with its modulus.
  if (!modulus || modulus.end - modulus.start < 9) return undefined;
  const algorithm = wrap(SEQUENCE, bytesOf(RSA));
  const key = wrap(BIT_STRING, new Uint8Array(1), der);
  return { bytes: wrap(SEQUENCE, algorithm, key), family: "RSA" };
}

/** Where the content of the element at an offset lies, if it has that tag. */
function enter(
  der: Uint8Array,
  at: number,
  tag: number,
): { readonly start: number; readonly end: number } | undefined {
  let length = der[at + 1] ?? 0;
  let start = at + 2;
  if (length > 127) {
    const digits = length - 128;
    length = 0;
    for (let i = 0; i < digits; i++) {
      length = length * 256 + (der[start++] ?? 0);
    }
  }
  const end = start + length;
  return der[at] === tag && end <= der.length ? { start, end } : undefined;
}

/** Puts an element around some content. */
function wrap(
  tag: number,
  ...content: readonly Uint8Array[]
): Uint8Array<ArrayBuffer> {
  const length = content.reduce((sum, part) => sum + part.length, 0);
  const head = length < 128
    ? [tag, length]
    : [tag, 0x82, length >> 8, length & 255];
  return Uint8Array.from([head, ...content].flatMap((part) => [...part]));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}
