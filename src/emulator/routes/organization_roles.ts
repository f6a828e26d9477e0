import type { JsonObject } from "../../text/json.ts";
import { listRows, mapPage } from "../http/listing.ts";
import { refuse } from "../http/refusal.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import type { RoleRow } from "../state/organization_rows.ts";
import { initialRoleSet } from "../state/roles.ts";
import { readSettings } from "../state/settings.ts";
import { startRow } from "../state/store.ts";
import { describeOperations } from "./described.ts";
import { checkEnabled } from "./organizations_enabled.ts";
import { statusOf } from "./organizations_show.ts";
import {
  checkCreatorRole,
  checkKey,
  KEYED_ORDERS,
  makeKeyedTest,
  requirePermission,
  requireRole,
  showRole,
} from "./roles_find.ts";

const KEY = /^org:[a-z0-9_]+$/;

/** What members of organizations may be. */
export const organizationRoles: Operations = describeOperations({
  "GET /organization_roles": (instance, { query }) =>
    mapPage(
      listRows(
        instance.store.roles,
        query,
        KEYED_ORDERS,
        makeKeyedTest(query.query),
      ),
      (row) => showRole(instance, row),
    ),
  "POST /organization_roles": create,
  "GET /organization_roles/{organization_role_id}": (instance, call) =>
    showRole(instance, requireNamed(instance, call)),
  "PATCH /organization_roles/{organization_role_id}": update,
  "DELETE /organization_roles/{organization_role_id}": remove,
  "POST /organization_roles/{organization_role_id}/permissions/{permission_id}":
    assign,
  "DELETE /organization_roles/{organization_role_id}/permissions/{permission_id}":
    withdraw,
}, checkEnabled);

function requireNamed(instance: Instance, { slots }: Call): RoleRow {
  return requireRole(instance, slots.organization_role_id ?? "");
}

function readPermissions(
  instance: Instance,
  ids: unknown,
): readonly string[] | undefined {
  if (!Array.isArray(ids)) return undefined;
  return [...new Set(ids.map((id) => requirePermission(instance, id).id))];
}

function create(instance: Instance, { body }: Call): JsonObject {
  const { store, clock } = instance;
  const key = String(body.key);
  checkKey(store.roles, key, KEY);
  const permissionIds = readPermissions(instance, body.permissions) ?? [];
  const { max_allowed_roles: most } = readSettings(store, "organizations");
  if (store.roles.size >= Number(most)) {
    throw refuse(
      "organization_instance_roles_quota_exceeded",
      `You have reached your limit of ${most} organization roles per instance.`,
    );
  }
  const now = clock.now();
  const { description } = body;
  const row: RoleRow = {
    ...startRow(store, "role", now),
    key,
    name: String(body.name),
    description: typeof description === "string" ? description : null,
    permissionIds,
    updatedAt: now,
  };
  store.roles.put(row);
  if (body.include_in_initial_role_set === true) {
    const set = initialRoleSet(store);
    const roleIds = [...set.roleIds, row.id];
    store.roleSets.put({ ...set, roleIds, updatedAt: now });
  }
  const shown = showRole(instance, row);
  instance.emit("role.created", shown);
  return shown;
}

/** Keeps a changed role, as long as who makes organizations can be of it. */
function save(
  instance: Instance,
  row: RoleRow,
  change: Partial<RoleRow>,
): JsonObject {
  const { store, clock } = instance;
  const saved = { ...row, ...change, updatedAt: clock.now() };
  if (isCreatorRole(instance, row)) checkCreatorRole(instance, saved);
  store.roles.put(saved);
  const shown = showRole(instance, saved);
  instance.emit("role.updated", shown);
  return shown;
}

function isCreatorRole({ store }: Instance, { id }: RoleRow): boolean {
  return store.roleSets.find("role", id)
    .some(({ creatorRoleId }) => creatorRoleId === id);
}

function update(instance: Instance, call: Call): JsonObject {
  const { store } = instance;
  const row = requireNamed(instance, call);
  const { name, key, description, permissions } = call.body;
  if (typeof key === "string") checkKey(store.roles, key, KEY, row.id);
  const permissionIds = readPermissions(instance, permissions);
  const shown = save(instance, row, {
    ...(typeof name === "string" && { name }),
    ...(typeof key === "string" && { key }),
    ...(typeof description === "string" && { description }),
    ...(permissionIds && { permissionIds }),
  });
  if (typeof key === "string") followKey(instance, row.key, key);
  return shown;
}

/** Members and invitations are of the role still when its key has changed. */
function followKey({ store }: Instance, from: string, key: string): void {
  for (const row of store.memberships.find("role", from)) {
    store.memberships.put({ ...row, role: key });
  }
  for (const row of store.invitations.find("role", from)) {
    store.invitations.put({ ...row, role: key });
  }
}

function remove(instance: Instance, call: Call): JsonObject {
  const { store } = instance;
  const row = requireNamed(instance, call);
  checkUnused(instance, row);
  const { id } = row;
  for (const set of store.roleSets.find("role", id)) {
    const roleIds = set.roleIds.filter((each) => each !== id);
    store.roleSets.put({ ...set, roleIds });
  }
  store.roles.delete(id);
  const gone = { object: "role", id, deleted: true };
  instance.emit("role.deleted", gone);
  return gone;
}

function checkUnused(instance: Instance, row: RoleRow): void {
  const { store, clock } = instance;
  const sets = store.roleSets.find("role", row.id);
  if (isCreatorRole(instance, row)) {
    throw refuse(
      "organization_role_default_creator_role",
      "The organization role cannot be deleted as it is currently used as the creator role.",
    );
  }
  if (sets.some(({ defaultRoleId }) => defaultRoleId === row.id)) {
    throw refuse(
      "organization_role_domain_default_role",
      "The organization role cannot be deleted as it is currently used as the default domain role.",
    );
  }
  if (store.memberships.find("role", row.key).length > 0) {
    throw refuse(
      "organization_role_assigned_members",
      "The organization role is currently assigned to one or more organization members.",
    );
  }
  const now = clock.now();
  const invited = store.invitations.find("role", row.key)
    .some((invitation) => statusOf(invitation, now) === "pending");
  if (!invited) return;
  throw refuse(
    "organization_role_exists_in_invitations",
    "The organization role exists in one or more pending organization invitations. Please revoke these invitations to proceed.",
  );
}

function assign(instance: Instance, call: Call): JsonObject {
  const row = requireNamed(instance, call);
  const { id } = requirePermission(instance, call.slots.permission_id ?? "");
  if (row.permissionIds.includes(id)) {
    throw refuse(
      "organization_role_permission_association_exists",
      "This organization permission is already associated to this organization role.",
    );
  }
  return save(instance, row, { permissionIds: [...row.permissionIds, id] });
}

function withdraw(instance: Instance, call: Call): JsonObject {
  const row = requireNamed(instance, call);
  const { id } = requirePermission(instance, call.slots.permission_id ?? "");
  const permissionIds = row.permissionIds.filter((each) => each !== id);
  if (permissionIds.length === row.permissionIds.length) {
    throw refuse(
      "organization_role_permission_association_not_found",
      "The role does not have this permission.",
    );
  }
  return save(instance, row, { permissionIds });
}
