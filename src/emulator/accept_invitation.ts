import { refuse } from "./http/refusal.ts";
import type { Instance } from "./instance.ts";
import { addMember } from "./routes/memberships_save.ts";
import { checkEnabled } from "./routes/organizations_enabled.ts";
import {
  showInvitation,
  statusOf,
  writeNames,
} from "./routes/organizations_show.ts";
import { completeEntries } from "./routes/waitlist.ts";
import type {
  InstanceInvitationRow,
  InvitationRow,
  OrganizationRow,
} from "./state/organization_rows.ts";
import { placeOf } from "./state/organization_tables.ts";
import type { UserRow } from "./state/user.ts";

/** An invitation that somebody shows the ticket of, and that is open. */
export interface OpenInvitation {
  /** The invitation. */
  readonly row: InstanceInvitationRow | InvitationRow;
  /** The organization that it is to; none for one to sign up. */
  readonly organization: OrganizationRow | undefined;
  /** Keeps it as accepted, and makes the user a member. */
  accept(user: UserRow): void;
}

/**
 * Finds the invitation that a ticket is of.
 *
 * @param instance The instance.
 * @param ticket What stands in the link.
 * @returns The invitation, or undefined when the ticket is of none.
 * @throws {Refusal} When it was accepted or revoked, or is over.
 */
export function findInvitation(
  instance: Instance,
  ticket: string,
): OpenInvitation | undefined {
  const { store } = instance;
  const toInstance = store.instanceInvitations.get(ticket);
  if (toInstance) return openToInstance(instance, toInstance);
  const row = store.invitations.get(ticket);
  const organization = row && store.organizations.get(row.organizationId);
  return organization && openToOrganization(instance, row, organization);
}

function openToInstance(
  instance: Instance,
  row: InstanceInvitationRow,
): OpenInvitation {
  const { store, clock } = instance;
  const status = statusOf(row, clock.now());
  if (status === "accepted") {
    throw refuse(
      "invitation_already_accepted",
      "Invitation is already accepted, try signing in instead.",
    );
  }
  if (status === "revoked") {
    throw refuse("revoked_invitation", "The invitation was revoked.");
  }
  if (status === "expired") throw refuseExpired();
  return {
    row,
    organization: undefined,
    accept(user) {
      const updatedAt = clock.now();
      store.instanceInvitations.put({ ...row, status: "accepted", updatedAt });
      completeEntries(instance, user);
    },
  };
}

function openToOrganization(
  instance: Instance,
  row: InvitationRow,
  organization: OrganizationRow,
): OpenInvitation {
  checkEnabled(instance);
  const status = statusOf(row, instance.clock.now());
  if (status === "accepted") {
    throw refuse(
      "organization_invitation_already_accepted",
      "This invitation has already been accepted. Sign in instead.",
    );
  }
  if (status === "revoked") {
    throw refuse(
      "organization_invitation_revoked_code",
      "This invitation has been revoked and cannot be used anymore.",
    );
  }
  if (status === "expired") throw refuseExpired();
  checkSeat(instance, organization);
  return {
    row,
    organization,
    accept: (user) => join(instance, row, organization, user),
  };
}

/** Refuses a ticket that is over. */
export function refuseExpired() {
  return refuse(
    "ticket_expired_code",
    "This ticket has expired and cannot be used anymore.",
  );
}

/** Invitations have their place already, but the limit may be lower by now. */
function checkSeat(
  { store }: Instance,
  { id, maxAllowedMemberships: limit }: OrganizationRow,
): void {
  const { length } = store.memberships.find("organization", id);
  if (limit === 0 || length < limit) return;
  throw refuse(
    "organization_membership_quota_exceeded",
    `You have reached your limit of ${limit} organization memberships, including outstanding invitations.`,
  );
}

/** Makes a user a member, unless that came about otherwise in the meantime. */
function join(
  instance: Instance,
  row: InvitationRow,
  organization: OrganizationRow,
  user: UserRow,
): void {
  const { store, clock, emit } = instance;
  const accepted: InvitationRow = {
    ...row,
    status: "accepted",
    updatedAt: clock.now(),
  };
  store.invitations.put(accepted);
  const place = placeOf(organization.id, user.id);
  if (store.memberships.find("place", place).length === 0) {
    const { publicMetadata, privateMetadata } = row;
    const metadata = { publicMetadata, privateMetadata };
    addMember(instance, organization, user.id, row.role, metadata);
  }
  emit("organizationInvitation.accepted", {
    ...showInvitation(instance, accepted),
    user_id: user.id,
    data: { public_organization_data: writeNames(instance, organization) },
  });
}
