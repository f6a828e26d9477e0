import { refuse } from "./refuse.ts";

/** Reads a timestamp header as whole seconds; undefined when it is none. */
export type ParseTimestamp = (text: string) => number | undefined;

/** Takes digits alone, as many as a time needs. */
export const parseWholeSeconds: ParseTimestamp = (text) =>
  /^[1-9]\d{0,11}$/.test(text) ? Number(text) : undefined;

/** Takes a fraction as well, and drops it: only the whole seconds are signed. */
export const parseFractionalSeconds: ParseTimestamp = (text) =>
  parseWholeSeconds(text.replace(/\.\d{1,9}$/, ""));

/** Refuses a time that is further from now than allowed, either way. */
export function checkTimestamp(
  timestamp: number,
  nowInMs: number,
  toleranceInSeconds: number,
): void {
  const age = Math.floor(nowInMs / 1000) - timestamp;
  if (-age > toleranceInSeconds) {
    refuse(
      "webhook-timestamp-too-new",
      `its timestamp is ${-age} s in the future, more than the ${toleranceInSeconds} s allowed. Check this machine's clock`,
    );
  }
  // Written so that a clock that gives no number refuses too.
  if (!(age <= toleranceInSeconds)) {
    refuse(
      "webhook-timestamp-too-old",
      `its timestamp is ${age} s in the past, more than the ${toleranceInSeconds} s allowed. It was held up or replayed, or this machine's clock is wrong`,
    );
  }
}
