import { CREATOR_MUST } from "./built_in_roles.ts";
import type {
  MembershipRow,
  OrganizationRow,
  RoleRow,
  RoleSetRow,
} from "./organization_rows.ts";
import type { OrganizationTables } from "./organization_tables.ts";

/** The set of roles that new organizations get. */
export function initialRoleSet(tables: OrganizationTables): RoleSetRow {
  const [first] = tables.roleSets.find("type", "initial");
  if (first) return first;
  throw new Error("Cannot find the initial role set: it was taken away.");
}

/** The set of roles of an organization. */
export function roleSetOf(
  tables: OrganizationTables,
  { roleSetId }: OrganizationRow,
): RoleSetRow {
  return tables.roleSets.get(roleSetId) ?? initialRoleSet(tables);
}

/** Finds a role by its key. */
export function findRole(
  tables: OrganizationTables,
  key: string,
): RoleRow | undefined {
  return tables.roles.find("key", key)[0];
}

/** The keys of what a role permits. */
export function permissionsOfRole(
  tables: OrganizationTables,
  role: RoleRow | undefined,
): readonly string[] {
  return (role?.permissionIds ?? [])
    .flatMap((id) => tables.permissions.get(id)?.key ?? []);
}

/** The keys of what a member is permitted. */
export function permissionsOf(
  tables: OrganizationTables,
  { role, grants }: Pick<MembershipRow, "role" | "grants">,
): readonly string[] {
  const given = permissionsOfRole(tables, findRole(tables, role));
  return [...new Set([...given, ...grants])];
}

/** What a role lacks of what the role of who makes an organization must permit. */
export function missingForCreator(
  tables: OrganizationTables,
  role: RoleRow,
): readonly string[] {
  const given = permissionsOfRole(tables, role);
  return CREATOR_MUST.filter((key) => !given.includes(key));
}

/** Whether members of a role may do all that an organization cannot be without. */
export function isElevated(tables: OrganizationTables, key: string): boolean {
  const role = findRole(tables, key);
  return role !== undefined && missingForCreator(tables, role).length === 0;
}

/** Whether somebody other than a user can do that in an organization. */
export function hasElevatedMember(
  tables: OrganizationTables,
  organizationId: string,
  otherThan?: string,
): boolean {
  return tables.memberships.find("organization", organizationId)
    .some(({ userId, role }) =>
      userId !== otherThan && isElevated(tables, role)
    );
}
