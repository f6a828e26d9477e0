import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import type { ApiListCall } from "../rest/result.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type { DeletedObject } from "./types/deleted_object.ts";
import type {
  CreateOrganizationPermissionParams,
  GetOrganizationPermissionListParams,
  UpdateOrganizationPermissionParams,
} from "./types/organization_permission_params.ts";
import type { Permission } from "./types/permission.ts";

/** What members of organizations may be permitted to do. */
export interface OrganizationPermissionsApi {
  /**
   * Reads the permissions of the instance, a page at a time.
   *
   * @param params Which permissions, in which order, and which part of them.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The permissions, and how many there are.
   */
  getOrganizationPermissionList(
    params?: GetOrganizationPermissionListParams,
    options?: RequestOptions,
  ): ApiListCall<Permission>;
  /**
   * Reads one permission.
   *
   * @param permissionId The permission's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The permission.
   */
  getOrganizationPermission(
    permissionId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<Permission>>;
  /**
   * Makes a permission. Roles get it by `assignPermissionToOrganizationRole`.
   *
   * @param params Its name and its key.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new permission.
   */
  createOrganizationPermission(
    params: CreateOrganizationPermissionParams,
    options?: RequestOptions,
  ): Promise<ApiResult<Permission>>;
  /**
   * Changes a permission. Clerk's own cannot be changed.
   *
   * @param params The permission, and what to change.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The permission as changed.
   */
  updateOrganizationPermission(
    params: UpdateOrganizationPermissionParams,
    options?: RequestOptions,
  ): Promise<ApiResult<Permission>>;
  /**
   * Deletes a permission. Clerk's own cannot be deleted.
   *
   * @param permissionId The permission's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left of it.
   */
  deleteOrganizationPermission(
    permissionId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedObject>>;
}

/** The operations of permissions. */
export const organizationPermissions: Table<OrganizationPermissionsApi> =
  /* @__PURE__ */ defineTable(() => ({
    getOrganizationPermissionList: op("GET /organization_permissions", {
      query: true,
      list: true,
    }),
    getOrganizationPermission: op(
      "GET /organization_permissions/{permission_id}",
    ),
    createOrganizationPermission: op("POST /organization_permissions", {
      body: true,
    }),
    updateOrganizationPermission: op(
      "PATCH /organization_permissions/{permission_id}",
      { body: true },
    ),
    deleteOrganizationPermission: op(
      "DELETE /organization_permissions/{permission_id}",
    ),
  }));
