import type { BillingMoney } from "./billing_money.ts";
import type { BillingSubscriptionItem } from "./billing_subscription_item.ts";
import type { BillingPerUnitTotal, BillingTotals } from "./billing_totals.ts";

/** Where a subscription stands. */
export type BillingSubscriptionStatus =
  | "active"
  | "past_due"
  | "canceled"
  | "ended"
  | "abandoned"
  | "incomplete";

/** All that a user or an organization has subscribed to. */
export interface BillingSubscription {
  /** What this is. */
  readonly object: "commerce_subscription";
  /** Its id. */
  readonly id: string;
  /** The id of the Clerk instance. */
  readonly instanceId: string;
  /** Where it stands. */
  readonly status: BillingSubscriptionStatus;
  /** The id of the payer. */
  readonly payerId: string;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
  /** Since when it is active, in milliseconds since 1970, or null. */
  readonly activeAt: number | null;
  /** Since when a payment is overdue, in milliseconds since 1970, or null. */
  readonly pastDueAt: number | null;
  /** The plans that it holds. */
  readonly subscriptionItems: readonly BillingSubscriptionItem[];
  /** What is to be paid next. */
  readonly nextPayment?: BillingSubscriptionNextPayment;
  /** Whether the payer may still try a plan for free. */
  readonly eligibleForFreeTrial?: boolean;
}

/** What is to be paid next for a subscription. */
export interface BillingSubscriptionNextPayment {
  /** When it is due, in milliseconds since 1970. */
  readonly date: number;
  /** How much it is. */
  readonly amount: BillingMoney;
  /** The part that depends on units, such as seats. */
  readonly perUnitTotals?: readonly BillingPerUnitTotal[];
  /** What it adds up to, or null. */
  readonly totals?: BillingTotals | null;
}
