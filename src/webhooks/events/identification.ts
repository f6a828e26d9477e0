import type {
  AdminVerificationWebhookData,
  EmailLinkVerificationWebhookData,
  FromOauthVerificationWebhookData,
  OtpVerificationWebhookData,
  PasskeyVerificationWebhookData,
  SamlVerificationWebhookData,
  ScimVerificationWebhookData,
  TicketVerificationWebhookData,
  Web3VerificationWebhookData,
} from "./verification.ts";

/** What an email address or phone number is linked to. */
export interface IdentificationLinkWebhookData {
  /** What it is, such as `oauth_google`. */
  readonly type: string;
  /** Its id, `idn_…`. */
  readonly id: string;
}

/** An email address of a user. */
export interface EmailAddressWebhookData {
  /** Always `email_address`. */
  readonly object: "email_address";
  /** Its id, `idn_…`. */
  readonly id?: string | undefined;
  /** The address. */
  readonly email_address: string;
  /** Whether it is kept for a sign-up that is under way. */
  readonly reserved: boolean;
  /** How it was verified. */
  readonly verification:
    | OtpVerificationWebhookData
    | AdminVerificationWebhookData
    | FromOauthVerificationWebhookData
    | TicketVerificationWebhookData
    | SamlVerificationWebhookData
    | EmailLinkVerificationWebhookData
    | ScimVerificationWebhookData
    | null;
  /** What it is linked to. */
  readonly linked_to: readonly IdentificationLinkWebhookData[];
  /** Whether its domain has an enterprise connection. */
  readonly matches_sso_connection?: boolean | undefined;
  /** When it was made, in milliseconds since 1970. */
  readonly created_at: number;
  /** When it was changed last, in milliseconds since 1970. */
  readonly updated_at: number;
}

/** A phone number of a user. */
export interface PhoneNumberWebhookData {
  /** Always `phone_number`. */
  readonly object: "phone_number";
  /** Its id, `idn_…`. */
  readonly id?: string | undefined;
  /** The number, in E.164. */
  readonly phone_number: string;
  /** Whether it serves as second factor. */
  readonly reserved_for_second_factor?: boolean | undefined;
  /** Whether it is the second factor to be asked for first. */
  readonly default_second_factor?: boolean | undefined;
  /** Whether it is kept for a sign-up that is under way. */
  readonly reserved: boolean;
  /** How it was verified. */
  readonly verification:
    | OtpVerificationWebhookData
    | AdminVerificationWebhookData
    | null;
  /** What it is linked to. */
  readonly linked_to: readonly IdentificationLinkWebhookData[];
  /** The backup codes, just when they are made. */
  readonly backup_codes?: readonly string[] | null | undefined;
  /** When it was made, in milliseconds since 1970. */
  readonly created_at: number;
  /** When it was changed last, in milliseconds since 1970. */
  readonly updated_at: number;
}

/** A wallet of a user. */
export interface Web3WalletWebhookData {
  /** Always `web3_wallet`. */
  readonly object: "web3_wallet";
  /** Its id, `idn_…`. */
  readonly id?: string | undefined;
  /** Its address. */
  readonly web3_wallet: string;
  /** How it was verified. */
  readonly verification:
    | Web3VerificationWebhookData
    | AdminVerificationWebhookData
    | null;
  /** When it was made, in milliseconds since 1970. */
  readonly created_at: number;
  /** When it was changed last, in milliseconds since 1970. */
  readonly updated_at: number;
}

/** A passkey of a user. */
export interface PasskeyWebhookData {
  /** Always `passkey`. */
  readonly object: "passkey";
  /** Its id, `idn_…`. */
  readonly id?: string | undefined;
  /** Its name. */
  readonly name: string;
  /** When it was used last, in milliseconds since 1970. */
  readonly last_used_at: number | null;
  /** How it was verified. */
  readonly verification: PasskeyVerificationWebhookData | null;
}
