/** A connection to the identity provider of an enterprise, for sign-ins by it. */
export interface EnterpriseConnection {
  /** What this is. */
  readonly object: "enterprise_connection";
  /** Its id, `entconn_…`. */
  readonly id: string;
  /** Its name. */
  readonly name: string;
  /** The provider, such as `saml_okta`. */
  readonly provider: string;
  /** The provider's logo, or null. */
  readonly logoPublicUrl?: string | null;
  /** Whether it can be used to sign in. */
  readonly active: boolean;
  /** The domains whose users it serves. */
  readonly domains: readonly string[];
  /** The id of the organization that it belongs to, or null. */
  readonly organizationId?: string | null;
  /** Whether each sign-in updates the user's names from the provider. */
  readonly syncUserAttributes?: boolean;
  /** Whether its users may add no identifications of their own. */
  readonly disableAdditionalIdentifications?: boolean;
  /** Whether members of its organization may link their accounts through it. */
  readonly allowOrganizationAccountLinking?: boolean;
  /** Whether users may sign in through it. */
  readonly authenticatable?: boolean;
  /** Whether a first sign-in makes no user. */
  readonly disableJitProvisioning?: boolean;
  /**
   * Whether it serves subdomains too.
   *
   * @deprecated Use `samlConnection.allowSubdomains`.
   */
  readonly allowSubdomains?: boolean;
  /** Attributes of your own, and where the provider tells them. */
  readonly customAttributes?: readonly EnterpriseConnectionCustomAttribute[];
  /** How SAML is spoken, or null when it is not. */
  readonly samlConnection?: EnterpriseConnectionSamlConnection | null;
  /** How OpenID Connect is spoken, or null when it is not. */
  readonly oauthConfig?: EnterpriseConnectionOauthConfig | null;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** An attribute of your own, and where the provider tells it. */
export interface EnterpriseConnectionCustomAttribute {
  /** Its name, for people. */
  readonly name: string;
  /** Its key in the user's metadata. */
  readonly key: string;
  /** Where it stands in what a sign-in tells. */
  readonly ssoPath?: string;
  /** Where it stands in a user that SCIM sends, as a GJSON path. */
  readonly scimPath?: string;
  /** Where it stands in a user of the directory. */
  readonly directoryPath?: string;
  /** Whether it has a list of values. */
  readonly multiValued?: boolean;
}

/** How an enterprise connection speaks SAML. */
export interface EnterpriseConnectionSamlConnection {
  /** The id of the SAML connection. */
  readonly id?: string;
  /** Its name. */
  readonly name?: string;
  /** The name by which the provider calls itself, or null. */
  readonly idpEntityId?: string | null;
  /** Where users are sent to sign in, or null. */
  readonly idpSsoUrl?: string | null;
  /** The certificate that the provider signs with, or null. */
  readonly idpCertificate?: string | null;
  /** From when the certificate is good, in milliseconds since 1970, or null. */
  readonly idpCertificateIssuedAt?: number | null;
  /** Until when the certificate is good, in milliseconds since 1970, or null. */
  readonly idpCertificateExpiresAt?: number | null;
  /** All certificates that the provider may sign with. */
  readonly idpCertificates?: readonly SamlConnectionIdpCertificate[];
  /** Where the provider describes itself, or null. */
  readonly idpMetadataUrl?: string | null;
  /**
   * The provider's description of itself, as XML, or null.
   *
   * @deprecated Use what was read from it, or `idpMetadataUrl`.
   */
  readonly idpMetadata?: string | null;
  /** Where the provider sends its answers to, or null. */
  readonly acsUrl?: string | null;
  /** The name by which Clerk is known to the provider, or null. */
  readonly spEntityId?: string | null;
  /** Where Clerk describes itself to the provider, or null. */
  readonly spMetadataUrl?: string | null;
  /** Whether it can be used to sign in. */
  readonly active?: boolean;
  /**
   * Whether each sign-in updates the user's names from the provider.
   *
   * @deprecated Use the connection's own `syncUserAttributes`.
   */
  readonly syncUserAttributes?: boolean;
  /** Whether a sign-in may start at the provider. */
  readonly allowIdpInitiated?: boolean;
  /** Whether it serves subdomains too. */
  readonly allowSubdomains?: boolean;
  /** Whether users must sign in at the provider each time. */
  readonly forceAuthn?: boolean;
  /** What the provider is told of who wants to sign in. */
  readonly loginHint?: EnterpriseConnectionSamlConnectionLoginHint;
}

/** A certificate that a provider signs with. */
export interface SamlConnectionIdpCertificate {
  /** The certificate. */
  readonly certificate: string;
  /** From when it is good, in milliseconds since 1970, or null. */
  readonly issuedAt: number | null;
  /** Until when it is good, in milliseconds since 1970, or null. */
  readonly expiresAt: number | null;
}

/** What a provider can be told of who wants to sign in. */
export type SamlLoginHintMode = "email_address" | "custom_attribute" | "off";

/** What the provider is told of who wants to sign in. */
export interface EnterpriseConnectionSamlConnectionLoginHint {
  /** The e-mail address, an attribute of your own, or nothing. */
  readonly mode: SamlLoginHintMode;
  /** The attribute of your own. */
  readonly source?: string;
}

/** How an enterprise connection speaks OpenID Connect. */
export interface EnterpriseConnectionOauthConfig {
  /** Its id. */
  readonly id?: string;
  /** Its name. */
  readonly name?: string;
  /** The provider, such as `oidc_custom`. */
  readonly providerKey?: string;
  /** The id by which Clerk is known to the provider, or null. */
  readonly clientId?: string | null;
  /** Where the provider describes itself, or null. */
  readonly discoveryUrl?: string | null;
  /** Where users are sent to sign in, or null. */
  readonly authUrl?: string | null;
  /** Where tokens are fetched from, or null. */
  readonly tokenUrl?: string | null;
  /** Where the user's data is read from, or null. */
  readonly userInfoUrl?: string | null;
  /** Whether a sign-in must prove by PKCE that it ends where it began. */
  readonly requiresPkce?: boolean;
  /** The provider's logo, or null. */
  readonly logoPublicUrl?: string | null;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt?: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt?: number;
}
