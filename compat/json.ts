/**
 * The resources as the API sends them, under their official names: those of the
 * core, each member in snake_case.
 */
// A table: exempt from the limit on lines.
import type * as core from "../src/api/resources.ts";
import type { Verification } from "../src/api/types/verification.ts";
import type { OrganizationMembershipPublicUserData as PublicUserData } from "../src/api/types/organization_membership.ts";
import type { OrganizationRole } from "./auth_types.ts";
import type { Defaults, Promised } from "./defaults.ts";
import type { Whole } from "./official.ts";

/** A name in snake_case. */
export type SnakeName<Name extends string> = Name extends
  `${infer Letter}${infer Rest}` ? `${Letter extends Lowercase<Letter> ? Letter
    : `_${Lowercase<Letter>}`}${SnakeName<Rest>}`
  : Name;

/** A resource with the names that the API gives its members, at any depth. */
export type Snake<T> = T extends string ? T
  : T extends readonly (infer Item)[] ? Snake<Item>[]
  : T extends object ? string extends keyof T ? T
    : T extends Verification ? VerificationJSON & SnakeMembers<T>
    : SnakeMembers<T>
  : T;

/**
 * What stands for members that the API may leave out, by the `object` member,
 * beyond what stands for them in resources.
 */
export interface JsonDefaults {
  /** Of a domain. */
  readonly domain: { readonly proxyUrl: undefined };
  /** Of an e-mail. */
  readonly email: Promised<"deliveredByClerk">;
  /** Of the settings of an instance. */
  readonly instance_settings: Promised<
    | "restrictedToAllowlist"
    | "fromEmailAddress"
    | "progressiveSignUp"
    | "enhancedEmailDeliverability"
  >;
  /** Of a place in an organization. */
  readonly organization_membership: Promised<"publicUserData">;
  /** Of a phone number. */
  readonly phone_number: Promised<"backupCodes">;
  /** Of a user. */
  readonly user: Promised<"organizationMemberships"> & {
    readonly passwordLastUpdatedAt: null;
  };
  /** Of who waits for access. */
  readonly waitlist_entry: Promised<"isLocked">;
}

/** What stands in what the API sends for members that it may leave out. */
export type JsonDefaultsOf<T> = T extends { readonly object: infer Kind } ?
    & (Kind extends keyof Defaults ? Defaults[Kind] : unknown)
    & (Kind extends keyof JsonDefaults ? JsonDefaults[Kind] : unknown)
  : T extends PublicUserData ? Promised<"identifier">
  : unknown;

/** The members of a resource, as the API names them. */
export type SnakeMembers<T> =
  & {
    [
      Name in keyof T as Name extends keyof JsonDefaultsOf<T> ? never
        : SnakeKey<Name>
    ]: Snake<T[Name]>;
  }
  & {
    [Name in keyof JsonDefaultsOf<T> as SnakeKey<Name>]:
      | Snake<Exclude<T[Name & keyof T], undefined | null>>
      | JsonDefaultsOf<T>[Name];
  }
  & JsonRoleOf<T>;

/** What is known of the role of members, and of those who are to be members. */
export type JsonRoleOf<T> = T extends
  { readonly object: "organization_membership" | "organization_invitation" }
  ? { readonly role: OrganizationRole }
  : unknown;

/** The name of a member as the API writes it. */
export type SnakeKey<Name> = Name extends string ? SnakeName<Name> : never;

/** What the API sends of anything. */
export interface ClerkResourceJSON {
  /** What it is. */
  readonly object: string;
  /** Its id. */
  readonly id: string;
}

/** What the API sends of a list that has a total count. */
export interface PaginatedResponseJSON {
  /** The page. */
  readonly data: object[];
  /** How many there are on all pages. */
  readonly total_count?: number;
}

