import type { BillingMoney } from "./billing_money.ts";

/** A plan that users or organizations can subscribe to. */
export interface BillingPlan {
  /** What this is. */
  readonly object: "commerce_plan";
  /** Its id, `cplan_…`. */
  readonly id: string;
  /** Its name. */
  readonly name: string;
  /** The price of a month, or null. */
  readonly fee: BillingMoney | null;
  /** The price of a month when paid by the year, or null. */
  readonly annualMonthlyFee: BillingMoney | null;
  /** The price of a year, or null. */
  readonly annualFee: BillingMoney | null;
  /** What it offers, in words, or null. */
  readonly description: string | null;
  /**
   * The id of its product.
   *
   * @deprecated Products have no meaning any more; use `id`.
   */
  readonly productId: string;
  /** Whether everybody is on it who has chosen no other. */
  readonly isDefault: boolean;
  /** Whether it is paid again each period. */
  readonly isRecurring: boolean;
  /** Whether it is shown in the pricing table. */
  readonly publiclyVisible: boolean;
  /** Whether it has a price that does not depend on units. */
  readonly hasBaseFee: boolean;
  /** Who can subscribe: `user` or `org`. */
  readonly forPayerType: string;
  /** Its name in a form fit for `has({ plan })`. */
  readonly slug: string;
  /** Its picture, or null. */
  readonly avatarUrl: string | null;
  /** What it includes. */
  readonly features?: readonly Feature[];
  /** Whether it can be tried for free. */
  readonly freeTrialEnabled: boolean;
  /** How long it can be tried for free, in days, or null. */
  readonly freeTrialDays: number | null;
  /** Prices that depend on units, such as seats. */
  readonly unitPrices?: readonly BillingPlanUnitPrice[];
}

/**
 * A plan, as the API gives it after a change of a subscription: its prices also
 * as plain numbers and texts.
 */
export interface BillingPlanWithAmounts {
  /** What this is. */
  readonly object: "commerce_plan";
  /** Its id, `cplan_…`. */
  readonly id: string;
  /** Its name. */
  readonly name: string;
  /** The price of a month, or null. */
  readonly fee: BillingMoney | null;
  /** The price of a month when paid by the year, or null. */
  readonly annualMonthlyFee: BillingMoney | null;
  /** The price of a year, or null. */
  readonly annualFee: BillingMoney | null;
  /** The price of a month, in the currency's smallest unit, such as cents. */
  readonly amount: number;
  /** The price of a month for people, such as `9.99`. */
  readonly amountFormatted: string;
  /** The price of a month when paid by the year, in the smallest unit. */
  readonly annualMonthlyAmount: number;
  /** The price of a month when paid by the year, for people. */
  readonly annualMonthlyAmountFormatted: string;
  /** The price of a year, in the smallest unit. */
  readonly annualAmount: number;
  /** The price of a year for people. */
  readonly annualAmountFormatted: string;
  /** The currency's symbol, such as `$`. */
  readonly currencySymbol: string;
  /** The currency as an ISO 4217 code, such as `USD`. */
  readonly currency: string;
  /** What it offers, in words. */
  readonly description: string;
  /** The id of its product. */
  readonly productId: string;
  /** Whether everybody is on it who has chosen no other. */
  readonly isDefault: boolean;
  /** Whether it is paid again each period. */
  readonly isRecurring: boolean;
  /** Whether it is shown in the pricing table. */
  readonly publiclyVisible: boolean;
  /** Whether it has a price that does not depend on units. */
  readonly hasBaseFee: boolean;
  /** Who can subscribe: `user`, `org`, or both. */
  readonly payerType: readonly string[];
  /** Who can subscribe: `user` or `org`. */
  readonly forPayerType: string;
  /** Its name in a form fit for `has({ plan })`. */
  readonly slug: string;
  /** Its picture. */
  readonly avatarUrl: string;
  /** The unit of a period, such as `month`. */
  readonly period?: string;
  /** How many units a period has. */
  readonly interval?: number;
  /** What it includes. */
  readonly features: readonly Feature[];
  /** Whether it can be tried for free. */
  readonly freeTrialEnabled?: boolean;
  /** How long it can be tried for free, in days, or null. */
  readonly freeTrialDays?: number | null;
}

/** A feature of a plan. */
export interface Feature {
  /** What this is. */
  readonly object: "feature";
  /** Its id. */
  readonly id: string;
  /** Its name. */
  readonly name: string;
  /** What it offers, in words, or null. */
  readonly description: string | null;
  /** Its name in a form fit for `has({ feature })`. */
  readonly slug: string;
  /** Its picture, or null. */
  readonly avatarUrl: string | null;
}

/** The price of one kind of unit. */
export interface BillingPlanUnitPrice {
  /** The kind of unit, such as `seats`. */
  readonly name: string;
  /** How many units are sold together. */
  readonly blockSize: number;
  /** The prices by quantity. */
  readonly tiers: readonly BillingPlanUnitPriceTier[];
}

/** The price of units between two quantities. */
export interface BillingPlanUnitPriceTier {
  /** The first block that this price is for. */
  readonly startsAtBlock: number;
  /** The last block that this price is for, or null when there is no end. */
  readonly endsAfterBlock?: number | null;
  /** The price of a block. */
  readonly feePerBlock: BillingMoney;
}
