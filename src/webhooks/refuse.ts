import {
  WebhookVerificationError,
  type WebhookVerificationErrorCode,
} from "../errors/webhook_verification_error.ts";

/** Makes an error out of its code and the rest of a sentence. */
export function refusal(
  code: WebhookVerificationErrorCode,
  why: string,
  more?: { readonly cause: unknown },
): WebhookVerificationError {
  const message = `Cannot verify the webhook: ${why}`;
  return new WebhookVerificationError({ code, message, ...more });
}

/**
 * Ends a verification. Its steps throw, and the outermost function turns what
 * they throw into a value.
 */
export function refuse(...args: Parameters<typeof refusal>): never {
  throw refusal(...args);
}