/** What the API sends of an accountless application. */
export type AccountlessApplicationJSON = Snake<core.AccountlessApplication>;
/** What the API sends of an actor token. */
export type ActorTokenJSON = Snake<core.ActorToken>;
/** What the API sends of an agent task. */
export type AgentTaskJSON = Snake<core.AgentTask>;
/** What the API sends of an allowlist identifier. */
export type AllowlistIdentifierJSON = Snake<core.AllowlistIdentifier>;
/** What the API sends of a billing plan. */
export type BillingPlanJSON = Snake<core.BillingPlan>;
/** What the API sends of a billing subscription item. */
export type BillingSubscriptionItemJSON = Snake<core.BillingSubscriptionItem>;
/** What the API sends of a billing subscription. */
export type BillingSubscriptionJSON = Snake<core.BillingSubscription>;
/** What the API sends of a blocklist identifier. */
export type BlocklistIdentifierJSON = Snake<core.BlocklistIdentifier>;
/** What the API sends of a client. */
export type ClientJSON = Snake<core.Client>;
/** What the API sends of a cname target. */
export type CnameTargetJSON = Snake<core.CnameTarget>;
/** What the API sends of a deleted object. */
export type DeletedObjectJSON = Snake<core.DeletedObject>;
/** What the API sends of a domain. */
export type DomainJSON = Snake<core.Domain>;
/** What the API sends of an email address. */
export type EmailAddressJSON = Snake<core.EmailAddress>;
/** What the API sends of an email. */
export type EmailJSON = Omit<Snake<core.Email>, "data"> & {
  /** The variables of its template. */
  readonly data?: MessageVariables | null;
};

/** The variables of the template of an e-mail or of a text message. */
export interface MessageVariables {
  /** The code to verify something with. */
  readonly otp_code?: string;
  /** The page to go on at. */
  readonly action_url?: string;
  /** Anything else. */
  readonly [name: string]: unknown;
}
/** What the API sends of an enterprise connection custom attribute. */
export type EnterpriseConnectionCustomAttributeJSON = Snake<
  core.EnterpriseConnectionCustomAttribute
>;
/** What the API sends of an enterprise connection. */
export type EnterpriseConnectionJSON = Snake<core.EnterpriseConnection> & {
  readonly saml_connection: EnterpriseConnectionSamlConnectionJSON | null;
  readonly oauth_config: EnterpriseConnectionOauthConfigJSON | null;
};
/** What the API sends of an enterprise connection OAuth config. */
export type EnterpriseConnectionOauthConfigJSON = Snake<
  Whole<core.EnterpriseConnectionOauthConfig>
>;
/** What the API sends of an enterprise connection saml connection. */
export type EnterpriseConnectionSamlConnectionJSON = Snake<
  Whole<core.EnterpriseConnectionSamlConnection>
>;
/** What the API sends of an enterprise connection saml connection login hint. */
export type EnterpriseConnectionSamlConnectionLoginHintJSON = Snake<
  core.EnterpriseConnectionSamlConnectionLoginHint
>;
/** What the API sends of an external account. */
export type ExternalAccountJSON = Snake<core.ExternalAccount>;
/** What the API sends of an identification link. */
export type IdentificationLinkJSON = Snake<core.IdentificationLink>;
/** What the API sends of an instance. */
export type InstanceJSON = Snake<core.Instance>;
/** What the API sends of an instance restrictions. */
export type InstanceRestrictionsJSON = Snake<core.InstanceRestrictions>;
/** What the API sends of an instance settings. */
export type InstanceSettingsJSON = Snake<core.InstanceSettings>;
/** What the API sends of an invitation. */
export type InvitationJSON = Snake<core.Invitation>;
/** What the API sends of a jwt template. */
export type JwtTemplateJSON = Snake<core.JwtTemplate>;
/** What the API sends of an OAuth application. */
export type OAuthApplicationJSON = Snake<core.OAuthApplication>;
/** What the API sends of an OAuth access token. */
export type OauthAccessTokenJSON = Snake<core.OauthAccessToken>;
/** What the API sends of an organization domain. */
export type OrganizationDomainJSON = Snake<core.OrganizationDomain>;
/** What the API sends of an organization domain verification. */
export type OrganizationDomainVerificationJSON = Snake<
  core.OrganizationDomainVerification
