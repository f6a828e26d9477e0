import type { JsonObject } from "../../text/json.ts";
import { listRows, mapPage } from "../http/listing.ts";
import { notFound, refuseParam } from "../http/refusal.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import type { RoleRow, RoleSetRow } from "../state/organization_rows.ts";
import { startRow } from "../state/store.ts";
import { describeOperations } from "./described.ts";
import { checkEnabled } from "./organizations_enabled.ts";
import { replaceRole, replaceSet } from "./role_sets_replace.ts";
import {
  checkCreatorRole,
  checkKey,
  KEYED_ORDERS,
  makeKeyedTest,
  requireRolesByKey,
  showRoleSet,
} from "./roles_find.ts";

const KEY = /^role_set:[a-z0-9_]+$/;

/** How many roles may be named at once. */
const SOME = { min: 1, max: 10 };

/** The sets of roles that organizations use. */
export const roleSets: Operations = describeOperations({
  "GET /role_sets": (instance, { query }) =>
    mapPage(
      listRows(
        instance.store.roleSets,
        query,
        KEYED_ORDERS,
        makeKeyedTest(query.query),
      ),
      (row) => showRoleSet(instance, row),
    ),
  "POST /role_sets": { handle: create, limits: { roles: SOME } },
  "GET /role_sets/{role_set_key_or_id}": (instance, call) =>
    showRoleSet(instance, requireRoleSet(instance, call)),
  "PATCH /role_sets/{role_set_key_or_id}": update,
  "POST /role_sets/{role_set_key_or_id}/replace": (instance, call) =>
    replaceSet(instance, requireRoleSet(instance, call), call.body),
  "POST /role_sets/{role_set_key_or_id}/roles": {
    handle: addRoles,
    limits: { role_keys: SOME },
  },
  "POST /role_sets/{role_set_key_or_id}/roles/replace": (instance, call) =>
    showRoleSet(
      instance,
      replaceRole(instance, requireRoleSet(instance, call), call.body),
    ),
}, checkEnabled);

function requireRoleSet({ store }: Instance, { slots }: Call): RoleSetRow {
  const given = slots.role_set_key_or_id ?? "";
  const [byKey] = store.roleSets.find("key", given);
  const found = byKey ?? store.roleSets.get(given);
  if (found) return found;
  throw notFound("role set", given);
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value : [];
}

/** Finds one of several roles by its key, or refuses. */
function chooseRole(
  roles: readonly RoleRow[],
  key: unknown,
  param: string,
): RoleRow {
  const found = roles.find((role) => role.key === key);
  if (found) return found;
  throw refuseParam(
    "form_param_value_invalid",
    param,
    `${key} is not one of the roles ${
      roles.map((role) => role.key).join(", ")
    }`,
  );
}

function create(instance: Instance, { body }: Call): JsonObject {
  const { store, clock } = instance;
  const name = String(body.name);
  const key = String(body.key ?? makeKey(name));
  checkKey(store.roleSets, key, KEY);
  const roles = requireRolesByKey(instance, textsOf(body.roles), "roles");
  const creator = chooseRole(roles, body.creator_role_key, "creator_role_key");
  checkCreatorRole(instance, creator);
  const now = clock.now();
  const { description } = body;
  const row: RoleSetRow = {
    ...startRow(store, "rset", now),
    key,
    name,
    description: typeof description === "string" ? description : null,
    type: "custom",
    roleIds: [...new Set(roles.map(({ id }) => id))],
    defaultRoleId: chooseRole(roles, body.default_role_key, "default_role_key")
      .id,
    creatorRoleId: creator.id,
    updatedAt: now,
  };
  return save(instance, row, body.type === "initial");
}

function makeKey(name: string): string {
  const bare = name.toLowerCase().replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return `role_set:${bare}`;
}

/** Keeps a set; when it is the initial one from now on, the other is no longer. */
function save(
  instance: Instance,
  row: RoleSetRow,
  isInitial: boolean,
): JsonObject {
  const { roleSets } = instance.store;
  if (isInitial) {
    for (const other of roleSets.find("type", "initial")) {
      roleSets.put({ ...other, type: "custom" });
    }
  }
  const saved: RoleSetRow = isInitial ? { ...row, type: "initial" } : row;
  roleSets.put(saved);
  return showRoleSet(instance, saved);
}

function update(instance: Instance, call: Call): JsonObject {
  const { store } = instance;
  const { body } = call;
  const row = requireRoleSet(instance, call);
  const { name, key, description, type } = body;
  if (typeof key === "string") checkKey(store.roleSets, key, KEY, row.id);
  const roles = row.roleIds.flatMap((id) => store.roles.get(id) ?? []);
  return save(instance, {
    ...row,
    ...readChosen(instance, roles, body),
    ...(typeof name === "string" && { name }),
    ...(typeof key === "string" && { key }),
    ...(typeof description === "string" && { description }),
    updatedAt: instance.clock.now(),
  }, type === "initial");
}

/** Reads which of several roles new members and makers get. */
function readChosen(
  instance: Instance,
  roles: readonly RoleRow[],
  { default_role_key: defaultKey, creator_role_key: creatorKey }: JsonObject,
): Partial<RoleSetRow> {
  const creator = typeof creatorKey === "string"
    ? chooseRole(roles, creatorKey, "creator_role_key")
    : undefined;
  if (creator) checkCreatorRole(instance, creator);
  return {
    ...(creator && { creatorRoleId: creator.id }),
    ...(typeof defaultKey === "string" && {
      defaultRoleId: chooseRole(roles, defaultKey, "default_role_key").id,
    }),
  };
}

function addRoles(instance: Instance, call: Call): JsonObject {
  const { body } = call;
  const row = requireRoleSet(instance, call);
  const keys = textsOf(body.role_keys);
  const added = requireRolesByKey(instance, keys, "role_keys");
  const ids = added.map(({ id }) => id);
  return save(instance, {
    ...row,
    ...readChosen(instance, added, body),
    roleIds: [...new Set([...row.roleIds, ...ids])],
    updatedAt: instance.clock.now(),
  }, false);
}
