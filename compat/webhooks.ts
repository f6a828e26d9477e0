/**
 * `verifyWebhook` of `@clerk/backend/webhooks`, as drop-in: it throws, and gives
 * the event.
 *
 * @module
 */
import type {
  WebhookVerificationError,
  WebhookVerificationErrorCode,
} from "../src/errors/webhook_verification_error.ts";
import { readEnv } from "../src/platform/env.ts";
import { parseFractionalSeconds } from "../src/webhooks/timestamp.ts";
import { verifyWebhookWith } from "../src/webhooks/verify_webhook.ts";
import type { WebhookEvent } from "./webhook_events.ts";

export type * from "./webhook_events.ts";

/** Options of {@linkcode verifyWebhook}. */
export interface VerifyWebhookOptions {
  /**
   * The endpoint's signing secret, `whsec_…`; by default the environment
   * variable `CLERK_WEBHOOK_SIGNING_SECRET`.
   */
  readonly signingSecret?: string | undefined;
}

const HEADERS = ["svix-id", "svix-timestamp", "svix-signature"];

/** What the official package says, behind the name of the package. */
const MESSAGES: { readonly [Code in WebhookVerificationErrorCode]?: string } = {
  "webhook-secret-missing":
    "Missing webhook signing secret. Set the CLERK_WEBHOOK_SIGNING_SECRET environment variable with the webhook secret from the Clerk Dashboard.",
  "webhook-signature-invalid": "No matching signature found",
  "webhook-timestamp-invalid": "Invalid Signature Headers",
  "webhook-timestamp-too-old": "Message timestamp too old",
  "webhook-timestamp-too-new": "Message timestamp too new",
};

/**
 * Verifies that a webhook comes from Clerk and is fresh.
 *
 * @param request The request, its body not yet read.
 * @param options The signing secret, unless it is in the environment.
 * @returns The event.
 * @throws {Error} When the webhook is refused.
 *
 * @example
 * ```ts
 * import { verifyWebhook } from "@isoclerk/backend/compat/webhooks";
 * import { signWebhook } from "@isoclerk/backend/webhooks";
 *
 * const signingSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
 * const body = '{"object":"event","type":"user.deleted","data":{"id":"user_1"}}';
 * const signed = await signWebhook(body, { signingSecret });
 * const request = new Request("https://example.com/webhooks", {
 *   method: "POST",
 *   headers: { ...signed.result },
 *   body,
 * });
 * const event = await verifyWebhook(request, { signingSecret });
 * console.log(event.type); // user.deleted
 * ```
 */
export async function verifyWebhook(
  request: Request,
  options: VerifyWebhookOptions = {},
): Promise<WebhookEvent> {
  const signingSecret = options.signingSecret ??
    readEnv("CLERK_WEBHOOK_SIGNING_SECRET");
  const headers = HEADERS.map((name) =>
    [name, request.headers.get(name)?.trim() ?? ""] as const
  );
  const missing = headers.filter(([, value]) => !value).map(([name]) => name);
  // That there is no secret is told first.
  if (missing.length > 0 && signingSecret) {
    throw new Error(
      `@clerk/backend: Missing required webhook headers: ${missing.join(", ")}`,
    );
  }
  const { result, error } = await verifyWebhookWith(
    parseFractionalSeconds,
    { headers, body: await readBody(request) },
    { signingSecret },
  );
  if (error) throw new Error(word(error), { cause: error });
  // The official type knows no event that is unknown.
  return result as WebhookEvent;
}

/** As bytes; as text from what stands in for a request in tests. */
async function readBody(request: Request): Promise<string | Uint8Array> {
  return typeof request.arrayBuffer === "function"
    ? new Uint8Array(await request.arrayBuffer())
    : await request.text();
}

function word({ code, message }: WebhookVerificationError): string {
  const known = MESSAGES[code] ?? message;
  const kind = code === "webhook-secret-missing"
    ? ""
    : "Unable to verify incoming webhook: ";
  return `@clerk/backend: ${kind}${known}`;
}
