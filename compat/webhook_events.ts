/** The events, and what is in them. */
import type { KnownWebhookEvent } from "../src/webhooks/events/webhook_event.ts";

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
export type {
  KnownWebhookEvent,
  WebhookEventType,
} from "../src/webhooks/events/webhook_event.ts";

/** Every event that Clerk sends. */
export type WebhookEvent = KnownWebhookEvent;
