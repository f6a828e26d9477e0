import type { WebhookEvents } from "./envelope.ts";

/** An email that is to be sent. */
export interface EmailWebhookData {
  /** Always `email`. */
  readonly object: "email";
  /** Its id, `ema_…`. */
  readonly id: string;
  /** The template that it is made from, such as `verification_code`. */
  readonly slug?: string | null | undefined;
  /** The part of the sender's address before the @. */
  readonly from_email_name: string;
  /** The part of the address to reply to before the @. */
  readonly reply_to_email_name?: string | null | undefined;
  /** The address that it goes to. */
  readonly to_email_address?: string | undefined;
  /** The id of the address that it goes to, `idn_…`. */
  readonly email_address_id?: string | null | undefined;
  /** The user that it goes to. */
  readonly user_id?: string | null | undefined;
  /** Its subject. */
  readonly subject?: string | undefined;
  /** Its body in HTML. */
  readonly body?: string | undefined;
  /** Its body in plain text. */
  readonly body_plain?: string | null | undefined;
  /** How far it is, such as `queued`. */
  readonly status?: string | undefined;
  /** The variables of its template, such as `otp_code`. */
  readonly data?: Readonly<Record<string, unknown>> | null | undefined;
  /** Whether Clerk sends it; otherwise it is for you to send. */
  readonly delivered_by_clerk: boolean;
  /** Why it is held back. */
  readonly suppression_reason?: string | null | undefined;
}

/** An email is to be sent. */
export type EmailWebhookEvent = WebhookEvents<
  "email.created",
  EmailWebhookData
>;
