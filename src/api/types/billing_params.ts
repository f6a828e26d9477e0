import type { BillingSupportedPeriods } from "./billing_price.ts";
import type { PageParams } from "./pagination.ts";

/** Who can pay: a user, or an organization. */
export type BillingPayerType = "user" | "org";

/** What `getPlanList` takes. */
export interface GetPlanListParams extends PageParams {
  /** Only plans that these can subscribe to; all by default. */
  readonly payerType?: BillingPayerType | undefined;
}

/** What `getPriceList` takes. */
export interface GetPriceListParams extends PageParams {
  /** Only prices of the plan with this id; of all plans by default. */
  readonly planId?: string | undefined;
}

/** What `createPrice` takes. */
export interface CreatePriceParams {
  /** The id of the plan that the price is for. */
  readonly planId: string;
  /** The currency as an ISO 4217 code; `USD` by default. */
  readonly currency?: string | undefined;
  /** The price of a month in cents, 100 or more; null for none. */
  readonly amount: number | null;
  /** The price of a month when paid by the year, in cents, 100 or more; null for none. */
  readonly annualMonthlyAmount?: number | null | undefined;
  /** What it is for, in words. */
  readonly description?: string | undefined;
  /** How often it can be paid. */
  readonly supportedBillingPeriods?: BillingSupportedPeriods | undefined;
}

/** What `getSubscriptionItemList` takes. All members must hold. */
export interface GetSubscriptionItemListParams extends PageParams {
  /** Only items that stand there; `free_trial` are those being tried for free. */
  readonly status?:
    | "active"
    | "ended"
    | "past_due"
    | "upcoming"
    | "free_trial"
    | undefined;
  /** Only items that these pay for. */
  readonly payerType?: BillingPayerType | undefined;
  /** Only items of the plan with this id. */
  readonly planId?: string | undefined;
  /** Whether to give items of plans that cost nothing too; false by default. */
  readonly includeFree?: boolean | undefined;
  /** Text to look for. */
  readonly query?: string | undefined;
}

/** What `cancelSubscriptionItem` takes. */
export interface CancelSubscriptionItemParams {
  /** Whether to end it at once; at the end of the period by default. */
  readonly endNow?: boolean | undefined;
}

/** What `extendSubscriptionItemFreeTrial` takes. */
export interface ExtendSubscriptionItemFreeTrialParams {
  /**
   * When the trial is to end: a date, or an ISO 8601 date and time. It must lie
   * ahead, at most 365 days after the end of the trial as it is.
   */
  readonly extendTo: string | Date;
}

/** What `applySubscriptionItemDiscount` takes. */
export interface ApplySubscriptionItemDiscountParams {
  /** The discount's id. */
  readonly discountId: string;
}

/** What `createPriceTransition` takes. */
export interface CreatePriceTransitionParams {
  /** The id of the price that the item has. */
  readonly fromPriceId: string;
  /** The id of the price that it is to have, of the same plan or another. */
  readonly toPriceId: string;
}
