import type { JsonObject } from "../../text/json.ts";
import type { Orders } from "../http/listing.ts";
import { notFound, refuse, refuseParam } from "../http/refusal.ts";
import type { Instance } from "../instance.ts";
import type {
  PermissionRow,
  RoleRow,
  RoleSetRow,
} from "../state/organization_rows.ts";
import { findRole, missingForCreator } from "../state/roles.ts";
import type { Table } from "../state/table.ts";

/** A permission, a role or a set of roles. */
type Keyed = PermissionRow | RoleRow | RoleSetRow;

/** What lists of these can be ordered by. */
export const KEYED_ORDERS: Orders<Keyed> = {
  name: ({ name }) => name.toLowerCase(),
  key: ({ key }) => key,
};

/** Looks for a whole id, or for a part of a name or key. */
export function makeKeyedTest(
  query: unknown,
): ((row: Keyed) => boolean) | undefined {
  if (query === undefined || query === "") return undefined;
  const sought = String(query).toLowerCase();
  return ({ id, name, key }) =>
    id === query || name.toLowerCase().includes(sought) || key.includes(sought);
}

/**
 * Checks a key that is to be given.
 *
 * @param owner What it is given to, when that is there already.
 * @throws {Refusal} When it is malformed or taken.
 */
export function checkKey<R extends Keyed>(
  table: Table<R, "key">,
  key: string,
  form: RegExp,
  owner?: string,
): void {
  if (!form.test(key)) {
    throw refuseParam(
      "form_param_format_invalid",
      "key",
      `key must match ${form.source}, in lower case.`,
    );
  }
  if (table.find("key", key).every(({ id }) => id === owner)) return;
  throw refuseParam(
    "form_identifier_exists",
    "key",
    "That key is taken. Please try another.",
  );
}

/** Finds a role by its id, or refuses. */
export function requireRole({ store }: Instance, id: string): RoleRow {
  const found = store.roles.get(id);
  if (found) return found;
  throw notFound("organization role", id);
}

/** Finds a permission by its id, or refuses. */
export function requirePermission(
  { store }: Instance,
  id: string,
): PermissionRow {
  const found = store.permissions.get(id);
  if (found) return found;
  throw notFound("organization permission", id);
}

/** Finds roles by their keys, or refuses. */
export function requireRolesByKey(
  { store }: Instance,
  keys: readonly string[],
  param: string,
): readonly RoleRow[] {
  return keys.map((key) => {
    const found = findRole(store, key);
    if (found) return found;
    throw refuseParam(
      "resource_not_found",
      param,
      `No organization role was found with the key ${key}`,
    );
  });
}

/**
 * Checks that a role may be that of who makes an organization.
 *
 * @throws {Refusal} When it lacks permissions for it.
 */
export function checkCreatorRole({ store }: Instance, role: RoleRow): void {
  const missing = missingForCreator(store, role);
  if (missing.length === 0) return;
  throw refuse(
    "organization_missing_creator_role_permissions",
    `The creator role must contain the following permissions: ${
      missing.join(", ")
    }`,
  );
}

/** Writes a permission as the API does. */
export function showPermission(row: PermissionRow): JsonObject {
  const { id, key, name, description, type } = row;
  return {
    object: "permission",
    id,
    name,
    key,
    description,
    type,
    created_at: row.createdAt,
    updated_at: row.updatedAt,
  };
}

/** Writes a role as the API does. */
export function showRole({ store }: Instance, row: RoleRow): JsonObject {
  return {
    object: "role",
    id: row.id,
    name: row.name,
    key: row.key,
    description: row.description,
    is_creator_eligible: missingForCreator(store, row).length === 0,
    permissions: row.permissionIds
      .flatMap((id) => store.permissions.get(id) ?? []).map(showPermission),
    created_at: row.createdAt,
    updated_at: row.updatedAt,
  };
}

/** Writes a set of roles as the API does. */
export function showRoleSet({ store }: Instance, row: RoleSetRow): JsonObject {
  const organizations = new Set(
    store.organizations.find("roleSet", row.id).map(({ id }) => id),
  );
  const item = (id: string) => {
    const role = store.roles.get(id);
    if (!role) return [];
    const count = store.memberships.find("role", role.key)
      .filter(({ organizationId }) => organizations.has(organizationId)).length;
    return [writeItem(role, count)];
  };
  return {
    object: "role_set",
    id: row.id,
    name: row.name,
    key: row.key,
    description: row.description,
    roles: row.roleIds.flatMap(item),
    default_role: item(row.defaultRoleId)[0] ?? null,
    creator_role: item(row.creatorRoleId)[0] ?? null,
    type: row.type,
    role_set_migration: null,
    created_at: row.createdAt,
    updated_at: row.updatedAt,
  };
}

function writeItem(role: RoleRow, count: number): JsonObject {
  return {
    object: "role_set_item",
    id: role.id,
    name: role.name,
    key: role.key,
    description: role.description,
    members_count: count,
    has_members: count > 0,
    created_at: role.createdAt,
    updated_at: role.updatedAt,
  };
}
