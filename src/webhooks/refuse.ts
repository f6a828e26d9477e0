import {
  WebhookVerificationError,
  type WebhookVerificationErrorCode,
} from "../errors/webhook_verification_error.ts";

/**
 * Ends a verification. Its steps throw, and the outermost function turns what
 * they throw into a value.
 */
export function refuse(
  code: WebhookVerificationErrorCode,
  why: string,
  more?: { readonly cause: unknown },
): never {
  const message = `Cannot verify the webhook: ${why}`;
  throw new WebhookVerificationError({ code, message, ...more });
}
