import type { ApiFailure } from "../errors/api_error.ts";
import type { Limits } from "./limits.ts";
import type { Operation } from "./operation.ts";

/** How many retries a client may make before its traffic has earned any. */
const ALLOWANCE = 10;

/** How many retries each call earns. */
export const EARNED = 0.1;

/**
 * Keeps the retries of a client below a tenth of its calls, so that an outage
 * is not made worse; the first ten are free, so that a lone script may retry.
 * Adds to what is left, or takes from it and says whether there was as much.
 */
export type RetryBudget = (change: number) => boolean;

/** Creates a budget with nothing spent. */
export function createRetryBudget(): RetryBudget {
  let left = ALLOWANCE;
  return (change) => {
    const isEnough = left + change >= 0;
    if (isEnough) left = Math.min(ALLOWANCE, left + change);
    return isEnough;
  };
}

/**
 * Whether a failure can pass, so that another attempt makes sense and does no
 * harm. What may change something is sent again only when it was refused
 * before it was carried out.
 */
function canRetry(
  { status, errors: [{ code }] }: ApiFailure,
  { method, safe }: Operation,
): boolean {
  return status === 429 || (safe || method === "GET") && (
        status === undefined
          ? code !== "aborted"
          : status === 408 || status >= 500
      );
}

/**
 * Adds up to an eighth to a wait that the API asked for, or an eighth of the time
 * that is left after it: who all wait for the same moment are not to come at once.
 * Twice as much would cost calls: time in which nobody comes is lost.
 */
function spread(wait: number, most: number, random: () => number): number {
  return Math.ceil(wait + random() * Math.min(wait, most - wait) / 8);
}

/**
 * How long to wait for another attempt, in whole milliseconds: as long as the
 * API asks and a little more, else a random time below 0.25 s, doubled with each
 * retry up to 4 s.
 *
 * @param spent How long the call took up to now.
 * @returns The wait; undefined when it is to be the last attempt.
 */
export function planRetry(
  failure: ApiFailure,
  operation: Operation,
  { retry, totalTimeout }: Limits,
  spent: number,
  random: () => number,
): number | undefined {
  const { attempts, retryAfter } = failure;
  const delay = retryAfter === undefined
    ? Math.round(random() * Math.min(4000, 125 * 2 ** attempts))
    : spread(retryAfter * 1000, totalTimeout - spent, random);
  return canRetry(failure, operation) && attempts <= retry &&
      spent + delay < totalTimeout
    ? delay
    : undefined;
}

/**
 * Until when all calls of a client wait, since the API told one of them to; in
 * milliseconds since 1970, and 0 when nothing keeps them.
 */
export interface Pause {
  /** The end of the pause. */
  until: number;
}

/** The window of the limit that all calls share; who waits longer met another. */
const WINDOW = 10_000;

/** Lets all calls wait when one was told to. */
export function beginPause(
  pause: Pause,
  { status, retryAfter = Infinity }: ApiFailure,
  now: number,
): void {
  const ms = retryAfter * 1000;
  if (status === 429 && ms <= WINDOW) pause.until = now + ms;
}

/**
 * How long to wait for the first attempt, as another call was told to. Each wait
 * ends with an attempt, whatever was told meanwhile: calls that come when a pause
 * is over would overtake the waiting ones again and again.
 *
 * @returns The wait; 0 when there is none, or when it is longer than the call
 * would wait by itself.
 */
export function planStart(
  { until }: Pause,
  { retry, totalTimeout }: Limits,
  now: number,
  random: () => number,
): number {
  const delay = until - now;
  return retry && delay > 0 && delay < totalTimeout
    ? spread(delay, totalTimeout, random)
    : 0;
}
