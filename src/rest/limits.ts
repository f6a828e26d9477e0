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

/** Says what is wrong with the time-outs and retries, if anything is. */
export function checkLimits(options: RequestOptions): string | undefined {
  for (const name of ["timeout", "totalTimeout"] as const) {
    const value: unknown = options[name];
    if (
      value !== undefined &&
      !(typeof value === "number" && value > 0 && value < 2 ** 31)
    ) {
      return `Cannot use "${name}": expected milliseconds, more than 0 and less than 2^31.`;
    }
  }
  const { retry } = options;
  return retry === undefined || retry === false ||
      (Number.isInteger(retry) && retry >= 0)
    ? undefined
    : `Cannot use "retry": expected false or a whole number of retries.`;
}

/** Puts limits together from options and what holds without them. */
export function resolveLimits(options: RequestOptions, limits: Limits): Limits {
  return {
    timeout: options.timeout ?? limits.timeout,
    totalTimeout: options.totalTimeout ?? limits.totalTimeout,
    retry: options.retry === undefined ? limits.retry : Number(options.retry),
  };
}
