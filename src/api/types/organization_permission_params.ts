import type { PageParams } from "./pagination.ts";
import type { RoleOrder } from "./role_order.ts";

/** What `getOrganizationPermissionList` takes. */
export interface GetOrganizationPermissionListParams extends PageParams {
  /** A whole id, or a part of a name or key. */
  readonly query?: string | undefined;
  /** The order. */
  readonly orderBy?: RoleOrder | undefined;
}

/** What `createOrganizationPermission` takes. */
export interface CreateOrganizationPermissionParams {
  /** Its name, for people. */
  readonly name: string;
  /**
   * Its name, for code: `org:feature:action` of lower-case letters, digits and
   * underscores. `org:sys_` is for Clerk's own.
   */
  readonly key: string;
  /** What it is for, in words. */
  readonly description?: string | undefined;
}

/** What `updateOrganizationPermission` takes. A member left out stays as it is. */
export interface UpdateOrganizationPermissionParams {
  /** The permission's id, `perm_…`. */
  readonly permissionId: string;
  /** Its new name, for people. */
  readonly name?: string | undefined;
  /** Its new name, for code: `org:feature:action`. */
  readonly key?: string | undefined;
  /** What it is for, in words. */
  readonly description?: string | undefined;
}
