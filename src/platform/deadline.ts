/**
 * Runs something that may hang, for so long and no longer. The signal that it
 * is given aborts at the deadline or with the caller's own signal; the promise
 * settles then even if whatever runs ignores its signal.
 *
 * @param ms The longest it may take, in milliseconds.
 * @param signal The caller's own signal.
 * @param run What to run.
 * @returns What `run` gives. Rejects with a `TimeoutError` at the deadline, and
 * with the reason of the caller's signal when that aborts.
 */
export function withDeadline<T>(
  ms: number,
  signal: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const clear = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
    };
    const end = () => {
      const reason: unknown = signal?.aborted
        ? signal.reason
        : describeLateness(ms);
      clear();
      reject(reason);
      controller.abort(reason);
    };
    const timer = setTimeout(end, ms);
    if (signal?.aborted) return end();
    signal?.addEventListener("abort", end);
    run(controller.signal).then(resolve, reject).then(clear);
  });
}

/** The reason of a deadline that passed. */
export function describeLateness(ms: number): DOMException {
  return new DOMException(`No answer within ${ms} ms`, "TimeoutError");
}
