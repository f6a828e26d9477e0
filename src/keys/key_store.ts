import type { CheckingKey } from "../jwt/signature_check.ts";
import type { JwksEntry } from "./jwks.ts";

/** Where the keys of one instance come from and are kept. */
export interface KeyStore {
  /**
   * The key, when it is at hand and needs no look at where it came from.
   *
   * @param kid The id that the token names.
   * @param nowMs The time, in milliseconds since 1970.
   */
  peek(kid: string | undefined, nowMs: number): CheckingKey | undefined;
  /** Gets the key, by whatever it takes. Rejects when there is none. */
  find(kid?: string): Promise<CheckingKey>;
  /** Takes keys over from elsewhere. Absent where there is but one key. */
  take?(keys: Map<string, JwksEntry>): void;
  /** The ids of all keys, asked for unless they are fresh. Absent likewise. */
  list?(): Promise<readonly string[]>;
}
