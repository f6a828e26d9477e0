import type { JsonObject } from "../../text/json.ts";
import type { Query } from "../http/fields.ts";
import { listRows, mapPage, type Orders } from "../http/listing.ts";
import { notFound, refuse } from "../http/refusal.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import type { MembershipRow } from "../state/organization_rows.ts";
import { placeOf } from "../state/organization_tables.ts";
import { isElevated } from "../state/roles.ts";
import type { Store } from "../state/store.ts";
import { makeUserTests, USER_ORDERS } from "../state/user_search.ts";
import { describeOperations } from "./described.ts";
import { checkEnabled } from "./organizations_enabled.ts";
import { changeMetadata, mergeMetadata, readMap } from "./metadata.ts";
import {
  addMember,
  checkReplaceable,
  removeMember,
  saveMember,
} from "./memberships_save.ts";
import {
  checkRoom,
  requireMembership,
  requireOrganization,
  requireRoleIn,
} from "./organizations_find.ts";
import { showMembership } from "./organizations_show.ts";

/** The members of organizations. */
export const memberships: Operations = describeOperations({
  "GET /organization_memberships": (instance, { query }) =>
    mapPage(
      listRows(
        instance.store.memberships,
        query,
        {},
        undefined,
        makeOrders(instance.store),
      ),
      (row) => showMembership(instance, row),
    ),
  "GET /organizations/{organization_id}/memberships": listMembers,
  "POST /organizations/{organization_id}/memberships": createMember,
  "PATCH /organizations/{organization_id}/memberships/{user_id}": updateRole,
  "DELETE /organizations/{organization_id}/memberships/{user_id}"(
    instance,
    call,
  ) {
    const row = requireMembership(instance, call);
    checkReplaceable(instance, row);
    return removeMember(instance, row);
  },
  "PATCH /organizations/{organization_id}/memberships/{user_id}/metadata":
    updateMetadata,
}, checkEnabled);

/** The properties of the user that a list of members can be ordered by. */
const ORDERED_BY: readonly string[] = [
  "phone_number",
  "email_address",
  "first_name",
  "last_name",
  "username",
];

function makeOrders({ users }: Store): Orders<MembershipRow> {
  return Object.fromEntries(ORDERED_BY.map((name) => {
    const keyOf = USER_ORDERS[name];
    return [name, ({ userId }: MembershipRow) => {
      const user = users.get(userId);
      return user && keyOf ? keyOf(user) : null;
    }];
  }));
}

function listMembers(instance: Instance, call: Call): unknown {
  const { store } = instance;
  const { query } = call;
  const { id } = requireOrganization(instance, call);
  const page = listRows(
    store.memberships.find("organization", id),
    query,
    {},
    makeTest(store, query),
    makeOrders(store),
  );
  return mapPage(page, (row) => showMembership(instance, row));
}

/** Members are looked for as users are, and by their roles. */
function makeTest(
  store: Store,
  query: Query,
): (row: MembershipRow) => boolean {
  const { role: roles, ...rest } = query;
  const tests = makeUserTests(store, rest);
  return ({ userId, role }) => {
    const user = store.users.get(userId);
    return user !== undefined && tests.every((test) => test(user)) &&
      (!Array.isArray(roles) || roles.includes(role));
  };
}

function createMember(instance: Instance, call: Call): JsonObject {
  const { store } = instance;
  const organization = requireOrganization(instance, call);
  const { user_id, role, public_metadata, private_metadata } = call.body;
  const userId = String(user_id);
  if (!store.users.get(userId)) throw notFound("user", userId);
  const { key } = requireRoleIn(instance, organization, role);
  const place = placeOf(organization.id, userId);
  if (store.memberships.find("place", place).length > 0) {
    throw refuse(
      "already_a_member_in_organization",
      `${userId} is already a member of the organization.`,
    );
  }
  checkRoom(instance, organization, 1);
  return addMember(instance, organization, userId, key, {
    publicMetadata: readMap(public_metadata) ?? {},
    privateMetadata: readMap(private_metadata) ?? {},
  });
}

function updateRole(instance: Instance, call: Call): JsonObject {
  const row = requireMembership(instance, call);
  const organization = requireOrganization(instance, call);
  const { key } = requireRoleIn(instance, organization, call.body.role);
  if (!isElevated(instance.store, key)) checkReplaceable(instance, row);
  return saveMember(instance, row, { role: key });
}

function updateMetadata(instance: Instance, call: Call): JsonObject {
  const row = requireMembership(instance, call);
  const changed = (old: JsonObject, name: string) =>
    changeMetadata(old, call.body, name, mergeMetadata);
  return saveMember(instance, row, {
    publicMetadata: changed(row.publicMetadata, "public_metadata"),
    privateMetadata: changed(row.privateMetadata, "private_metadata"),
  });
}
