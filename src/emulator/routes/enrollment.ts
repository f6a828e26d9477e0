import type { Instance } from "../instance.ts";
import { splitEmail } from "../state/email_address.ts";
import type {
  InvitationRow,
  OrganizationDomainRow,
} from "../state/organization_rows.ts";
import { placeOf } from "../state/organization_tables.ts";
import { roleSetOf } from "../state/roles.ts";
import { readSettings } from "../state/settings.ts";
import { startRow } from "../state/store.ts";
import type { UserRow } from "../state/user.ts";
import { showInvitation, statusOf } from "./organizations_show.ts";

/**
 * Invites a new user to the organizations that have the domain of a verified
 * address, and invite all who have one. Nothing is sent: Clerk shows such
 * invitations to users who are signed in.
 */
export function enroll(instance: Instance, user: UserRow): void {
  const { store } = instance;
  const { enabled, domains_enabled: hasDomains } = readSettings(
    store,
    "organizations",
  );
  if (enabled === false || hasDomains !== true) return;
  for (const { value, status } of user.emails) {
    if (status !== "verified") continue;
    const { domain } = splitEmail(value);
    for (const row of store.organizationDomains.find("name", domain)) {
      if (isInviting(row)) invite(instance, row, user.id, value.toLowerCase());
    }
  }
}

function isInviting(
  { enrollmentMode, verifiedAt, ownedAt }: OrganizationDomainRow,
): boolean {
  return enrollmentMode === "automatic_invitation" &&
    (verifiedAt !== null || ownedAt !== null);
}

/** Invites, unless somebody did so before. */
function invite(
  instance: Instance,
  { id: domainId, organizationId }: OrganizationDomainRow,
  userId: string,
  emailAddress: string,
): void {
  const { store, clock, emit } = instance;
  const now = clock.now();
  const organization = store.organizations.get(organizationId);
  const isIn = store.memberships
    .find("place", placeOf(organizationId, userId)).length > 0;
  const isInvited = store.invitations.find("email", emailAddress)
    .some((row) =>
      row.organizationId === organizationId && statusOf(row, now) === "pending"
    );
  const role = organization &&
    store.roles.get(roleSetOf(store, organization).defaultRoleId);
  if (!role || isIn || isInvited) return;
  const row: InvitationRow = {
    ...startRow(store, "orginv", now),
    emailAddress,
    organizationId,
    role: role.key,
    inviterId: null,
    domainId,
    status: "pending",
    expiresAt: null,
    redirectUrl: null,
    publicMetadata: {},
    privateMetadata: {},
    updatedAt: now,
  };
  store.invitations.put(row);
  emit("organizationInvitation.created", showInvitation(instance, row));
}
