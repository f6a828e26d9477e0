// What the API answers about billing, and what a call must give for it.

const moneyJson = {
  amount: 999,
  amount_formatted: "9.99",
  currency: "USD",
  currency_symbol: "$",
};

const money = {
  amount: 999,
  amountFormatted: "9.99",
  currency: "USD",
  currencySymbol: "$",
};

/** What must come through as it is: names of both kinds, at any depth. */
const untold = { gateway_type: "stripe", planPeriod: { period_end: null } };

const attemptJson = {
  object: "commerce_payment",
  id: "pay_1",
  payee: untold,
  subscription_item: untold,
  amount: moneyJson,
  totals: { grand_total: moneyJson, per_unit_totals: [{ block_size: 1 }] },
  gateway_external_id: null,
  paid_at: null,
};

const attempt = {
  object: "commerce_payment",
  id: "pay_1",
  payee: untold,
  subscriptionItem: untold,
  amount: money,
  totals: { grandTotal: money, perUnitTotals: [{ blockSize: 1 }] },
  gatewayExternalId: null,
  paidAt: null,
};

const statementJson = {
  object: "commerce_statement",
  id: "stmt_1",
  payer: { object: "commerce_payer", first_name: null },
  totals: { base_fee: moneyJson },
  groups: [{ object: "commerce_statement_group", items: [attemptJson] }],
};

const statement = {
  object: "commerce_statement",
  id: "stmt_1",
  payer: { object: "commerce_payer", firstName: null },
  totals: { baseFee: money },
  groups: [{ object: "commerce_statement_group", items: [attempt] }],
};

const transitionJson = {
  object: "commerce_price_transition",
  subscription_item: { plan_period: "month", payment_source: null },
  transition: { previous_price: { plan_id: "cplan_1" }, effective_at: 1 },
};

const transition = {
  object: "commerce_price_transition",
  subscriptionItem: { planPeriod: "month", paymentSource: null },
  transition: { previousPrice: { planId: "cplan_1" }, effectiveAt: 1 },
};

/** Answers, each with the data that a call must give for it. */
export const billingJson = {
  attempt: { answer: attemptJson, data: attempt },
  statement: { answer: statementJson, data: statement },
  transition: { answer: transitionJson, data: transition },
} as const;
