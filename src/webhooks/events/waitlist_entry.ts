import type { WebhookEvents } from "./envelope.ts";

/** An invitation to an application. */
export interface InvitationWebhookData {
  /** Always `invitation`. */
  readonly object: "invitation";
  /** Its id, `inv_…`. */
  readonly id: string;
  /** The address that it went to. */
  readonly email_address: string;
  /** Metadata that the user will take over. */
  readonly public_metadata: Readonly<Record<string, unknown>> | null;
  /** Whether it was revoked. */
  readonly revoked?: boolean | undefined;
  /** How far it is. */
  readonly status: "pending" | "accepted" | "revoked" | "expired";
  /** The link in it. */
  readonly url?: string | undefined;
  /** When it ends, in milliseconds since 1970. */
  readonly expires_at?: number | null | undefined;
  /** When it was made, in milliseconds since 1970. */
  readonly created_at: number;
  /** When it was changed last, in milliseconds since 1970. */
  readonly updated_at: number;
}

/** A place on the waiting list. */
export interface WaitlistEntryWebhookData {
  /** Always `waitlist_entry`. */
  readonly object: "waitlist_entry";
  /** Its id, `wle_…`. */
  readonly id: string;
  /** The address of who waits. */
  readonly email_address: string;
  /** How far it is. */
  readonly status: "pending" | "invited" | "rejected" | "completed";
  /** Whether it cannot be changed for the time being. */
  readonly is_locked?: boolean | undefined;
  /** When it was made, in milliseconds since 1970. */
  readonly created_at: number;
  /** When it was changed last, in milliseconds since 1970. */
  readonly updated_at: number;
  /** The invitation that came of it. */
  readonly invitation?: InvitationWebhookData | null | undefined;
}

/** Somebody got on the waiting list, or got an answer. */
export type WaitlistEntryWebhookEvent = WebhookEvents<
  "waitlistEntry.created" | "waitlistEntry.updated",
  WaitlistEntryWebhookData
>;
