import { type Clock, systemClock } from "../platform/clock.ts";

/**
 * Remembers which deliveries were verified, so that a captured one cannot be
 * sent again. Back it with whatever all instances of a server share.
 */
export interface WebhookStore {
  /**
   * Remembers a delivery and tells whether it was remembered already, in one
   * step: of two calls with the same key, only one may give false. In Redis that
   * is `SET key 1 NX PXAT expiresAtMs`.
   *
   * The key stands for one attempt at delivery (id and timestamp), so that when
   * a message is sent anew because the first attempt failed, it gets through.
   *
   * @param key Which delivery. At most 269 characters of ASCII.
   * @param expiresAtMs When it may be forgotten, in milliseconds since 1970; it
   * is too old to be accepted from then on.
   * @returns Whether this key was remembered already.
   */
  seen(key: string, expiresAtMs: number): boolean | Promise<boolean>;
}

/** The options of {@linkcode createMemoryWebhookStore}. */
export interface MemoryWebhookStoreOptions {
  /**
   * How many deliveries are remembered; 10,000 by default. The oldest gives way
   * when there are more within the tolerance.
   */
  readonly max?: number | undefined;
  /** What tells the time; the host's clock by default. */
  readonly clock?: Clock | undefined;
}

/**
 * Makes a store in memory, for a server that runs as one process.
 *
 * @param options How large it may grow.
 * @returns The store.
 * @throws {TypeError} When `max` is not a whole number above 0.
 *
 * @example
 * ```ts
 * import {
 *   createMemoryWebhookStore,
 *   createWebhookVerifier,
 * } from "@isoclerk/backend/webhooks";
 *
 * const webhooks = createWebhookVerifier({
 *   signingSecret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
 *   store: createMemoryWebhookStore({ max: 1_000 }),
 * });
 * console.log(typeof webhooks.verify); // function
 * ```
 */
export function createMemoryWebhookStore(
  options: MemoryWebhookStoreOptions = {},
): WebhookStore {
  const { max = 10_000, clock = systemClock } = options;
  if (!Number.isInteger(max) || max < 1) {
    throw new TypeError(
      `Cannot create the store: "max" must be a whole number above 0, received "${max}"`,
    );
  }
  const expiries = new Map<string, number>();
  // Goes on where it stopped: one that starts anew has to pass all the places
  // of what was forgotten.
  let walk = expiries.entries();
  let oldest = walk.next();
  return {
    seen(key, expiresAtMs) {
      const now = clock.now();
      const known = expiries.get(key);
      // By a clock that gives no time, nothing is ever too old.
      if (known !== undefined && !(known <= now)) return true;
      expiries.delete(key);
      while (!oldest.done) {
        const [first, expiry] = oldest.value;
        if (!(expiry <= now) && expiries.size < max) break;
        expiries.delete(first);
        oldest = walk.next();
      }
      expiries.set(key, expiresAtMs);
      if (oldest.done) oldest = (walk = expiries.entries()).next();
      return false;
    },
  };
}
