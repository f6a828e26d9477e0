import type { ApiFailure } from "../errors/api_error.ts";

/** How many retries a client may make before its traffic has earned any. */
const ALLOWANCE = 10;

/** How many retries each call earns. */
const EARNED = 0.1;

/**
 * Keeps the retries of a client below a tenth of its calls, so that an outage
 * is not made worse; the first ten are free, so that a lone script may retry.
 */
export interface RetryBudget {
  /** To be called once for each call. */
  earn(): void;
  /** Whether there may be a retry now; takes it from the budget. */
  spend(): boolean;
}

/** Creates a budget with nothing spent. */
export function createRetryBudget(): RetryBudget {
  let tokens = ALLOWANCE;
  return {
    earn() {
      tokens = Math.min(ALLOWANCE, tokens + EARNED);
    },
    spend() {
      if (tokens < 1) return false;
      tokens--;
      return true;
    },
  };
}

/**
 * Whether a failure can pass, so that another attempt makes sense and does no
 * harm. What may change something is sent again only when it was refused
 * before it was carried out.
 *
 * @param safe Whether the operation changes nothing.
 */
export function canRetry(failure: ApiFailure, safe: boolean): boolean {
  const { status } = failure;
  if (status === 429) return true;
  if (!safe) return false;
  if (status !== undefined) return status === 408 || status >= 500;
  const [{ code }] = failure.errors;
  return code === "network_error" || code === "timeout";
}

/**
 * How long to wait for the next attempt, in whole milliseconds: as long as the API
 * asks, else a random time below 0.25 s, doubled with each retry up to 4 s.
 */
export function retryDelay(
  retry: number,
  retryAfter: number | undefined,
  random: () => number,
): number {
  return retryAfter === undefined
    ? Math.round(random() * Math.min(4000, 250 * 2 ** retry))
    : Math.ceil(retryAfter * 1000);
}
