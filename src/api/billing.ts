import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import type { ApiListCall } from "../rest/result.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type { BillingChangedSubscriptionItem } from "./types/billing_changed_subscription_item.ts";
import type { BillingDiscountRedemption } from "./types/billing_discount_redemption.ts";
import type {
  ApplySubscriptionItemDiscountParams,
  CancelSubscriptionItemParams,
  CreatePriceParams,
  CreatePriceTransitionParams,
  ExtendSubscriptionItemFreeTrialParams,
  GetPlanListParams,
  GetPriceListParams,
  GetSubscriptionItemListParams,
} from "./types/billing_params.ts";
import type { BillingPaymentAttempt } from "./types/billing_payment_attempt.ts";
import type { BillingPlan } from "./types/billing_plan.ts";
import type { BillingPrice } from "./types/billing_price.ts";
import type { BillingPriceTransition } from "./types/billing_price_transition.ts";
import type { BillingStatement } from "./types/billing_statement.ts";
import type { BillingSubscription } from "./types/billing_subscription.ts";
import type { BillingSubscriptionItem } from "./types/billing_subscription_item.ts";
import type { PageParams } from "./types/pagination.ts";

/**
 * Plans, prices, subscriptions and statements. Amounts of money are in the
 * currency's smallest unit, such as cents; times are in milliseconds since 1970,
 * but for the few whose members say that they are text.
 */
