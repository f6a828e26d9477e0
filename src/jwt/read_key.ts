import { isObject, type JsonObject } from "../text/json.ts";
import { decodePem } from "../text/pem.ts";
import { encodeUtf8 } from "../text/utf8.ts";
import type { KeyFamily } from "./algorithms.ts";
import type { KeyData } from "./crypto_key.ts";
import { readSpki } from "./der.ts";

/** A key in a form that WebCrypto takes, and what is known about it. */
export interface RawKey {
  /** What kind of key it is. */
  readonly family: KeyFamily;
  /** The key itself. */
  readonly data: KeyData;
  /** The one algorithm that it says to be for. */
  readonly alg?: unknown;
  /** Its id, if that is text. */
  readonly kid?: unknown;
}

/** Reads PEM text, a JWK or a marked secret; gives the reason when it cannot. */
export function readKey(key: unknown): RawKey | string {
  if (typeof key === "string") {
    const der = decodePem(key);
    const spki = der && readSpki(der);
    return spki ?? "expected the PEM text of a public key";
  }
  if (!isObject(key) || !("secret" in key)) return readJwk(key);
  const data = readSecret(key.secret);
  return data
    ? { family: "HMAC", data }
    : "expected the secret to be text or bytes";
}

/** The bytes of a secret, copied; undefined when it is no secret. */
export function readSecret(
  secret: unknown,
): Uint8Array<ArrayBuffer> | undefined {
  if (typeof secret === "string") return encodeUtf8(secret);
  if (!ArrayBuffer.isView(secret)) return undefined;
  const { buffer, byteOffset, byteLength } = secret;
  return new Uint8Array(buffer, byteOffset, byteLength).slice();
}

/** Reads the public half of a JWK; gives the reason when it cannot. */
export function readJwk(jwk: unknown): RawKey | string {
  if (!isObject(jwk)) return "expected PEM text, a JWK or a marked secret";
  if (!mayBeUsedTo("verify", jwk)) {
    return `its "use" or "key_ops" do not allow it to verify`;
  }
  const family = familyOf(jwk);
  return family
    ? {
      family,
      data: pickTexts(jwk, ["kty", "crv", "n", "e", "x", "y"]),
      alg: algOf(jwk),
      kid: jwk.kid,
    }
    : `its "kty" and "crv" are not of a supported public key`;
}

/** Whether the restrictions that a JWK names allow something. */
export function mayBeUsedTo(
  operation: "sign" | "verify",
  { use = "sig", key_ops: operations = [operation] }: JsonObject,
): boolean {
  return use === "sig" && Array.isArray(operations) &&
    operations.includes(operation);
}

/** Copies members of a JWK, so that the host sees nothing else of it. */
export function pickTexts(
  jwk: JsonObject,
  names: readonly string[],
): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const name of names) {
    const value = jwk[name];
    if (typeof value === "string") picked[name] = value;
  }
  return picked;
}

/** The algorithm that a JWK is for; RFC 9864 gave EdDSA another name. */
export function algOf({ alg }: JsonObject): unknown {
  return alg === "Ed25519" ? "EdDSA" : alg;
}

/** What kind of key a JWK is. */
export function familyOf({ kty, crv }: JsonObject): KeyFamily | undefined {
  if (kty === "RSA") return kty;
  if (kty === "OKP" && crv === "Ed25519") return crv;
  const isCurve = crv === "P-256" || crv === "P-384" || crv === "P-521";
  return kty === "EC" && isCurve ? crv : undefined;
}
