import type { WebhookInput } from "./input.ts";
import type { VerifyWebhookOptions } from "./options.ts";
import { refuse } from "./refuse.ts";
import { readSettings, type Settings } from "./settings.ts";
import { parseSigningSecret } from "./signing_secret.ts";
import { parseWholeSeconds } from "./timestamp.ts";
import { verify, type VerifyWebhookResult } from "./verify_webhook.ts";

/** Verifies one webhook after another with the same options. */
export interface WebhookVerifier {
  /**
   * Verifies a webhook, as `verifyWebhook` does.
   *
   * @param input A `Request` that has not been read, or `{ body, headers }`.
   * @returns The event, or an error with a `code`. Never rejects.
   */
  verify(input: WebhookInput): Promise<VerifyWebhookResult>;
}

/**
 * Makes a verifier. Unlike `verifyWebhook` it checks its options and reads the
 * environment once, now, so that a wrong secret shows when the server starts.
 *
 * @param options The signing secret, unless `CLERK_WEBHOOK_SIGNING_SECRET` is
 * set, and how strict to be.
 * @returns The verifier.
 * @throws {TypeError} When an option is wrong or there is no signing secret.
 *
 * @example
 * ```ts
 * import { createWebhookVerifier, signWebhook } from "@isoclerk/backend/webhooks";
 *
 * const signingSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
 * const webhooks = createWebhookVerifier({ signingSecret });
 *
 * const body = '{"object":"event","type":"user.deleted","data":{"id":"user_1"}}';
 * const signed = await signWebhook(body, { signingSecret });
 * const { result } = await webhooks.verify({ body, headers: { ...signed.result } });
 * console.log(result?.type); // user.deleted
 * ```
 */
export function createWebhookVerifier(
  options: VerifyWebhookOptions = {},
): WebhookVerifier {
  const settings = readConfiguration(options);
  return {
    verify: (input) => verify(input, () => settings, parseWholeSeconds),
  };
}

function readConfiguration(options: VerifyWebhookOptions): Settings {
  try {
    const settings = readSettings(options, new Map());
    settings.secrets.forEach(parseSigningSecret);
    const { clock, store } = settings;
    demandMethod("clock", clock, "now");
    if (store !== undefined && store !== null) {
      demandMethod("store", store, "seen");
    }
    return settings;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : "unreadable options";
    throw new TypeError(why.replace("verify the webhook", "create a verifier"));
  }
}

/** What has no such method would fail with the first webhook. */
function demandMethod(option: string, value: unknown, method: string): void {
  const found: unknown = Reflect.get(Object(value), method);
  if (typeof found === "function") return;
  refuse("options-invalid", `"${option}" must have a method ${method}`);
}
