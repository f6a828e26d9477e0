import type { JwtAlgorithm, VerificationKey } from "./types.ts";

/** Judges a signature over bytes. Rejects only when the host fails. */
export type SignatureCheck = (
  signature: Uint8Array<ArrayBuffer>,
  signed: Uint8Array<ArrayBuffer>,
) => boolean | Promise<boolean>;

/** The algorithms that a key may verify, each with its check. */
export type SignatureChecks = ReadonlyMap<string, SignatureCheck>;

/** What each imported key verifies with, out of reach of whoever holds it. */
const imported = new WeakMap<object, SignatureChecks>();

/** Makes an imported key out of its checks. */
export function createVerificationKey(
  kid: string | undefined,
  checks: readonly (readonly [JwtAlgorithm, SignatureCheck])[],
): VerificationKey {
  const algorithms = Object.freeze(checks.map(([name]) => name));
  const key = Object.freeze({ kid, algorithms });
  imported.set(key, new Map<string, SignatureCheck>(checks));
  return key;
}

/** The checks of an imported key; undefined for anything else. */
export function checksOf(key: object): SignatureChecks | undefined {
  return imported.get(key);
}
