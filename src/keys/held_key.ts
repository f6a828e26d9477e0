import type { TokenVerificationErrorReason } from "../errors/token_verification_error.ts";
import { importInstanceKey } from "../jwt/instance_key.ts";
import type { CheckingKey } from "../jwt/signature_check.ts";

/** A key that is imported when it is first needed. */
export interface HeldKey {
  /** As it came: PEM text or a JWK. */
  readonly jwk: unknown;
  /** Ready for use, once it was needed. */
  imported?: CheckingKey;
}

/**
 * Imports a key, unless that was done.
 *
 * @param reason The reason of the error, when it cannot be used.
 */
export async function importHeld(
  held: HeldKey,
  reason: TokenVerificationErrorReason,
): Promise<CheckingKey> {
  const key = held.imported ?? await importInstanceKey(held.jwk, reason);
  // Whoever imports first decides, so that there is one key object.
  return held.imported ??= key;
}
