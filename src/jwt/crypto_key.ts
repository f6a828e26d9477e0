import { subtle } from "../platform/subtle.ts";
import type { Algorithm } from "./algorithms.ts";

/** A key in a form that WebCrypto takes: a JWK, DER, or the bytes of a secret. */
export type KeyData = Uint8Array<ArrayBuffer> | JsonWebKey;

/**
 * Hands a key to the host, for one algorithm and one use.
 *
 * @returns The key, or undefined when it is too short to be safe. Rejects when
 * the host cannot read it.
 */
export async function importCryptoKey(
  data: KeyData,
  { family, params }: Algorithm,
  use: "sign" | "verify",
): Promise<CryptoKey | undefined> {
  let key: CryptoKey;
  // Not by instanceof: on some hosts bytes come from another realm.
  if (ArrayBuffer.isView(data)) {
    const isSecret = family === "HMAC";
    // A secret shorter than the hash would be the weakest part (RFC 7518, 3.2).
    if (isSecret && data.length < params.saltLength) return undefined;
    const format = isSecret ? "raw" : use === "sign" ? "pkcs8" : "spki";
    key = await subtle().importKey(format, data, params, false, [use]);
  } else {
    key = await subtle().importKey("jwk", data, params, false, [use]);
  }
  return (lengthOf(key) ?? 256) < 256 ? undefined : key;
}

/**
 * How many bytes the signatures of an RSA key have, 0 when anybody could make
 * them; undefined for other keys.
 * Some hosts let pass one that lacks leading zeros, so that a token would have
 * two forms.
 */
export function lengthOf(key: CryptoKey): number | undefined {
  const { modulusLength, publicExponent = [] }: RsaParts = key.algorithm;
  // With the exponent 1 a signature would be its own message, for all to make.
  const isSafe = Number(publicExponent.join("")) > 1;
  return modulusLength && (isSafe ? Math.ceil(modulusLength / 8) : 0);
}

/** What a key tells of itself, if it is an RSA key. */
interface RsaParts extends KeyAlgorithm {
  readonly modulusLength?: number;
  readonly publicExponent?: { join(separator: string): string };
}
