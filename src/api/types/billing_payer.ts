import type { BillingMoney } from "./billing_money.ts";

/** The user or organization that pays. */
export interface BillingPayer {
  /** What this is. */
  readonly object: "commerce_payer";
  /** Its id. */
  readonly id: string;
  /** The id of the Clerk instance. */
  readonly instanceId: string;
  /** The id of the user who pays, or null. */
  readonly userId?: string | null;
  /** The user's given name, or null. */
  readonly firstName?: string | null;
  /** The user's family name, or null. */
  readonly lastName?: string | null;
  /** The user's e-mail address, or null. */
  readonly email?: string | null;
  /** The id of the organization that pays, or null. */
  readonly organizationId?: string | null;
  /** The organization's name, or null. */
  readonly organizationName?: string | null;
  /** The picture of the user or organization. */
  readonly imageUrl?: string;
  /** The balance of credits. */
  readonly creditsBalance?: BillingMoney;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt?: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt?: number;
}

/** How a payer pays. */
export interface BillingPaymentMethod {
  /** What this is. */
  readonly object: "commerce_payment_method";
  /** Its id. */
  readonly id: string;
  /** The id of the payer. */
  readonly payerId: string;
  /** Its kind. */
  readonly paymentType: "card" | "link" | "payer-credits";
  /** Whether it is used before any other. */
  readonly isDefault?: boolean;
  /** The service that takes the payment, such as `stripe`. */
  readonly gateway: string;
  /** Its id at that service. */
  readonly gatewayExternalId: string;
  /** The id of your account at that service, or null. */
  readonly gatewayExternalAccountId: string | null;
  /** The last four digits of the card, or null. */
  readonly last4: string | null;
  /** Whether it can be used. */
  readonly status: "active" | "disconnected";
  /** The wallet that holds the card, such as `apple_pay`, or null. */
  readonly walletType?: string | null;
  /** The brand of the card, such as `visa`, or null. */
  readonly cardType: string | null;
  /** The year in which the card ends, or null. */
  readonly expiryYear?: number | null;
  /** The month in which the card ends, from 1 to 12, or null. */
  readonly expiryMonth?: number | null;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt?: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt?: number;
  /** Whether it can be removed. */
  readonly isRemovable?: boolean;
}

/** How a payer pays, as the API gives it after a change of a subscription. */
export interface BillingPaymentSource {
  /** What this is. */
  readonly object: "commerce_source";
  /** Its id. */
  readonly id: string;
  /** The id of the payer. */
  readonly payerId: string;
  /** Its kind. */
  readonly paymentMethod: "card" | "apple_pay" | "google_pay";
  /** Whether it is used before any other, or null. */
  readonly isDefault?: boolean | null;
  /** The service that takes the payment, such as `stripe`. */
  readonly gateway: string;
  /** Its id at that service. */
  readonly gatewayExternalId: string;
  /** The id of your account at that service, or null. */
  readonly gatewayExternalAccountId?: string | null;
  /** The last four digits of the card. */
  readonly last4: string;
  /** Whether it can be used. */
  readonly status: "active" | "disconnected";
  /** The wallet that holds the card, such as `apple_pay`. */
  readonly walletType: string;
  /** The brand of the card, such as `visa`. */
  readonly cardType: string;
  /** The year in which the card ends. */
  readonly expiryYear?: number;
  /** The month in which the card ends, from 1 to 12. */
  readonly expiryMonth?: number;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
  /** Whether it can be removed, or null. */
  readonly isRemovable?: boolean | null;
}
