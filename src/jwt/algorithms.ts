import type { JwtAlgorithm } from "./types.ts";

/** What a key must be to be of use to an algorithm: a key type or a curve. */
export type KeyFamily =
  | "RSA"
  | "P-256"
  | "P-384"
  | "P-521"
  | "Ed25519"
  | "HMAC";

/** One algorithm of JWS, in the terms of WebCrypto. */
export interface Algorithm {
  /** Which keys it takes. */
  readonly family: KeyFamily;
  /** What WebCrypto wants to hear when it imports, verifies and signs. */
  readonly params: {
    readonly name: string;
    readonly hash: string;
    readonly namedCurve: string;
    readonly saltLength: number;
  };
}

function row(
  family: KeyFamily,
  name: string,
  bits: number,
): Algorithm {
  return {
    family,
    params: {
      name,
      hash: "SHA-" + bits,
      namedCurve: family,
      saltLength: bits / 8,
    },
  };
}

/** All algorithms. The first of each family is what its keys verify by default. */
export const ALGORITHMS: ReadonlyMap<JwtAlgorithm, Algorithm> =
  /* @__PURE__ */ listAlgorithms();

function listAlgorithms(): ReadonlyMap<JwtAlgorithm, Algorithm> {
  return new Map([
    ["RS256", row("RSA", "RSASSA-PKCS1-v1_5", 256)],
    ["RS384", row("RSA", "RSASSA-PKCS1-v1_5", 384)],
    ["RS512", row("RSA", "RSASSA-PKCS1-v1_5", 512)],
    ["PS256", row("RSA", "RSA-PSS", 256)],
    ["PS384", row("RSA", "RSA-PSS", 384)],
    ["PS512", row("RSA", "RSA-PSS", 512)],
    ["ES256", row("P-256", "ECDSA", 256)],
    ["ES384", row("P-384", "ECDSA", 384)],
    ["ES512", row("P-521", "ECDSA", 512)],
    ["EdDSA", row("Ed25519", "Ed25519", 512)],
    ["HS256", row("HMAC", "HMAC", 256)],
    ["HS384", row("HMAC", "HMAC", 384)],
    ["HS512", row("HMAC", "HMAC", 512)],
  ]);
}
