import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import type { ApiListCall } from "../rest/result.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type { DeletedObject } from "./types/deleted_object.ts";
import type { RoleSet } from "./types/role_set.ts";
import type {
  AddRolesToRoleSetParams,
  CreateRoleSetParams,
  GetRoleSetListParams,
  ReplaceRoleInRoleSetParams,
  ReplaceRoleSetParams,
  UpdateRoleSetParams,
} from "./types/role_set_params.ts";

/** Sets of roles. Each organization uses one. */
export interface RoleSetsApi {
  /**
   * Reads the role sets of the instance, a page at a time.
   *
   * @param params Which sets, in which order, and which part of them.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The sets, and how many there are.
   */
  getRoleSetList(
    params?: GetRoleSetListParams,
    options?: RequestOptions,
  ): ApiListCall<RoleSet>;
  /**
   * Reads one role set.
   *
   * @param roleSetKeyOrId The set's key or id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The set.
   */
  getRoleSet(
    roleSetKeyOrId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<RoleSet>>;
  /**
   * Makes a role set out of roles that there are.
   *
   * @param params Its name, its roles, and who gets which.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new set.
   */
  createRoleSet(
    params: CreateRoleSetParams,
    options?: RequestOptions,
  ): Promise<ApiResult<RoleSet>>;
  /**
   * Changes a role set, but for which roles are in it.
   *
   * @param params The set, and what to change.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The set as changed.
   */
  updateRoleSet(
    params: UpdateRoleSetParams,
    options?: RequestOptions,
  ): Promise<ApiResult<RoleSet>>;
  /**
   * Deletes a role set, and moves the organizations that use it to another one.
   *
   * @param params The set, the other one, and which role becomes which.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left of the set.
   */
  replaceRoleSet(
    params: ReplaceRoleSetParams,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedObject>>;
  /**
   * Adds roles to a role set.
   *
   * @param params The set and the roles.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The set as changed.
   */
  addRolesToRoleSet(
    params: AddRolesToRoleSetParams,
    options?: RequestOptions,
  ): Promise<ApiResult<RoleSet>>;
  /**
   * Removes a role from a role set, and gives another one to its members.
   *
   * @param params The set and both roles.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The set as changed.
   */
  replaceRoleInRoleSet(
    params: ReplaceRoleInRoleSetParams,
    options?: RequestOptions,
  ): Promise<ApiResult<RoleSet>>;
}

/** The operations of role sets. */
export const roleSets: Table<RoleSetsApi> = /* @__PURE__ */ defineTable(() => ({
  getRoleSetList: op("GET /role_sets", { query: true, list: true }),
  getRoleSet: op("GET /role_sets/{role_set_key_or_id}"),
  createRoleSet: op("POST /role_sets", { body: true }),
  updateRoleSet: op("PATCH /role_sets/{role_set_key_or_id}", { body: true }),
  replaceRoleSet: op("POST /role_sets/{role_set_key_or_id}/replace", {
    body: true,
  }),
  addRolesToRoleSet: op("POST /role_sets/{role_set_key_or_id}/roles", {
    body: true,
  }),
  replaceRoleInRoleSet: op(
    "POST /role_sets/{role_set_key_or_id}/roles/replace",
    { body: true },
  ),
}));
