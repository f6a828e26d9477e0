import { isObject, type JsonObject } from "../text/json.ts";
import { decodePem } from "../text/pem.ts";
import { encodeUtf8 } from "../text/utf8.ts";
import type { KeyFamily } from "./algorithms.ts";
import { readSpki } from "./spki.ts";

/** A key in a form that WebCrypto takes, and what is known about it. */
export type RawKey =
  & {
    /** What kind of key it is. */
    readonly family: KeyFamily;
    /** The one algorithm that it says to be for. */
    readonly alg?: unknown;
    /** Its id. */
    readonly kid?: unknown;
  }
  & (
    | { readonly format: "jwk"; readonly data: JsonWebKey }
    | {
      readonly format: "raw" | "spki";
      readonly data: Uint8Array<ArrayBuffer>;
    }
  );

/** Reads PEM text, a JWK or a marked secret; gives the reason when it cannot. */
export function readKey(key: unknown): RawKey | string {
  if (typeof key === "string") return readPem(key);
  if (!isObject(key)) return "expected PEM text, a JWK or a marked secret";
  return "secret" in key ? readSecret(key.secret) : readJwk(key);
}

function readPem(text: string): RawKey | string {
  const der = decodePem(text);
  const spki = der && readSpki(der);
  return spki
    ? { family: spki.family, format: "spki", data: spki.bytes }
    : "expected the PEM text of a public key (RSA, EC or Ed25519)";
}

function readSecret(secret: unknown): RawKey | string {
  const data = secretBytes(secret);
  return data
    ? { family: "HMAC", format: "raw", data }
    : "expected the secret to be text or bytes";
}

/** The bytes of a secret, copied; undefined when it is no secret. */
export function secretBytes(
  secret: unknown,
): Uint8Array<ArrayBuffer> | undefined {
  if (typeof secret === "string") return encodeUtf8(secret);
  return secret instanceof Uint8Array ? Uint8Array.from(secret) : undefined;
}

/** Reads the public half of a JWK; gives the reason when it cannot. */
export function readJwk(jwk: JsonObject): RawKey | string {
  const { kty, crv, alg, kid, use, key_ops: ops } = jwk;
  if (use !== undefined && use !== "sig") return `its "use" is not "sig"`;
  if (ops !== undefined && !(Array.isArray(ops) && ops.includes("verify"))) {
    return `its "key_ops" do not include "verify"`;
  }
  const family = familyOf(kty, crv);
  if (!family) return `its "kty" is not that of a supported public key`;
  const data = pickTexts(jwk, ["kty", "crv", "n", "e", "x", "y"]);
  return { family, format: "jwk", data, alg, kid };
}

function familyOf(kty: unknown, crv: unknown): KeyFamily | undefined {
  if (kty === "RSA") return kty;
  if (kty === "OKP" && crv === "Ed25519") return crv;
  const isCurve = crv === "P-256" || crv === "P-384" || crv === "P-521";
  return kty === "EC" && isCurve ? crv : undefined;
}

/** Copies the members of a JWK that matter, and nothing that restricts its use. */
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
