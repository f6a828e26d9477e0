/**
 * What the official package, or its types alone, put in place of members that the
 * API may leave out. What stands here is made by kinds.ts.
 */
import type { Verification } from "../src/api/types/verification.ts";

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
export type DefaultsOf<T> = T extends Verification ? VerificationDefaults
  : T extends { readonly deleted: boolean } ? DeletedDefaults
  : T extends { readonly object: keyof Defaults } ? Defaults[T["object"]]
  : Record<never, never>;
