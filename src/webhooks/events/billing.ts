/** An amount of money. */
export interface BillingAmountWebhookData {
  /** How much, in the smallest unit of the currency, such as cents. */
  readonly amount: number;
  /** How much, to show. */
  readonly amount_formatted: string;
  /** The currency, by its ISO 4217 code. */
  readonly currency: string;
  /** The currency, by its sign. */
  readonly currency_symbol: string;
}

/** A user or organization that pays. */
export interface BillingPayerWebhookData {
  /** Always `commerce_payer`. */
  readonly object?: "commerce_payer" | undefined;
  /** Its id, `cpayer_…`. */
  readonly id: string;
  /** The user that pays; empty when it is an organization. */
  readonly user_id?: string | null | undefined;
  /** The first name of the user. */
  readonly first_name?: string | null | undefined;
  /** The last name of the user. */
  readonly last_name?: string | null | undefined;
  /** The email address. */
  readonly email?: string | null | undefined;
  /** The organization that pays; empty when it is a user. */
  readonly organization_id?: string | null | undefined;
  /** The name of the organization. */
  readonly organization_name?: string | null | undefined;
  /** The address of the picture or logo. */
  readonly image_url?: string | undefined;
  /** When it was made, in milliseconds since 1970. */
  readonly created_at?: number | undefined;
  /** When it was changed last, in milliseconds since 1970. */
  readonly updated_at?: number | undefined;
}

/** What a unit of a plan costs, from one number of units to another. */
export interface BillingPriceTierWebhookData {
  /** The first block of units that it counts for. */
  readonly starts_at_block: number;
  /** The last block of units that it counts for; null for no end. */
  readonly ends_after_block: number | null;
  /** What one block costs, in the smallest unit of the currency. */
  readonly amount_per_block: number;
  /** The currency, by its ISO 4217 code. */
  readonly currency: string;
}

/** What the units of a plan, such as seats, cost. */
export interface BillingUnitPriceWebhookData {
  /** What is counted, such as `seats`. */
  readonly name: string;
  /** How many units are sold together. */
  readonly block_size: number;
  /** What they cost, by number. */
  readonly tiers: readonly BillingPriceTierWebhookData[];
}

/** A plan that can be subscribed to. */
export interface BillingPlanWebhookData {
  /** Its id, `cplan_…`. */
  readonly id: string;
  /** Its slug. */
  readonly slug: string;
  /** Its name. */
  readonly name: string;
  /** Whether it is paid for again and again. */
  readonly is_recurring: boolean;
  /**
   * What it costs a month, in the smallest unit of the currency; a year at
   * once may cost less.
   */
  readonly amount: number;
  /** The currency, by its ISO 4217 code. */
  readonly currency: string;
  /** What its units cost. */
  readonly unit_prices?:
    | readonly BillingUnitPriceWebhookData[]
    | null
    | undefined;
}

/** What is credited for the rest of a period that was paid for. */
export interface BillingProrationWebhookData {
  /** How much. */
  readonly amount: BillingAmountWebhookData;
  /** How many days are left of the period. */
  readonly cycle_days_remaining: number;
  /** How many days the period has. */
  readonly cycle_days_total: number;
  /** How much is left of the period, in percent. */
  readonly cycle_remaining_percent: number;
}

/** What is credited out of the balance of a payer. */
export interface BillingPayerCreditWebhookData {
  /** How much is used. */
  readonly applied_amount: BillingAmountWebhookData;
  /** How much is left. */
  readonly remaining_balance: BillingAmountWebhookData;
}

/** All that is credited. */
export interface BillingCreditsWebhookData {
  /** For the rest of a period that was paid for. */
  readonly proration?: BillingProrationWebhookData | null | undefined;
  /** Out of the balance of the payer. */
  readonly payer?: BillingPayerCreditWebhookData | null | undefined;
  /** The sum. */
  readonly total: BillingAmountWebhookData;
}
