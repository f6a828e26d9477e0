import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import {
  isKnownWebhookEvent,
  type KnownWebhookEvent,
  type UnknownWebhookEvent,
  type UserWebhookData,
  type UserWebhookEvent,
  type WebhookEvent,
  type WebhookEventOf,
  type WebhookEventType,
} from "../../webhooks.ts";
import { headersOf, untyped, verify } from "./signed.ts";

/** Holds when both are the same type. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends
  (<T>() => T extends B ? 1 : 2) ? true : false;

/** Compiles for true alone. */
function holds<_T extends true>(): void {}

/** Types whose member cannot be picked out of the union. */
type Unreachable = {
  [T in WebhookEventType]: Same<
    Extract<WebhookEvent, { type: T }>["type"],
    T
  > extends true ? never : T;
}[WebhookEventType];

const TYPES = [
  "email.created",
  "organization.created",
  "organization.deleted",
  "organization.updated",
  "organizationDomain.created",
  "organizationDomain.deleted",
  "organizationDomain.updated",
  "organizationInvitation.accepted",
  "organizationInvitation.created",
  "organizationInvitation.revoked",
  "organizationMembership.created",
  "organizationMembership.deleted",
  "organizationMembership.updated",
  "paymentAttempt.created",
  "paymentAttempt.updated",
  "permission.created",
  "permission.deleted",
  "permission.updated",
  "role.created",
  "role.deleted",
  "role.updated",
  "session.created",
  "session.ended",
  "session.pending",
  "session.removed",
  "session.revoked",
  "sms.created",
  "subscription.active",
  "subscription.created",
  "subscription.pastDue",
  "subscription.updated",
  "subscriptionItem.abandoned",
  "subscriptionItem.active",
  "subscriptionItem.canceled",
  "subscriptionItem.created",
  "subscriptionItem.ended",
  "subscriptionItem.freeTrialEnding",
  "subscriptionItem.incomplete",
  "subscriptionItem.pastDue",
  "subscriptionItem.upcoming",
  "subscriptionItem.updated",
  "user.created",
  "user.deleted",
  "user.updated",
  "waitlistEntry.created",
  "waitlistEntry.updated",
] as const;

/** Each branch compiles only if `data` is narrowed to that of the type. */
function describeEvent(event: WebhookEvent): string {
  switch (event.type) {
    case "user.created":
    case "user.updated":
      holds<Same<typeof event.data, UserWebhookData>>();
      return `user ${event.data.first_name}`;
    case "user.deleted":
      return `gone ${event.data.id}, ${event.data.deleted}`;
    case "session.pending":
      return `session ${event.data.status} of ${event.data.user_id}`;
    case "sms.created":
      return `to ${event.data.to_phone_number}`;
    case "subscriptionItem.freeTrialEnding":
      return `plan ${event.data.plan?.slug}`;
    case "paymentAttempt.updated":
      return `paid ${event.data.totals.grand_total.amount_formatted}`;
    default:
      return `other ${event.type}`;
  }
}

/** Compiles only if every known type is handled before `default`. */
function isUnknown(event: WebhookEvent): boolean {
  if (isKnownWebhookEvent(event)) {
    holds<Same<typeof event, KnownWebhookEvent>>();
    return false;
  }
  holds<Same<typeof event, UnknownWebhookEvent>>();
  const data: Readonly<Record<string, unknown>> = event.data;
  return typeof data === "object";
}

async function eventOf(type: string, data: object): Promise<WebhookEvent> {
  const body = JSON.stringify({ object: "event", type, data });
  const { result } = await verify({ body, headers: await headersOf(body) });
  assert(result);
  return result;
}

describe("the types of events", () => {
  it("are all there, each as a member of its own", () => {
    holds<Same<typeof TYPES[number], WebhookEventType>>();
    holds<Same<Unreachable, never>>();
    holds<Same<WebhookEventOf<"user.created">["data"], UserWebhookData>>();
    holds<
      Same<
        Extract<UserWebhookEvent, { type: "user.deleted" }>,
        WebhookEventOf<"user.deleted">
      >
    >();
    assertEquals(new Set(TYPES).size, 46);
    for (const type of TYPES) {
      assert(isKnownWebhookEvent(untyped({ type, data: {} })), type);
    }
  });

  it("narrow the data by the type", async () => {
    const created = await eventOf("user.created", { first_name: "Ada" });
    assertEquals(describeEvent(created), "user Ada");
    if (created.type === "user.created") {
      const data: UserWebhookData = created.data;
      assertEquals(data.first_name, "Ada");
    }
    if (created.type !== "user.created") throw new Error("not narrowed");
    holds<Same<typeof created, WebhookEventOf<"user.created">>>();
    const gone = await eventOf("user.deleted", { id: "user_1", deleted: true });
    assertEquals(describeEvent(gone), "gone user_1, true");
    if (gone.type !== "user.deleted") throw new Error("not narrowed");
    // @ts-expect-error: what was deleted has no name any more.
    assertEquals(gone.data.first_name, undefined);
  });

  it("leave a member for those that are not known", async () => {
    const event = await eventOf("moon.landed", { crater: 1 });
    assertEquals(describeEvent(event), "other moon.landed");
    assert(isUnknown(event));
    assertEquals(isUnknown(await eventOf("role.updated", {})), false);
    for (const type of ["", "__proto__", "toString", "user"]) {
      assert(isUnknown(await eventOf(type, {})), type);
    }
    assertEquals(String(event.type) === "moon.landed", true);
    const text: string = event.type;
    assertEquals(text, "moon.landed");
  });
});
