/** The resources in the official form, under their official names. */
import type * as core from "../src/api/resources.ts";
import type { OrganizationRole } from "./auth_types.ts";
import type { MessageVariables } from "./json.ts";
import type { Official, Whole } from "./official.ts";

/** An API key. */
export type APIKey = Official<core.APIKey>;
/** An application without an account at Clerk. */
export type AccountlessApplication = Official<core.AccountlessApplication>;
/** A token to act as somebody else. */
export type ActorToken = Official<core.ActorToken>;
/** A task of an agent. */
export type AgentTask = Official<core.AgentTask>;
/** Who may sign up. */
export type AllowlistIdentifier = Official<core.AllowlistIdentifier>;
/** A plan. */
export type BillingPlan = Official<core.BillingPlan>;
/** A subscription. */
export type BillingSubscription = Official<core.BillingSubscription>;
/** An item of a subscription. */
export type BillingSubscriptionItem = Official<core.BillingSubscriptionItem>;
/** Who may not sign up. */
export type BlocklistIdentifier = Official<core.BlocklistIdentifier>;
/** A browser or device. */
export type Client = Official<core.Client>;
/** A record of the DNS that a domain needs. */
export type CnameTarget = Official<core.CnameTarget>;
/** A domain of the instance. */
export type Domain = Official<core.Domain>;
/** An e-mail address of a user. */
export type EmailAddress = Official<core.EmailAddress>;
/** A connection to an enterprise. */
export type EnterpriseConnection = Official<core.EnterpriseConnection>;
/** An attribute of your own, and where an enterprise tells it. */
export type EnterpriseConnectionCustomAttribute = Official<
  core.EnterpriseConnectionCustomAttribute
>;
/** How a connection to an enterprise speaks OpenID Connect. */
export type EnterpriseConnectionOauthConfig = Whole<
  core.EnterpriseConnectionOauthConfig
>;
/** How a connection to an enterprise speaks SAML. */
export type EnterpriseConnectionSamlConnection = Whole<
  core.EnterpriseConnectionSamlConnection
>;
/** What a SAML connection tells an enterprise of who signs in. */
export type EnterpriseConnectionSamlConnectionLoginHint = Official<
  core.EnterpriseConnectionSamlConnectionLoginHint
>;
/** An account that a user has at an OAuth provider. */
export type ExternalAccount = Official<core.ExternalAccount>;
/** Something that plans are made of. */
export type Feature = Official<core.Feature>;
/** The instance. */
export type Instance = Official<core.Instance>;
/** Who may sign up at the instance. */
export type InstanceRestrictions = Official<core.InstanceRestrictions>;
/** The settings of the instance. */
export type InstanceSettings = Official<core.InstanceSettings>;
/** An invitation to the application. */
export type Invitation = Official<core.Invitation>;
/** What session tokens of a kind are made by. */
export type JwtTemplate = Official<core.JwtTemplate>;
/** A token of a machine. */
export type M2MToken = Official<core.M2MToken>;
/** A machine. */
export type Machine = Official<core.Machine>;
/** An OAuth application. */
export type OAuthApplication = Official<core.OAuthApplication>;
/** A user's token of an OAuth provider. */
export type OauthAccessToken = Official<core.OauthAccessToken>;
/** An organization. */
export type Organization = Official<core.Organization>;
/** A domain of an organization. */
export type OrganizationDomain = Official<core.OrganizationDomain>;
/** How far the proof has come that a domain is the organization's. */
export type OrganizationDomainVerification = Official<
  core.OrganizationDomainVerification
>;
/** An invitation to an organization. */
export type OrganizationInvitation = Official<core.OrganizationInvitation>;
/** A user's place in an organization. */
export type OrganizationMembership = Official<core.OrganizationMembership>;
/** What everybody may know of a member. */
export type OrganizationMembershipPublicUserData =
  & Official<core.OrganizationMembershipPublicUserData>
  & {
    /** An address, a number or a name that the user is known by. */
    readonly identifier: string;
  };
/** The role that a user has in an organization, as `org:admin`. */
export type OrganizationMembershipRole = OrganizationRole;
/** The settings of organizations. */
export type OrganizationSettings = Official<core.OrganizationSettings>;
/** A phone number of a user. */
export type PhoneNumber = Official<core.PhoneNumber>;
/** A SAML connection. */
export type SamlConnection = Official<core.SamlConnection>;
/** A session. */
export type Session = Official<core.Session>;
/** A token to sign in with. */
export type SignInToken = Official<core.SignInToken>;
/** An attempt to sign up. */
export type SignUpAttempt = Official<core.SignUpAttempt>;
/** A token that lets tests past the checks for bots. */
export type TestingToken = Official<core.TestingToken>;
/** A token of a session. */
export type Token = Official<core.Token>;
/** A text message that is to be sent. */
export interface SMSMessage {
  /** Its id. */
  readonly id: string;
  /** The number that it comes from. */
  readonly fromPhoneNumber: string;
  /** The number that it goes to. */
  readonly toPhoneNumber: string;
  /** Its text. */
  readonly message: string;
  /** How far it is. */
  readonly status: string;
  /** The id of the number that it goes to. */
  readonly phoneNumberId: string | null;
  /** The variables of its template. */
  readonly data?: MessageVariables | null;
}
/** A user. */
export type User = Official<core.User>;
/** Who waits for access. */
export type WaitlistEntry = Official<core.WaitlistEntry>;
