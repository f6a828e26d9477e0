import { subtle } from "./subtle.ts";

/** The SHA-256 digest of some bytes. */
export async function sha256(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await subtle().digest("SHA-256", bytes));
}

/** The SHA-1 digest of some bytes: for names that others derive so, never for secrets. */
export async function sha1(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await subtle().digest("SHA-1", bytes));
}
