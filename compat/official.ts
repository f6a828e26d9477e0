/**
 * The types of resources in the official form: one mapped type for all of them,
 * and tables of what some of them have in addition. What stands here is made by
 * kinds.ts.
 */
// A table: exempt from the limit on lines.
import type { EmailAddress as CoreEmailAddress } from "../src/api/types/email_address.ts";
import type {
  EnterpriseConnectionOauthConfig as CoreOauth,
  EnterpriseConnectionSamlConnection as CoreSaml,
} from "../src/api/types/enterprise_connection.ts";
import type { PhoneNumber as CorePhoneNumber } from "../src/api/types/phone_number.ts";
import type { SvixUrl } from "../src/api/types/svix_url.ts";
import type {
  UserId,
  VerifiedCode,
  VerifiedPassword,
} from "../src/api/types/user_answers.ts";
import type { Verification as CoreVerification } from "../src/api/types/verification.ts";
import type { Web3Wallet as CoreWeb3Wallet } from "../src/api/types/web3_wallet.ts";

import type {
  InvitationJSON,
  OrganizationInvitationJSON,
  OrganizationJSON,
  OrganizationMembershipJSON,
  UserJSON,
} from "./json.ts";

/** What the official package adds to a user. None of it is enumerable. */
export interface UserGetters {
  /** The address that `primaryEmailAddressId` names. */
  readonly primaryEmailAddress: Official<CoreEmailAddress> | null;
  /** The number that `primaryPhoneNumberId` names. */
  readonly primaryPhoneNumber: Official<CorePhoneNumber> | null;
  /** The wallet that `primaryWeb3WalletId` names. */
  readonly primaryWeb3Wallet: Official<CoreWeb3Wallet> | null;
  /** The given and the family name, as far as there are any. */
  readonly fullName: string | null;
}

/** What the official package adds to resources. None of it is enumerable. */
export interface Raw<Json> {
  /** The resource with the names that the API gives its members. */
  readonly raw: Json;
}

/** What the official package adds to an account at an OAuth provider. */
export interface ExternalAccountCopies {
  /**
   * The user's id at the provider.
   *
   * @deprecated Use `providerUserId`.
   */
  readonly externalId: string;
  /** The account's other id, where the API tells it. */
  readonly externalAccountId?: string | undefined;
}

/** What the official package adds to an OAuth application. */
export interface OAuthApplicationCopies {
  /** Whether it can keep no secret, as an app on a device. */
  readonly isPublic: boolean;
  /** The client secret, when it was made just now. */
  readonly clientSecret?: string | undefined;
}

/** Parts of which the official types say that nothing is ever missing. */
export type Whole<Part> = {
  readonly [Name in keyof Part]-?: Official<
    Exclude<Part[Name], undefined | null>
  >;
};

/** What the official types promise of a connection to an enterprise. */
export interface EnterpriseConnectionParts {
  /** What is told of a SAML connection. */
  readonly samlConnection: Whole<CoreSaml> | null;
  /** What is told of an OAuth connection. */
  readonly oauthConfig: Whole<CoreOauth> | null;
}

/** What the official types promise of an account at such a connection. */
export interface EnterpriseAccountParts {
  /** The connection. */
  readonly enterpriseConnection: { readonly domain: string } | null;
}

/** What the official types promise of a place in an organization. */
export interface OrganizationMembershipParts {
  /** The member. */
  readonly publicUserData?: { readonly identifier: string } | null;
}

/** What an invitation tells of its organization, in the API's own names. */
export interface OrganizationInvitationParts {
  /** The organization. */
  readonly publicOrganizationData?: {
    readonly has_image: boolean;
    readonly image_url?: string;
  };
}

/** What objects of a kind have in addition, by their `object` member. */
export interface Added {
  /** Of an API key: the key itself, when it was made just now. */
  readonly api_key: { readonly secret?: string | undefined };
  /** Of a user. */
  readonly user: UserGetters & Raw<UserJSON>;
  /** Of an account at a connection to an enterprise. */
  readonly enterprise_account: EnterpriseAccountParts;
  /** Of a connection to an enterprise. */
  readonly enterprise_connection: EnterpriseConnectionParts;
  /** Of an account at an OAuth provider. */
  readonly external_account: ExternalAccountCopies;
  /** Of an account at Facebook. */
  readonly facebook_account: ExternalAccountCopies;
  /** Of an account at Google. */
  readonly google_account: ExternalAccountCopies;
  /** Of an invitation. */
  readonly invitation: Raw<InvitationJSON>;
  /** Of a machine: its secret key, when it was made just now. */
  readonly machine: { readonly secretKey?: string | undefined };
  /** Of what a machine may reach. */
  readonly machine_scope: {
    readonly createdAt?: number | undefined;
    readonly deleted?: boolean | undefined;
  };
  /** Of a token of a machine: the token itself, when it was made just now. */
  readonly machine_to_machine_token: { readonly token?: string | undefined };
  /** Of an OAuth application. */
  readonly oauth_application: OAuthApplicationCopies;
  /** Of an organization. */
  readonly organization: Raw<OrganizationJSON>;
  /** Of an invitation to an organization. */
  readonly organization_invitation:
    & Raw<OrganizationInvitationJSON>
    & OrganizationInvitationParts;
  /** Of a place in an organization. */
  readonly organization_membership:
    & Raw<OrganizationMembershipJSON>
    & OrganizationMembershipParts;
}

