import { subtle } from "../platform/subtle.ts";
import { isObject, type JsonObject } from "../text/json.ts";
import { decodePem } from "../text/pem.ts";
import { type Algorithm, ALGORITHMS } from "./algorithms.ts";
import { pickTexts, secretBytes } from "./read_key.ts";
import type { JwtAlgorithm, JwtSigningKey } from "./types.ts";

/** Signs bytes. Rejects when the host does. */
export type Sign = (
  bytes: Uint8Array<ArrayBuffer>,
) => Promise<Uint8Array<ArrayBuffer>>;

const JWK_MEMBERS = "kty crv n e d p q dp dq qi x y".split(" ");

/** Makes a private key ready for one algorithm; gives the reason when it cannot. */
export async function importSigningKey(
  key: JwtSigningKey,
  alg: JwtAlgorithm,
): Promise<Sign | string> {
  const algorithm = ALGORITHMS.get(alg);
  if (!algorithm) return "the algorithm is not supported";
  const misfit = `the key is not a private key for ${alg}`;
  try {
    const imported = await importPrivate(key, alg, algorithm);
    if (!imported) return misfit;
    const bits: unknown = Reflect.get(imported.algorithm, "modulusLength");
    if (bits !== undefined && !(Number(bits) >= 2048)) {
      return "an RSA key has 2048 bits or more";
    }
    return async (bytes) =>
      new Uint8Array(await subtle().sign(algorithm.params, imported, bytes));
  } catch {
    // What the host says about the failure may quote the key.
    return misfit;
  }
}

async function importPrivate(
  key: unknown,
  alg: JwtAlgorithm,
  { family, params }: Algorithm,
): Promise<CryptoKey | undefined> {
  if (family === "HMAC") {
    const bytes = isObject(key) ? secretBytes(key.secret) : undefined;
    // A secret shorter than the hash would be the weakest part (RFC 7518, 3.2).
    if (!bytes || bytes.length < params.saltLength) return undefined;
    return await subtle().importKey("raw", bytes, params, false, ["sign"]);
  }
  if (isObject(key)) {
    if (!mayBeSignedWith(key, alg)) return undefined;
    const jwk = pickTexts(key, JWK_MEMBERS);
    return await subtle().importKey("jwk", jwk, params, false, ["sign"]);
  }
  const der = typeof key === "string" ? decodePem(key) : undefined;
  return der && await subtle().importKey("pkcs8", der, params, false, ["sign"]);
}

/** Whether a JWK's own restrictions allow signing with an algorithm. */
function mayBeSignedWith(jwk: JsonObject, algorithm: JwtAlgorithm): boolean {
  const { alg, use, key_ops: ops } = jwk;
  return (alg === undefined || alg === algorithm) &&
    (use === undefined || use === "sig") &&
    (ops === undefined || Array.isArray(ops) && ops.includes("sign"));
}
