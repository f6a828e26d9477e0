import type { JsonObject } from "../../text/json.ts";
import { notFound, refuse, refuseParam } from "../http/refusal.ts";
import type { Call, Instance } from "../instance.ts";
import type {
  MembershipRow,
  OrganizationRow,
  RoleRow,
  RoleSetRow,
} from "../state/organization_rows.ts";
import { placeOf } from "../state/organization_tables.ts";
import { findRole, permissionsOf, roleSetOf } from "../state/roles.ts";
import { showOrganization } from "./organizations_show.ts";

const MANAGES_MEMBERS = "org:sys_memberships:manage";

/** Finds the organization that the path names by its id, or refuses. */
export function requireOrganization(
  { store }: Instance,
  { slots }: Call,
): OrganizationRow {
  const id = slots.organization_id ?? "";
  const found = store.organizations.get(id);
  if (found) return found;
  throw notFound("organization", id);
}

/** Finds the membership that the path names, or refuses. */
export function requireMembership(
  instance: Instance,
  call: Call,
): MembershipRow {
  const { id } = requireOrganization(instance, call);
  const userId = call.slots.user_id ?? "";
  const [found] = instance.store.memberships.find("place", placeOf(id, userId));
  if (found) return found;
  throw refuse(
    "resource_not_found",
    `No membership of the user ${userId} was found in the organization ${id}`,
  );
}

/** Finds a role that members of an organization may have, or refuses. */
export function requireRoleIn(
  { store }: Instance,
  organization: OrganizationRow,
  key: unknown,
): RoleRow {
  const role = findRole(store, String(key));
  if (role && roleSetOf(store, organization).roleIds.includes(role.id)) {
    return role;
  }
  throw refuseParam(
    "resource_not_found",
    "role",
    `No organization role was found with the key ${key}`,
  );
}

/** Finds a set of roles by its key, or refuses. */
export function requireRoleSetByKey(
  { store }: Instance,
  key: unknown,
  param: string,
): RoleSetRow {
  const [found] = store.roleSets.find("key", String(key));
  if (found) return found;
  throw refuseParam(
    "resource_not_found",
    param,
    `No role set was found with the key ${key}`,
  );
}

/**
 * Checks that there is room for more members and invitations.
 *
 * @throws {Refusal} When there is not.
 */
export function checkRoom(
  { store, clock }: Instance,
  { id, maxAllowedMemberships: limit }: OrganizationRow,
  more: number,
): void {
  if (limit === 0) return;
  const now = clock.now();
  const pending = store.invitations.find("organization", id)
    .filter(({ status, expiresAt }) =>
      status === "pending" && (expiresAt === null || expiresAt > now)
    );
  const members = store.memberships.find("organization", id);
  if (members.length + pending.length + more <= limit) return;
  throw refuse(
    "organization_membership_quota_exceeded",
    `You have reached your limit of ${limit} organization memberships, including outstanding invitations.`,
  );
}

/**
 * Checks that a user may manage the members of an organization.
 *
 * @throws {Refusal} When there is no such user, member or permission.
 */
export function checkManager(
  { store }: Instance,
  organizationId: string,
  userId: unknown,
): void {
  if (typeof userId !== "string") return;
  if (!store.users.get(userId)) throw notFound("user", userId);
  const [place] = store.memberships
    .find("place", placeOf(organizationId, userId));
  if (!place) {
    throw refuse(
      "not_a_member_in_organization",
      `The user ${userId} is not a member of the organization. Only organization members can perform this action.`,
    );
  }
  if (permissionsOf(store, place).includes(MANAGES_MEMBERS)) return;
  throw refuse(
    "missing_organization_permission",
    `The user ${userId} is missing an organization permission.`,
    { permissions: [MANAGES_MEMBERS] },
  );
}

/** Keeps a changed organization, tells who listens, and gives the answer's body. */
export function saveOrganization(
  instance: Instance,
  row: OrganizationRow,
  change: Partial<OrganizationRow>,
): JsonObject {
  const saved = { ...row, ...change, updatedAt: instance.clock.now() };
  instance.store.organizations.put(saved);
  const shown = showOrganization(instance, saved);
  instance.emit("organization.updated", shown);
  return shown;
}

/** Finds a set of roles that holds those of all members, or refuses. */
export function requireFittingSet(
  instance: Instance,
  { id }: OrganizationRow,
  key: string,
): string {
  const { store } = instance;
  const set = requireRoleSetByKey(instance, key, "role_set_key");
  const odd = store.memberships.find("organization", id).find(({ role }) =>
    !set.roleIds.includes(findRole(store, role)?.id ?? "")
  );
  if (!odd) return set.id;
  throw refuseParam(
    "form_param_value_invalid",
    "role_set_key",
    `${key} lacks the role ${odd.role}, which a member has.`,
  );
}
