import type { PageParams } from "./pagination.ts";
import type { RoleOrder } from "./role_order.ts";

/** What `getOrganizationRoleList` takes. */
export interface GetOrganizationRoleListParams extends PageParams {
  /** A whole id, or a part of a name or key. */
  readonly query?: string | undefined;
  /** The order; `-created_at`, the newest first, by default. */
  readonly orderBy?: RoleOrder | undefined;
}

/** What `createOrganizationRole` takes. */
export interface CreateOrganizationRoleParams {
  /** Its name, for people. */
  readonly name: string;
  /** Its name, for code: `org:` and lower-case letters, digits and underscores. */
  readonly key: string;
  /** What it is for, in words. */
  readonly description?: string | null | undefined;
  /** The ids of what it permits, `perm_…`. */
  readonly permissions?: readonly string[] | null | undefined;
  /** Whether it joins the set of roles that new organizations get. */
  readonly includeInInitialRoleSet?: boolean | null | undefined;
}

/** What `updateOrganizationRole` takes. A member left out stays as it is. */
export interface UpdateOrganizationRoleParams {
  /** The role's id, `role_…`. */
  readonly organizationRoleId: string;
  /** Its new name, for people. */
  readonly name?: string | null | undefined;
  /** Its new name, for code. */
  readonly key?: string | null | undefined;
  /** What it is for, in words. */
  readonly description?: string | null | undefined;
  /** The ids of all that it permits from now on, `perm_…`. */
  readonly permissions?: readonly string[] | null | undefined;
}

/** What names a role and a permission. */
export interface OrganizationRolePermissionParams {
  /** The role's id, `role_…`. */
  readonly organizationRoleId: string;
  /** The permission's id, `perm_…`. */
  readonly permissionId: string;
}
