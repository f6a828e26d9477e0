import type { JwtAlgorithm, VerificationKey } from "./types.ts";

/** Judges a signature over bytes. Rejects only when the host fails. */
export type SignatureCheck = (
  signature: Uint8Array<ArrayBuffer>,
  signed: Uint8Array<ArrayBuffer>,
) => Promise<boolean>;

/** The algorithms that a key may verify, each with its check. */
export type SignatureChecks = readonly (readonly [
  JwtAlgorithm,
  SignatureCheck,
])[];

/** What each imported key verifies with, out of reach of whoever holds it. */
const imported = new WeakMap<object, SignatureChecks>();

/** Makes an imported key out of its checks. */
export function createVerificationKey(
  kid: string | undefined,
  checks: SignatureChecks,
): VerificationKey {
  const key = Object.freeze({
    kid,
    algorithms: Object.freeze(checks.map(([name]) => name)),
  });
  imported.set(key, checks);
  return key;
}

/** The checks of an imported key; undefined for anything else. */
export function checksOf(key: object): SignatureChecks | undefined {
  return imported.get(key);
}
