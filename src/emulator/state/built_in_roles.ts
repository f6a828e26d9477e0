import type { OrganizationTables } from "./organization_tables.ts";
import type { Row } from "./table.ts";

/** Clerk's own permissions: keys without `org:`, and names. */
const PERMISSIONS: readonly (readonly [key: string, name: string])[] = [
  ["sys_profile:manage", "Manage organization"],
  ["sys_profile:delete", "Delete organization"],
  ["sys_memberships:read", "Read members"],
  ["sys_memberships:manage", "Manage members"],
  ["sys_domains:read", "Read domains"],
  ["sys_domains:manage", "Manage domains"],
  ["sys_billing:read", "Read billing"],
  ["sys_billing:manage", "Manage billing"],
  ["sys_api_keys:read", "Read API keys"],
  ["sys_api_keys:manage", "Manage API keys"],
];

/** What members may do who are no administrators. */
const MEMBERS_MAY: readonly string[] = [
  "sys_memberships:read",
  "sys_billing:read",
];

/** What the role of who makes an organization must permit. */
export const CREATOR_MUST: readonly string[] = [
  "org:sys_memberships:read",
  "org:sys_memberships:manage",
  "org:sys_profile:delete",
];

/**
 * When what every instance has was made, the beginning of 2024: always the same,
 * so that resets are alike.
 */
const MADE_AT = 1_704_067_200_000;

/**
 * Puts in what every instance has: permissions, the roles `org:admin` and
 * `org:member`, and the set of both. Their ids are the same in all emulators and
 * count as none that was made.
 */
export function plantBuiltInRoles(tables: OrganizationTables): void {
  const rows = PERMISSIONS.map(([key, name], i) => ({
    ...builtIn("perm", key.replace(":", "_"), i),
    key: `org:${key}`,
    name,
    description: name,
    type: "system" as const,
  }));
  for (const row of rows) tables.permissions.put(row);
  const idsOf = (may: (key: string) => boolean) =>
    rows.filter(({ key }) => may(key.slice("org:".length))).map(({ id }) => id);
  const member = {
    ...builtIn("role", "member", 0),
    key: "org:member",
    name: "Member",
    description: "Role with non-privileged permissions",
    permissionIds: idsOf((key) => MEMBERS_MAY.includes(key)),
  };
  const admin = {
    ...builtIn("role", "admin", 1),
    key: "org:admin",
    name: "Admin",
    description: "Role with elevated permissions",
    permissionIds: idsOf(() => true),
  };
  tables.roles.put(member);
  tables.roles.put(admin);
  tables.roleSets.put({
    ...builtIn("rset", "default", 0),
    key: "role_set:default",
    name: "Default",
    description: null,
    type: "initial",
    roleIds: [admin.id, member.id],
    defaultRoleId: member.id,
    creatorRoleId: admin.id,
  });
}

/** Rows that were made have sequences from 0 on, so those of these are below. */
function builtIn(
  kind: string,
  name: string,
  i: number,
): Row & { readonly updatedAt: number } {
  return {
    id: `${kind}_${name.padStart(27, "0")}`,
    createdAt: MADE_AT,
    updatedAt: MADE_AT,
    sequence: i - 100,
  };
}
