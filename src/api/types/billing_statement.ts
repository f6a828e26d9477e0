import type { BillingPayer } from "./billing_payer.ts";
import type { BillingPaymentAttempt } from "./billing_payment_attempt.ts";
import type { BillingStatementTotals } from "./billing_totals.ts";

/** What a payer was charged in one period. */
export interface BillingStatement {
  /** What this is. */
  readonly object: "commerce_statement";
  /** Its id. */
  readonly id: string;
  /** The id of the Clerk instance. */
  readonly instanceId: string;
  /** When it was made, in milliseconds since 1970. */
  readonly timestamp: number;
  /** The payer. */
  readonly payer: BillingPayer;
  /** Whether payments may still be added to it. */
  readonly status: "open" | "closed";
  /** What it adds up to. */
  readonly totals: BillingStatementTotals;
  /** The payments on it, by the day. */
  readonly groups: readonly BillingStatementGroup[];
}

/** The payments of one day on a statement. */
export interface BillingStatementGroup {
  /** What this is. */
  readonly object: "commerce_statement_group";
  /** The day on which the payments were made, in milliseconds since 1970. */
  readonly timestamp: number;
  /** The payments, whether they went through or not. */
  readonly items: readonly BillingPaymentAttempt[];
}
