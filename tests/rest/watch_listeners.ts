// Counts who listens to a signal.

/** Who listens to a signal now, and how many did so at the most. */
export interface Listeners {
  now(): number;
  most(): number;
}

/** Watches a signal; what comes and goes by an option `once` is not seen. */
export function watchListeners(signal: AbortSignal): Listeners {
  const listeners = new Set<unknown>();
  let most = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  Object.assign(signal, {
    addEventListener(type: "abort", listener: () => void) {
      most = Math.max(most, listeners.add(listener).size);
      add(type, listener);
    },
    removeEventListener(type: "abort", listener: () => void) {
      listeners.delete(listener);
      remove(type, listener);
    },
  });
  return { now: () => listeners.size, most: () => most };
}
