/**
 * The resources as the API sends them, under their official names: those of the
 * core, each member in snake_case.
 */
// A table: exempt from the limit on lines.
import type * as core from "../src/api/resources.ts";

/** A name in snake_case. */
export type SnakeName<Name extends string> = Name extends
  `${infer Letter}${infer Rest}` ? `${Letter extends Lowercase<Letter> ? Letter
    : `_${Lowercase<Letter>}`}${SnakeName<Rest>}`
  : Name;

/** A resource with the names that the API gives its members, at any depth. */
export type Snake<T> = T extends string ? T
  : T extends readonly (infer Item)[] ? Snake<Item>[]
  : T extends object ? string extends keyof T ? T
    : {
      [Name in keyof T as Name extends string ? SnakeName<Name> : Name]: Snake<
        T[Name]
      >;
    }
  : T;

/**
 * A resource of which the official types say that some members are always there,
 * though the API may leave them out.
 */
export type Promising<
  T,
  Present extends keyof T,
  NotNull extends keyof T = never,
> =
  & T
  & { readonly [Name in Present]-?: Exclude<T[Name], undefined> }
  & { readonly [Name in NotNull]-?: NonNullable<T[Name]> };

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
export type EmailJSON = Promising<Snake<core.Email>, "delivered_by_clerk">;
/** What the API sends of an enterprise connection custom attribute. */
export type EnterpriseConnectionCustomAttributeJSON = Snake<
  core.EnterpriseConnectionCustomAttribute
>;
/** What the API sends of an enterprise connection. */
export type EnterpriseConnectionJSON = Snake<core.EnterpriseConnection>;
/** What the API sends of an enterprise connection OAuth config. */
export type EnterpriseConnectionOauthConfigJSON = Snake<
  core.EnterpriseConnectionOauthConfig
>;
/** What the API sends of an enterprise connection saml connection. */
export type EnterpriseConnectionSamlConnectionJSON = Snake<
  core.EnterpriseConnectionSamlConnection
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
export type OrganizationInvitationJSON = Promising<
  Snake<core.OrganizationInvitation>,
  "organization_id",
  "private_metadata" | "expires_at"
>;
/** What the API sends of an organization. */
export type OrganizationJSON = Snake<core.Organization>;
/** What the API sends of an organization membership. */
export type OrganizationMembershipJSON = Promising<
  Snake<core.OrganizationMembership>,
  "public_user_data"
>;
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
export type SessionJSON = Promising<Snake<core.Session>, "actor">;
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
export type UserDeletedJSON = Snake<core.DeletedObject>;
/** What the API sends of a user. */
export type UserJSON = Promising<
  Snake<core.User>,
  | "image_url"
  | "organization_memberships"
  | "password_last_updated_at"
  | "unsafe_metadata"
  | "deprovisioned"
  | "create_organizations_limit"
  | "locale"
  | "timezone",
  "private_metadata"
>;
/** What the API sends of a verification. */
export type VerificationJSON = Snake<core.Verification>;
/** What the API sends of a waitlist entry. */
export type WaitlistEntryJSON = Promising<
  Snake<core.WaitlistEntry>,
  "invitation"
>;
/** What the API sends of a web3 wallet. */
export type Web3WalletJSON = Snake<core.Web3Wallet>;
/** What the API sends of a svix url. */
export type WebhooksSvixJSON = Snake<core.SvixUrl>;
