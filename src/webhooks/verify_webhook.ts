import { fail, type Result, succeed } from "../errors/result.ts";
import { WebhookVerificationError } from "../errors/webhook_verification_error.ts";
import { computeHmac } from "../platform/hmac.ts";
import { parseEvent } from "./event.ts";
import type { WebhookEvent } from "./events/webhook_event.ts";
import { readSignatureHeaders } from "./headers.ts";
import { readBody, readHeaders, type WebhookInput } from "./input.ts";
import type { VerifyWebhookOptions } from "./options.ts";
import { readSettings, type Settings } from "./settings.ts";
import { refusal, refuse } from "./refuse.ts";
import {
  formatSignature,
  hasSignature,
  joinSignedContent,
} from "./signature.ts";
import { importSigningSecret, type KeptKeys } from "./signing_secret.ts";
import {
  checkTimestamp,
  type ParseTimestamp,
  parseWholeSeconds,
} from "./timestamp.ts";

/** Imported once per secret; nothing of an outcome is kept. */
const sharedKeys: KeptKeys = new Map();

/** The outcome of a verification. */
export type VerifyWebhookResult = Result<
  WebhookEvent,
  WebhookVerificationError
>;

/**
 * Verifies that a webhook comes from Clerk and is fresh, and gives its event.
 *
 * The event is the payload as it was sent, with its keys in snake_case. Narrow
 * it by `event.type`; an event of a type that this version does not know ends up
 * in the `default` branch.
 *
 * The three headers are read as `svix-*` or `webhook-*`; where both are there,
 * they have to agree. A `Request` is read by this call, so that its body cannot
 * be read again.
 *
 * Clerk delivers a message again, with the same `svix-id`, when the endpoint
 * does not answer in time, and in no certain order. Record the id together with
 * the work that you do for it, if doing it twice would hurt.
 *
 * @param input A `Request` that has not been read, or `{ body, headers }` with
 * the raw body: the `req` of Express behind `express.raw()` will do.
 * @param options The signing secret, unless `CLERK_WEBHOOK_SIGNING_SECRET` is
 * set, and how strict to be.
 * @returns The event, or a {@linkcode WebhookVerificationError} with a `code`.
 * Never rejects.
 *
 * @example
 * ```ts
 * import { signWebhook, verifyWebhook } from "@isoclerk/backend/webhooks";
 *
 * const signingSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
 * const body = '{"object":"event","type":"user.deleted","data":{"id":"user_1"}}';
 * const signed = await signWebhook(body, { signingSecret });
 * const request = new Request("https://example.com/webhooks", {
 *   method: "POST",
 *   headers: { ...signed.result },
 *   body,
 * });
 *
 * const { result: event, error } = await verifyWebhook(request, {
 *   signingSecret,
 * });
 * if (error) console.error(error.code);
 * else if (event.type === "user.deleted") console.log(event.data.id);
 * ```
 */
export function verifyWebhook(
  input: WebhookInput,
  options: VerifyWebhookOptions = {},
): Promise<VerifyWebhookResult> {
  return verifyWebhookWith(parseWholeSeconds, input, options);
}

/** {@linkcode verifyWebhook} with another idea of what a timestamp looks like. */
export function verifyWebhookWith(
  parseTimestamp: ParseTimestamp,
  input: WebhookInput,
  options: VerifyWebhookOptions,
): Promise<VerifyWebhookResult> {
  return verify(input, () => readSettings(options, sharedKeys), parseTimestamp);
}

/**
 * The steps, cheap ones first; the body is judged after the signature. What they
 * throw becomes a value.
 */
export async function verify(
  input: WebhookInput,
  settings: () => Settings,
  parseTimestamp: ParseTimestamp,
): Promise<VerifyWebhookResult> {
  try {
    const { clock, keys, secrets, store, toleranceInSeconds } = settings();
    const received = readSignatureHeaders(readHeaders(input));
    const seconds = parseTimestamp(received.timestamp);
    checkTimestamp(seconds, clock.now(), toleranceInSeconds);
    const delivery = `${received.id}.${seconds}`;
    const head = `${delivery}.`;
    const read = readBody(input);
    // Each wait that is not needed would cost a turn of the event loop's queue.
    const body = typeof read === "string" ? read : await read;
    const content = joinSignedContent(head, body);
    for (const secret of secrets) {
      const key = keys.get(secret) ?? await importSigningSecret(secret, keys);
      const mac = await computeHmac(key, content);
      if (!hasSignature(received.signature, formatSignature(mac))) continue;
      const event = parseEvent(content.subarray(head.length));
      const expiry = (seconds + toleranceInSeconds + 1) * 1000;
      if (await store?.seen(delivery, expiry)) {
        refuse("webhook-replayed", "it was seen before");
      }
      return succeed(event);
    }
    refuse(
      "webhook-signature-invalid",
      "no signature matches: another secret or a changed body",
    );
  } catch (cause) {
    return fail(
      cause instanceof WebhookVerificationError
        ? cause
        : refusal("webhook-check-failed", "see the cause", { cause }),
    );
  }
}