/** What a verification always has, whatever was verified. */
export interface VerificationDefaults {
  /** Null where nobody counts. */
  readonly attempts: null;
  /** Null where it does not end. */
  readonly expireAt: null;
  /** What had to be signed, or null. */
  readonly nonce: string | null;
  /** The text that was shown, or null. */
  readonly message: string | null;
  /** Where to send the browser to go on, or null. Not enumerable. */
  readonly externalVerificationRedirectURL: URL | null;
}

/** What is always there of something that was deleted. */
export interface DeletedDefaults {
  /** Null where it is not told. */
  readonly id: null;
  /** Null where there was none. */
  readonly slug: null;
}

/** Members of which the official types say that they are there, by name. */
export type Promised<Names extends string> = {
  readonly [Name in Names]: never;
};

/**
 * What stands for members that the API may leave out, by the `object` member;
 * `never` where that is an empty list or text, false, or what the official types
 * promise and the API's description does not.
 */
export interface Defaults {
  /** Of a task of an agent. */
  readonly agent_task: Promised<"url">;
  /** Of who may sign up. */
  readonly allowlist_identifier: Promised<
    "identifier" | "identifierType" | "instanceId" | "createdAt" | "updatedAt"
  >;
  /** Of an API key. */
  readonly api_key: { readonly description: null };
  /** Of who may not sign up. */
  readonly blocklist_identifier: Promised<
    "identifier" | "identifierType" | "instanceId" | "createdAt" | "updatedAt"
  >;
  /** Of an access token of an OAuth application. */
  readonly clerk_idp_oauth_access_token: Promised<"type">;
  /** Of a plan. */
  readonly commerce_plan: {
    readonly description: null;
    readonly fee: null;
    readonly annualFee: null;
    readonly annualMonthlyFee: null;
    readonly features: never;
  };
  /** Of a subscription. */
  readonly commerce_subscription: {
    readonly activeAt: null;
    readonly pastDueAt: null;
    readonly nextPayment: null;
    readonly eligibleForFreeTrial: never;
    readonly subscriptionItems: never;
  };
  /** Of an item of a subscription; three are undefined instead of null. */
  readonly commerce_subscription_item:
    & Promised<"createdAt" | "updatedAt" | "periodStart">
    & {
      readonly plan: null;
      readonly planId: null;
      readonly priceId: null;
      readonly amount: undefined;
      readonly lifetimePaid: undefined;
      readonly seats: undefined;
    };
  /** Of a domain. */
  readonly domain: Promised<"cnameTargets">;
  /** Of an account at a connection to an enterprise. */
  readonly enterprise_account:
    & Promised<"protocol" | "publicMetadata">
    & {
      readonly firstName: null;
      readonly lastName: null;
      readonly providerUserId: null;
      readonly enterpriseConnection: null;
      readonly enterpriseConnectionId: null;
      readonly lastAuthenticatedAt: null;
    };
  /** Of a connection to an enterprise. */
  readonly enterprise_connection:
    & Promised<
      | "syncUserAttributes"
      | "disableAdditionalIdentifications"
      | "allowOrganizationAccountLinking"
      | "authenticatable"
      | "disableJitProvisioning"
      | "logoPublicUrl"
    >
    & {
      readonly organizationId: null;
      readonly samlConnection: null;
      readonly oauthConfig: null;
    };
  /** Of an account at an OAuth provider. */
  readonly external_account: ExternalAccountDefaults;
  /** Of an account at Facebook. */
  readonly facebook_account: ExternalAccountDefaults;
  /** Of an account at Google. */
  readonly google_account: ExternalAccountDefaults;
  /** Of the restrictions of an instance. */
  readonly instance_restrictions: Promised<"ignoreDotsForGmailAddresses">;
  /** Of a machine. */
  readonly machine: Promised<"scopedMachines" | "defaultTokenTtl">;
  /** Of a token of a machine. */
  readonly machine_to_machine_token: Promised<"scopes"> & {
    readonly claims: null;
  };
  /** Of a token of an OAuth provider. */
  readonly oauth_access_token: Promised<"label" | "publicMetadata"> & {
    readonly expiresAt: undefined;
  };
  /** Of an organization. */
  readonly organization: Promised<"imageUrl" | "privateMetadata">;
  /** Of an invitation to an organization. */
  readonly organization_invitation: Promised<
    "organizationId" | "expiresAt" | "privateMetadata"
  >;
  /** Of a place in an organization. */
  readonly organization_membership: Promised<"privateMetadata">;
  /** Of the settings of organizations. */
  readonly organization_settings: Promised<
    "maxAllowedPermissions" | "slugDisabled"
  >;
  /** Of a phone number. */
  readonly phone_number: Promised<
    "reservedForSecondFactor" | "defaultSecondFactor"
  >;
  /** Of a role. */
  readonly role: Promised<"permissions">;
  /** Of a set of roles. */
  readonly role_set: {
    readonly roles: never;
    readonly defaultRole: null;
    readonly creatorRole: null;
    readonly roleSetMigration: null;
  };
  /** Of a move of organizations to another set of roles. */
  readonly role_set_migration: Promised<"startedAt"> & {
    readonly organizationId: null;
    readonly destRoleSetId: null;
    readonly mappings: null;
    readonly completedAt: undefined;
  };
  /** Of a SAML connection. */
  readonly saml_connection:
    & Promised<
      | "domain"
      | "attributeMapping"
      | "idpCertificates"
      | "idpCertificateIssuedAt"
      | "idpCertificateExpiresAt"
    >
    & {
      readonly organizationId: null;
      readonly idpMetadataUrl: null;
      readonly idpMetadata: null;
    };
  /** Of a session. */
  readonly session: {
    readonly actor: null;
    readonly lastActiveOrganizationId: undefined;
    readonly latestActivity: undefined;
  };
  /** Of a token to sign in with. */
  readonly sign_in_token: Promised<"token" | "url">;
  /** Of a user. */
  readonly user:
    & Promised<
      "imageUrl" | "privateMetadata" | "unsafeMetadata" | "deprovisioned"
    >
    & {
      readonly createOrganizationsLimit: null;
      readonly locale: null;
      readonly timezone: null;
    };
  /** Of who waits for access. */
  readonly waitlist_entry: { readonly invitation: null };
}

