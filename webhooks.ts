/**
 * Webhooks: verifying that they come from Clerk, and the events in them.
 *
 * @module
 */
export { WebhookVerificationError } from "./src/errors/webhook_verification_error.ts";
export type {
  WebhookVerificationErrorCode,
  WebhookVerificationErrorInit,
} from "./src/errors/webhook_verification_error.ts";
export type { Failure, Result, Success } from "./src/errors/result.ts";
export type { Clock } from "./src/platform/clock.ts";
export { isKnownWebhookEvent } from "./src/webhooks/event_types.ts";
export type {
  BillingAmountWebhookData,
  BillingCreditsWebhookData,
  BillingPayerCreditWebhookData,
  BillingPayerWebhookData,
  BillingPlanWebhookData,
  BillingPriceTierWebhookData,
  BillingProrationWebhookData,
  BillingUnitPriceWebhookData,
} from "./src/webhooks/events/billing.ts";
export type { DeletedObjectWebhookData } from "./src/webhooks/events/deleted_object.ts";
export type {
  EmailWebhookData,
  EmailWebhookEvent,
} from "./src/webhooks/events/email.ts";
export type {
  WebhookEnvelope,
  WebhookEventAttributes,
  WebhookEvents,
  WebhookHttpRequest,
} from "./src/webhooks/events/envelope.ts";
export type {
  EnterpriseAccountWebhookData,
  EnterpriseConnectionWebhookData,
  ExternalAccountWebhookData,
  SamlAccountWebhookData,
  SamlConnectionWebhookData,
} from "./src/webhooks/events/external_account.ts";
export type {
  EmailAddressWebhookData,
  IdentificationLinkWebhookData,
  PasskeyWebhookData,
  PhoneNumberWebhookData,
  Web3WalletWebhookData,
} from "./src/webhooks/events/identification.ts";
export type {
  OrganizationWebhookData,
  OrganizationWebhookEvent,
  PublicOrganizationWebhookData,
} from "./src/webhooks/events/organization.ts";
export type {
  OrganizationDomainVerificationWebhookData,
  OrganizationDomainWebhookData,
  OrganizationDomainWebhookEvent,
} from "./src/webhooks/events/organization_domain.ts";
export type {
  AcceptedInvitationDetailsWebhookData,
  InviterWebhookData,
  OrganizationInvitationAcceptedWebhookData,
  OrganizationInvitationAcceptedWebhookEvent,
  OrganizationInvitationWebhookData,
  OrganizationInvitationWebhookEvent,
} from "./src/webhooks/events/organization_invitation.ts";
export type {
  MemberWebhookData,
  OrganizationMembershipWebhookData,
  OrganizationMembershipWebhookEvent,
} from "./src/webhooks/events/organization_membership.ts";
export type {
  BillingPaidItemWebhookData,
  BillingPayeeWebhookData,
  BillingPaymentAttemptWebhookData,
  BillingPaymentAttemptWebhookEvent,
  BillingPaymentFailureWebhookData,
  BillingPaymentSourceWebhookData,
  BillingTotalsWebhookData,
  BillingUnitTotalWebhookData,
} from "./src/webhooks/events/payment_attempt.ts";
export type {
  PermissionWebhookData,
  PermissionWebhookEvent,
  RoleWebhookData,
  RoleWebhookEvent,
} from "./src/webhooks/events/role.ts";
export type {
  SessionActivityWebhookData,
  SessionWebhookData,
  SessionWebhookEvent,
} from "./src/webhooks/events/session.ts";
export type {
  SMSWebhookData,
  SMSWebhookEvent,
} from "./src/webhooks/events/sms.ts";
export type {
  BillingSubscriptionWebhookData,
  BillingSubscriptionWebhookEvent,
} from "./src/webhooks/events/subscription.ts";
export type {
  BillingSeatsWebhookData,
  BillingSubscriptionItemWebhookData,
  BillingSubscriptionItemWebhookEvent,
} from "./src/webhooks/events/subscription_item.ts";
export type {
  ScimWebhookData,
  UserWebhookData,
  UserWebhookEvent,
} from "./src/webhooks/events/user.ts";
export type {
  AdminVerificationWebhookData,
  EmailLinkVerificationWebhookData,
  FromOauthVerificationWebhookData,
  GoogleOneTapVerificationWebhookData,
  OauthVerificationWebhookData,
  OtpVerificationWebhookData,
  PasskeyVerificationWebhookData,
  SamlVerificationWebhookData,
  ScimVerificationWebhookData,
  TicketVerificationWebhookData,
  Web3VerificationWebhookData,
  WebhookVerificationProblem,
} from "./src/webhooks/events/verification.ts";
export type {
  InvitationWebhookData,
  WaitlistEntryWebhookData,
  WaitlistEntryWebhookEvent,
} from "./src/webhooks/events/waitlist_entry.ts";
export type {
  KnownWebhookEvent,
  UnknownWebhookEvent,
  UnknownWebhookEventType,
  WebhookEvent,
  WebhookEventOf,
  WebhookEventType,
} from "./src/webhooks/events/webhook_event.ts";
export type { WebhookHeaders } from "./src/webhooks/headers.ts";
export type { WebhookInput, WebhookRawRequest } from "./src/webhooks/input.ts";
export type { VerifyWebhookOptions } from "./src/webhooks/options.ts";
export { signWebhook } from "./src/webhooks/sign.ts";
export type {
  SignedWebhookHeaders,
  SignWebhookOptions,
} from "./src/webhooks/sign.ts";
export { createMemoryWebhookStore } from "./src/webhooks/store.ts";
export type {
  MemoryWebhookStoreOptions,
  WebhookStore,
} from "./src/webhooks/store.ts";
export { createWebhookVerifier } from "./src/webhooks/verifier.ts";
export type { WebhookVerifier } from "./src/webhooks/verifier.ts";
export { verifyWebhook } from "./src/webhooks/verify_webhook.ts";
export type { VerifyWebhookResult } from "./src/webhooks/verify_webhook.ts";
