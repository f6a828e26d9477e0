import { refuse } from "./refuse.ts";

/** Reads a timestamp header as whole seconds, or refuses it. */
export type ParseTimestamp = (text: string) => number;

/** Takes digits alone, as many as a time needs. */
export const parseWholeSeconds: ParseTimestamp = (text) => {
  if (/^[1-9]\d{0,11}$/.test(text)) return Number(text);
  refuse("webhook-timestamp-invalid", "its timestamp is not whole seconds");
};

/** Takes a fraction as well, and drops it: only the whole seconds are signed. */
export const parseFractionalSeconds: ParseTimestamp = (text) =>
  parseWholeSeconds(text.replace(/\.\d+$/, ""));

/** Refuses a time that is further from now than allowed, either way. */
export function checkTimestamp(
  timestamp: number,
  nowInMs: number,
  toleranceInSeconds: number,
): void {
  const age = Math.floor(nowInMs / 1000) - timestamp;
  // Written so that a clock that gives no number refuses too.
  if (Math.abs(age) <= toleranceInSeconds) return;
  const isEarly = age < 0;
  refuse(
    `webhook-timestamp-too-${isEarly ? "new" : "old"}`,
    `it was sent ${Math.abs(age)} s in the ${
      isEarly ? "future" : "past"
    }, ${toleranceInSeconds} s allowed. Check the clock`,
  );
}
