import type { JsonObject } from "../../text/json.ts";
import { refuse } from "../http/refusal.ts";
import type { Instance } from "../instance.ts";
import type {
  MembershipRow,
  OrganizationRow,
} from "../state/organization_rows.ts";
import { hasElevatedMember, isElevated } from "../state/roles.ts";
import { startRow } from "../state/store.ts";
import { showMembership } from "./organizations_show.ts";

/** Makes a user a member, and tells who listens. */
export function addMember(
  instance: Instance,
  { id: organizationId }: OrganizationRow,
  userId: string,
  role: string,
  metadata: {
    readonly publicMetadata?: JsonObject;
    readonly privateMetadata?: JsonObject;
  } = {},
): JsonObject {
  const { store, clock } = instance;
  const now = clock.now();
  const row: MembershipRow = {
    ...startRow(store, "orgmem", now),
    userId,
    organizationId,
    role,
    grants: [],
    publicMetadata: {},
    privateMetadata: {},
    ...metadata,
    updatedAt: now,
  };
  store.memberships.put(row);
  const shown = showMembership(instance, row);
  instance.emit("organizationMembership.created", shown);
  return shown;
}

/** Keeps a changed membership, tells who listens, and gives the answer's body. */
export function saveMember(
  instance: Instance,
  row: MembershipRow,
  change: Partial<MembershipRow>,
): JsonObject {
  const saved = { ...row, ...change, updatedAt: instance.clock.now() };
  instance.store.memberships.put(saved);
  const shown = showMembership(instance, saved);
  instance.emit("organizationMembership.updated", shown);
  return shown;
}

/** Takes a membership away, and tells who listens. */
export function removeMember(
  instance: Instance,
  row: MembershipRow,
): JsonObject {
  const shown = showMembership(instance, row);
  instance.store.memberships.delete(row.id);
  instance.emit("organizationMembership.deleted", shown);
  return shown;
}

/**
 * Checks that somebody else is there who may manage the organization, before a
 * member who may leaves or gets another role.
 *
 * @throws {Refusal} When nobody is.
 */
export function checkReplaceable(
  { store }: Instance,
  { organizationId, userId, role }: MembershipRow,
): void {
  if (
    !isElevated(store, role) ||
    hasElevatedMember(store, organizationId, userId)
  ) return;
  throw refuse(
    "organization_minimum_permissions_needed",
    "There has to be at least one organization member with the minimum required permissions",
  );
}
