/**
 * The official package's names and manners on this package's core, as drop-in
 * for `@clerk/backend`: everything throws, and gives plain values.
 *
 * @module
 */
export { createClerkClient } from "./client.ts";
export type {
  Changed,
  ClerkClient,
  ClerkOptions,
  PaginatedResourceResponse,
  Plain,
  Throwing,
  Thrown,
} from "./client.ts";
export type * from "./changed_methods.ts";
export type * from "./added.ts";
export type * from "./defaults.ts";
export type * from "./official.ts";
export type * from "./json.ts";
export type {
  AccountlessApplication,
  ActorToken,
  AgentTask,
  AllowlistIdentifier,
  APIKey,
  BillingPlan,
  BillingSubscription,
  BillingSubscriptionItem,
  BlocklistIdentifier,
  Client,
  CnameTarget,
  Domain,
  EmailAddress,
  EnterpriseConnection,
  EnterpriseConnectionCustomAttribute,
  EnterpriseConnectionOauthConfig,
  EnterpriseConnectionSamlConnection,
  EnterpriseConnectionSamlConnectionLoginHint,
  ExternalAccount,
  Feature,
  Instance,
  InstanceRestrictions,
  InstanceSettings,
  Invitation,
  JwtTemplate,
  M2MToken,
  Machine,
  OauthAccessToken,
  OAuthApplication,
  Organization,
  OrganizationDomain,
  OrganizationDomainVerification,
  OrganizationInvitation,
  OrganizationMembership,
  OrganizationMembershipPublicUserData,
  OrganizationMembershipRole,
  OrganizationSettings,
  PhoneNumber,
  SamlConnection,
  Session,
  SignInToken,
  SignUpAttempt,
  SMSMessage,
  TestingToken,
  Token,
  User,
  WaitlistEntry,
} from "./types.ts";
export type * from "./auth_types.ts";
export type {
  Jwt,
  JwtHeader,
  JwtPayload,
  SessionTokenStatus,
} from "./claims.ts";
export type * from "./webhook_events.ts";
export { verifyToken } from "./verify_token.ts";
export type { OfficialClaimsOptions } from "./policy.ts";
export type { VerifyTokenOptions } from "./verify_token.ts";
export type { Api } from "../src/api/client.ts";
export type { JwksApi } from "../src/api/jwks.ts";
export type * from "../src/api/resources.ts";
export type {
  AccountlessApplication as CoreAccountlessApplication,
  ActorToken as CoreActorToken,
  AgentTask as CoreAgentTask,
  AllowlistIdentifier as CoreAllowlistIdentifier,
  APIKey as CoreAPIKey,
  BillingPlan as CoreBillingPlan,
  BillingSubscription as CoreBillingSubscription,
  BillingSubscriptionItem as CoreBillingSubscriptionItem,
  BlocklistIdentifier as CoreBlocklistIdentifier,
  Client as CoreClient,
  CnameTarget as CoreCnameTarget,
  Domain as CoreDomain,
  EmailAddress as CoreEmailAddress,
  EnterpriseConnection as CoreEnterpriseConnection,
  EnterpriseConnectionCustomAttribute
    as CoreEnterpriseConnectionCustomAttribute,
  EnterpriseConnectionOauthConfig as CoreEnterpriseConnectionOauthConfig,
  EnterpriseConnectionSamlConnection as CoreEnterpriseConnectionSamlConnection,
  EnterpriseConnectionSamlConnectionLoginHint
    as CoreEnterpriseConnectionSamlConnectionLoginHint,
  ExternalAccount as CoreExternalAccount,
  Feature as CoreFeature,
  Instance as CoreInstance,
  InstanceRestrictions as CoreInstanceRestrictions,
  InstanceSettings as CoreInstanceSettings,
  Invitation as CoreInvitation,
  JwtTemplate as CoreJwtTemplate,
  M2MToken as CoreM2MToken,
  Machine as CoreMachine,
  OauthAccessToken as CoreOauthAccessToken,
  OAuthApplication as CoreOAuthApplication,
  Organization as CoreOrganization,
  OrganizationDomain as CoreOrganizationDomain,
  OrganizationDomainVerification as CoreOrganizationDomainVerification,
  OrganizationInvitation as CoreOrganizationInvitation,
  OrganizationMembership as CoreOrganizationMembership,
  OrganizationMembershipPublicUserData
    as CoreOrganizationMembershipPublicUserData,
  OrganizationSettings as CoreOrganizationSettings,
  PhoneNumber as CorePhoneNumber,
  SamlConnection as CoreSamlConnection,
  Session as CoreSession,
  SignInToken as CoreSignInToken,
  SignUpAttempt as CoreSignUpAttempt,
  TestingToken as CoreTestingToken,
  Token as CoreToken,
  User as CoreUser,
  WaitlistEntry as CoreWaitlistEntry,
} from "../src/api/resources.ts";
export type { UsersApi } from "../src/api/users.ts";
export type {
  ApiError,
  ApiErrorCode,
  ApiFailure,
  ApiResult,
  ApiSuccess,
} from "../src/errors/api_error.ts";
export type { JwtActor, JwtOrganization } from "../src/jwt/types.ts";
export type { Fetch } from "../src/platform/fetch.ts";
export type { RequestOptions } from "../src/rest/options.ts";
export type {
  ApiListCall,
  ApiListFailure,
  ApiListResult,
  ApiListSuccess,
  CollectOptions,
} from "../src/rest/result.ts";
