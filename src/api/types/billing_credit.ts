import type { BillingMoney } from "./billing_money.ts";

/** How many credits a payer has. */
export interface BillingCreditBalance {
  /** What this is. */
  readonly object: string;
  /** The balance, or null when there never was one. */
  readonly balance: BillingMoney | null;
}

/** One change of a payer's balance of credits. */
export interface BillingCreditLedger {
  /** What this is. */
  readonly object: string;
  /** Its id. */
  readonly id: string;
  /** The id of the payer. */
  readonly payerId: string;
  /** By how much the balance changed. */
  readonly amount: BillingMoney;
  /** What changed it. */
  readonly sourceType: string;
  /** The id of what changed it. */
  readonly sourceId: string;
  /** Why, in words, or null. */
  readonly note?: string | null;
  /** When, as an ISO 8601 date and time. */
  readonly createdAt: string;
}
