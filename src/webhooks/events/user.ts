import type { DeletedObjectWebhookData } from "./deleted_object.ts";
import type { WebhookEvents } from "./envelope.ts";
import type {
  EnterpriseAccountWebhookData,
  ExternalAccountWebhookData,
  SamlAccountWebhookData,
} from "./external_account.ts";
import type {
  EmailAddressWebhookData,
  PasskeyWebhookData,
  PhoneNumberWebhookData,
  Web3WalletWebhookData,
} from "./identification.ts";
import type { OrganizationMembershipWebhookData } from "./organization_membership.ts";

/** A user's place in a directory. */
export interface ScimWebhookData {
  /** The directory. */
  readonly directory_id: string;
  /** Whether the directory is in use. */
  readonly directory_enabled?: boolean | undefined;
  /** The user's id in the directory. */
  readonly external_id: string | null;
}

/** A user. */
export interface UserWebhookData {
  /** Always `user`. */
  readonly object: "user";
  /** Its id, `user_…`. */
  readonly id: string;
  /** Its id in your own system. */
  readonly external_id: string | null;
  /** Which of `email_addresses` is the primary one. */
  readonly primary_email_address_id: string | null;
  /** Which of `phone_numbers` is the primary one. */
  readonly primary_phone_number_id: string | null;
  /** Which of `web3_wallets` is the primary one. */
  readonly primary_web3_wallet_id: string | null;
  /** The user name. */
  readonly username: string | null;
  /** The first name. */
  readonly first_name: string | null;
  /** The last name. */
  readonly last_name: string | null;
  /** The language, such as `en-US`. */
  readonly locale?: string | null | undefined;
  /** The time zone, such as `Europe/Athens`. */
  readonly timezone?: string | null | undefined;
  /** The address of the picture; deprecated in favour of `image_url`. */
  readonly profile_image_url?: string | undefined;
  /** The address of the picture. */
  readonly image_url?: string | undefined;
  /** Whether the picture was uploaded or comes from a provider. */
  readonly has_image: boolean;
  /** Metadata that the user can read. */
  readonly public_metadata: Readonly<Record<string, unknown>>;
  /** Metadata for the backend alone. */
  readonly private_metadata?:
    | Readonly<Record<string, unknown>>
    | null
    | undefined;
  /** Metadata that the user can read and write. */
  readonly unsafe_metadata?: Readonly<Record<string, unknown>> | undefined;
  /** The email addresses. */
  readonly email_addresses: readonly EmailAddressWebhookData[];
  /** The phone numbers. */
  readonly phone_numbers: readonly PhoneNumberWebhookData[];
  /** The wallets. */
  readonly web3_wallets: readonly Web3WalletWebhookData[];
  /** The passkeys. */
  readonly passkeys?: readonly PasskeyWebhookData[] | undefined;
  /** Whether there is a password. */
  readonly password_enabled: boolean;
  /** Whether a second factor is in use. */
  readonly two_factor_enabled: boolean;
  /** Whether codes of an authenticator are in use. */
  readonly totp_enabled: boolean;
  /** Whether backup codes are in use. */
  readonly backup_code_enabled: boolean;
  /** When the second factor was put in use, in milliseconds since 1970. */
  readonly mfa_enabled_at?: number | null | undefined;
  /**
   * When the second factor was put out of use, in milliseconds since 1970.
   */
  readonly mfa_disabled_at?: number | null | undefined;
  /** When the password was changed last, in milliseconds since 1970. */
  readonly password_last_updated_at?: number | null | undefined;
  /** The accounts at OAuth providers. */
  readonly external_accounts: readonly ExternalAccountWebhookData[];
  /**
   * The accounts at SAML providers; deprecated in favour of
   * `enterprise_accounts`.
   */
  readonly saml_accounts?: readonly SamlAccountWebhookData[] | undefined;
  /** The accounts at the providers of enterprises. */
  readonly enterprise_accounts: readonly EnterpriseAccountWebhookData[];
  /** The memberships in organizations. */
  readonly organization_memberships?:
    | readonly OrganizationMembershipWebhookData[]
    | null
    | undefined;
  /** When the user signed in last, in milliseconds since 1970. */
  readonly last_sign_in_at: number | null;
  /** Whether the user may not sign in. */
  readonly banned: boolean;
  /** Whether too many attempts have locked the user out. */
  readonly locked: boolean;
  /** Whether a directory has withdrawn the user. */
  readonly deprovisioned?: boolean | undefined;
  /** How long the lock will last, in seconds. */
  readonly lockout_expires_in_seconds: number | null;
  /** How many attempts are left before the user is locked out. */
  readonly verification_attempts_remaining: number | null;
  /** When the user was changed last, in milliseconds since 1970. */
  readonly updated_at: number;
  /** When the user was made, in milliseconds since 1970. */
  readonly created_at: number;
  /** Whether the user may delete itself. */
  readonly delete_self_enabled: boolean;
  /** Whether the user may make organizations. */
  readonly create_organization_enabled: boolean;
  /** How many organizations the user may make; null for no limit. */
  readonly create_organizations_limit?: number | null | undefined;
  /**
   * When the user was active last, to the day, in milliseconds since 1970.
   */
  readonly last_active_at: number | null;
  /** When the user accepted the legal terms, in milliseconds since 1970. */
  readonly legal_accepted_at: number | null;
  /**
   * Whether the user is let in from a device that is new without a further
   * check.
   */
  readonly bypass_client_trust?: boolean | undefined;
  /** The user's place in a directory. */
  readonly scim?: ScimWebhookData | null | undefined;
}

/** A user was made, changed or deleted. */
export type UserWebhookEvent =
  | WebhookEvents<"user.created" | "user.updated", UserWebhookData>
  | WebhookEvents<"user.deleted", DeletedObjectWebhookData>;
