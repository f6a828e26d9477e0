import type { BillingMoney } from "./billing_money.ts";

/** A discount that was given on an item of a subscription. */
export interface BillingDiscountRedemption {
  /** What this is. */
  readonly object: "commerce_discount_redemption";
  /** Its id. */
  readonly id: string;
  /** The id of the item of a subscription. */
  readonly subscriptionItemId: string;
  /** The id of the discount. */
  readonly discountId: string;
  /** The discount's name. */
  readonly name?: string;
  /** How it came to be given. */
  readonly source: "promotion" | "manual" | "promo_code";
  /** The code that it was given for. */
  readonly promoCode?: string;
  /** Whether it takes off a part of the price or a fixed sum. */
  readonly effect?: "percentage" | "fixed_amount";
  /** How much of the price it takes off, in percent, or null. */
  readonly percentOff?: number | null;
  /** The sum that it takes off, or null. */
  readonly amountOff?: BillingMoney | null;
  /** What it comes to for this item, or null. */
  readonly amount?: BillingMoney | null;
  /** For how many more periods it holds, or null when there is no end. */
  readonly cyclesRemaining: number | null;
  /** To how many periods it was applied. */
  readonly cyclesApplied: number;
  /** Where it stands. */
  readonly status?: "active" | "exhausted" | "removed";
  /** When it was given, in milliseconds since 1970. */
  readonly redeemedAt: number;
  /** The id of who gave or took it, or null. */
  readonly redeemedBy: string | null;
}