/** What an account at an OAuth provider always has. */
export type ExternalAccountDefaults =
  & Promised<"imageUrl">
  & {
    readonly username: null;
    readonly phoneNumber: null;
    readonly label: null;
    readonly publicMetadata: null;
  };

/** What stands for members of a resource that the API may leave out. */
export type DefaultsOf<T> = T extends CoreVerification ? VerificationDefaults
  : T extends { readonly deleted: boolean } ? DeletedDefaults
  : T extends { readonly object: keyof Defaults } ? Defaults[T["object"]]
  : Record<never, never>;

/** What a resource has in addition. */
export type AddedTo<T> = T extends { readonly object: keyof Added }
  ? Added[T["object"]]
  : unknown;

/** The members of a resource, each in the official form, at any depth. */
export type Members<T> =
  & {
    [Name in keyof T as Exclude<Name, keyof DefaultsOf<T>>]: Official<T[Name]>;
  }
  & {
    [Name in keyof DefaultsOf<T>]:
      | Official<Exclude<T[Name & keyof T], undefined | null>>
      | DefaultsOf<T>[Name];
  };

/** What answers without a name for their kind have in addition. */
export type AddedToUnnamed<T> = T extends UserId ? { readonly user_id: string }
  : T extends VerifiedCode
    ? { readonly verified: true; readonly code_type: T["codeType"] }
  : T extends VerifiedPassword ? { readonly verified: true }
  : T extends SvixUrl ? { readonly svix_url: string }
  : unknown;

/**
 * A resource in the official form: lists that can be changed, members that are
 * there even when the API leaves them out, and what the official package adds.
 */
export type Official<T> = T extends string ? T
  : T extends readonly (infer Item)[] ? Official<Item>[]
  : T extends object
  // What is free-form keeps its own type.
    ? string extends keyof T ? T
    : T extends { readonly object?: string } ? Members<T> & AddedTo<T>
    : Members<T> & AddedToUnnamed<T>
  : T;
