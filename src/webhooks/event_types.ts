import type {
  KnownWebhookEvent,
  WebhookEvent,
  WebhookEventType,
} from "./events/webhook_event.ts";

const TYPES: Readonly<Record<WebhookEventType, true>> = {
  "email.created": true,
  "organization.created": true,
  "organization.deleted": true,
  "organization.updated": true,
  "organizationDomain.created": true,
  "organizationDomain.deleted": true,
  "organizationDomain.updated": true,
  "organizationInvitation.accepted": true,
  "organizationInvitation.created": true,
  "organizationInvitation.revoked": true,
  "organizationMembership.created": true,
  "organizationMembership.deleted": true,
  "organizationMembership.updated": true,
  "paymentAttempt.created": true,
  "paymentAttempt.updated": true,
  "permission.created": true,
  "permission.deleted": true,
  "permission.updated": true,
  "role.created": true,
  "role.deleted": true,
  "role.updated": true,
  "session.created": true,
  "session.ended": true,
  "session.pending": true,
  "session.removed": true,
  "session.revoked": true,
  "sms.created": true,
  "subscription.active": true,
  "subscription.created": true,
  "subscription.pastDue": true,
  "subscription.updated": true,
  "subscriptionItem.abandoned": true,
  "subscriptionItem.active": true,
  "subscriptionItem.canceled": true,
  "subscriptionItem.created": true,
  "subscriptionItem.ended": true,
  "subscriptionItem.freeTrialEnding": true,
  "subscriptionItem.incomplete": true,
  "subscriptionItem.pastDue": true,
  "subscriptionItem.upcoming": true,
  "subscriptionItem.updated": true,
  "user.created": true,
  "user.deleted": true,
  "user.updated": true,
  "waitlistEntry.created": true,
  "waitlistEntry.updated": true,
};

/** The types of events that this version knows, by name. */
export function listWebhookEventTypes(): readonly string[] {
  return Object.keys(TYPES);
}

/**
 * Whether this version knows the type of an event.
 *
 * @param event The event.
 * @returns Whether it is a {@linkcode KnownWebhookEvent}.
 */
export function isKnownWebhookEvent(
  event: WebhookEvent,
): event is KnownWebhookEvent {
  return Object.hasOwn(TYPES, event.type);
}
