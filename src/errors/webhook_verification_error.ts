/** Why a webhook was refused, in a form to branch on. */
export type WebhookVerificationErrorCode =
  /** There is no signing secret, neither given nor in the environment. */
  | "webhook-secret-missing"
  /** The signing secret is not base64, with or without `whsec_` before it. */
  | "webhook-secret-invalid"
  /** An id, timestamp or signature header is absent, empty, doubled or contradicted. */
  | "webhook-headers-missing"
  /** The id is not one: too long, or with a dot or white space in it. */
  | "webhook-id-invalid"
  /** The body is not the bytes that were sent: it was parsed or read before. */
  | "webhook-body-unusable"
  /** The timestamp is not a whole number of seconds. */
  | "webhook-timestamp-invalid"
  /** The timestamp is further in the past than the tolerance allows. */
  | "webhook-timestamp-too-old"
  /** The timestamp is further in the future than the tolerance allows. */
  | "webhook-timestamp-too-new"
  /** No signature matches any of the secrets. */
  | "webhook-signature-invalid"
  /** The store has seen this delivery: the same id with the same timestamp. */
  | "webhook-replayed"
  /** The signature matches, but the body is not an event in JSON. */
  | "webhook-payload-invalid"
  /** The store, the clock or the host's cryptography failed; see `cause`. */
  | "webhook-check-failed"
  /** An option of the call is of the wrong type or out of range. */
  | "options-invalid";

/** What a {@linkcode WebhookVerificationError} is made of. */
export interface WebhookVerificationErrorInit {
  /** Why, in a form to branch on. */
  readonly code: WebhookVerificationErrorCode;
  /** Why, and what to do about it. */
  readonly message: string;
  /** What caused it. */
  readonly cause?: unknown;
}

/** A webhook was refused. Holds neither the secret nor the right signature. */
export class WebhookVerificationError extends Error {
  /** The name of the class. */
  override readonly name: string = "WebhookVerificationError";
  /** Why, in a form to branch on. */
  readonly code: WebhookVerificationErrorCode;

  /** Makes an error. */
  constructor(init: WebhookVerificationErrorInit) {
    super(init.message, init);
    this.code = init.code;
  }
}
