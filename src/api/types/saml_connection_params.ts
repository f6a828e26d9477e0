import type { PageParams } from "./pagination.ts";
import type {
  SamlIdpParams,
  SamlLoginHintParams,
  SamlProvider,
} from "./saml_params.ts";

/** What SAML connections can be sorted by. */
export type SamlConnectionSortKey =
  | "email_address"
  | "phone_number"
  | "username"
  | "created_at"
  | "first_name"
  | "last_name";

/** An order of SAML connections: `+` or nothing for ascending, `-` for descending. */
export type SamlConnectionOrder = `${"" | "+" | "-"}${SamlConnectionSortKey}`;

/** What `getSamlConnectionList` takes. All members must hold. */
export interface GetSamlConnectionListParams extends PageParams {
  /** Text to look for. */
  readonly query?: string | undefined;
  /** The order. */
  readonly orderBy?: SamlConnectionOrder | undefined;
  /** Only connections of any of the organizations with these ids. */
  readonly organizationId?: readonly string[] | undefined;
}

/** Which of the provider's attributes is which of the user's. */
export interface SamlConnectionAttributeMappingParams {
  /** The attribute that is the user's id at the provider. */
  readonly userId?: string | undefined;
  /** The attribute that is the e-mail address. */
  readonly emailAddress?: string | undefined;
  /** The attribute that is the given name. */
  readonly firstName?: string | undefined;
  /** The attribute that is the family name. */
  readonly lastName?: string | undefined;
}

/** What both `createSamlConnection` and `updateSamlConnection` take. */
export interface SamlConnectionSettings extends SamlIdpParams {
  /** The id of the organization that it belongs to, or null. */
  readonly organizationId?: string | null | undefined;
  /** Which of the provider's attributes is which of the user's, or null. */
  readonly attributeMapping?:
    | SamlConnectionAttributeMappingParams
    | null
    | undefined;
  /** Whether users must sign in at the provider each time. */
  readonly forceAuthn?: boolean | undefined;
  /** What to tell the provider of who wants to sign in, or null. */
  readonly loginHint?: SamlLoginHintParams | null | undefined;
}

/** What `createSamlConnection` takes. */
export interface CreateSamlConnectionParams extends SamlConnectionSettings {
  /** Its name. */
  readonly name: string;
  /**
   * The domain whose users it serves. Either this or `domains` must be given.
   *
   * @deprecated Use `domains`.
   */
  readonly domain?: string | undefined;
  /** The domains whose users it serves. */
  readonly domains?: readonly string[] | undefined;
  /** The provider; `saml_custom` for those that have no name. */
  readonly provider: SamlProvider;
}

/** What `updateSamlConnection` takes. What is left out stays as it is. */
export interface UpdateSamlConnectionParams extends SamlConnectionSettings {
  /** Its name, or null. */
  readonly name?: string | null | undefined;
  /**
   * The domain whose users it serves, or null.
   *
   * @deprecated Use `domains`.
   */
  readonly domain?: string | null | undefined;
  /** All domains whose users it serves, or null. */
  readonly domains?: readonly string[] | null | undefined;
  /** The provider; `saml_custom` for those that have no name. */
  readonly provider?: SamlProvider | undefined;
  /** Whether it can be used to sign in, or null. */
  readonly active?: boolean | null | undefined;
  /** Whether each sign-in updates the user's names from the provider, or null. */
  readonly syncUserAttributes?: boolean | null | undefined;
  /** Whether to serve subdomains too, or null. */
  readonly allowSubdomains?: boolean | null | undefined;
  /** Whether a sign-in may start at the provider, or null. */
  readonly allowIdpInitiated?: boolean | null | undefined;
  /** Whether its users may add no identifications of their own, or null. */
  readonly disableAdditionalIdentifications?: boolean | null | undefined;
  /** Whether members of its organization may link their accounts through it, or null. */
  readonly allowOrganizationAccountLinking?: boolean | null | undefined;
  /**
   * Whether domains that are verified may be lost by the change of `domains`, or
   * null.
   */
  readonly consentVerifiedDomainsDeletion?: boolean | null | undefined;
}
