import type { JsonObject } from "../../text/json.ts";
import type { Query } from "../http/fields.ts";
import { listRows, mapPage, type Orders, type Page } from "../http/listing.ts";
import { notFound, refuse } from "../http/refusal.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import type {
  AnyInvitationRow,
  InvitationRow,
  OrganizationRow,
} from "../state/organization_rows.ts";
import { sendMessage } from "../send_message.ts";
import { placeOf } from "../state/organization_tables.ts";
import { checkAccess } from "../state/restrictions.ts";
import { startRow } from "../state/store.ts";
import { describeOperations } from "./described.ts";
import { checkEnabled } from "./organizations_enabled.ts";
import {
  checkBulk,
  invitationLimits,
  readInvitee,
} from "./invitations_read.ts";
import {
  checkManager,
  checkRoom,
  requireOrganization,
  requireRoleIn,
} from "./organizations_find.ts";
import {
  showInvitation,
  showInvitationOf,
  statusOf,
  writeTicketUrl,
} from "./organizations_show.ts";
import { readMap } from "./metadata.ts";

/** How many may be invited at once. */
const BULK = 10;

/** Invitations to organizations. */
export const organizationInvitations: Operations = describeOperations({
  "GET /organization_invitations": listAll,
  "GET /organizations/{organization_id}/invitations": (instance, call) =>
    listOf(instance, call, call.query),
  "GET /organizations/{organization_id}/invitations/pending": (
    instance,
    call,
  ) => listOf(instance, call, { ...call.query, status: "pending" }),
  "POST /organizations/{organization_id}/invitations": {
    limits: invitationLimits,
    handle(instance, call) {
      const organization = requireOrganization(instance, call);
      const draft = readDraft(instance, organization, call.body);
      checkRoom(instance, organization, 1);
      return create(instance, draft, call.body);
    },
  },
  "POST /organizations/{organization_id}/invitations/bulk": {
    limits: invitationLimits,
    handle: createAll,
  },
  "GET /organizations/{organization_id}/invitations/{invitation_id}": (
    instance,
    call,
  ) => showInvitation(instance, requireInvitation(instance, call)),
  "POST /organizations/{organization_id}/invitations/{invitation_id}/revoke":
    revoke,
}, checkEnabled);

const ORDERS: Orders<AnyInvitationRow> = {
  email_address: ({ emailAddress }) => emailAddress,
};

function listAll(instance: Instance, { query }: Call): Page<JsonObject> {
  const { store, clock } = instance;
  const { status } = query;
  const sought = String(query.query ?? "").toLowerCase();
  const now = clock.now();
  const test = (row: InvitationRow) =>
    (status === undefined || statusOf(row, now) === status) &&
    (row.emailAddress.includes(sought) || row.id === query.query);
  const page = listRows(
    store.invitations,
    query,
    ORDERS,
    status === undefined && sought === "" ? undefined : test,
  );
  return mapPage(page, (row) => showInvitationOf(instance, row));
}

function listOf(
  instance: Instance,
  call: Call,
  query: Query,
): Page<JsonObject> {
  const { store, clock } = instance;
  const { id } = requireOrganization(instance, call);
  const { status, email_address: email } = query;
  const now = clock.now();
  const page = listRows(
    store.invitations.find("organization", id),
    query,
    ORDERS,
    (row) =>
      (status === undefined || statusOf(row, now) === status) &&
      (email === undefined ||
        row.emailAddress === String(email).toLowerCase()),
  );
  return mapPage(page, (row) => showInvitation(instance, row));
}

function requireInvitation(instance: Instance, call: Call): InvitationRow {
  const { id } = requireOrganization(instance, call);
  const invitationId = call.slots.invitation_id ?? "";
  const found = instance.store.invitations.get(invitationId);
  if (found?.organizationId === id) return found;
  throw notFound("organization invitation", invitationId);
}

type Draft = Omit<InvitationRow, "id" | "createdAt" | "sequence">;

/** Reads an invitation that may be made. */
function readDraft(
  instance: Instance,
  organization: OrganizationRow,
  body: JsonObject,
): Draft {
  const { id } = organization;
  const invitee = readInvitee(body, instance.clock.now());
  const { inviter_user_id: inviter } = body;
  checkManager(instance, id, inviter);
  const { key } = requireRoleIn(instance, organization, body.role);
  checkUninvited(instance, id, invitee.emailAddress);
  const { store } = instance;
  if (store.users.find("email", invitee.emailAddress).length === 0) {
    checkAccess(store, [invitee.emailAddress]);
  }
  return {
    ...invitee,
    organizationId: id,
    role: key,
    inviterId: typeof inviter === "string" ? inviter : null,
    publicMetadata: readMap(body.public_metadata) ?? {},
    privateMetadata: readMap(body.private_metadata) ?? {},
  };
}

/** Neither a member nor somebody who is invited can be invited. */
function checkUninvited(
  { store, clock }: Instance,
  organizationId: string,
  email: string,
): void {
  const isMember = store.users.find("email", email).some(({ id }) =>
    store.memberships.find("place", placeOf(organizationId, id)).length > 0
  );
  if (isMember) {
    throw refuse(
      "already_a_member_in_organization",
      `${email} is already a member of the organization.`,
    );
  }
  const now = clock.now();
  const isInvited = store.invitations.find("email", email).some((row) =>
    row.organizationId === organizationId && statusOf(row, now) === "pending"
  );
  if (isInvited) throw refuseDouble();
}

function refuseDouble() {
  return refuse(
    "organization_invitation_not_unique",
    "Organizations cannot have duplicate pending invitations for an email address.",
  );
}

function create(
  instance: Instance,
  draft: Draft,
  { notify }: JsonObject,
): JsonObject {
  const { store, clock } = instance;
  const row = { ...startRow(store, "orginv", clock.now()), ...draft };
  store.invitations.put(row);
  const shown = showInvitation(instance, row);
  instance.emit("organizationInvitation.created", shown);
  if (notify !== false) {
    const { name } = store.organizations.get(row.organizationId) ?? {};
    sendMessage(instance, {
      to: row.emailAddress,
      kind: "organization_invitation",
      url: writeTicketUrl(instance, row),
      data: { org: { id: row.organizationId, name } },
    });
  }
  return shown;
}

/** Either all are made or none. */
function createAll(instance: Instance, call: Call): Page<JsonObject> {
  const { items } = call;
  const organization = requireOrganization(instance, call);
  checkBulk(items, BULK);
  const drafts = items.map((item) => readDraft(instance, organization, item));
  const emails = new Set(drafts.map(({ emailAddress }) => emailAddress));
  if (emails.size < drafts.length) throw refuseDouble();
  checkRoom(instance, organization, drafts.length);
  const data = drafts.map((draft, i) =>
    create(instance, draft, items[i] ?? {})
  );
  return { data, total_count: data.length };
}

function revoke(instance: Instance, call: Call): JsonObject {
  const { store, clock } = instance;
  const row = requireInvitation(instance, call);
  checkManager(instance, row.organizationId, call.body.requesting_user_id);
  const now = clock.now();
  const status = statusOf(row, now);
  if (status !== "pending") {
    throw refuse(
      "organization_invitation_not_pending",
      `The organization invitation is ${status}. Only pending ones can be revoked.`,
    );
  }
  const revoked: InvitationRow = { ...row, status: "revoked", updatedAt: now };
  store.invitations.put(revoked);
  const shown = showInvitation(instance, revoked);
  instance.emit("organizationInvitation.revoked", shown);
  return shown;
}
