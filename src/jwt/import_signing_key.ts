import { subtle } from "../platform/subtle.ts";
import { isObject } from "../text/json.ts";
import { decodePem } from "../text/pem.ts";
import { type Algorithm, ALGORITHMS } from "./algorithms.ts";
import { importCryptoKey, type KeyData } from "./crypto_key.ts";
import { readPkcs8 } from "./der.ts";
import {
  algOf,
  familyOf,
  mayBeUsedTo,
  pickTexts,
  readSecret,
} from "./read_key.ts";
import type { JwtAlgorithm, JwtSigningKey } from "./types.ts";

/** Signs bytes. Rejects when the host does. */
export type Sign = (
  bytes: Uint8Array<ArrayBuffer>,
) => Promise<Uint8Array<ArrayBuffer>>;

const MEMBERS = [
  "kty",
  "crv",
  "n",
  "e",
  "x",
  "y",
  "d",
  "p",
  "q",
  "dp",
  "dq",
  "qi",
];

/** Makes a private key ready for one algorithm; gives the reason when it cannot. */
export async function importSigningKey(
  key: JwtSigningKey,
  alg: JwtAlgorithm,
): Promise<Sign | string> {
  const algorithm = ALGORITHMS.get(alg);
  const data = algorithm && readSigningKey(key, alg, algorithm);
  if (!data) return `the key is not a private key for ${alg}`;
  try {
    const imported = await importCryptoKey(data, algorithm, "sign");
    if (!imported) return "the key is too short to be safe";
    return async (bytes) =>
      new Uint8Array(await subtle().sign(algorithm.params, imported, bytes));
  } catch {
    // What the host says about the failure may quote the key.
    return `the key is not a private key for ${alg}`;
  }
}

function readSigningKey(
  key: unknown,
  alg: JwtAlgorithm,
  { family }: Algorithm,
): KeyData | undefined {
  if (family === "HMAC") {
    return isObject(key) ? readSecret(key.secret) : undefined;
  }
  if (typeof key === "string") {
    const der = decodePem(key);
    return der && readPkcs8(der) === family ? der : undefined;
  }
  const isFit = isObject(key) && mayBeUsedTo("sign", key) &&
    familyOf(key) === family && (algOf(key) ?? alg) === alg;
  return isFit ? pickTexts(key, MEMBERS) : undefined;
}
