import type {
  EnterpriseConnectionSamlConnectionLoginHint,
  SamlConnectionIdpCertificate,
} from "./enterprise_connection.ts";

/**
 * A connection to a SAML identity provider.
 *
 * @deprecated Use {@linkcode EnterpriseConnection}.
 */
export interface SamlConnection {
  /** What this is. */
  readonly object: "saml_connection";
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
  /** The name by which the provider calls itself, or null. */
  readonly idpEntityId: string | null;
  /** Where users are sent to sign in, or null. */
  readonly idpSsoUrl: string | null;
  /** The certificate that the provider signs with, or null. */
  readonly idpCertificate: string | null;
  /** From when the certificate is good, in milliseconds since 1970, or null. */
  readonly idpCertificateIssuedAt: number | null;
  /** Until when the certificate is good, in milliseconds since 1970, or null. */
  readonly idpCertificateExpiresAt: number | null;
  /** All certificates that the provider may sign with. */
  readonly idpCertificates?: readonly SamlConnectionIdpCertificate[];
  /** Where the provider describes itself, or null. */
  readonly idpMetadataUrl?: string | null;
  /** The provider's description of itself, as XML, or null. */
  readonly idpMetadata?: string | null;
  /** Where the provider sends its answers to. */
  readonly acsUrl: string;
  /** The name by which Clerk is known to the provider. */
  readonly spEntityId: string;
  /** Where Clerk describes itself to the provider. */
  readonly spMetadataUrl: string;
  /** The id of the organization that it belongs to, or null. */
  readonly organizationId?: string | null;
  /** Which of the provider's attributes is which of the user's. */
  readonly attributeMapping?: SamlConnectionAttributeMapping;
  /** Whether it can be used to sign in. */
  readonly active: boolean;
  /** The provider, such as `saml_okta`. */
  readonly provider: string;
  /** How many users have signed in through it. */
  readonly userCount: number;
  /** Whether each sign-in updates the user's names from the provider. */
  readonly syncUserAttributes: boolean;
  /** Whether it serves subdomains too. */
  readonly allowSubdomains: boolean;
  /** Whether a sign-in may start at the provider. */
  readonly allowIdpInitiated: boolean;
  /** Whether its users may add no identifications of their own. */
  readonly disableAdditionalIdentifications: boolean;
  /** Whether members of its organization may link their accounts through it. */
  readonly allowOrganizationAccountLinking: boolean;
  /** Whether users must sign in at the provider each time. */
  readonly forceAuthn: boolean;
  /** What the provider is told of who wants to sign in. */
  readonly loginHint: EnterpriseConnectionSamlConnectionLoginHint;
  /** The id of the enterprise connection that it is part of, or null. */
  readonly enterpriseConnectionId?: string | null;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** Which of the provider's attributes is which of the user's. */
export interface SamlConnectionAttributeMapping {
  /** The attribute that is the user's id at the provider. */
  readonly userId: string;
  /** The attribute that is the e-mail address. */
  readonly emailAddress: string;
  /** The attribute that is the given name. */
  readonly firstName: string;
  /** The attribute that is the family name. */
  readonly lastName: string;
}
