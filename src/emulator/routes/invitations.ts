import type { JsonObject } from "../../text/json.ts";
import { listRows, mapPage, type Orders } from "../http/listing.ts";
import { notFound, refuse, refuseParam } from "../http/refusal.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import { sendMessage } from "../send_message.ts";
import type { InstanceInvitationRow } from "../state/organization_rows.ts";
import { checkAccess } from "../state/restrictions.ts";
import { startRow } from "../state/store.ts";
import { describeOperations } from "./described.ts";
import {
  checkBulk,
  invitationLimits,
  readInvitee,
} from "./invitations_read.ts";
import { statusOf, writeTicketUrl } from "./organizations_show.ts";
import { readMap } from "./metadata.ts";

/** How many may be invited at once. */
const BULK = 10;

/** Invitations to sign up. */
export const invitations: Operations = describeOperations({
  "GET /invitations": listInvitations,
  "POST /invitations": {
    limits: invitationLimits,
    handle: (instance, { body }) =>
      showInstanceInvitation(instance, inviteAll(instance, [body])[0]),
  },
  "POST /invitations/bulk": {
    limits: invitationLimits,
    handle(instance, { items }) {
      checkBulk(items, BULK);
      return inviteAll(instance, items)
        .map((row) => showInstanceInvitation(instance, row));
    },
  },
  "POST /invitations/{invitation_id}/revoke": revoke,
  "DELETE /invitations/{invitation_id}"(instance, call) {
    const { id } = requireInvitation(instance, call);
    instance.store.instanceInvitations.delete(id);
    return { object: "invitation", id, deleted: true };
  },
});

const ORDERS: Orders<InstanceInvitationRow> = {
  email_address: ({ emailAddress }) => emailAddress,
  expires_at: ({ expiresAt }) => expiresAt,
};

/** Writes an invitation to the instance as the API does. */
export function showInstanceInvitation(
  instance: Instance,
  row: InstanceInvitationRow,
): JsonObject {
  const status = statusOf(row, instance.clock.now());
  const url = writeTicketUrl(instance, row);
  return {
    object: "invitation",
    id: row.id,
    email_address: row.emailAddress,
    public_metadata: row.publicMetadata,
    revoked: status === "revoked",
    status,
    ...(url !== null && { url }),
    expires_at: row.expiresAt,
    created_at: row.createdAt,
    updated_at: row.updatedAt,
  };
}

/** Those that were revoked are listed only to who asks for them. */
function listInvitations(instance: Instance, { query }: Call): unknown {
  const { store, clock } = instance;
  const { status } = query;
  const sought = String(query.query ?? "").toLowerCase();
  const now = clock.now();
  const page = listRows(
    store.instanceInvitations,
    query,
    ORDERS,
    (row) => {
      const stands = statusOf(row, now);
      return (status === undefined
        ? stands !== "revoked"
        : stands === status) &&
        (row.emailAddress.includes(sought) ||
          row.id.toLowerCase().includes(sought));
    },
  );
  const shown = mapPage(page, (row) => showInstanceInvitation(instance, row));
  return query.paginated === true ? shown : shown.data;
}

/**
 * Makes invitations, all or none.
 *
 * @throws {Refusal} When an address is malformed, and, unless that is to be
 * ignored, when one is a user's or is invited already. When one is not let in.
 */
export function inviteAll(
  instance: Instance,
  bodies: readonly [JsonObject],
): readonly [InstanceInvitationRow];
export function inviteAll(
  instance: Instance,
  bodies: readonly JsonObject[],
): readonly InstanceInvitationRow[];
export function inviteAll(
  instance: Instance,
  bodies: readonly JsonObject[],
): readonly InstanceInvitationRow[] {
  const { store, clock } = instance;
  const now = clock.now();
  const drafts = bodies.map((body) => ({
    ...readInvitee(body, now),
    publicMetadata: readMap(body.public_metadata) ?? {},
  }));
  const strict = drafts.filter((_, i) => bodies[i]?.ignore_existing !== true)
    .map(({ emailAddress }) => emailAddress);
  checkNew(instance, strict, now);
  checkAccess(store, drafts.map(({ emailAddress }) => emailAddress));
  return drafts.map((draft, i) => {
    const row = { ...startRow(store, "inv", now), ...draft };
    store.instanceInvitations.put(row);
    const { notify, template_slug: template } = bodies[i] ?? {};
    if (notify !== false) mailInvitation(instance, row, template);
    return row;
  });
}

function mailInvitation(
  instance: Instance,
  row: InstanceInvitationRow,
  template: unknown,
): void {
  sendMessage(instance, {
    to: row.emailAddress,
    kind: "invitation",
    url: writeTicketUrl(instance, row),
    template: typeof template === "string" ? template : undefined,
  });
}

function checkNew(
  { store }: Instance,
  emails: readonly string[],
  now: number,
): void {
  if (emails.some((email) => store.users.find("email", email).length > 0)) {
    throw refuseParam(
      "form_identifier_exists",
      "email_address",
      "That email address is taken. Please try another.",
    );
  }
  const invited = emails.filter((email, i) =>
    emails.indexOf(email) < i ||
    store.instanceInvitations.find("email", email)
      .some((row) => statusOf(row, now) === "pending")
  );
  if (invited.length === 0) return;
  throw refuse(
    "duplicate_record",
    `There are already pending invitations for the following email addresses: ${
      invited.join(", ")
    }`,
    { email_addresses: invited },
  );
}

function requireInvitation(
  { store }: Instance,
  { slots }: Call,
): InstanceInvitationRow {
  const id = slots.invitation_id ?? "";
  const found = store.instanceInvitations.get(id);
  if (found) return found;
  throw notFound("invitation", id);
}

/** One that has expired can be revoked still. */
function revoke(instance: Instance, call: Call): JsonObject {
  const { store, clock } = instance;
  const row = requireInvitation(instance, call);
  if (row.status === "revoked" || row.status === "accepted") {
    throw refuse(
      `invitation_already_${row.status}`,
      `Invitation is already ${row.status}.`,
    );
  }
  const revoked: InstanceInvitationRow = {
    ...row,
    status: "revoked",
    updatedAt: clock.now(),
  };
  store.instanceInvitations.put(revoked);
  return showInstanceInvitation(instance, revoked);
}
