import { type Clock, systemClock } from "../platform/clock.ts";
import { readEnv } from "../platform/env.ts";
import type { VerifyWebhookOptions } from "./options.ts";
import { refuse } from "./refuse.ts";
import type { KeptKeys } from "./signing_secret.ts";
import type { WebhookStore } from "./store.ts";

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
  const secrets: readonly unknown[] = [
    options.signingSecret ??
      readEnv("CLERK_WEBHOOK_SIGNING_SECRET", options.env) ?? [],
  ].flat();
  const areText = secrets.every((secret) => typeof secret === "string");
  if (areText && secrets.length && secrets.every(Boolean)) return secrets;
  refuse(
    areText ? "webhook-secret-missing" : "options-invalid",
    'pass text as "signingSecret" or set CLERK_WEBHOOK_SIGNING_SECRET',
  );
}
