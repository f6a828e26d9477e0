import type { EmailWebhookEvent } from "./email.ts";
import type { WebhookEnvelope } from "./envelope.ts";
import type { OrganizationWebhookEvent } from "./organization.ts";
import type { OrganizationDomainWebhookEvent } from "./organization_domain.ts";
import type {
  OrganizationInvitationAcceptedWebhookEvent,
  OrganizationInvitationWebhookEvent,
} from "./organization_invitation.ts";
import type { OrganizationMembershipWebhookEvent } from "./organization_membership.ts";
import type { BillingPaymentAttemptWebhookEvent } from "./payment_attempt.ts";
import type { PermissionWebhookEvent, RoleWebhookEvent } from "./role.ts";
import type { SessionWebhookEvent } from "./session.ts";
import type { SMSWebhookEvent } from "./sms.ts";
import type { BillingSubscriptionWebhookEvent } from "./subscription.ts";
import type { BillingSubscriptionItemWebhookEvent } from "./subscription_item.ts";
import type { UserWebhookEvent } from "./user.ts";
import type { WaitlistEntryWebhookEvent } from "./waitlist_entry.ts";

/** An event of a type that this version knows: one member for each type. */
export type KnownWebhookEvent =
  | EmailWebhookEvent
  | OrganizationWebhookEvent
  | OrganizationDomainWebhookEvent
  | OrganizationInvitationAcceptedWebhookEvent
  | OrganizationInvitationWebhookEvent
  | OrganizationMembershipWebhookEvent
  | BillingPaymentAttemptWebhookEvent
  | PermissionWebhookEvent
  | RoleWebhookEvent
  | SessionWebhookEvent
  | SMSWebhookEvent
  | BillingSubscriptionWebhookEvent
  | BillingSubscriptionItemWebhookEvent
  | UserWebhookEvent
  | WaitlistEntryWebhookEvent;

/** The types of event that this version knows. */
export type WebhookEventType = KnownWebhookEvent["type"];

/**
 * The type of an event that this version does not know: a plain string. In the
 * eyes of the compiler no literal equals it, so that comparing `event.type` with
 * one leaves unknown events out. (A mark on `string` would not do that, only one
 * on a pattern does.) To look for a type that is not known yet, compare
 * `String(event.type)`.
 */
export type UnknownWebhookEventType = `${string}.${string}` & {
  /** Never there: it exists for the compiler alone. */
  readonly __unknownWebhookEventType: true;
};

/**
 * An event of a type that this version does not know. It was verified like any
 * other and is what was sent, unchanged.
 */
export interface UnknownWebhookEvent extends
  WebhookEnvelope<
    UnknownWebhookEventType,
    Readonly<Record<string, unknown>>
  > {}

/**
 * What `verifyWebhook` gives: an event of a known type, or one of a type that
 * this version does not know. Comparing `type` picks a member and with it the
 * type of `data`; the unknown ones are left for `default`.
 *
 * @example
 * ```ts
 * import type { WebhookEvent } from "@isoclerk/backend/webhooks";
 *
 * function describe(event: WebhookEvent): string {
 *   switch (event.type) {
 *     case "user.created":
 *       return `${event.data.first_name} is new`;
 *     case "user.deleted":
 *       return `${event.data.id} is gone`;
 *     default:
 *       return `${event.type} is not handled`;
 *   }
 * }
 * console.log(typeof describe); // function
 * ```
 */
export type WebhookEvent = KnownWebhookEvent | UnknownWebhookEvent;

/**
 * The event of one type.
 *
 * @example
 * ```ts
 * import type { WebhookEventOf } from "@isoclerk/backend/webhooks";
 *
 * function welcome(event: WebhookEventOf<"user.created">): string {
 *   return `Welcome, ${event.data.first_name}`;
 * }
 * console.log(typeof welcome); // function
 * ```
 */
export type WebhookEventOf<Type extends WebhookEventType> = Extract<
  KnownWebhookEvent,
  { readonly type: Type }
>;
