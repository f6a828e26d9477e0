/** The host's own timers; a test may put fake ones in their place later. */
const { setTimeout, clearTimeout } = globalThis;

/**
 * Calls a function when everything else has had its turn.
 *
 * @returns What calls it off.
 */
export function soon(call: () => void): () => void {
  const timer = setTimeout(call, 0);
  return () => clearTimeout(timer);
}
