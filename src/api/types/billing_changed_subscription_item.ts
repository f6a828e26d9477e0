import type { BillingMoney } from "./billing_money.ts";
import type { BillingPayer, BillingPaymentSource } from "./billing_payer.ts";
import type { BillingPlanWithAmounts } from "./billing_plan.ts";
import type {
  BillingSubscriptionCredit,
  BillingSubscriptionItemNextPayment,
} from "./billing_subscription_item.ts";

/**
 * One plan of a subscription, as the API gives it after a change of its trial
 * or its price: with other members than where it is read.
 */
export interface BillingChangedSubscriptionItem {
  /** What this is. */
  readonly object: "commerce_subscription_item";
  /** Its id. */
  readonly id: string;
  /** The id of the Clerk instance. */
  readonly instanceId: string;
  /** Where it stands. */
  readonly status:
    | "active"
    | "ended"
    | "past_due"
    | "upcoming"
    | "incomplete"
    | "abandoned";
  /** A credit for the plan before, or null. */
  readonly credit?: BillingSubscriptionCredit | null;
  /** The id of the plan. */
  readonly planId: string;
  /** The id of the price. */
  readonly priceId?: string;
  /** The plan, or null. */
  readonly plan: BillingPlanWithAmounts | null;
  /** How often it is paid. */
  readonly planPeriod: "month" | "annual";
  /** The id of what it is paid with. */
  readonly paymentSourceId: string;
  /** What it is paid with, or null. */
  readonly paymentSource?: BillingPaymentSource | null;
  /** What has been paid for it so far, or null. */
  readonly lifetimePaid?: BillingMoney | null;
  /** The price of a period, or null. */
  readonly amount?: BillingMoney | null;
  /** What the next invoice will be for, or null. */
  readonly nextInvoice?: BillingSubscriptionItemNextPayment | null;
  /** What is to be paid next, or null. */
  readonly nextPayment?: BillingSubscriptionItemNextPayment | null;
  /** The id of the payer. */
  readonly payerId: string;
  /** The payer, or null. */
  readonly payer?: BillingPayer | null;
  /** Whether it is being tried for free. */
  readonly isFreeTrial: boolean;
  /** When the period began, in milliseconds since 1970, or null. */
  readonly periodStart?: number | null;
  /** When the period ends, in milliseconds since 1970, or null. */
  readonly periodEnd?: number | null;
  /** The day from which it was paid in part. */
  readonly prorationDate: string;
  /** When it was canceled, in milliseconds since 1970, or null. */
  readonly canceledAt?: number | null;
  /** Since when a payment is overdue, in milliseconds since 1970, or null. */
  readonly pastDueAt?: number | null;
  /** When it ended, in milliseconds since 1970, or null. */
  readonly endedAt?: number | null;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}
