import type { BillingMoney } from "./billing_money.ts";
import type { BillingPayer, BillingPaymentMethod } from "./billing_payer.ts";
import type { BillingTotals } from "./billing_totals.ts";

/** One try to take a payment. */
export interface BillingPaymentAttempt {
  /** What this is. */
  readonly object: "commerce_payment";
  /** Its id. */
  readonly id: string;
  /** The id of the payment that it belongs to. */
  readonly paymentId: string;
  /** The id of the Clerk instance. */
  readonly instanceId: string;
  /** What kind of charge it is. */
  readonly chargeType: string;
  /** The id of who is paid. */
  readonly payeeId: string;
  /** Who is paid; keys as the API names them. */
  readonly payee: { readonly [name: string]: unknown };
  /** The id of the payer. */
  readonly payerId: string;
  /** The payer. */
  readonly payer: BillingPayer;
  /** The id of the item of a subscription that it pays for. */
  readonly subscriptionItemId?: string;
  /** The item of a subscription that it pays for; keys as the API names them. */
  readonly subscriptionItem?: { readonly [name: string]: unknown };
  /** How much it is. */
  readonly amount: BillingMoney;
  /** What it adds up to, or null. */
  readonly totals?: BillingTotals | null;
  /** The id of what it is paid with. */
  readonly paymentMethodId: string;
  /** What it is paid with. */
  readonly paymentMethod: BillingPaymentMethod;
  /** The id of the statement that it stands on. */
  readonly statementId: string;
  /** Its id at the service that takes the payment, or null. */
  readonly gatewayExternalId: string | null;
  /** Its page at the service that takes the payment, or null. */
  readonly gatewayExternalUrl: string | null;
  /** Where it stands. */
  readonly status: "pending" | "paid" | "failed";
  /** When it was paid, in milliseconds since 1970, or null. */
  readonly paidAt: number | null;
  /** When it failed, in milliseconds since 1970, or null. */
  readonly failedAt: number | null;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}
