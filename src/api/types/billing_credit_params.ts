/**
 * What `adjustUserBillingCreditBalance` and
 * `adjustOrganizationBillingCreditBalance` take.
 */
export interface AdjustBillingCreditBalanceParams {
  /** By how much, in the currency's smallest unit, such as cents. */
  readonly amount: number;
  /** Which way. */
  readonly action: "increase" | "decrease";
  /** The currency as an ISO 4217 code; `USD` by default. */
  readonly currency?: string | undefined;
  /** A text of your own that makes a repeated request count once. */
  readonly idempotencyKey: string;
  /** Why, in words. */
  readonly note?: string | undefined;
}
