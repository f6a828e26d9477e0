import type { EmulatorClock } from "./clock.ts";
import { refuse } from "./http/refusal.ts";

/**
 * How many requests the API lets through: as many as Clerk does for a
 * production or a development instance (1,000 and 100 in ten seconds), or a
 * number of your own.
 */
export type RateLimit = "production" | "development" | {
  /** How many requests are let through in a window. */
  readonly requests: number;
  /** How long a window is, in milliseconds. It begins with a request. */
  readonly perMs: number;
};

/** Counts requests. */
export interface RateCounter {
  /**
   * Counts a request.
   *
   * @throws {Refusal} When it is one too many.
   */
  count(): void;
  /** Begins anew. */
  clear(): void;
}

const CLERKS: { readonly [name: string]: Exclude<RateLimit, string> } = {
  production: { requests: 1000, perMs: 10_000 },
  development: { requests: 100, perMs: 10_000 },
};

/**
 * Makes a counter that has counted nothing; without a limit, it lets all through.
 *
 * @throws {TypeError} When the limit is none.
 */
export function createRateCounter(
  limit: RateLimit | undefined,
  clock: EmulatorClock,
): RateCounter {
  const { requests, perMs } = readLimit(limit);
  let start = -Infinity;
  let counted = 0;
  return {
    count() {
      const now = clock.now();
      // A clock that was set back begins a window too.
      if (!(now >= start && now < start + perMs)) {
        start = now;
        counted = 0;
      }
      if (counted < requests) counted++;
      else throw refuseOneTooMany(start + perMs - now);
    },
    clear() {
      start = -Infinity;
    },
  };
}

function readLimit(
  limit: RateLimit = { requests: Infinity, perMs: 1 },
): Exclude<RateLimit, string> {
  const read = typeof limit === "string" ? CLERKS[limit] : limit;
  if (read && read.requests >= 1 && read.perMs > 0) return read;
  throw new TypeError(
    'Cannot use "rateLimit": expected "production", "development", or an object with "requests" and "perMs", both positive.',
  );
}

function refuseOneTooMany(ms: number): Error {
  return refuse(
    "too_many_requests",
    "Too many requests. Come again later.",
    undefined,
    { "retry-after": String(Math.ceil(ms / 1000)) },
  );
}
