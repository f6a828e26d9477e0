import type {
  BillingAmountWebhookData,
  BillingCreditsWebhookData,
  BillingPayerWebhookData,
  BillingPlanWebhookData,
  BillingProrationWebhookData,
} from "./billing.ts";
import type { WebhookEvents } from "./envelope.ts";

/** Why a payment failed. */
export interface BillingPaymentFailureWebhookData {
  /** Why, in a form to branch on, such as `card_declined`. */
  readonly code: string;
  /** Why, in the words of who refused it. */
  readonly decline_code: string | null;
}

/** Who is paid. */
export interface BillingPayeeWebhookData {
  /** Its id. */
  readonly id: string;
  /** The payment gateway, such as `stripe`. */
  readonly gateway_type: string;
  /** Its id at the gateway. */
  readonly gateway_external_id: string;
  /** Its state at the gateway. */
  readonly gateway_status: string;
}

/** What the units of a plan, such as seats, cost together. */
export interface BillingUnitTotalWebhookData {
  /** What is counted, such as `seats`. */
  readonly name?: string | undefined;
  /** What one of them costs, in the smallest unit of the currency. */
  readonly amount?: number | undefined;
  /** How many there are. */
  readonly quantity?: number | undefined;
  /** What all of them cost, in the smallest unit of the currency. */
  readonly total?: number | undefined;
  /** The currency, by its ISO 4217 code. */
  readonly currency?: string | undefined;
}

/** What a payment adds up to. */
export interface BillingTotalsWebhookData {
  /** The sum before taxes. */
  readonly subtotal: BillingAmountWebhookData;
  /** The taxes. */
  readonly tax_total: BillingAmountWebhookData;
  /** The sum. */
  readonly grand_total: BillingAmountWebhookData;
  /** What units such as seats add to it. */
  readonly per_unit_totals?:
    | readonly BillingUnitTotalWebhookData[]
    | null
    | undefined;
}

/** What is paid with. */
export interface BillingPaymentSourceWebhookData {
  /** Its id, `cps_…`. */
  readonly id: string;
  /** The payment gateway, such as `stripe`. */
  readonly gateway: string;
  /** Its id at the gateway. */
  readonly gateway_external_id: string;
  /** The account at the gateway that it belongs to. */
  readonly gateway_external_account_id: string | null;
  /** What it is, such as `card`. */
  readonly payment_method: string;
  /** The state of it, such as `active`. */
  readonly status: string;
  /** The brand of the card. */
  readonly card_type: string | null;
  /** The last four digits of the card's number. */
  readonly last4: string | null;
}

/** What a payment is for. */
export interface BillingPaidItemWebhookData {
  /** Always `commerce_subscription_item`. */
  readonly object?: "commerce_subscription_item" | undefined;
  /** Its id, `csub_item_…`. */
  readonly id: string;
  /** The state of it. */
  readonly status:
    | "abandoned"
    | "active"
    | "canceled"
    | "ended"
    | "expired"
    | "incomplete"
    | "past_due"
    | "upcoming";
  /** When it was made, in milliseconds since 1970. */
  readonly created_at?: number | undefined;
  /** When it was changed last, in milliseconds since 1970. */
  readonly updated_at?: number | undefined;
  /** When the period begins, in milliseconds since 1970. */
  readonly period_start: number;
  /** When the period ends, in milliseconds since 1970. */
  readonly period_end: number | null;
  /** How often it is paid for. */
  readonly interval?: "month" | "annual" | undefined;
  /** The plan, `cplan_…`. */
  readonly plan_id?: string | null | undefined;
  /** The plan. */
  readonly plan?: BillingPlanWebhookData | null | undefined;
  /** Who pays. */
  readonly payer?: BillingPayerWebhookData | null | undefined;
  /** The subscription, `csub_…`. */
  readonly subscription_id?: string | null | undefined;
  /** What is credited for the rest of a period that was paid for. */
  readonly credit?: BillingProrationWebhookData | null | undefined;
  /** All that is credited. */
  readonly credits?: BillingCreditsWebhookData | null | undefined;
}

/** An attempt to pay. */
export interface BillingPaymentAttemptWebhookData {
  /** What it is. */
  readonly object?: string | undefined;
  /** Its id. */
  readonly id: string;
  /** The instance of Clerk that it was made in, `ins_…`. */
  readonly instance_id: string;
  /** The payment. */
  readonly payment_id: string;
  /** The invoice; deprecated. */
  readonly invoice_id?: string | undefined;
  /** The statement that it stands on. */
  readonly statement_id: string;
  /** Its id at the gateway. */
  readonly gateway_external_id: string;
  /** How far it is. */
  readonly status: "pending" | "paid" | "failed";
  /** When it was made, in milliseconds since 1970. */
  readonly created_at: number;
  /** When it was changed last, in milliseconds since 1970. */
  readonly updated_at: number;
  /** When it succeeded, in milliseconds since 1970. */
  readonly paid_at?: number | null | undefined;
  /** When it failed, in milliseconds since 1970. */
  readonly failed_at?: number | null | undefined;
  /** Why it failed. */
  readonly failed_reason?: BillingPaymentFailureWebhookData | null | undefined;
  /** The date that it is for, in milliseconds since 1970. */
  readonly billing_date: number;
  /** Whether it is a first payment or a further one. */
  readonly charge_type: "checkout" | "recurring";
  /** Who is paid. */
  readonly payee: BillingPayeeWebhookData;
  /** Who pays. */
  readonly payer: BillingPayerWebhookData;
  /** What it adds up to. */
  readonly totals: BillingTotalsWebhookData;
  /** What is paid with. */
  readonly payment_source: BillingPaymentSourceWebhookData;
  /** What it is for. */
  readonly subscription_items: readonly BillingPaidItemWebhookData[];
}

/** An attempt to pay began, or came to its end. */
export type BillingPaymentAttemptWebhookEvent = WebhookEvents<
  "paymentAttempt.created" | "paymentAttempt.updated",
  BillingPaymentAttemptWebhookData
>;
