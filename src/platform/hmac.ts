import { subtle } from "./subtle.ts";

/** Makes a key for HMAC with SHA-256 that can sign and never leaves the host. */
export function importHmacKey(
  secret: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  return subtle().importKey("raw", secret, algorithm, false, ["sign"]);
}

/** Computes the HMAC of some bytes. */
export async function computeHmac(
  key: CryptoKey,
  content: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await subtle().sign("HMAC", key, content));
}
