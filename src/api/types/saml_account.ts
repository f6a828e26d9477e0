import type { SamlVerification, TicketVerification } from "./verification.ts";

/** A user's account at a SAML identity provider. */
export interface SamlAccount {
  /** What this is. */
  readonly object: "saml_account";
  /** Its id, `samlacc_…`. */
  readonly id: string;
  /** The provider, such as `saml_okta`. */
  readonly provider: string;
  /** Whether it can be used to sign in. */
  readonly active: boolean;
  /** The e-mail address that the provider gave. */
  readonly emailAddress: string;
  /** The given name that the provider gave, or null. */
  readonly firstName?: string | null;
  /** The family name that the provider gave, or null. */
  readonly lastName?: string | null;
  /** The user's id at the provider, or null. */
  readonly providerUserId?: string | null;
  /** When it was last used to sign in, in milliseconds since 1970, or null. */
  readonly lastAuthenticatedAt?: number | null;
  /** What the provider told beyond the above; keys as they were sent. */
  readonly publicMetadata?: { readonly [name: string]: unknown };
  /** How it was verified, or null. */
  readonly verification: SamlVerification | TicketVerification | null;
  /** The connection that it came through, or null. */
  readonly samlConnection?: SamlAccountConnection | null;
}

/** The SAML connection of an account, as far as a user's data tells. */
export interface SamlAccountConnection {
  /** Its id, `samlc_…`. */
  readonly id: string;
  /** Its name. */
  readonly name: string;
  /**
   * The domain whose users it serves.
   *
   * @deprecated Use `domains`.
   */
  readonly domain?: string;
  /** The domains whose users it serves. */
  readonly domains?: readonly string[];
  /** Whether it can be used to sign in. */
  readonly active: boolean;
  /** The provider, such as `saml_okta`. */
  readonly provider: string;
  /** Whether each sign-in updates the user's names from the provider. */
  readonly syncUserAttributes: boolean;
  /** Whether it serves subdomains too. */
  readonly allowSubdomains?: boolean;
  /** Whether a sign-in may start at the provider. */
  readonly allowIdpInitiated?: boolean;
  /** Whether its users may add no identifications of their own. */
  readonly disableAdditionalIdentifications?: boolean;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}
