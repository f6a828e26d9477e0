import type { Result } from "../errors/result.ts";
import type { TokenVerificationError } from "../errors/token_verification_error.ts";
import type { VerificationKey } from "../jwt/types.ts";
import type { JwksEntry } from "./jwks.ts";

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
   * Takes keys over, or else fetches them unless they are fresh. Absent where
   * there is but one key. Never rejects.
   *
   * @returns The ids of the keys, or why there are none.
   */
  load?(
    keys: Map<string, JwksEntry> | undefined,
  ): Promise<readonly string[] | TokenVerificationError>;
}
