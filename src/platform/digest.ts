import { subtle } from "./subtle.ts";

/** The SHA-256 digest of some bytes. */
export async function sha256(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await subtle().digest("SHA-256", bytes));
}
