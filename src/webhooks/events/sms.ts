import type { WebhookEvents } from "./envelope.ts";

/** A text message that is to be sent. */
export interface SMSWebhookData {
  /** Always `sms_message`. */
  readonly object: "sms_message";
  /** Its id. */
  readonly id: string;
  /** The template that it is made from. */
  readonly slug?: string | null | undefined;
  /** The number that it comes from. */
  readonly from_phone_number: string;
  /** The number that it goes to. */
  readonly to_phone_number: string;
  /** The id of the number that it goes to, `idn_…`. */
  readonly phone_number_id?: string | null | undefined;
  /** The user that it goes to. */
  readonly user_id?: string | null | undefined;
  /** Its text. */
  readonly message: string;
  /** How far it is. */
  readonly status: string;
  /** The variables of its template. */
  readonly data?: Readonly<Record<string, unknown>> | null | undefined;
  /** Whether Clerk sends it; otherwise it is for you to send. */
  readonly delivered_by_clerk: boolean;
  /** When it was made, in milliseconds since 1970. */
  readonly created_at_ms?: number | undefined;
}

/** A text message is to be sent. */
export type SMSWebhookEvent = WebhookEvents<"sms.created", SMSWebhookData>;
