import { isText } from "../text/json.ts";
import type { JwtAlgorithm } from "./types.ts";

/** Judges a signature over bytes. Fails only when the host does. */
export type SignatureCheck = (
  signature: Uint8Array<ArrayBuffer>,
  signed: Uint8Array<ArrayBuffer>,
) => boolean | Promise<boolean>;

/** A key that is ready for use. Callers never get hold of it. */
export interface CheckingKey {
  /** The id of the key, when it came as a JWK that has one. */
  readonly kid: string | undefined;
  /** The algorithms that the key may verify, each with its check. */
  readonly checks: ReadonlyMap<string, SignatureCheck>;
}

/** Makes a key out of its checks. */
export function createCheckingKey(
  kid: unknown,
  checks: readonly (readonly [JwtAlgorithm, SignatureCheck])[],
): CheckingKey {
  return {
    kid: isText(kid) ? kid : undefined,
    checks: new Map<string, SignatureCheck>(checks),
  };
}
