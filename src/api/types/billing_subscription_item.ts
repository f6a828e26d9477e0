import type { BillingMoney } from "./billing_money.ts";
import type { BillingPayer, BillingPaymentMethod } from "./billing_payer.ts";
import type { BillingPlan } from "./billing_plan.ts";
import type {
  BillingCredits,
  BillingPerUnitTotal,
  BillingPerUnitTotalTier,
  BillingTotals,
} from "./billing_totals.ts";

/** Where an item of a subscription stands. */
export type BillingSubscriptionItemStatus =
  | "active"
  | "canceled"
  | "expired"
  | "ended"
  | "past_due"
  | "upcoming"
  | "incomplete"
  | "abandoned";

/** One plan of a subscription. */
export interface BillingSubscriptionItem {
  /** What this is. */
  readonly object: "commerce_subscription_item";
  /** Its id. */
  readonly id: string;
  /** The id of the Clerk instance. */
  readonly instanceId: string;
  /** Where it stands. */
  readonly status: BillingSubscriptionItemStatus;
  /** A credit for the plan before. */
  readonly credit?: BillingSubscriptionCredit;
  /** The credits that lower what is to pay, or null. */
  readonly credits?: BillingCredits | null;
  /** The id of the plan, or null. */
  readonly planId: string | null;
  /** The id of the price. */
  readonly priceId?: string;
  /** The plan, or null. */
  readonly plan?: BillingPlan | null;
  /** How often it is paid. */
  readonly planPeriod: "month" | "annual";
  /** What it is paid with. */
  readonly paymentMethod?: BillingPaymentMethod;
  /** The price of a period, where the API tells it. */
  readonly amount?: BillingMoney;
  /** What has been paid for it so far. */
  readonly lifetimePaid?: BillingMoney;
  /** What is to be paid next, or null. */
  readonly nextPayment?: BillingSubscriptionItemNextPayment | null;
  /** The id of the payer. */
  readonly payerId: string;
  /** The payer. */
  readonly payer?: BillingPayer;
  /** Whether it is being tried for free. */
  readonly isFreeTrial: boolean;
  /** When the period began, in milliseconds since 1970. */
  readonly periodStart: number;
  /** When the period ends, in milliseconds since 1970, or null. */
  readonly periodEnd: number | null;
  /** The day from which it was paid in part, as `YYYY-MM-DD`. */
  readonly prorationDate?: string;
  /** When it was canceled, in milliseconds since 1970, or null. */
  readonly canceledAt: number | null;
  /** Since when a payment is overdue, in milliseconds since 1970, or null. */
  readonly pastDueAt: number | null;
  /** When it ended, in milliseconds since 1970, or null. */
  readonly endedAt: number | null;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt?: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt?: number;
  /** The seats that it pays for, or null. */
  readonly seats?: BillingSubscriptionItemSeats | null;
  /** What it adds up to, or null. */
  readonly totals?: BillingTotals | null;
}

/** A credit for the plan before. */
export interface BillingSubscriptionCredit {
  /** How much it is, or null. */
  readonly amount?: BillingMoney | null;
  /** How much of the period was left, in percent. */
  readonly cycleRemainingPercent?: number;
}

/** What is to be paid next for an item. */
export interface BillingSubscriptionItemNextPayment {
  /** How much it is, or null. */
  readonly amount?: BillingMoney | null;
  /** When it is due, in milliseconds since 1970, or null. */
  readonly date?: number | null;
  /** The part that depends on units, such as seats. */
  readonly perUnitTotals?: readonly BillingPerUnitTotal[];
  /** What it adds up to, or null. */
  readonly totals?: BillingTotals | null;
}

/** The seats that an item pays for. */
export interface BillingSubscriptionItemSeats {
  /** How many, or null when there is no limit. */
  readonly quantity: number | null;
  /** What they cost, by price tier. */
  readonly tiers?: readonly BillingPerUnitTotalTier[];
}
