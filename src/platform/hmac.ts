import { subtle } from "./subtle.ts";

/**
 * A key for HMAC: the part of a `CryptoKey` that says so, described here as not
 * every consumer's compiler knows that type.
 */
export interface HmacKey {
  /** What it computes with. */
  readonly algorithm: { readonly name: string };
  /** Whether the host would give it away. */
  readonly extractable: boolean;
  /** Always `secret`. */
  readonly type: "private" | "public" | "secret";
  /** What may be done with it. */
  readonly usages: (
    | "decrypt"
    | "deriveBits"
    | "deriveKey"
    | "encrypt"
    | "sign"
    | "unwrapKey"
    | "verify"
    | "wrapKey"
  )[];
}

/** Makes a key for HMAC with SHA-256 that can sign and never leaves the host. */
export function importHmacKey(
  secret: Uint8Array<ArrayBuffer>,
): Promise<HmacKey> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  return subtle().importKey("raw", secret, algorithm, false, ["sign"]);
}

/** Computes the HMAC of some bytes. */
export function computeHmac(
  key: HmacKey,
  content: Uint8Array<ArrayBuffer>,
): Promise<ArrayBuffer> {
  return subtle().sign("HMAC", key, content);
}
