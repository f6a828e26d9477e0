import { isObject, type JsonObject } from "../../text/json.ts";
import { refuseParam } from "../http/refusal.ts";
import type { Instance } from "../instance.ts";
import type {
  MembershipRow,
  RoleRow,
  RoleSetRow,
} from "../state/organization_rows.ts";
import { findRole } from "../state/roles.ts";
import { saveMember } from "./memberships_save.ts";
import { requireRoleSetByKey } from "./organizations_find.ts";
import { checkCreatorRole, requireRolesByKey } from "./roles_find.ts";

/**
 * Deletes a set of roles; its organizations use another one from then on, and
 * their members have roles of that one.
 *
 * @throws {Refusal} When a member would have no role.
 */
export function replaceSet(
  instance: Instance,
  row: RoleSetRow,
  body: JsonObject,
): JsonObject {
  const { store, clock } = instance;
  const to = requireRoleSetByKey(
    instance,
    body.dest_role_set_key,
    "dest_role_set_key",
  );
  if (to.id === row.id) {
    throw refuseParam(
      "form_param_value_invalid",
      "dest_role_set_key",
      "A role set cannot take its own place.",
    );
  }
  const mappings = isObject(body.reassignment_mappings)
    ? body.reassignment_mappings
    : {};
  const members = membersOf(instance, row);
  const roles = members.map(({ role }) =>
    requireSuccessor(instance, to, role, mappings[role] ?? role)
  );
  const invited = store.roles.get(to.defaultRoleId);
  reassignInvitations(instance, row, (key) => {
    const role = findRole(store, String(mappings[key] ?? key));
    return role && to.roleIds.includes(role.id) ? role : invited;
  });
  for (const organization of store.organizations.find("roleSet", row.id)) {
    store.organizations.put({ ...organization, roleSetId: to.id });
  }
  members.forEach((member, i) => reassign(instance, member, roles[i]));
  store.roleSets.delete(row.id);
  if (row.type === "initial") {
    store.roleSets.put({ ...to, type: "initial", updatedAt: clock.now() });
  }
  return { object: "role_set", id: row.id, deleted: true };
}

/** The memberships of the organizations that use a set. */
function membersOf(
  { store }: Instance,
  { id }: RoleSetRow,
): readonly MembershipRow[] {
  return store.organizations.find("roleSet", id).flatMap((organization) =>
    store.memberships.find("organization", organization.id)
  );
}

function requireSuccessor(
  { store }: Instance,
  { key, roleIds }: RoleSetRow,
  from: string,
  to: unknown,
): RoleRow {
  const role = findRole(store, String(to));
  if (role && roleIds.includes(role.id)) return role;
  throw refuseParam(
    "form_param_value_invalid",
    "reassignment_mappings",
    `Members have the role ${from}, for which there is none in ${key}.`,
  );
}

function reassign(
  instance: Instance,
  member: MembershipRow,
  role: RoleRow | undefined,
): void {
  if (role && role.key !== member.role) {
    saveMember(instance, member, { role: role.key });
  }
}

/** Gives other roles to who is invited to the organizations that use a set. */
function reassignInvitations(
  { store }: Instance,
  { id }: RoleSetRow,
  follow: (key: string) => RoleRow | undefined,
): void {
  for (const organization of store.organizations.find("roleSet", id)) {
    const invited = store.invitations.find("organization", organization.id);
    for (const row of invited) {
      const role = follow(row.role)?.key ?? row.role;
      if (role !== row.role) store.invitations.put({ ...row, role });
    }
  }
}

/**
 * Takes a role out of a set, and gives another one of it to its members.
 *
 * @throws {Refusal} When one of them is not of the set.
 */
export function replaceRole(
  instance: Instance,
  row: RoleSetRow,
  { role_key: fromKey, to_role_key: toKey }: JsonObject,
): RoleSetRow {
  const { store, clock } = instance;
  const from = requireRoleOf(instance, row, fromKey, "role_key");
  const to = requireRoleOf(instance, row, toKey, "to_role_key");
  if (from.id === to.id) {
    throw refuseParam(
      "form_param_value_invalid",
      "to_role_key",
      "A role cannot take its own place.",
    );
  }
  if (row.creatorRoleId === from.id) checkCreatorRole(instance, to);
  const follow = (id: string) => id === from.id ? to.id : id;
  const saved: RoleSetRow = {
    ...row,
    roleIds: row.roleIds.filter((id) => id !== from.id),
    defaultRoleId: follow(row.defaultRoleId),
    creatorRoleId: follow(row.creatorRoleId),
    updatedAt: clock.now(),
  };
  store.roleSets.put(saved);
  for (const member of membersOf(instance, row)) {
    if (member.role === from.key) reassign(instance, member, to);
  }
  reassignInvitations(
    instance,
    row,
    (key) => key === from.key ? to : undefined,
  );
  return saved;
}

function requireRoleOf(
  instance: Instance,
  { key, roleIds }: RoleSetRow,
  roleKey: unknown,
  param: string,
): RoleRow {
  const [role] = requireRolesByKey(instance, [String(roleKey)], param);
  if (role && roleIds.includes(role.id)) return role;
  throw refuseParam(
    "form_param_value_invalid",
    param,
    `${roleKey} is not in ${key}.`,
  );
}
