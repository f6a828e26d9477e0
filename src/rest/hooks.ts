/**
 * Calls a hook. Nothing that it throws, and no promise of its that rejects, is
 * seen by anyone: watching a call must not break it.
 */
export function callHook(call: () => unknown): void {
  (async () => await call())().catch(() => {});
}
