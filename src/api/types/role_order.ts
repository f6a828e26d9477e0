/** What roles, permissions and role sets can be sorted by. */
export type RoleSortKey = "created_at" | "name" | "key";

/**
 * An order of roles, permissions or role sets: `+` or nothing for ascending, `-`
 * for descending.
 */
export type RoleOrder = `${"" | "+" | "-"}${RoleSortKey}`;
