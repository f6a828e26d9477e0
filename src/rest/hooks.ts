/**
 * Calls a hook, if there is one. Nothing that it throws, and no promise of its
 * that rejects, is seen by anyone: watching a call must not break it.
 */
export function callHook<Event>(
  hook: ((event: Event) => unknown) | undefined,
  makeEvent: () => Event,
): void {
  if (hook) (async () => await hook(makeEvent()))().catch(() => {});
}
