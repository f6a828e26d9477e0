import type { Clock } from "../../platform/clock.ts";
import { demand } from "../../text/options.ts";
import type { VerifiedMachineToken } from "./types.ts";

/** The longest that a token may be believed without asking again. */
const LONGEST_MS = 60_000;

/** How long opaque tokens are believed, and how many. */
export interface OpaqueTokenCacheOptions {
  /**
   * How long a token that Clerk accepted is accepted without asking again, in
   * milliseconds, up to 60,000; 0, as by default, to ask each time. A token that
   * is revoked meanwhile goes on being accepted for as long.
   */
  readonly ttlInMs: number;
  /** How many tokens to remember; 1000 by default. */
  readonly size?: number | undefined;
}

/** A short and bounded memory of opaque tokens that were accepted. */
export interface OpaqueTokenCache {
  /** What was kept for a token, compared whole. */
  get(text: string): VerifiedMachineToken | undefined;
  /** Keeps a token; the one that was kept first makes room. */
  set(token: VerifiedMachineToken): void;
}

/**
 * Makes a memory of opaque tokens.
 *
 * @throws {TypeError} When an option is out of range.
 */
export function createOpaqueTokenCache(
  { ttlInMs, size = 1000 }: OpaqueTokenCacheOptions,
  clock: Clock,
): OpaqueTokenCache {
  demand(
    "ttlInMs",
    Number.isFinite(ttlInMs) && ttlInMs >= 0 && ttlInMs <= LONGEST_MS,
    `milliseconds, ${LONGEST_MS} at most`,
  );
  demand("size", Number.isSafeInteger(size) && size > 0, "a whole number");
  const kept = new Map<string, { token: VerifiedMachineToken; at: number }>();
  // Gives the oldest, time after time: one that starts anew has to pass all the
  // places of what was forgotten.
  const oldest = kept.keys();
  return {
    get: (text) => {
      const found = kept.get(text);
      if (!found) return undefined;
      const age = clock.now() - found.at;
      // A clock that was set back counts as time that passed.
      if (age >= 0 && age < ttlInMs) return found.token;
      kept.delete(text);
      return undefined;
    },
    set: (token) => {
      kept.delete(token.text);
      if (kept.size >= size) kept.delete(oldest.next().value ?? "");
      if (ttlInMs > 0) kept.set(token.text, { token, at: clock.now() });
    },
  };
}
