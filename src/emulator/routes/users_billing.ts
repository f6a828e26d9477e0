import { formatTimestamp } from "../../platform/calendar.ts";
import type { JsonObject } from "../../text/json.ts";
import { refuse, refuseParam } from "../http/refusal.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import { type CreditRow, startRow } from "../state/store.ts";
import type { UserRow } from "../state/user.ts";
import { userFields } from "./users_fields.ts";
import { requireUser } from "./users_save.ts";

const CURRENCY = "USD";

/** What users pay and have to their credit. */
export const usersBilling: Operations = {
  "GET /v1/users/{user_id}/billing/subscription": { handle: showSubscription },
  "GET /v1/users/{user_id}/billing/credits": {
    handle(instance, call) {
      const { id } = requireUser(instance, call);
      const rows = instance.store.credits.find("user", id);
      return {
        object: "commerce_credit_balance",
        balance: rows.length === 0
          ? null
          : writeMoney(sum(rows), rows[0]?.currency ?? CURRENCY),
      };
    },
  },
  "POST /v1/users/{user_id}/billing/credits": {
    body: userFields.credits,
    handle: adjustCredit,
  },
};

/** Every user is on a subscription without items: the free plan. */
function showSubscription(instance: Instance, call: Call): JsonObject {
  const user = requireUser(instance, call);
  return {
    object: "commerce_subscription",
    id: `csub_${payerOf(user).slice("cpayer_".length)}`,
    instance_id: instance.id,
    status: "active",
    payer_id: payerOf(user),
    created_at: user.createdAt,
    updated_at: user.createdAt,
    active_at: user.createdAt,
    past_due_at: null,
    subscription_items: [],
    eligible_for_free_trial: true,
  };
}

function adjustCredit(instance: Instance, call: Call): JsonObject {
  const { store, clock } = instance;
  const user = requireUser(instance, call);
  const wanted = readAdjustment(user, call.body);
  const [earlier] = store.credits.find("key", wanted.key);
  if (earlier) {
    if (isSame(earlier, wanted)) return writeLedger(user, earlier);
    throw refuse(
      "emulator_conflict",
      "The idempotency_key was used before, for another adjustment.",
    );
  }
  const rows = store.credits.find("user", user.id);
  if (rows.some(({ currency }) => currency !== wanted.currency)) {
    throw refuseParam(
      "form_param_value_invalid",
      "currency",
      `The credit of this user is in ${rows[0]?.currency}.`,
    );
  }
  if (sum(rows) + wanted.amount < 0) {
    throw refuseParam(
      "form_param_value_invalid",
      "amount",
      "amount is more than the credit that the user has.",
    );
  }
  const row = { ...startRow(store, "cledger", clock.now()), ...wanted };
  store.credits.put(row);
  return writeLedger(user, row);
}

type Adjustment = Omit<CreditRow, "id" | "createdAt" | "sequence">;

function readAdjustment(user: UserRow, body: JsonObject): Adjustment {
  const amount = Number(body.amount);
  return {
    userId: user.id,
    key: `${user.id} ${body.idempotency_key}`,
    amount: body.action === "decrease" ? -amount : amount,
    currency: String(body.currency ?? CURRENCY).toUpperCase(),
    note: typeof body.note === "string" ? body.note : null,
  };
}

function isSame(row: CreditRow, wanted: Adjustment): boolean {
  return row.amount === wanted.amount && row.currency === wanted.currency &&
    row.note === wanted.note;
}

function sum(rows: readonly CreditRow[]): number {
  return rows.reduce((total, { amount }) => total + amount, 0);
}

function writeLedger(user: UserRow, row: CreditRow): JsonObject {
  return {
    object: "commerce_credit_ledger",
    id: row.id,
    payer_id: payerOf(user),
    amount: writeMoney(row.amount, row.currency),
    source_type: "manual",
    source_id: row.id,
    note: row.note,
    created_at: formatTimestamp(row.createdAt),
  };
}

function writeMoney(amount: number, currency: string): JsonObject {
  const text = (amount / 100).toFixed(2);
  const symbol = currency === CURRENCY ? "$" : currency;
  return {
    amount,
    amount_formatted: text,
    currency,
    currency_symbol: symbol,
  };
}

function payerOf({ id }: UserRow): string {
  return `cpayer_${id.replace(/^user_/, "")}`;
}
