import { fail, type Result, succeed } from "../errors/result.ts";
import { WebhookVerificationError } from "../errors/webhook_verification_error.ts";
import { systemClock } from "../platform/clock.ts";
import { computeHmac } from "../platform/hmac.ts";
import { formatSignature, joinSignedContent } from "./signature.ts";
import { importSigningSecret } from "./signing_secret.ts";

/** The options of {@linkcode signWebhook}. */
export interface SignWebhookOptions {
  /** The signing secret, `whsec_…`. */
  readonly signingSecret: string;
  /** The id of the message; one made up by default. */
  readonly id?: string | undefined;
  /** When it is sent, in seconds since 1970; now by default. */
  readonly timestamp?: number | undefined;
}

/** The headers that a signed webhook carries. */
export interface SignedWebhookHeaders {
  /** The id of the message. */
  readonly "svix-id": string;
  /** When it was sent, in seconds since 1970. */
  readonly "svix-timestamp": string;
  /** The signature: `v1,` and an HMAC in base64. */
  readonly "svix-signature": string;
}

/**
 * Signs a webhook as Clerk does, for testing an endpoint.
 *
 * @param body The body, exactly as it will be sent.
 * @param options The secret, and the id and timestamp to sign with.
 * @returns The headers to send it with, or an error when the secret is not
 * base64, with or without `whsec_` before it. Never rejects.
 *
 * @example
 * ```ts
 * import { signWebhook } from "@isoclerk/backend/webhooks";
 *
 * const { result } = await signWebhook('{"type":"user.deleted","data":{}}', {
 *   signingSecret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
 *   id: "msg_1",
 *   timestamp: 1_767_225_600,
 * });
 * console.log(result?.["svix-signature"]);
 * ```
 */
export async function signWebhook(
  body: string | Uint8Array,
  options: SignWebhookOptions,
): Promise<Result<SignedWebhookHeaders, WebhookVerificationError>> {
  try {
    const {
      id = `msg_${Math.random().toString(36).slice(2)}`,
      timestamp = Math.floor(systemClock.now() / 1000),
    } = options;
    const key = await importSigningSecret(options.signingSecret, new Map());
    const content = joinSignedContent(`${id}.${timestamp}.`, body);
    return succeed({
      "svix-id": id,
      "svix-timestamp": `${timestamp}`,
      "svix-signature": formatSignature(await computeHmac(key, content)),
    });
  } catch (cause) {
    return fail(readFailure(cause));
  }
}

function readFailure(cause: unknown): WebhookVerificationError {
  if (!(cause instanceof WebhookVerificationError)) {
    const message = "Cannot sign the webhook: see the cause";
    return new WebhookVerificationError({
      code: "options-invalid",
      message,
      cause,
    });
  }
  const message = cause.message.replace("verify", "sign");
  return new WebhookVerificationError({ code: cause.code, message });
}
