import type { BillingMoney } from "./billing_money.ts";

/** How often a price can be paid. */
export type BillingSupportedPeriods = "month" | "annual" | "both";

/** A price of a plan: its own, or one made for some of its payers. */
export interface BillingPrice {
  /** What this is. */
  readonly object: "commerce_price";
  /** Its id. */
  readonly id: string;
  /** The id of the plan that it is for. */
  readonly planId: string;
  /** The id of the Clerk instance. */
  readonly instanceId: string;
  /** The currency as an ISO 4217 code, such as `USD`. */
  readonly currency: string;
  /** The currency's symbol, such as `$`. */
  readonly currencySymbol: string;
  /** The price of a month, in the currency's smallest unit, such as cents. */
  readonly amount: number;
  /** The price of a month when paid by the year, in the smallest unit. */
  readonly annualMonthlyAmount: number;
  /** The price of a month, or null. */
  readonly fee: BillingMoney | null;
  /** The price of a month when paid by the year, or null. */
  readonly annualMonthlyFee: BillingMoney | null;
  /** What it is for, in words, or null. */
  readonly description?: string | null;
  /** Whether it is what the plan costs when no other price was agreed on. */
  readonly isDefault: boolean;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** How often it can be paid. */
  readonly supportedBillingPeriods: BillingSupportedPeriods;
}