export interface BillingApi {
  /**
   * Reads the plans of the instance, a page at a time, the newest first.
   *
   * @param params Which plans, and which part of them.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The plans, and how many there are.
   *
   * @example All plans for organizations, with their features
   * ```ts
   * import { createClerkClient } from "@isoclerk/backend";
   *
   * const clerk = createClerkClient();
   * for await (const plan of clerk.billing.getPlanList({ payerType: "org" })) {
   *   const features = plan.features?.map(({ slug }) => slug) ?? [];
   *   console.log(plan.name, plan.fee?.amountFormatted, features);
   * }
   * ```
   */
  getPlanList(
    params?: GetPlanListParams,
    options?: RequestOptions,
  ): ApiListCall<BillingPlan>;
  /**
   * Reads the prices of plans, a page at a time, the lowest first.
   *
   * @param params Which prices, and which part of them.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The prices, and how many there are.
   */
  getPriceList(
    params?: GetPriceListParams,
    options?: RequestOptions,
  ): ApiListCall<BillingPrice>;
  /**
   * Makes another price for a plan, for payers with whom it was agreed on. An
   * item of a subscription gets it by `createPriceTransition`.
   *
   * @param params The plan and the price.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new price.
   */
  createPrice(
    params: CreatePriceParams,
    options?: RequestOptions,
  ): Promise<ApiResult<BillingPrice>>;
  /**
   * Reads the subscription of a user.
   *
   * @param userId The user's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The subscription with the plans that it holds, or an error with
   * status 404.
   */
  getUserBillingSubscription(
    userId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<BillingSubscription>>;
  /**
   * Reads the subscription of an organization.
   *
   * @param organizationId The organization's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The subscription with the plans that it holds, or an error with
   * status 404.
   */
  getOrganizationBillingSubscription(
    organizationId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<BillingSubscription>>;
  /**
   * Reads the items of all subscriptions, a page at a time, the newest first.
   *
   * @param params Which items, and which part of them.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The items, and how many there are.
   */
  getSubscriptionItemList(
    params?: GetSubscriptionItemListParams,
    options?: RequestOptions,
  ): ApiListCall<BillingSubscriptionItem>;
  /**
   * Cancels an item of a subscription, at the end of its period unless told
   * otherwise.
   *
   * @param subscriptionItemId The item's id.
   * @param params Whether to end it at once.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The item as changed.
   */
  cancelSubscriptionItem(
    subscriptionItemId: string,
    params?: CancelSubscriptionItemParams,
    options?: RequestOptions,
  ): Promise<ApiResult<BillingSubscriptionItem>>;
  /**
   * Lets an item of a subscription be tried for free for longer. It must be on
   * trial now.
   *
   * @param subscriptionItemId The item's id.
   * @param params Until when.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The item as changed.
   */
  extendSubscriptionItemFreeTrial(
    subscriptionItemId: string,
    params: ExtendSubscriptionItemFreeTrialParams,
    options?: RequestOptions,
  ): Promise<ApiResult<BillingChangedSubscriptionItem>>;
  /**
   * Gives a discount on an item of a subscription.
   *
   * @param subscriptionItemId The item's id.
   * @param params The discount.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The discount as it was given, or an error with status 409.
   */
  applySubscriptionItemDiscount(
    subscriptionItemId: string,
    params: ApplySubscriptionItemDiscountParams,
    options?: RequestOptions,
  ): Promise<ApiResult<BillingDiscountRedemption>>;
  /**
   * Takes back a discount on an item of a subscription.
   *
   * @param subscriptionItemId The item's id.
   * @param discountId The discount's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The discount as it stands now.
   */
  removeSubscriptionItemDiscount(
    subscriptionItemId: string,
    discountId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<BillingDiscountRedemption>>;
  /**
   * Changes the price of an item of a subscription. The answer tells whether
   * that was at once or will be at the end of the period, and what was charged.
   *
   * @param subscriptionItemId The item's id.
   * @param params The price that it has, and the one that it is to have.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The item with the new price, and how it came about.
   */
  createPriceTransition(
    subscriptionItemId: string,
    params: CreatePriceTransitionParams,
    options?: RequestOptions,
  ): Promise<ApiResult<BillingPriceTransition>>;
  /**
   * Reads the statements of all payers, a page at a time, the newest first.
   *
   * @param params Which part of the list.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The statements, and how many there are.
   */
  getStatementList(
    params?: PageParams,
    options?: RequestOptions,
  ): ApiListCall<BillingStatement>;
  /**
   * Reads one statement.
   *
   * @param statementId The statement's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The statement, or an error with status 404.
   */
  getStatement(
    statementId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<BillingStatement>>;
  /**
   * Reads the payments on a statement, whether they went through or not, a page
   * at a time, the newest first.
   *
   * @param statementId The statement's id.
   * @param params Which part of the list.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The payments, and how many there are.
   */
  getStatementPaymentAttemptList(
    statementId: string,
    params?: PageParams,
    options?: RequestOptions,
  ): ApiListCall<BillingPaymentAttempt>;
}

/** A list that is asked for with its total. */
const LIST = { query: true, list: true, send: { paginated: true } } as const;
/** What the API says no more of than that it is an object. */
const PAYMENTS = { free: ["subscription_item"] } as const;

/** The operations of billing. */
export const billing: Table<BillingApi> = /* @__PURE__ */ defineTable(() => ({
  getPlanList: op("GET /billing/plans", LIST),
  getPriceList: op("GET /billing/prices", LIST),
  createPrice: op("POST /billing/prices", { body: true }),
  getUserBillingSubscription: op("GET /users/{user_id}/billing/subscription"),
  getOrganizationBillingSubscription: op(
    "GET /organizations/{organization_id}/billing/subscription",
  ),
  getSubscriptionItemList: op("GET /billing/subscription_items", LIST),
  cancelSubscriptionItem: op(
    "DELETE /billing/subscription_items/{subscription_item_id}",
    { query: true },
  ),
  extendSubscriptionItemFreeTrial: op(
    "POST /billing/subscription_items/{subscription_item_id}/extend_free_trial",
    { body: true },
  ),
  applySubscriptionItemDiscount: op(
    "POST /billing/subscription_items/{subscription_item_id}/discounts",
    { body: true },
  ),
  removeSubscriptionItemDiscount: op(
    "DELETE /billing/subscription_items/{subscription_item_id}/discounts/{discount_id}",
  ),
  createPriceTransition: op(
    "POST /billing/subscription_items/{subscription_item_id}/price_transition",
    { body: true },
  ),
  getStatementList: op("GET /billing/statements", { ...LIST, ...PAYMENTS }),
  getStatement: op("GET /billing/statements/{statementID}", PAYMENTS),
  getStatementPaymentAttemptList: op(
    "GET /billing/statements/{statementID}/payment_attempts",
    { ...LIST, ...PAYMENTS },
  ),
}));
