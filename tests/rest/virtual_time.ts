import type { Clock } from "../../mod.ts";

/** Time that passes when nothing else can happen, in no time. */
export interface VirtualTime extends Clock {
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Lets time pass until a promise settles. */
  until<T>(promise: Promise<T>): Promise<T>;
}

/** Makes time of its own. */
export function virtualTime(start = 1_700_000_000_000): VirtualTime {
  let time = start;
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  return {
    now: () => time,
    sleep(ms, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const stop = () => {
          sleepers.splice(sleepers.indexOf(sleeper), 1);
          reject(signal?.reason);
        };
        const wake = () => {
          signal?.removeEventListener("abort", stop);
          resolve();
        };
        const sleeper = { at: time + ms, wake };
        signal?.addEventListener("abort", stop, { once: true });
        // In the order of their times, and of those of one time, of their coming.
        const after = sleepers.findIndex(({ at }) => at > sleeper.at);
        sleepers.splice(after < 0 ? sleepers.length : after, 0, sleeper);
      });
    },
    async until(promise) {
      let isSettled = false;
      const settle = () => isSettled = true;
      promise.then(settle, settle);
      for (let idle = 0; !isSettled; idle++) {
        for (let i = 0; i < 12; i++) await undefined;
        // Nobody else is to be woken then.
        if (isSettled) break;
        const next = sleepers.shift();
        if (!next && idle > 1000) throw new Error("Nothing happens any more");
        if (!next) await new Promise((resolve) => setTimeout(resolve));
        else idle = 0;
        time = Math.max(time, next?.at ?? time);
        next?.wake();
      }
      return await promise;
    },
  };
}
