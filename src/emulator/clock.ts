import type { Clock } from "../platform/clock.ts";
import { soon } from "../platform/soon.ts";
import { type Duration, parseDuration } from "./duration.ts";

/**
 * The emulator's clock. Everything in the emulator goes by it, and so should
 * what talks to the emulator: hand it on as the option `clock`.
 */
export interface EmulatorClock extends Clock {
  /** The time in milliseconds since 1970. */
  now(): number;
  /**
   * Waits, which takes no real time: when everything else has had its turn, the
   * clock jumps to the end of the wait.
   *
   * @param ms How long, in milliseconds.
   * @param signal Ends the wait early; the promise then rejects with its reason.
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /**
   * Moves the clock, forward as a rule.
   *
   * @param duration Milliseconds, or text such as `"61s"`.
   * @returns The new time in milliseconds since 1970.
   * @throws {TypeError} When it is no duration.
   */
  advance(duration: Duration): number;
  /**
   * Stops the clock; it still moves by `advance`, `set` and `sleep`.
   *
   * @param time Where to stop it, in milliseconds since 1970; at the present by
   * default.
   */
  freeze(time?: number): void;
  /**
   * Sets the clock, which goes on from there unless it is frozen.
   *
   * @param time Milliseconds since 1970.
   * @throws {TypeError} When it is no time up to the year 9999.
   */
  set(time: number): void;
  /** Lets the clock go again, at the real time. */
  reset(): void;
}

interface Sleeper {
  readonly until: number;
  wake(): void;
}

/** Makes a clock that starts where another one is. */
export function createEmulatorClock(base: Clock): EmulatorClock {
  let offset = 0;
  let frozenAt: number | undefined;
  // Clerk's timestamps are whole numbers, whatever the clock below gives.
  const now = () => Math.floor(frozenAt ?? base.now() + offset);
  const set = (time: number) => {
    checkTime(time);
    if (frozenAt === undefined) offset = time - base.now();
    else frozenAt = time;
  };
  return {
    now,
    set,
    sleep: createSleep(now, set),
    advance(duration) {
      set(now() + parseDuration(duration));
      return now();
    },
    freeze(time) {
      const at = time ?? now();
      checkTime(at);
      frozenAt = now();
      set(at);
    },
    reset() {
      offset = 0;
      frozenAt = undefined;
    },
  };
}

/** The last millisecond of the year 9999, after which dates are written otherwise. */
const LAST = 253_402_300_799_999;

function checkTime(time: unknown): void {
  if (typeof time === "number" && Math.abs(time) <= LAST) return;
  throw new TypeError(
    `Cannot set the clock to "${time}": expected milliseconds since 1970, up to the year 9999.`,
  );
}

/** Sleepers wake in the order of their times, one in each turn of the host. */
function createSleep(
  now: () => number,
  set: (ms: number) => void,
): EmulatorClock["sleep"] {
  const sleepers = new Set<Sleeper>();
  let callOff: (() => void) | undefined;
  const turn = () => {
    callOff = undefined;
    const [first] = [...sleepers].sort((a, b) => a.until - b.until);
    if (!first) return;
    sleepers.delete(first);
    if (first.until > now()) set(first.until);
    first.wake();
    schedule();
  };
  const schedule = () => {
    if (sleepers.size === 0) {
      callOff?.();
      callOff = undefined;
    } else callOff ??= soon(turn);
  };
  return (ms, signal) => {
    const until = now() + ms;
    if (until <= LAST) return lieDown(sleepers, until, signal, schedule);
    return Promise.reject(
      new TypeError(
        `Cannot sleep for "${ms}": expected milliseconds, up to the year 9999.`,
      ),
    );
  };
}

function lieDown(
  sleepers: Set<Sleeper>,
  until: number,
  signal: AbortSignal | undefined,
  schedule: () => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = () => {
      sleepers.delete(sleeper);
      schedule();
      reject(signal?.reason);
    };
    const sleeper: Sleeper = {
      until,
      wake() {
        signal?.removeEventListener("abort", stop);
        resolve();
      },
    };
    signal?.addEventListener("abort", stop, { once: true });
    sleepers.add(sleeper);
    schedule();
  });
}
