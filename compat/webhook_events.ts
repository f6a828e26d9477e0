/**
 * The events, and what is in them. The data of an event about a resource has the
 * official type of that resource, so that a handler can pass it on.
 */
import type { WebhookEvents } from "../src/webhooks/events/envelope.ts";
import type { BillingPaymentAttemptWebhookEvent } from "../src/webhooks/events/payment_attempt.ts";
import type {
  PermissionWebhookEvent,
  RoleWebhookEvent,
} from "../src/webhooks/events/role.ts";
import type { SMSWebhookData } from "../src/webhooks/events/sms.ts";
import type { BillingSubscriptionWebhookEvent } from "../src/webhooks/events/subscription.ts";
import type { BillingSubscriptionItemWebhookEvent } from "../src/webhooks/events/subscription_item.ts";
import type {
  DeletedObjectJSON,
  EmailJSON,
  OrganizationDomainJSON,
  OrganizationInvitationJSON,
  OrganizationJSON,
  OrganizationMembershipJSON,
  SessionJSON,
  UserDeletedJSON,
  UserJSON,
  WaitlistEntryJSON,
} from "./json.ts";

export type * from "../src/webhooks/events/billing.ts";
export type * from "../src/webhooks/events/deleted_object.ts";
export type * from "../src/webhooks/events/email.ts";
export type * from "../src/webhooks/events/envelope.ts";
export type * from "../src/webhooks/events/external_account.ts";
export type * from "../src/webhooks/events/identification.ts";
export type * from "../src/webhooks/events/organization.ts";
export type * from "../src/webhooks/events/organization_domain.ts";
export type * from "../src/webhooks/events/organization_invitation.ts";
export type * from "../src/webhooks/events/organization_membership.ts";
export type * from "../src/webhooks/events/payment_attempt.ts";
export type * from "../src/webhooks/events/role.ts";
export type * from "../src/webhooks/events/session.ts";
export type * from "../src/webhooks/events/sms.ts";
export type * from "../src/webhooks/events/subscription.ts";
export type * from "../src/webhooks/events/subscription_item.ts";
export type * from "../src/webhooks/events/user.ts";
export type * from "../src/webhooks/events/verification.ts";
export type * from "../src/webhooks/events/waitlist_entry.ts";

/** What an event tells of a text message. */
export type SMSMessageJSON = SMSWebhookData;

/** What an event tells of a session: its user besides. */
export type SessionWebhookEventJSON = SessionJSON & {
  /** The user. */
  readonly user: UserJSON | null;
};

/** What an event tells of an invitation to an organization that was accepted. */
export type OrganizationInvitationAcceptedJSON = OrganizationInvitationJSON & {
  /** The user who accepted it, `user_…`. */
  readonly user_id: string;
};

/** A user was made, changed or deleted. */
export type UserWebhookEvent =
  | WebhookEvents<"user.created" | "user.updated", UserJSON>
  | WebhookEvents<"user.deleted", UserDeletedJSON>;

/** An email is to be sent. */
export type EmailWebhookEvent = WebhookEvents<"email.created", EmailJSON>;

/** A text message is to be sent. */
export type SMSWebhookEvent = WebhookEvents<"sms.created", SMSMessageJSON>;

/** A session began or ended. */
export type SessionWebhookEvent = WebhookEvents<
  | "session.created"
  | "session.ended"
  | "session.pending"
  | "session.removed"
  | "session.revoked",
  SessionWebhookEventJSON
>;

/** An organization was made, changed or deleted. */
export type OrganizationWebhookEvent =
  | WebhookEvents<
    "organization.created" | "organization.updated",
    OrganizationJSON
  >
  | WebhookEvents<"organization.deleted", DeletedObjectJSON>;

/** A domain of an organization was added, changed or deleted. */
export type OrganizationDomainWebhookEvent =
  | WebhookEvents<
    "organizationDomain.created" | "organizationDomain.updated",
    OrganizationDomainJSON
  >
  | WebhookEvents<"organizationDomain.deleted", DeletedObjectJSON>;

/** Somebody became a member of an organization, changed there, or left. */
export type OrganizationMembershipWebhookEvent = WebhookEvents<
  | "organizationMembership.created"
  | "organizationMembership.deleted"
  | "organizationMembership.updated",
  OrganizationMembershipJSON
>;

/** An invitation to an organization was sent or revoked. */
export type OrganizationInvitationWebhookEvent = WebhookEvents<
  "organizationInvitation.created" | "organizationInvitation.revoked",
  OrganizationInvitationJSON
>;

/** An invitation to an organization was accepted. */
export type OrganizationInvitationAcceptedWebhookEvent = WebhookEvents<
  "organizationInvitation.accepted",
  OrganizationInvitationAcceptedJSON
>;

/** Somebody came to the waitlist, or changed there. */
export type WaitlistEntryWebhookEvent = WebhookEvents<
  "waitlistEntry.created" | "waitlistEntry.updated",
  WaitlistEntryJSON
>;

/** Every event that Clerk sends. */
export type WebhookEvent =
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

/** The types of event that there are. */
export type WebhookEventType = WebhookEvent["type"];
