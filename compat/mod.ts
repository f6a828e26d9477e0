/**
 * The official package's names and manners on this package's core, as drop-in
 * for `@clerk/backend`: everything throws, and gives plain values.
 *
 * @module
 */
export { createClerkClient } from "./client.ts";
export type {
  ClerkClient,
  ClerkOptions,
  PaginatedResourceResponse,
  Throwing,
} from "./client.ts";
export type {
  ExternalAccountGetters,
  Official,
  Raw,
  UserGetters,
} from "./resources.ts";
export type {
  EmailAddress,
  ExternalAccount,
  OauthAccessToken,
  Organization,
  OrganizationInvitation,
  OrganizationMembership,
  PhoneNumber,
  User,
} from "./types.ts";
export type {
  BillingPaymentAttemptWebhookEvent,
  BillingSubscriptionItemWebhookEvent,
  BillingSubscriptionWebhookEvent,
  EmailWebhookEvent,
  OrganizationDomainWebhookEvent,
  OrganizationInvitationAcceptedWebhookEvent,
  OrganizationInvitationWebhookEvent,
  OrganizationMembershipWebhookEvent,
  OrganizationWebhookEvent,
  PermissionWebhookEvent,
  RoleWebhookEvent,
  SessionWebhookEvent,
  SMSWebhookEvent,
  UserWebhookEvent,
  WaitlistEntryWebhookEvent,
  WebhookEvent,
  WebhookEventType,
} from "./webhooks.ts";
export { verifyToken } from "./verify_token.ts";
export type { OfficialClaimsOptions } from "./policy.ts";
export type { VerifyTokenOptions } from "./verify_token.ts";
