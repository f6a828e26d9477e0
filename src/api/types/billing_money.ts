/** An amount of money. */
export interface BillingMoney {
  /** The amount in the currency's smallest unit, such as cents. */
  readonly amount: number;
  /** The amount for people, without the symbol, such as `9.99`. */
  readonly amountFormatted: string;
  /** The currency as an ISO 4217 code, such as `USD`. */
  readonly currency: string;
  /** The currency's symbol, such as `$`. */
  readonly currencySymbol: string;
}
