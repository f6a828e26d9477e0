import type { EnterpriseConnectionTestRunStatus } from "./enterprise_connection_test_run.ts";
import type { PageParams } from "./pagination.ts";
import type {
  SamlIdpParams,
  SamlLoginHintParams,
  SamlProvider,
} from "./saml_params.ts";

/** What `getEnterpriseConnectionList` takes. All members must hold. */
export interface GetEnterpriseConnectionListParams extends PageParams {
  /** Only connections of the organization with this id. */
  readonly organizationId?: string | undefined;
  /** Only those that can be used to sign in, or with false only the others. */
  readonly active?: boolean | undefined;
}

/** An attribute of your own, and where the provider tells it. */
export interface EnterpriseConnectionCustomAttributeParams {
  /** Its name, for people. */
  readonly name: string;
  /**
   * Its key in the user's metadata: letters, digits, `_` and `-`, but no `_` in
   * front.
   */
  readonly key: string;
  /** Where it stands in what a sign-in tells. */
  readonly ssoPath?: string | undefined;
  /** Where it stands in a user that SCIM sends, as a GJSON path. */
  readonly scimPath?: string | undefined;
  /** Where it stands in a user of the directory. */
  readonly directoryPath?: string | undefined;
  /** Whether it has a list of values. */
  readonly multiValued?: boolean | undefined;
}

/** Which of the provider's attributes is which of the user's. */
export interface EnterpriseConnectionAttributeMappingParams {
  /** The attribute that is the user's id at the provider, or null. */
  readonly userId?: string | null | undefined;
  /** The attribute that is the e-mail address, or null. */
  readonly emailAddress?: string | null | undefined;
  /** The attribute that is the given name, or null. */
  readonly firstName?: string | null | undefined;
  /** The attribute that is the family name, or null. */
  readonly lastName?: string | null | undefined;
}

/** How an enterprise connection is to speak SAML. */
export interface EnterpriseConnectionSamlParams extends SamlIdpParams {
  /** Which of the provider's attributes is which of the user's, or null. */
  readonly attributeMapping?:
    | EnterpriseConnectionAttributeMappingParams
    | null
    | undefined;
  /** Whether to serve subdomains too, or null. */
  readonly allowSubdomains?: boolean | null | undefined;
  /** Whether a sign-in may start at the provider, or null. */
  readonly allowIdpInitiated?: boolean | null | undefined;
  /** Whether users must sign in at the provider each time, or null. */
  readonly forceAuthn?: boolean | null | undefined;
  /** What to tell the provider of who wants to sign in, or null. */
  readonly loginHint?: SamlLoginHintParams | null | undefined;
}

/** How an enterprise connection is to speak OpenID Connect. */
export interface EnterpriseConnectionOidcParams {
  /** The id by which Clerk is known to the provider, or null. */
  readonly clientId?: string | null | undefined;
  /** The secret that goes with it, or null. */
  readonly clientSecret?: string | null | undefined;
  /** Where the provider describes itself, or null. */
  readonly discoveryUrl?: string | null | undefined;
  /** Where to send users to sign in, or null. */
  readonly authUrl?: string | null | undefined;
  /** Where to fetch tokens from, or null. */
  readonly tokenUrl?: string | null | undefined;
  /** Where to read the user's data from, or null. */
  readonly userInfoUrl?: string | null | undefined;
  /** Whether a sign-in must prove by PKCE that it ends where it began, or null. */
  readonly requiresPkce?: boolean | null | undefined;
}

/** What both `createEnterpriseConnection` and `updateEnterpriseConnection` take. */
export interface EnterpriseConnectionSettings {
  /** The id of the organization that it belongs to, or null. */
  readonly organizationId?: string | null | undefined;
  /** Whether members of its organization may link their accounts through it, or null. */
  readonly allowOrganizationAccountLinking?: boolean | null | undefined;
  /** Whether it can be used to sign in, or null. */
  readonly active?: boolean | null | undefined;
  /** Whether users may sign in through it. */
  readonly authenticatable?: boolean | undefined;
  /** Whether a first sign-in is to make no user. */
  readonly disableJitProvisioning?: boolean | undefined;
  /** How to speak OpenID Connect, for providers `oidc_…`, or null. */
  readonly oidc?: EnterpriseConnectionOidcParams | null | undefined;
}

/** What `createEnterpriseConnection` takes. */
export interface CreateEnterpriseConnectionParams
  extends EnterpriseConnectionSettings {
  /** Its name. */
  readonly name: string;
  /** The provider; `saml_custom` and `oidc_custom` for those that have no name. */
  readonly provider:
    | SamlProvider
    | "oidc_custom"
    | "oidc_github_enterprise"
    | "oidc_gitlab";
  /** The domains whose users it serves, one at least. */
  readonly domains: readonly string[];
  /**
   * Whether each sign-in updates the user's names from the provider.
   *
   * @deprecated Use `updateEnterpriseConnection`.
   */
  readonly syncUserAttributes?: boolean | undefined;
  /** How to speak SAML, for providers `saml_…`, or null. */
  readonly saml?: EnterpriseConnectionSamlParams | null | undefined;
  /** Attributes of your own, and where the provider tells them. */
  readonly customAttributes?:
    | readonly EnterpriseConnectionCustomAttributeParams[]
    | undefined;
}

/** How an enterprise connection is to speak SAML from now on. */
export interface UpdateEnterpriseConnectionSamlParams
  extends EnterpriseConnectionSamlParams {
  /** The name of the SAML connection, or null. */
  readonly name?: string | null | undefined;
}

/** What `updateEnterpriseConnection` takes. What is left out stays as it is. */
export interface UpdateEnterpriseConnectionParams
  extends EnterpriseConnectionSettings {
  /** Its name, or null. */
  readonly name?: string | null | undefined;
  /** All domains whose users it serves, or null. */
  readonly domains?: readonly string[] | null | undefined;
  /**
   * The provider.
   *
   * @deprecated Leave it out, or make another connection.
   */
  readonly provider?: string | undefined;
  /** Whether each sign-in updates the user's names from the provider, or null. */
  readonly syncUserAttributes?: boolean | null | undefined;
  /** Whether its users may add no identifications of their own, or null. */
  readonly disableAdditionalIdentifications?: boolean | null | undefined;
  /** How to speak SAML, or null. */
  readonly saml?: UpdateEnterpriseConnectionSamlParams | null | undefined;
  /** All attributes of your own, and where the provider tells them, or null. */
  readonly customAttributes?:
    | readonly EnterpriseConnectionCustomAttributeParams[]
    | null
    | undefined;
}

/** What `getEnterpriseConnectionTestRunList` takes. */
export interface GetEnterpriseConnectionTestRunListParams extends PageParams {
  /** Only tests that stand at any of these. */
  readonly status?:
    | readonly EnterpriseConnectionTestRunStatus[]
    | undefined;
}
