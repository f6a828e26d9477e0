import { type Clock, systemClock } from "../platform/clock.ts";
import { readEnv } from "../platform/env.ts";
import { refuse } from "./refuse.ts";
import type { KeptKeys } from "./signing_secret.ts";
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

/** Options that were checked, defaults filled in. */
export interface Settings {
  readonly secrets: readonly string[];
  readonly keys: KeptKeys;
  readonly toleranceInSeconds: number;
  readonly store: WebhookStore | undefined;
  readonly clock: Clock;
}

/** Checks the options and fills in the defaults. */
export function readSettings(
  options: VerifyWebhookOptions,
  keys: KeptKeys,
): Settings {
  const { toleranceInSeconds = 300, store, clock = systemClock } = options;
  if (!Number.isFinite(toleranceInSeconds) || toleranceInSeconds < 0) {
    refuse("options-invalid", '"toleranceInSeconds" must be 0 or more');
  }
  const secrets = readSecrets(options);
  return { secrets, keys, toleranceInSeconds, store, clock };
}

function readSecrets(options: VerifyWebhookOptions): readonly string[] {
  const given: unknown = options.signingSecret ??
    readEnv("CLERK_WEBHOOK_SIGNING_SECRET", options.env) ?? [];
  const secrets: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (secrets.length && secrets.every(isFilledText)) return secrets;
  refuse(
    secrets.every((secret) => typeof secret === "string")
      ? "webhook-secret-missing"
      : "options-invalid",
    'pass text as "signingSecret" or set CLERK_WEBHOOK_SIGNING_SECRET',
  );
}

function isFilledText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
