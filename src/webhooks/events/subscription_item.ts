import type {
  BillingAmountWebhookData,
  BillingPayerWebhookData,
  BillingPlanWebhookData,
  BillingProrationWebhookData,
} from "./billing.ts";
import type { WebhookEvents } from "./envelope.ts";

/** The seats that a subscription pays for. */
export interface BillingSeatsWebhookData {
  /** How many; null for no limit. */
  readonly quantity: number | null;
}

/** One plan of a subscription, over one period. */
export interface BillingSubscriptionItemWebhookData {
  /** What it is. */
  readonly object: "commerce_subscription_item" | "subscription_item";
  /** Its id, `csub_item_…`. */
  readonly id: string;
  /** The state of it. */
  readonly status:
    | "abandoned"
    | "active"
    | "canceled"
    | "ended"
    | "expired"
    | "incomplete"
    | "past_due"
    | "upcoming";
  /** Whether it is being tried for free. */
  readonly is_free_trial?: boolean | undefined;
  /** When it was made, in milliseconds since 1970. */
  readonly created_at?: number | undefined;
  /** When it was changed last, in milliseconds since 1970. */
  readonly updated_at?: number | undefined;
  /** When the period begins, in milliseconds since 1970. */
  readonly period_start: number;
  /** When the period ends, in milliseconds since 1970. */
  readonly period_end: number | null;
  /** How often it is paid for: `month` or `annual`. */
  readonly interval?: string | undefined;
  /** How often it is paid for; what `interval` says. */
  readonly plan_period?: "month" | "annual" | undefined;
  /** The plan, `cplan_…`. */
  readonly plan_id?: string | null | undefined;
  /** The plan. */
  readonly plan?: BillingPlanWebhookData | null | undefined;
  /** Who pays; absent within a subscription. */
  readonly payer?: BillingPayerWebhookData | null | undefined;
  /** The subscription, `csub_…`; absent within a subscription. */
  readonly subscription_id?: string | null | undefined;
  /** The seats that it pays for. */
  readonly seats?: BillingSeatsWebhookData | null | undefined;
  /** What it costs. */
  readonly amount?: BillingAmountWebhookData | null | undefined;
  /** What is credited for the rest of a period that was paid for. */
  readonly credit?: BillingProrationWebhookData | null | undefined;
  /** What was paid for it so far. */
  readonly lifetime_paid?: BillingAmountWebhookData | number | null | undefined;
  /** What is to be paid next, in the smallest unit of the currency. */
  readonly next_payment_amount?: number | null | undefined;
  /** When that is to be paid, in milliseconds since 1970. */
  readonly next_payment_date?: number | null | undefined;
  /** When it was cancelled, in milliseconds since 1970. */
  readonly canceled_at?: number | null | undefined;
  /** When it was not paid in time, in milliseconds since 1970. */
  readonly past_due_at?: number | null | undefined;
  /** The day that credit is counted from. */
  readonly proration_date?: string | null | undefined;
}

/** One plan of a subscription began, ended or changed. */
export type BillingSubscriptionItemWebhookEvent = WebhookEvents<
  | "subscriptionItem.abandoned"
  | "subscriptionItem.active"
  | "subscriptionItem.canceled"
  | "subscriptionItem.created"
  | "subscriptionItem.ended"
  | "subscriptionItem.freeTrialEnding"
  | "subscriptionItem.incomplete"
  | "subscriptionItem.pastDue"
  | "subscriptionItem.upcoming"
  | "subscriptionItem.updated",
  BillingSubscriptionItemWebhookData
>;
