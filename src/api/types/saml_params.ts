import type { SamlLoginHintMode } from "./enterprise_connection.ts";

/** A SAML provider that Clerk knows, or `saml_custom` for any other. */
export type SamlProvider =
  | "saml_custom"
  | "saml_okta"
  | "saml_google"
  | "saml_microsoft";

/** Who the SAML provider is. `idpMetadataUrl` or `idpMetadata` can tell it all. */
export interface SamlIdpParams {
  /** The name by which the provider calls itself, or null. */
  readonly idpEntityId?: string | null | undefined;
  /** Where to send users to sign in, or null. */
  readonly idpSsoUrl?: string | null | undefined;
  /**
   * The certificate that the provider signs with, or null.
   *
   * @deprecated Use `idpCertificates`.
   */
  readonly idpCertificate?: string | null | undefined;
  /** All certificates that the provider may sign with. */
  readonly idpCertificates?: readonly string[] | undefined;
  /** Where the provider describes itself, or null. */
  readonly idpMetadataUrl?: string | null | undefined;
  /** The provider's description of itself, as XML, or null. */
  readonly idpMetadata?: string | null | undefined;
}

/** What the provider is to be told of who wants to sign in. */
export interface SamlLoginHintParams {
  /** The e-mail address, an attribute of your own, or nothing. */
  readonly mode: SamlLoginHintMode;
  /** The attribute of your own, for `custom_attribute`. */
  readonly source?: string | undefined;
}
