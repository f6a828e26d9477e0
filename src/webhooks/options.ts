import type { Clock } from "../platform/clock.ts";
import type { WebhookStore } from "./store.ts";

/** The options of `verifyWebhook` and `createWebhookVerifier`. */
export interface VerifyWebhookOptions {
  /**
   * The endpoint's signing secret, `whsec_…`; while it is being rotated, all
   * those that are still good. By default the environment variable
   * `CLERK_WEBHOOK_SIGNING_SECRET`.
   */
  readonly signingSecret?: string | readonly string[] | undefined;
  /**
   * How far the timestamp may be from now, either way, in seconds; 300 by
   * default.
   */
  readonly toleranceInSeconds?: number | undefined;
  /** Refuses a delivery that it has seen; none by default. */
  readonly store?: WebhookStore | undefined;
  /** What tells the time; the host's clock by default. */
  readonly clock?: Clock | undefined;
  /**
   * What to read environment variables from, such as the bindings of a Worker;
   * the environment of the process by default.
   */
  readonly env?: object | undefined;
}
