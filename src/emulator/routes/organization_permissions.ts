import type { JsonObject } from "../../text/json.ts";
import { listRows, mapPage } from "../http/listing.ts";
import { refuse } from "../http/refusal.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import type { PermissionRow } from "../state/organization_rows.ts";
import { startRow } from "../state/store.ts";
import { describeOperations } from "./described.ts";
import {
  checkKey,
  KEYED_ORDERS,
  makeKeyedTest,
  requirePermission,
  showPermission,
} from "./roles_find.ts";

/** `org:feature:action`; what starts with `org:sys_` is Clerk's own. */
const KEY = /^org:(?!sys_)[a-z0-9_]+:[a-z0-9_]+$/;

/** What members of organizations may be permitted. */
export const organizationPermissions: Operations = describeOperations({
  "GET /organization_permissions": ({ store }, { query }) =>
    mapPage(
      listRows(
        store.permissions,
        query,
        KEYED_ORDERS,
        makeKeyedTest(query.query),
      ),
      showPermission,
    ),
  "POST /organization_permissions": create,
  "GET /organization_permissions/{permission_id}": (instance, { slots }) =>
    showPermission(requirePermission(instance, slots.permission_id ?? "")),
  "PATCH /organization_permissions/{permission_id}": update,
  "DELETE /organization_permissions/{permission_id}": remove,
});

function create(instance: Instance, { body }: Call): JsonObject {
  const { store, clock } = instance;
  const key = String(body.key);
  checkKey(store.permissions, key, KEY);
  const now = clock.now();
  const row: PermissionRow = {
    ...startRow(store, "perm", now),
    key,
    name: String(body.name),
    description: String(body.description ?? ""),
    type: "user",
    updatedAt: now,
  };
  store.permissions.put(row);
  const shown = showPermission(row);
  instance.emit("permission.created", shown);
  return shown;
}

/** Finds a permission that is not one of Clerk's own, or refuses. */
function requireOwn(instance: Instance, { slots }: Call): PermissionRow {
  const row = requirePermission(instance, slots.permission_id ?? "");
  if (row.type === "user") return row;
  throw refuse(
    "organization_system_permission_not_modifiable",
    "This organization permission cannot be modified because it is a system permission.",
  );
}

function update(instance: Instance, call: Call): JsonObject {
  const { store, clock } = instance;
  const row = requireOwn(instance, call);
  const { name = row.name, key = row.key, description = row.description } =
    call.body;
  checkKey(store.permissions, String(key), KEY, row.id);
  const saved: PermissionRow = {
    ...row,
    name: String(name),
    key: String(key),
    description: String(description),
    updatedAt: clock.now(),
  };
  store.permissions.put(saved);
  const shown = showPermission(saved);
  instance.emit("permission.updated", shown);
  return shown;
}

/** Roles lose what is no longer there. */
function remove(instance: Instance, call: Call): JsonObject {
  const { store } = instance;
  const { id } = requireOwn(instance, call);
  for (const role of store.roles.find("permission", id)) {
    store.roles.put({
      ...role,
      permissionIds: role.permissionIds.filter((each) => each !== id),
    });
  }
  store.permissions.delete(id);
  const gone = { object: "permission", id, deleted: true };
  instance.emit("permission.deleted", gone);
  return gone;
}
