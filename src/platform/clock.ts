/**
 * What tells the time, and how to wait. `Date` itself is one.
 *
 * @example A clock that stands still
 * ```ts
 * import { createClerkClient } from "@isoclerk/backend";
 *
 * const clerk = createClerkClient({ clock: { now: () => 1_767_225_600_000 } });
 * ```
 */
export interface Clock {
  /** The time in milliseconds since 1970. */
  now(): number;
  /**
   * Waits between two attempts of a request. The host's timers by default.
   *
   * @param ms How long, in milliseconds.
   * @param signal Ends the wait early; the promise then rejects with its reason.
   */
  sleep?(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The host's clock, looked up at each call, so that fake time is seen. */
export const systemClock: Clock = { now: () => Date.now() };

/** Waits by a clock, or by the host's timers where the clock cannot wait. */
export function sleep(
  clock: Clock,
  ms: number,
  signal?: AbortSignal,
): Promise<void> {
  if (clock.sleep) return clock.sleep(ms, signal);
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      if (signal?.aborted) reject(signal.reason);
      else resolve();
    };
    const timer = setTimeout(end, ms);
    if (signal?.aborted) return end();
    signal?.addEventListener("abort", end);
  });
}
