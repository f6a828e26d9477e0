import type { BillingMoney } from "./billing_money.ts";

/** What a statement adds up to. */
export interface BillingStatementTotals {
  /** The sum before tax. */
  readonly subtotal: BillingMoney;
  /** The part that does not depend on units. */
  readonly baseFee: BillingMoney;
  /** The tax. */
  readonly taxTotal: BillingMoney;
  /** The sum to pay. */
  readonly grandTotal: BillingMoney;
}

/** What a payment adds up to. */
export interface BillingTotals extends BillingStatementTotals {
  /** The part that depends on units, such as seats. */
  readonly perUnitTotals?: readonly BillingPerUnitTotal[];
  /** The credits that lower the sum, or null. */
  readonly credits?: BillingCredits | null;
  /** The discounts that lower the sum, or null. */
  readonly discounts?: BillingDiscounts | null;
}

/** What one kind of unit adds up to. */
export interface BillingPerUnitTotal {
  /** The kind of unit, such as `seats`. */
  readonly name: string;
  /** How many units are sold together. */
  readonly blockSize: number;
  /** The sums by price tier. */
  readonly tiers: readonly BillingPerUnitTotalTier[];
}

/** What the units of one price tier add up to. */
export interface BillingPerUnitTotalTier {
  /** How many blocks, or null when there is no limit. */
  readonly quantity?: number | null;
  /** The price of a block. */
  readonly feePerBlock: BillingMoney;
  /** The price of them all. */
  readonly total: BillingMoney;
}

/** The credits that lower a sum. */
export interface BillingCredits {
  /** For time already paid on another plan, or null. */
  readonly proration: BillingProrationCredit | null;
  /** From the payer's balance, or null. */
  readonly payer: BillingPayerCredit | null;
  /** All of them together. */
  readonly total: BillingMoney;
}

/** A credit for time already paid. */
export interface BillingProrationCredit {
  /** How much it is. */
  readonly amount: BillingMoney;
  /** How many days of the period are left. */
  readonly cycleDaysRemaining: number;
  /** How many days the period has. */
  readonly cycleDaysTotal: number;
  /** How much of the period is left, in percent. */
  readonly cycleRemainingPercent: number;
}

/** A credit from the payer's balance. */
export interface BillingPayerCredit {
  /** What is left of the balance. */
  readonly remainingBalance: BillingMoney;
  /** What was taken from it. */
  readonly appliedAmount: BillingMoney;
}

/** The discounts that lower a sum. */
export interface BillingDiscounts {
  /** For a part of the period that has passed, or null. */
  readonly proration: BillingProrationDiscount | null;
  /** All of them together. */
  readonly total: BillingMoney;
}

/** A discount for a part of the period that has passed. */
export interface BillingProrationDiscount {
  /** How much it is. */
  readonly amount: BillingMoney;
  /** How many days of the period have passed. */
  readonly cycleDaysPassed: number;
  /** How many days the period has. */
  readonly cycleDaysTotal: number;
  /** How much of the period has passed, in percent. */
  readonly cyclePassedPercent: number;
}
