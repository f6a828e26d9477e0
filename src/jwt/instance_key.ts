import {
  refuse,
  type TokenVerificationErrorReason,
} from "../errors/token_verification_error.ts";
import { subtle } from "../platform/subtle.ts";
import { isObject, isText, type JsonObject } from "../text/json.ts";
import { decodePem } from "../text/pem.ts";
import { lengthOf } from "./crypto_key.ts";
import { mayBeUsedTo } from "./read_key.ts";
import { type CheckingKey, createCheckingKey } from "./signature_check.ts";
import type { JwtAlgorithm } from "./types.ts";

const RSA = "RSASSA-PKCS1-v1_5";

const ALGORITHMS: readonly JwtAlgorithm[] = ["RS256", "RS384", "RS512"];

/**
 * Makes the key of an instance ready for use. Instances sign with RSA; keys of
 * all other kinds are for {@linkcode importKey}.
 *
 * @param key A public key as PEM text or JWK.
 * @param reason The reason of the error, when it cannot be used.
 */
export async function importInstanceKey(
  key: unknown,
  reason: TokenVerificationErrorReason,
): Promise<CheckingKey> {
  const jwk = isObject(key) ? key : {};
  const { kid, alg = "RS256" } = jwk;
  const algorithm = ALGORITHMS.find((name) => name === alg);
  // What the host says about a failure may quote the key.
  const rsa = algorithm && mayBeUsedTo("verify", jwk) &&
    await importRsa(key, jwk, algorithm)?.catch(() => undefined);
  const bytes = rsa && lengthOf(rsa) || 0;
  return rsa && algorithm && bytes > 255
    ? createCheckingKey(kid, [[
      algorithm,
      (signature, signed) =>
        signature.length === bytes &&
        subtle().verify(RSA, rsa, signature, signed),
    ]])
    : refuse(
      reason,
      "Cannot use the key: expected public RSA of 2048 bits or more, as PEM or JWK.",
    );
}

function importRsa(
  key: unknown,
  { kty, n, e }: JsonObject,
  algorithm: JwtAlgorithm,
): Promise<CryptoKey> | undefined {
  const params = { name: RSA, hash: "SHA-" + algorithm.slice(2) };
  const der = isText(key) && decodePem(key);
  if (der) {
    return subtle().importKey("spki", der, params, false, ["verify"]);
  }
  return kty === "RSA" && isText(n) && isText(e)
    ? subtle().importKey("jwk", { kty, n, e }, params, false, ["verify"])
    : undefined;
}
