/** The events of billing, as the official types promise them. */
import type { BillingPayerWebhookData } from "../src/webhooks/events/billing.ts";
import type {
  BillingPaidItemWebhookData,
  BillingPaymentAttemptWebhookData,
  BillingPaymentAttemptWebhookEvent as CorePaymentAttemptEvent,
} from "../src/webhooks/events/payment_attempt.ts";
import type {
  BillingSubscriptionWebhookData,
  BillingSubscriptionWebhookEvent as CoreSubscriptionEvent,
} from "../src/webhooks/events/subscription.ts";
import type {
  BillingSubscriptionItemWebhookData,
  BillingSubscriptionItemWebhookEvent as CoreSubscriptionItemEvent,
} from "../src/webhooks/events/subscription_item.ts";
import type { Sent, WebhookEvents } from "./webhook_envelope.ts";

/** A user or organization that pays. */
export type BillingPayerJSON = Sent<
  BillingPayerWebhookData,
  "object" | "email" | "image_url" | "created_at" | "updated_at",
  | "user_id"
  | "first_name"
  | "last_name"
  | "organization_id"
  | "organization_name"
>;

/** One plan of a subscription, over one period. */
export type BillingSubscriptionItemEventJSON =
  & Sent<
    Omit<BillingSubscriptionItemWebhookData, "payer">,
    | "credit"
    | "proration_date"
    | "plan_period"
    | "lifetime_paid"
    | "next_payment_amount"
    | "next_payment_date"
    | "amount",
    "plan" | "plan_id" | "subscription_id" | "canceled_at" | "past_due_at"
  >
  & {
    /** Who pays; absent within a subscription. */
    readonly payer?: BillingPayerJSON;
  };

/** A subscription of a user or organization. */
export type BillingSubscriptionEventJSON =
  & Sent<
    Omit<BillingSubscriptionWebhookData, "payer" | "items">,
    "latest_payment_id" | "payment_source_id",
    "active_at" | "canceled_at" | "ended_at" | "past_due_at"
  >
  & {
    /** Who pays. */
    readonly payer: BillingPayerJSON;
    /** Its plans, over one period each. */
    readonly items: BillingSubscriptionItemEventJSON[];
  };

/** What a payment is for. */
export type BillingPaidItemJSON =
  & Sent<
    Omit<BillingPaidItemWebhookData, "payer">,
    "object" | "credit",
    "plan" | "plan_id" | "subscription_id"
  >
  & {
    /** Who pays. */
    readonly payer?: BillingPayerJSON;
  };

/** An attempt to pay. */
export type BillingPaymentAttemptJSON =
  & Sent<
    Omit<
      BillingPaymentAttemptWebhookData,
      "payer" | "subscription_items" | "failed_reason"
    >,
    "object",
    "paid_at" | "failed_at"
  >
  & {
    /** Who pays. */
    readonly payer: BillingPayerJSON;
    /** What it is for. */
    readonly subscription_items: BillingPaidItemJSON[];
    /** Why it failed. */
    readonly failed_reason?: {
      /** Why, in a form to branch on. */
      readonly code: string;
      /** Why, in the words of who refused it. */
      readonly decline_code: string;
    };
  };

/** An attempt to pay began, or came to its end. */
export type BillingPaymentAttemptWebhookEvent = WebhookEvents<
  CorePaymentAttemptEvent["type"],
  BillingPaymentAttemptJSON
>;

/** A subscription began, changed or was not paid in time. */
export type BillingSubscriptionWebhookEvent = WebhookEvents<
  CoreSubscriptionEvent["type"],
  BillingSubscriptionEventJSON
>;

/** One plan of a subscription began, ended or changed. */
export type BillingSubscriptionItemWebhookEvent = WebhookEvents<
  CoreSubscriptionItemEvent["type"],
  BillingSubscriptionItemEventJSON
>;