>;
/** What the API sends of an organization invitation. */
export type OrganizationInvitationJSON = Snake<core.OrganizationInvitation>;
/** What the API sends of an organization. */
export type OrganizationJSON = Snake<core.Organization>;
/** What the API sends of an organization membership. */
export type OrganizationMembershipJSON = Snake<core.OrganizationMembership>;
/** What the API sends of an organization membership public user data. */
export type OrganizationMembershipPublicUserDataJSON = Snake<
  core.OrganizationMembershipPublicUserData
>;
/** What the API sends of an organization settings. */
export type OrganizationSettingsJSON = Snake<core.OrganizationSettings>;
/** What the API sends of a phone number. */
export type PhoneNumberJSON = Snake<core.PhoneNumber>;
/** What the API sends of a proxy check. */
export type ProxyCheckJSON = Snake<core.ProxyCheck>;
/** What the API sends of an organization invitation public organization data. */
export type PublicOrganizationDataJSON = Snake<
  core.OrganizationInvitationPublicOrganizationData
>;
/** What the API sends of a redirect url. */
export type RedirectUrlJSON = Snake<core.RedirectUrl>;
/** What the API sends of a role set item. */
export type RoleSetItemJSON = Snake<core.RoleSetItem>;
/** What the API sends of a role set. */
export type RoleSetJSON = Snake<core.RoleSet>;
/** What the API sends of a role set migration. */
export type RoleSetMigrationJSON = Snake<core.RoleSetMigration>;
/** What the API sends of a session. */
export type SessionJSON = Snake<core.Session>;
/** What the API sends of an attempt to sign in. */
export interface SignInJSON {
  /** What it is, by the official type. */
  readonly object: "sign_in_token";
  /** Its id, `sia_…`. */
  readonly id: string;
  /** How far it is. */
  readonly status: SignInStatus;
  /** What the user gave to be known by. */
  readonly identifier: string;
  /** The session that came of it, or null. */
  readonly created_session_id: string | null;
}

/** How far an attempt to sign in is, by the official type. */
export type SignInStatus =
  | "complete"
  | "needs_factor_one"
  | "needs_factor_two"
  | "needs_identifier";

/** What the API sends of a sign in token. */
export type SignInTokenJSON = Snake<core.SignInToken>;
/** What the API sends of a sign up . */
export type SignUpJSON = Snake<core.SignUpAttempt>;
/** What the API sends of a sign up  verification. */
export type SignUpVerificationJSON = Snake<core.SignUpAttemptVerification>;
/** What the API sends of a sign up  verifications. */
export type SignUpVerificationsJSON = Snake<core.SignUpAttemptVerifications>;
/** What the API sends of a testing token. */
export type TestingTokenJSON = Snake<core.TestingToken>;
/** What the API sends of a token. */
export type TokenJSON = Snake<core.Token>;
/** What the API sends of a deleted object. */
export type UserDeletedJSON =
  & Omit<Snake<core.DeletedObject>, "external_id">
  & {
    /** The id of the user in your own system. */
    readonly external_id?: string;
  };
/** What the API sends of a user. */
export type UserJSON = Snake<core.User>;
/** What the API sends of a verification. */
export interface VerificationJSON {
  /** What it is. */
  readonly object: string;
  /** Its id. */
  readonly id: string;
  /** How far it is. */
  readonly status: Verification["status"];
  /** How it is verified. */
  readonly strategy: string;
  /** How often it was tried; null where nobody counts. */
  readonly attempts: number | null;
  /** When it ends; null where it does not. */
  readonly expire_at: number | null;
  /** The client on which it was verified. */
  readonly verified_at_client?: string;
}
/** What the API sends of a waitlist entry. */
export type WaitlistEntryJSON = Snake<core.WaitlistEntry>;
/** What the API sends of a web3 wallet. */
export type Web3WalletJSON = Snake<core.Web3Wallet>;
/** What the API sends of a svix url. */
export type WebhooksSvixJSON = Snake<core.SvixUrl>;
