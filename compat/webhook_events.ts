/**
 * The events, and what is in them. The data of an event about a resource has the
 * official type of that resource, so that a handler can pass it on.
 */
import type {
  PermissionWebhookData,
  RoleWebhookData,
} from "../src/webhooks/events/role.ts";
import type { SMSWebhookData } from "../src/webhooks/events/sms.ts";
import type {
  BillingPaymentAttemptWebhookEvent,
  BillingSubscriptionItemWebhookEvent,
  BillingSubscriptionWebhookEvent,
} from "./billing_events.ts";
import type {
  DeletedObjectJSON,
  EmailJSON,
  MessageVariables,
  OrganizationDomainJSON,
  OrganizationInvitationJSON,
  OrganizationJSON,
  OrganizationMembershipJSON,
  SessionJSON,
  UserDeletedJSON,
  UserJSON,
  WaitlistEntryJSON,
} from "./json.ts";
import type { Sent, WebhookEvents } from "./webhook_envelope.ts";

export type {
  BillingPaidItemJSON,
  BillingPayerJSON,
  BillingPaymentAttemptJSON,
  BillingPaymentAttemptWebhookEvent,
  BillingSubscriptionEventJSON,
  BillingSubscriptionItemEventJSON,
  BillingSubscriptionItemWebhookEvent,
  BillingSubscriptionWebhookEvent,
} from "./billing_events.ts";
export type * from "./webhook_envelope.ts";
export type * from "../src/webhooks/events/billing.ts";
export type * from "../src/webhooks/events/deleted_object.ts";
export type * from "../src/webhooks/events/email.ts";
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
export type SMSMessageJSON = Sent<SMSWebhookData, never, "user_id"> & {
  /** The id of the number that it goes to, or null. */
  readonly phone_number_id: string | null;
  /** The variables of its template. */
  readonly data?: MessageVariables | null;
};

/** What an event tells of a session: its user besides. */
export type SessionWebhookEventJSON = SessionJSON & {
  /** The user. */
  readonly user: UserJSON | null;
};

/** What an event tells of an invitation to an organization that was accepted. */
export type OrganizationInvitationAcceptedJSON = OrganizationInvitationJSON & {
  /** The user who accepted it, `user_…`. */
  readonly user_id: string;
  /** That it was accepted. */
  readonly status: "accepted";
};

/** A role that members of organizations can have. */
export type RoleJSON = Omit<RoleWebhookData, "permissions"> & {
  /** The permissions that it gives. */
  readonly permissions: PermissionWebhookData[];
};

/** A permission was made, changed or deleted. */
export type PermissionWebhookEvent =
  | WebhookEvents<
    "permission.created" | "permission.updated",
    PermissionWebhookData
  >
  | WebhookEvents<"permission.deleted", DeletedObjectJSON>;

/** A role was made, changed or deleted. */
export type RoleWebhookEvent =
  | WebhookEvents<"role.created" | "role.updated", RoleJSON>
  | WebhookEvents<"role.deleted", DeletedObjectJSON>;

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
