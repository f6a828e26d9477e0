import type { PageParams } from "./pagination.ts";
import type { RoleOrder } from "./role_order.ts";
import type { RoleSetType } from "./role_set.ts";

/** What `getRoleSetList` takes. */
export interface GetRoleSetListParams extends PageParams {
  /** A whole id, or a part of a name or key. */
  readonly query?: string | undefined;
  /** The order; `-created_at`, the newest first, by default. */
  readonly orderBy?: RoleOrder | undefined;
}

/** What `createRoleSet` takes. */
export interface CreateRoleSetParams {
  /** Its name, for people. */
  readonly name: string;
  /**
   * Its name, for code: `role_set:` and lower-case letters, digits and
   * underscores; made from `name` by default.
   */
  readonly key?: string | undefined;
  /** What it is for, in words. */
  readonly description?: string | null | undefined;
  /** The key of the role of new members; one of `roles`. */
  readonly defaultRoleKey: string;
  /** The key of the role of who makes an organization; one of `roles`. */
  readonly creatorRoleKey: string;
  /** Which organizations use it; one set of an instance is `initial`. */
  readonly type?: RoleSetType | undefined;
  /** The keys of the roles in it, 1 to 10. */
  readonly roles: readonly string[];
}

/** What names a set of roles. */
export interface RoleSetKeyOrIdParams {
  /** The key, `role_set:…`, or the id of the set. */
  readonly roleSetKeyOrId: string;
}

/** What `updateRoleSet` takes. A member left out stays as it is. */
export interface UpdateRoleSetParams extends RoleSetKeyOrIdParams {
  /** Its new name, for people. */
  readonly name?: string | null | undefined;
  /** Its new name, for code. */
  readonly key?: string | null | undefined;
  /** What it is for, in words. */
  readonly description?: string | null | undefined;
  /** Makes it the set of new organizations; the one before becomes `custom`. */
  readonly type?: "initial" | null | undefined;
  /** The key of the role of new members; one of the set. */
  readonly defaultRoleKey?: string | null | undefined;
  /** The key of the role of who makes an organization; one of the set. */
  readonly creatorRoleKey?: string | null | undefined;
}

/** What `replaceRoleSet` takes. */
export interface ReplaceRoleSetParams extends RoleSetKeyOrIdParams {
  /** The key of the set that takes its place. */
  readonly destRoleSetKey: string;
  /**
   * Keys of its roles to keys of roles in the other set; needed for the roles
   * that members have and the other set lacks.
   */
  readonly reassignmentMappings?:
    | { readonly [roleKey: string]: string }
    | undefined;
}

/** What `addRolesToRoleSet` takes. */
export interface AddRolesToRoleSetParams extends RoleSetKeyOrIdParams {
  /** The keys of the roles to add, 1 to 10. */
  readonly roleKeys: readonly string[];
  /** The key of the role of new members from now on; one of those added. */
  readonly defaultRoleKey?: string | undefined;
  /** The key of the role of who makes an organization; one of those added. */
  readonly creatorRoleKey?: string | undefined;
}

/** What `replaceRoleInRoleSet` takes. */
export interface ReplaceRoleInRoleSetParams extends RoleSetKeyOrIdParams {
  /** The key of the role that leaves the set. */
  readonly roleKey: string;
  /** The key of the role that its members get. */
  readonly toRoleKey: string;
}
