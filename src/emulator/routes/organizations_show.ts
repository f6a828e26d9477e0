import type { JsonObject } from "../../text/json.ts";
import type { Instance } from "../instance.ts";
import type {
  AnyInvitationRow,
  InvitationRow,
  InvitationStatus,
  MembershipRow,
  OrganizationRow,
} from "../state/organization_rows.ts";
import {
  findRole,
  hasElevatedMember,
  permissionsOf,
  roleSetOf,
} from "../state/roles.ts";
import type { UserRow } from "../state/user.ts";

/** What is told of an organization only when it is asked for. */
export interface Extras {
  /** How many members there are. */
  readonly include_members_count?: unknown;
  /** Whether nobody may manage the members. */
  readonly include_missing_member_with_elevated_permissions?: unknown;
}

/** Writes an organization as the API does. */
export function showOrganization(
  instance: Instance,
  row: OrganizationRow,
  extras: Extras = {},
): JsonObject {
  const { store } = instance;
  return {
    object: "organization",
    ...writeNames(instance, row),
    ...(extras.include_members_count === true && {
      members_count: store.memberships.find("organization", row.id).length,
    }),
    ...(extras.include_missing_member_with_elevated_permissions === true && {
      missing_member_with_elevated_permissions: !hasElevatedMember(
        store,
        row.id,
      ),
    }),
    max_allowed_memberships: row.maxAllowedMemberships,
    admin_delete_enabled: row.adminDeleteEnabled,
    public_metadata: row.publicMetadata,
    private_metadata: row.privateMetadata,
    ...(row.createdBy !== null && { created_by: row.createdBy }),
    role_set_key: roleSetOf(store, row).key,
    created_at: row.createdAt,
    updated_at: row.updatedAt,
  };
}

/** Writes what anybody may know of an organization. */
export function writeNames(
  { origin }: Instance,
  { id, name, slug, imageId }: OrganizationRow,
): JsonObject {
  return {
    id,
    name,
    slug,
    image_url: `${origin}/images/${imageId ?? "default"}`,
    has_image: imageId !== null,
  };
}

/** Writes a membership as the API does; undefined when an end of it is gone. */
export function showMembership(
  instance: Instance,
  row: MembershipRow,
): JsonObject {
  const { store } = instance;
  const user = store.users.get(row.userId);
  const organization = store.organizations.get(row.organizationId);
  if (!user || !organization) {
    throw new Error(`Cannot write the membership "${row.id}": an end is gone.`);
  }
  return {
    id: row.id,
    object: "organization_membership",
    role: row.role,
    role_name: roleName(instance, row.role),
    permissions: permissionsOf(store, row),
    public_metadata: row.publicMetadata,
    private_metadata: row.privateMetadata,
    organization: showOrganization(instance, organization),
    public_user_data: {
      ...writePublicUser(instance, user),
      profile_image_url: imageOf(instance, user),
      username: user.username,
      banned: user.banned,
    },
    created_at: row.createdAt,
    updated_at: row.updatedAt,
  };
}

function writePublicUser(instance: Instance, user: UserRow): JsonObject {
  return {
    user_id: user.id,
    first_name: user.firstName,
    last_name: user.lastName,
    image_url: imageOf(instance, user),
    has_image: user.imageId !== null,
    identifier: identifierOf(user),
  };
}

function imageOf({ origin }: Instance, { imageId }: UserRow): string {
  return `${origin}/images/${imageId ?? "default"}`;
}

/** What a user is shown as to others. */
export function identifierOf(user: UserRow): string {
  const { emails, phones, wallets, username, primaryEmailId, id } = user;
  const primary = emails.find((email) => email.id === primaryEmailId);
  return (primary ?? emails[0])?.value ?? username ?? phones[0]?.value ??
    wallets[0]?.value ?? id;
}

/** Writes an invitation to an organization as the API does. */
export function showInvitation(
  instance: Instance,
  row: InvitationRow,
): JsonObject {
  const inviter = instance.store.users.get(row.inviterId ?? "");
  return {
    object: "organization_invitation",
    id: row.id,
    email_address: row.emailAddress,
    role: row.role,
    role_name: roleName(instance, row.role),
    organization_id: row.organizationId,
    inviter_id: row.inviterId,
    public_inviter_data: inviter ? writePublicUser(instance, inviter) : null,
    status: statusOf(row, instance.clock.now()),
    public_metadata: row.publicMetadata,
    private_metadata: row.privateMetadata,
    url: writeTicketUrl(instance, row),
    expires_at: row.expiresAt,
    created_at: row.createdAt,
    updated_at: row.updatedAt,
  };
}

/** Writes the same with what anybody may know of the organization. */
export function showInvitationOf(
  instance: Instance,
  row: InvitationRow,
): JsonObject {
  const organization = instance.store.organizations.get(row.organizationId);
  return {
    ...showInvitation(instance, row),
    ...(organization && {
      public_organization_data: writeNames(instance, organization),
    }),
  };
}

/** How an invitation stands at a time. */
export function statusOf(
  { status, expiresAt }: AnyInvitationRow,
  now: number,
): InvitationStatus {
  const over = status === "pending" && expiresAt !== null && expiresAt <= now;
  return over ? "expired" : status;
}

/** Writes where a pending invitation is accepted; null when it is no longer. */
export function writeTicketUrl(
  { origin, clock }: Instance,
  row: AnyInvitationRow,
): string | null {
  return statusOf(row, clock.now()) === "pending"
    ? `${origin}/v1/tickets/accept?ticket=${row.id}`
    : null;
}

function roleName({ store }: Instance, key: string): string {
  return findRole(store, key)?.name ?? key;
}
