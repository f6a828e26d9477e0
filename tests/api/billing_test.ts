import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { BillingApi } from "../../src/api/billing.ts";
import { billingJson } from "./billing_json.ts";
import { type Row, setUp, testOperations } from "./operations.ts";
import { bodyOf, lineOf } from "./recorder.ts";

const item = "/v1/billing/subscription_items/item_1";
const { attempt, statement, transition } = billingJson;

/** A page of the API with one item, and what a call must give for it. */
function page({ answer, data }: typeof billingJson[keyof typeof billingJson]) {
  return {
    answer: { data: [answer], total_count: 7 },
    data: [data],
    totalCount: 7,
  };
}

const things = {
  answer: { data: [], total_count: 0 },
  data: [],
  totalCount: 0,
};

const rows: readonly Row<BillingApi>[] = [
  {
    operation: "GetCommercePlanList",
    call: (api) => api.getPlanList({ limit: 5, offset: 10, payerType: "org" }),
    sends:
      "GET /v1/billing/plans?paginated=true&limit=5&offset=10&payer_type=org",
    ...things,
  },
  {
    operation: "GetCommercePlanList",
    call: (api) => api.getPlanList(),
    sends: "GET /v1/billing/plans?paginated=true",
    ...things,
  },
  {
    operation: "GetBillingPriceList",
    call: (api) => api.getPriceList({ limit: 5, offset: 0, planId: "cplan_1" }),
    sends:
      "GET /v1/billing/prices?paginated=true&limit=5&offset=0&plan_id=cplan_1",
    ...things,
  },
  {
    operation: "CreateBillingPrice",
    call: (api) =>
      api.createPrice({
        planId: "cplan_1",
        currency: "USD",
        amount: 1500,
        annualMonthlyAmount: null,
        description: "As agreed",
        supportedBillingPeriods: "both",
      }),
    sends: "POST /v1/billing/prices",
    body: {
      plan_id: "cplan_1",
      currency: "USD",
      amount: 1500,
      annual_monthly_amount: null,
      description: "As agreed",
      supported_billing_periods: "both",
    },
  },
  {
    operation: "GetUserBillingSubscription",
    call: (api) => api.getUserBillingSubscription("user_1"),
    sends: "GET /v1/users/user_1/billing/subscription",
  },
  {
    operation: "GetOrganizationBillingSubscription",
    call: (api) => api.getOrganizationBillingSubscription("org_1"),
    sends: "GET /v1/organizations/org_1/billing/subscription",
    answer: {
      past_due_at: null,
      subscription_items: [{ plan: { annual_monthly_fee: null } }],
      next_payment: { per_unit_totals: [{ tiers: [{ fee_per_block: {} }] }] },
    },
    data: {
      pastDueAt: null,
      subscriptionItems: [{ plan: { annualMonthlyFee: null } }],
      nextPayment: { perUnitTotals: [{ tiers: [{ feePerBlock: {} }] }] },
    },
  },
  {
    operation: "GetCommerceSubscriptionItemList",
    call: (api) =>
      api.getSubscriptionItemList({
        limit: 5,
        offset: 10,
        status: "free_trial",
        payerType: "user",
        planId: "cplan_1",
        includeFree: false,
        query: "ada",
      }),
    sends: "GET /v1/billing/subscription_items?paginated=true&limit=5&" +
      "offset=10&status=free_trial&payer_type=user&plan_id=cplan_1&" +
      "include_free=false&query=ada",
    ...things,
  },
  {
    operation: "CancelCommerceSubscriptionItem",
    call: (api) => api.cancelSubscriptionItem("item_1", { endNow: true }),
    sends: `DELETE ${item}?end_now=true`,
  },
  {
    operation: "CancelCommerceSubscriptionItem",
    call: (api) => api.cancelSubscriptionItem("item_1"),
    sends: `DELETE ${item}`,
  },
  {
    operation: "ExtendBillingSubscriptionItemFreeTrial",
    call: (api) =>
      api.extendSubscriptionItemFreeTrial("item_1", {
        extendTo: "2031-02-03T04:05:06Z",
      }),
    sends: `POST ${item}/extend_free_trial`,
    body: { extend_to: "2031-02-03T04:05:06Z" },
  },
  {
    operation: "ApplyBillingSubscriptionItemDiscount",
    call: (api) =>
      api.applySubscriptionItemDiscount("item_1", { discountId: "disc_1" }),
    sends: `POST ${item}/discounts`,
    body: { discount_id: "disc_1" },
  },
  {
    operation: "RemoveBillingSubscriptionItemDiscount",
    call: (api) => api.removeSubscriptionItemDiscount("item_1", "disc_1"),
    sends: `DELETE ${item}/discounts/disc_1`,
  },
  {
    operation: "CreateBillingPriceTransition",
    call: (api) =>
      api.createPriceTransition("item_1", {
        fromPriceId: "price_1",
        toPriceId: "price_2",
      }),
    sends: `POST ${item}/price_transition`,
    body: { from_price_id: "price_1", to_price_id: "price_2" },
    ...transition,
  },
  {
    operation: "GetBillingStatementList",
    call: (api) => api.getStatementList({ limit: 5, offset: 10 }),
    sends: "GET /v1/billing/statements?paginated=true&limit=5&offset=10",
    ...page(statement),
  },
  {
    operation: "GetBillingStatement",
    call: (api) => api.getStatement("stmt_1"),
    sends: "GET /v1/billing/statements/stmt_1",
    ...statement,
  },
  {
    operation: "GetBillingStatementPaymentAttempts",
    call: (api) =>
      api.getStatementPaymentAttemptList("stmt_1", { limit: 5, offset: 10 }),
    sends: "GET /v1/billing/statements/stmt_1/payment_attempts?" +
      "paginated=true&limit=5&offset=10",
    ...page(attempt),
  },
];

testOperations("billing", rows, [/^\/billing\b/, /\/billing\/subscription$/]);

describe("billing", () => {
  it("takes a Date for the end of a free trial", async () => {
    const { clerk, sent } = setUp(() => ({}));
    await clerk.billing.extendSubscriptionItemFreeTrial("item_1", {
      extendTo: new Date(Date.UTC(2031, 1, 3, 4, 5, 6, 789)),
    });
    assertEquals(sent.map(bodyOf), [{ extend_to: "2031-02-03T04:05:06.789Z" }]);
  });

  it("refuses a date that is none", async () => {
    const { clerk, sent } = setUp(() => ({}));
    const { errors } = await clerk.billing.extendSubscriptionItemFreeTrial(
      "item_1",
      { extendTo: new Date(Number.NaN) },
    );
    assertEquals(errors?.[0].code, "invalid_argument");
    assertEquals(sent.length, 0);
  });

  it("says false when an item is not to end at once", async () => {
    const { clerk, sent } = setUp(() => ({}));
    await clerk.billing.cancelSubscriptionItem("item_1", { endNow: false });
    assertEquals(sent.map(lineOf), [`DELETE ${item}?end_now=false`]);
  });

  it("walks through all pages of a statement's payments", async () => {
    const { clerk, sent } = setUp(({ url }) => ({
      data: [{ id: `pay_${url.searchParams.get("offset") ?? 0}` }],
      total_count: 2,
    }));
    const ids: string[] = [];
    const call = clerk.billing.getStatementPaymentAttemptList("stmt_1", {
      limit: 1,
    });
    for await (const { id } of call) ids.push(id);
    assertEquals(ids, ["pay_0", "pay_1"]);
    assertEquals(
      sent.map(({ url }) => url.searchParams.get("paginated")),
      ["true", "true"],
    );
  });
});
