import { demand } from "../text/options.ts";
import type { RequestOptions } from "./options.ts";

/** How long and how often to try. */
export interface Limits {
  /** The longest that one attempt may take, in milliseconds. */
  readonly timeout: number;
  /** The longest that the whole call may take, in milliseconds. */
  readonly totalTimeout: number;
  /** How often to try again at most. */
  readonly retry: number;
}

/** What holds when nothing else was said. */
export const LIMITS: Limits = {
  timeout: 10_000,
  totalTimeout: 15_000,
  retry: 2,
};

/**
 * Puts limits together from options and what holds without them.
 *
 * @throws {TypeError} When an option is of the wrong type or out of range.
 */
export function resolveLimits(options: RequestOptions, limits: Limits): Limits {
  const {
    timeout = limits.timeout,
    // Who allows an attempt more time means that it is to have it.
    totalTimeout = Math.max(limits.totalTimeout, options.timeout ?? 0),
    retry = limits.retry,
  } = options;
  for (const [name, ms] of Object.entries({ timeout, totalTimeout })) {
    demand(
      name,
      typeof ms === "number" && ms > 0 && ms < 2 ** 31,
      "milliseconds from 1 to 24 days",
    );
  }
  demand(
    "retry",
    retry === false || Number.isInteger(retry) && retry >= 0,
    "false or a whole number of retries",
  );
  return { timeout, totalTimeout, retry: Number(retry) };
}
