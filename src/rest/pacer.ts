import { type Clock, sleep } from "../platform/clock.ts";

/** The place of a call in the line. */
export interface Turn {
  /** Which stretch between two refusals it is in. */
  readonly stretch: number;
  /** How many calls of the stretch went before it. */
  readonly place: number;
}

/** Spreads calls over time, as fast as they are let through. */
export interface Pacer {
  /**
   * Waits until another call may start.
   *
   * @returns Its turn. Rejects with the reason of the signal when that aborts.
   */
  takeTurn(signal: AbortSignal): Promise<Turn>;
  /**
   * Holds all calls back, since the one of a turn was refused as one too many.
   *
   * @param retryAfter How long to wait, in seconds; one by default.
   */
  slowDown(turn: Turn, retryAfter: number | undefined): void;
}

/** How late calls may be, in milliseconds, and still catch up. */
const SLACK = 1000;

/** By how much a wait in whole seconds is too long on average, in milliseconds. */
const ROUNDING = 500;

/** The longest that timers can wait, in milliseconds; beyond, they do not at all. */
const LONGEST = 2 ** 31 - 1;

/**
 * How slowly calls become more frequent without a refusal, in milliseconds: by
 * 1 % in 20 seconds, 5 % in 45, and twofold in three minutes.
 */
const PATIENCE = 200_000;

/**
 * Creates what paces calls. It begins without any pace, and learns from
 * refusals. What was let through from the end of one wait to the end of the next
 * tells the rate; up to the first refusal it tells nothing, as others may have
 * used up a part of it. From then on calls are spread evenly, which leaves room
 * for others, and become more frequent until one is refused again: hardly at
 * first, as the rate is known, then faster and faster, as it must have changed.
 *
 * @param rate How many calls may start in a second at most.
 */
export function createPacer(clock: Clock, rate: number): Pacer {
  const time = createSteadyTime(clock);
  const least = 1000 / rate;
  let next = time.now();
  let learned = 0;
  let gap = 0;
  let stretch = 0;
  let start = next;
  let count = 0;
  let line: Promise<unknown> = Promise.resolve();
  async function enter(signal: AbortSignal): Promise<Turn> {
    for (let ms; (ms = next - time.now()) > 0;) await time.sleep(ms, signal);
    if (signal.aborted) throw signal.reason;
    const due = Math.max(next, time.now() - SLACK);
    gap = learned * Math.exp(-(((due - start) / PATIENCE) ** 2));
    next = due + Math.max(least, gap);
    return { stretch, place: count++ };
  }
  return {
    takeTurn(signal) {
      const turn = line.then(() => enter(signal));
      line = turn.catch(() => {});
      return turn;
    },
    slowDown(turn, retryAfter) {
      const end = time.now() + (retryAfter || 1) * 1000;
      next = Math.max(next, end);
      // Those that were under way tell the same once more.
      if (turn.stretch !== stretch) return;
      if (stretch && turn.place) {
        const seen = (end - ROUNDING - start) / turn.place;
        // One bad stretch is not to ruin all: others may have come and gone.
        learned = learned ? Math.min(seen, 2 * gap) : seen;
      }
      stretch++;
      start = end;
      count = 0;
    },
  };
}

/**
 * Time that never goes back, and passes at least while one sleeps. What is no
 * time is passed over.
 */
function createSteadyTime(
  clock: Clock,
): { now(): number; sleep: NonNullable<Clock["sleep"]> } {
  let offset = 0;
  let told = 0;
  const look = () => {
    const now = clock.now();
    return Number.isFinite(now) ? told = now : told;
  };
  let last = look();
  const reach = (time: number) => {
    const now = look();
    offset += Math.max(0, time - now - offset);
    return last = now + offset;
  };
  const now = () => reach(last);
  return {
    now,
    async sleep(ms, signal) {
      const most = Math.min(Math.ceil(ms), LONGEST);
      const end = now() + most;
      await sleep(clock, most, signal);
      reach(end);
    },
  };
}
