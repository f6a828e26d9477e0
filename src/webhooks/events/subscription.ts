import type { BillingPayerWebhookData } from "./billing.ts";
import type { WebhookEvents } from "./envelope.ts";
import type { BillingSubscriptionItemWebhookData } from "./subscription_item.ts";

/** A subscription of a user or organization. */
export interface BillingSubscriptionWebhookData {
  /** What it is. */
  readonly object: "commerce_subscription" | "subscription";
  /** Its id, `csub_…`. */
  readonly id: string;
  /** The state of it. */
  readonly status:
    | "abandoned"
    | "active"
    | "canceled"
    | "ended"
    | "incomplete"
    | "past_due";
  /** When it became active, in milliseconds since 1970. */
  readonly active_at?: number | null | undefined;
  /** When it was cancelled, in milliseconds since 1970. */
  readonly canceled_at?: number | null | undefined;
  /** When it was made, in milliseconds since 1970. */
  readonly created_at: number;
  /** When it ended, in milliseconds since 1970. */
  readonly ended_at?: number | null | undefined;
  /** When it was not paid in time, in milliseconds since 1970. */
  readonly past_due_at?: number | null | undefined;
  /** When it was changed last, in milliseconds since 1970. */
  readonly updated_at: number;
  /** The latest attempt to pay. */
  readonly latest_payment_id: string | null;
  /** Who pays, `cpayer_…`. */
  readonly payer_id: string;
  /** Who pays. */
  readonly payer: BillingPayerWebhookData;
  /** What it is paid with. */
  readonly payment_source_id: string | null;
  /** Its plans, over one period each. */
  readonly items: readonly BillingSubscriptionItemWebhookData[];
}

/** A subscription began, changed or was not paid in time. */
export type BillingSubscriptionWebhookEvent = WebhookEvents<
  | "subscription.active"
  | "subscription.created"
  | "subscription.pastDue"
  | "subscription.updated",
  BillingSubscriptionWebhookData
>;
