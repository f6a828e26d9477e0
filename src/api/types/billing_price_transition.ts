import type { BillingChangedSubscriptionItem } from "./billing_changed_subscription_item.ts";
import type { BillingMoney } from "./billing_money.ts";
import type { BillingPlanWithAmounts } from "./billing_plan.ts";
import type { BillingPrice } from "./billing_price.ts";

/** A change of an item of a subscription from one price to another. */
export interface BillingPriceTransition {
  /** What this is. */
  readonly object: "commerce_price_transition";
  /** The item with the new price. */
  readonly subscriptionItem: BillingChangedSubscriptionItem;
  /** When and how the price changes. */
  readonly transition: BillingPriceTransitionDetails;
}

/** When and how a price changes. */
export interface BillingPriceTransitionDetails {
  /** The plan before. */
  readonly previousPlan: BillingPlanWithAmounts;
  /** The price before. */
  readonly previousPrice: BillingPrice;
  /** From when the new price holds, in milliseconds since 1970. */
  readonly effectiveAt: number;
  /** Whether the new price holds at once or from the next period on. */
  readonly effectiveMode: "immediate" | "end_of_period";
  /** When it is paid next, in milliseconds since 1970, or null. */
  readonly nextBillingDate?: number | null;
  /** Whether something was charged at once. */
  readonly chargedImmediately: boolean;
  /** What was charged at once, or null. */
  readonly immediateCharge?: BillingMoney | null;
  /** Where the item with the price before stands now. */
  readonly previousSubscriptionItemStatus: "canceled" | "ended" | "abandoned";
  /** The id of the item with the price before. */
  readonly previousSubscriptionItemId: string;
}
