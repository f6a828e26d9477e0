import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import type { ApiListCall } from "../rest/result.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type { DeletedObject } from "./types/deleted_object.ts";
import type {
  CreateOrganizationRoleParams,
  GetOrganizationRoleListParams,
  OrganizationRolePermissionParams,
  UpdateOrganizationRoleParams,
} from "./types/organization_role_params.ts";
import type { Role } from "./types/role.ts";

/** The roles that members of organizations can have. */
export interface OrganizationRolesApi {
  /**
   * Reads the roles of the instance, a page at a time.
   *
   * @param params Which roles, in which order, and which part of them.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The roles, and how many there are.
   */
  getOrganizationRoleList(
    params?: GetOrganizationRoleListParams,
    options?: RequestOptions,
  ): ApiListCall<Role>;
  /**
   * Reads one role.
   *
   * @param organizationRoleId The role's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The role, with what it permits.
   */
  getOrganizationRole(
    organizationRoleId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<Role>>;
  /**
   * Makes a role.
   *
   * @param params Its name, its key, and what it permits.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new role.
   */
  createOrganizationRole(
    params: CreateOrganizationRoleParams,
    options?: RequestOptions,
  ): Promise<ApiResult<Role>>;
  /**
   * Changes a role. Permissions that are given take the place of all that it had.
   *
   * @param params The role, and what to change.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The role as changed.
   */
  updateOrganizationRole(
    params: UpdateOrganizationRoleParams,
    options?: RequestOptions,
  ): Promise<ApiResult<Role>>;
  /**
   * Deletes a role.
   *
   * @param organizationRoleId The role's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left of it.
   */
  deleteOrganizationRole(
    organizationRoleId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedObject>>;
  /**
   * Gives a permission to a role.
   *
   * @param params The role and the permission.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The role as changed, or an error with status 409 when it had it.
   */
  assignPermissionToOrganizationRole(
    params: OrganizationRolePermissionParams,
    options?: RequestOptions,
  ): Promise<ApiResult<Role>>;
  /**
   * Takes a permission from a role.
   *
   * @param params The role and the permission.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The role as changed.
   */
  removePermissionFromOrganizationRole(
    params: OrganizationRolePermissionParams,
    options?: RequestOptions,
  ): Promise<ApiResult<Role>>;
}

/** The operations of roles. */
export const organizationRoles: Table<OrganizationRolesApi> =
  /* @__PURE__ */ defineTable(() => ({
    getOrganizationRoleList: op("GET /organization_roles", {
      query: true,
      list: true,
    }),
    getOrganizationRole: op("GET /organization_roles/{organization_role_id}"),
    createOrganizationRole: op("POST /organization_roles", { body: true }),
    updateOrganizationRole: op(
      "PATCH /organization_roles/{organization_role_id}",
      { body: true },
    ),
    deleteOrganizationRole: op(
      "DELETE /organization_roles/{organization_role_id}",
    ),
    assignPermissionToOrganizationRole: op(
      "POST /organization_roles/{organization_role_id}/permissions/{permission_id}",
    ),
    removePermissionFromOrganizationRole: op(
      "DELETE /organization_roles/{organization_role_id}/permissions/{permission_id}",
    ),
  }));
