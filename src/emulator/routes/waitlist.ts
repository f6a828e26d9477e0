import type { JsonObject } from "../../text/json.ts";
import { listRows, mapPage, type Orders } from "../http/listing.ts";
import { notFound, refuse } from "../http/refusal.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import { readEmailAddress } from "../state/identifiers.ts";
import { sendMessage } from "../send_message.ts";
import type { WaitlistRow } from "../state/organization_rows.ts";
import { startRow } from "../state/store.ts";
import type { UserRow } from "../state/user.ts";
import { describeOperations } from "./described.ts";
import { inviteAll, showInstanceInvitation } from "./invitations.ts";
import { checkBulk } from "./invitations_read.ts";

/** How many may be put on the list at once. */
const BULK = 50;

/** Those who wait for access. */
export const waitlist: Operations = describeOperations({
  "GET /waitlist_entries": listEntries,
  "POST /waitlist_entries": (instance, { body }) =>
    enterWaitlist(instance, readEmailAddress(body.email_address), body),
  "POST /waitlist_entries/bulk"(instance, { items }) {
    checkBulk(items, BULK);
    const emails = items.map((item) => readEmailAddress(item.email_address));
    return emails.map((email, i) =>
      enterWaitlist(instance, email, items[i] ?? {})
    );
  },
  "DELETE /waitlist_entries/{waitlist_entry_id}"(instance, call) {
    const { id } = requireChangeable(instance, call, ["pending"]);
    instance.store.waitlist.delete(id);
    return { object: "waitlist_entry", id, deleted: true };
  },
  "POST /waitlist_entries/{waitlist_entry_id}/invite": invite,
  "POST /waitlist_entries/{waitlist_entry_id}/reject": (instance, call) =>
    save(instance, requireChangeable(instance, call, ["pending", "invited"]), {
      status: "rejected",
    }),
});

const ORDERS: Orders<WaitlistRow> = {
  email_address: ({ emailAddress }) => emailAddress,
  invited_at: ({ invitedAt }) => invitedAt,
};

function listEntries(instance: Instance, { query }: Call): unknown {
  const { status } = query;
  const sought = String(query.query ?? "").toLowerCase();
  const test = (row: WaitlistRow) =>
    (status === undefined || row.status === status) &&
    (row.emailAddress.includes(sought) || row.id === query.query);
  const page = listRows(
    instance.store.waitlist,
    query,
    ORDERS,
    status === undefined && sought === "" ? undefined : test,
  );
  return mapPage(page, (row) => showEntry(instance, row));
}

function showEntry(instance: Instance, row: WaitlistRow): JsonObject {
  const invitation = instance.store.instanceInvitations
    .get(row.invitationId ?? "");
  return {
    object: "waitlist_entry",
    id: row.id,
    email_address: row.emailAddress,
    status: row.status,
    is_locked: row.isLocked,
    created_at: row.createdAt,
    updated_at: row.updatedAt,
    ...(invitation && {
      invitation: showInstanceInvitation(instance, invitation),
    }),
  };
}

/** Who is on the list already stays as they are. */
export function enterWaitlist(
  instance: Instance,
  emailAddress: string,
  { notify }: JsonObject,
): JsonObject {
  const { store, clock } = instance;
  const [known] = store.waitlist.find("email", emailAddress);
  if (known) return showEntry(instance, known);
  const now = clock.now();
  const row: WaitlistRow = {
    ...startRow(store, "wle", now),
    emailAddress,
    status: "pending",
    isLocked: false,
    invitationId: null,
    invitedAt: null,
    updatedAt: now,
  };
  store.waitlist.put(row);
  const shown = showEntry(instance, row);
  instance.emit("waitlistEntry.created", shown);
  if (notify !== false) {
    sendMessage(instance, {
      to: emailAddress,
      kind: "waitlist_confirmation",
    });
  }
  return shown;
}

/** Somebody who was invited from the list and has signed up is done waiting. */
export function completeEntries(
  instance: Instance,
  { emails }: UserRow,
): void {
  for (const { value, status } of emails) {
    if (status !== "verified") continue;
    const [row] = instance.store.waitlist.find("email", value.toLowerCase());
    if (row?.status === "invited") save(instance, row, { status: "completed" });
  }
}

/** Finds an entry that can be changed from how it stands, or refuses. */
function requireChangeable(
  { store }: Instance,
  { slots }: Call,
  statuses: readonly WaitlistRow["status"][],
): WaitlistRow {
  const id = slots.waitlist_entry_id ?? "";
  const found = store.waitlist.get(id);
  if (!found) throw notFound("waitlist entry", id);
  if (found.isLocked) {
    throw refuse(
      "waitlist_entry_locked",
      "This waitlist entry is locked and cannot be modified at this time.",
    );
  }
  if (statuses.includes(found.status)) return found;
  throw refuse(
    `waitlist_entry_already_${found.status}`,
    `The waitlist entry has already been ${found.status}.`,
  );
}

function invite(instance: Instance, call: Call): JsonObject {
  const row = requireChangeable(instance, call, ["pending", "rejected"]);
  const { ignore_existing } = call.body;
  const [{ id, createdAt }] = inviteAll(instance, [
    {
      email_address: row.emailAddress,
      ignore_existing,
      template_slug: "waitlist_invitation",
    },
  ]);
  return save(instance, row, {
    status: "invited",
    invitationId: id,
    invitedAt: createdAt,
  });
}

function save(
  instance: Instance,
  row: WaitlistRow,
  change: Partial<WaitlistRow>,
): JsonObject {
  const saved = { ...row, ...change, updatedAt: instance.clock.now() };
  instance.store.waitlist.put(saved);
  const shown = showEntry(instance, saved);
  instance.emit("waitlistEntry.updated", shown);
  return shown;
}
