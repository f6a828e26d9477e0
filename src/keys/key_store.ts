import type { Result } from "../errors/result.ts";
import type { TokenVerificationError } from "../errors/token_verification_error.ts";
import type { VerificationKey } from "../jwt/types.ts";

/** Where the keys of one instance come from and are kept. */
export interface KeyStore {
  /**
   * The key, when it is at hand and needs no look at where it came from.
   *
   * @param kid The id that the token names.
   * @param nowMs The time, in milliseconds since 1970.
   */
  peek(kid: string | undefined, nowMs: number): VerificationKey | undefined;
  /** Gets the key, by whatever it takes. Never rejects. */
  find(
    kid: string | undefined,
  ): Promise<Result<VerificationKey, TokenVerificationError>>;
  /**
   * Makes all keys ready for use. Never rejects.
   *
   * @param jwks The keys, when they need not be fetched.
   * @returns The ids of the keys.
   */
  hydrate(
    jwks?: unknown,
  ): Promise<Result<readonly string[], TokenVerificationError>>;
}
