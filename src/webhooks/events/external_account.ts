import type {
  GoogleOneTapVerificationWebhookData,
  OauthVerificationWebhookData,
  SamlVerificationWebhookData,
  TicketVerificationWebhookData,
} from "./verification.ts";

/** An account of a user at an OAuth provider. */
export interface ExternalAccountWebhookData {
  /** What it is. */
  readonly object: "external_account" | "facebook_account" | "google_account";
  /** Its id, `eac_…`. */
  readonly id: string;
  /** The provider, such as `oauth_google`. */
  readonly provider: string;
  /** The identification that it stands for, `idn_…`. */
  readonly identification_id: string;
  /** The user's id at the provider. */
  readonly provider_user_id: string;
  /** The scopes that the user agreed to, with a space between. */
  readonly approved_scopes: string;
  /** The email address at the provider. */
  readonly email_address: string;
  /** Whether the provider has verified the address. */
  readonly email_address_verified?: boolean | null | undefined;
  /** The first name at the provider. */
  readonly first_name: string;
  /** The last name at the provider. */
  readonly last_name: string;
  /**
   * The address of the picture at the provider; deprecated in favour of
   * `image_url`.
   */
  readonly avatar_url?: string | undefined;
  /** The address of the picture. */
  readonly image_url?: string | null | undefined;
  /** The user name at the provider. */
  readonly username?: string | null | undefined;
  /** The phone number at the provider. */
  readonly phone_number?: string | null | undefined;
  /** Metadata that the user can read. */
  readonly public_metadata: Readonly<Record<string, unknown>>;
  /** What to call it when there are several of one provider. */
  readonly label?: string | null | undefined;
  /** When it was made, in milliseconds since 1970. */
  readonly created_at: number;
  /** When it was changed last, in milliseconds since 1970. */
  readonly updated_at: number;
  /** How it was verified. */
  readonly verification:
    | OauthVerificationWebhookData
    | GoogleOneTapVerificationWebhookData
    | null;
}

/** A connection to a SAML provider. */
export interface SamlConnectionWebhookData {
  /** Its id. */
  readonly id: string;
  /** Its name. */
  readonly name: string;
  /** Its domain; deprecated in favour of `domains`. */
  readonly domain?: string | undefined;
  /** Its domains. */
  readonly domains?: readonly string[] | undefined;
  /** The provider, such as `saml_okta`. */
  readonly provider: string;
  /** Whether it is in use. */
  readonly active: boolean;
  /**
   * Whether the provider's data overwrites that of the user at each sign-in.
   */
  readonly sync_user_attributes: boolean;
  /** Whether subdomains of its domains count too. */
  readonly allow_subdomains?: boolean | undefined;
  /** Whether a sign-in may start at the provider. */
  readonly allow_idp_initiated?: boolean | undefined;
  /** Whether its users may add no further identifications. */
  readonly disable_additional_identifications?: boolean | undefined;
  /** When it was made, in milliseconds since 1970. */
  readonly created_at: number;
  /** When it was changed last, in milliseconds since 1970. */
  readonly updated_at: number;
}

/** An account of a user at a SAML provider. */
export interface SamlAccountWebhookData {
  /** Always `saml_account`. */
  readonly object: "saml_account";
  /** Its id. */
  readonly id: string;
  /** The provider, such as `saml_okta`. */
  readonly provider: string;
  /** Whether it is in use. */
  readonly active: boolean;
  /** The email address at the provider. */
  readonly email_address: string;
  /** The first name at the provider. */
  readonly first_name?: string | null | undefined;
  /** The last name at the provider. */
  readonly last_name?: string | null | undefined;
  /** The user's id at the provider. */
  readonly provider_user_id?: string | null | undefined;
  /** When the user signed in with it last, in milliseconds since 1970. */
  readonly last_authenticated_at?: number | null | undefined;
  /** Metadata that the user can read. */
  readonly public_metadata?: Readonly<Record<string, unknown>> | undefined;
  /** How it was verified. */
  readonly verification:
    | SamlVerificationWebhookData
    | TicketVerificationWebhookData
    | null;
  /** The connection that it came by. */
  readonly saml_connection?: SamlConnectionWebhookData | null | undefined;
}

/** A connection to the provider of an enterprise. */
export interface EnterpriseConnectionWebhookData {
  /** Its id. */
  readonly id: string;
  /** The protocol, `saml` or `oauth`. */
  readonly protocol: string;
  /** The provider, such as `saml_okta`. */
  readonly provider: string;
  /** Its name. */
  readonly name: string;
  /** The address of the provider's logo. */
  readonly logo_public_url: string | null;
  /** Its domain; deprecated in favour of `domains`. */
  readonly domain?: string | undefined;
  /** Its domains. */
  readonly domains?: readonly string[] | undefined;
  /** Whether it is in use. */
  readonly active: boolean;
  /**
   * Whether the provider's data overwrites that of the user at each sign-in.
   */
  readonly sync_user_attributes: boolean;
  /** Whether subdomains of its domains count too. */
  readonly allow_subdomains: boolean;
  /** Whether a sign-in may start at the provider. */
  readonly allow_idp_initiated: boolean;
  /** Whether its users may add no further identifications. */
  readonly disable_additional_identifications: boolean;
  /** When it was made, in milliseconds since 1970. */
  readonly created_at: number;
  /** When it was changed last, in milliseconds since 1970. */
  readonly updated_at: number;
}

/** An account of a user at the provider of an enterprise. */
export interface EnterpriseAccountWebhookData {
  /** Always `enterprise_account`. */
  readonly object: "enterprise_account";
  /** Its id. */
  readonly id: string;
  /** The protocol. */
  readonly protocol?: "oauth" | "saml" | undefined;
  /** The provider, such as `saml_okta`. */
  readonly provider: string;
  /** Whether it is in use. */
  readonly active: boolean;
  /** The email address at the provider. */
  readonly email_address: string;
  /** The first name at the provider. */
  readonly first_name?: string | null | undefined;
  /** The last name at the provider. */
  readonly last_name?: string | null | undefined;
  /** The user's id at the provider. */
  readonly provider_user_id?: string | null | undefined;
  /** The connection that it came by. */
  readonly enterprise_connection_id?: string | null | undefined;
  /** Metadata that the user can read. */
  readonly public_metadata?: Readonly<Record<string, unknown>> | undefined;
  /** How it was verified. */
  readonly verification:
    | TicketVerificationWebhookData
    | SamlVerificationWebhookData
    | OauthVerificationWebhookData
    | null;
  /** The connection that it came by. */
  readonly enterprise_connection?:
    | EnterpriseConnectionWebhookData
    | null
    | undefined;
  /** When the user signed in with it last, in milliseconds since 1970. */
  readonly last_authenticated_at?: number | null | undefined;
}
