import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import type { ApiListCall } from "../rest/result.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type {
  DeletedScimGroupRoleMapping,
  ScimDirectory,
  ScimGroupRoleMapping,
} from "./types/scim_directory.ts";
import type {
  CreateScimDirectoryParams,
  CreateScimGroupRoleMappingParams,
  ReplaceScimGroupRoleMappingsParams,
  UpdateScimDirectoryParams,
} from "./types/scim_directory_params.ts";
import type { DeletedObject } from "./types/deleted_object.ts";
import type { PageParams } from "./types/pagination.ts";

/**
 * Directories of enterprises under the name that they had before. The API has
 * both, for the same directories, and has not deprecated this one; new programs
 * take {@linkcode DirectoriesApi}, which also takes the names that are used here.
 */
export interface ScimDirectoriesApi {
  /**
   * Reads the directories of the instance, a page at a time.
   *
   * @param params Which part of the list.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The directories, and how many there are.
   */
  getScimDirectoryList(
    params?: PageParams,
    options?: RequestOptions,
  ): ApiListCall<ScimDirectory>;
  /**
   * Makes a directory for an enterprise connection.
   *
   * @param params The connection, the provider, and the roles of groups.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new directory; `endpointUrl` and `apiKey` are for the provider.
   */
  createScimDirectory(
    params: CreateScimDirectoryParams,
    options?: RequestOptions,
  ): Promise<ApiResult<ScimDirectory>>;
  /**
   * Reads one directory.
   *
   * @param scimDirectoryId The directory's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The directory, or an error with status 404.
   */
  getScimDirectory(
    scimDirectoryId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<ScimDirectory>>;
  /**
   * Changes a directory. What is left out stays as it is.
   *
   * @param scimDirectoryId The directory's id.
   * @param params What to change.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The directory as changed.
   */
  updateScimDirectory(
    scimDirectoryId: string,
    params: UpdateScimDirectoryParams,
    options?: RequestOptions,
  ): Promise<ApiResult<ScimDirectory>>;
  /**
   * Deletes a directory.
   *
   * @param scimDirectoryId The directory's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left of it.
   */
  deleteScimDirectory(
    scimDirectoryId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedObject>>;
  /**
   * Reads which roles the groups of a directory give, all at once.
   *
   * @param scimDirectoryId The directory's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The mappings, and how many there are.
   */
  getScimGroupRoleMappingList(
    scimDirectoryId: string,
    options?: RequestOptions,
  ): ApiListCall<ScimGroupRoleMapping>;
  /**
   * Lets a group of a directory give its members a role.
   *
   * @param scimDirectoryId The directory's id.
   * @param params The group and the role.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new mapping.
   */
  createScimGroupRoleMapping(
    scimDirectoryId: string,
    params: CreateScimGroupRoleMappingParams,
    options?: RequestOptions,
  ): Promise<ApiResult<ScimGroupRoleMapping>>;
  /**
   * Puts other mappings of groups to roles in the place of all that there are.
   *
   * @param scimDirectoryId The directory's id.
   * @param params The mappings.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new mappings, and how many there are.
   */
  replaceScimGroupRoleMappings(
    scimDirectoryId: string,
    params: ReplaceScimGroupRoleMappingsParams,
    options?: RequestOptions,
  ): ApiListCall<ScimGroupRoleMapping>;
  /**
   * Deletes a mapping of a group to a role.
   *
   * @param scimDirectoryId The directory's id.
   * @param mappingId The mapping's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left of it.
   */
  deleteScimGroupRoleMapping(
    scimDirectoryId: string,
    mappingId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedScimGroupRoleMapping>>;
  /**
   * Makes another key for the provider to send changes with, in the place of the
   * one before.
   *
   * @param scimDirectoryId The directory's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The directory, with the new key in `apiKey`.
   */
  rotateScimDirectoryApiKey(
    scimDirectoryId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<ScimDirectory>>;
}

const FREE = { free: ["attribute_mapping"] } as const;

/** The operations of directories, under the name that they had before. */
export const scimDirectories: Table<ScimDirectoriesApi> =
  /* @__PURE__ */ defineTable(() => ({
    getScimDirectoryList: op("GET /scim_directories", {
      query: true,
      list: true,
      ...FREE,
    }),
    createScimDirectory: op("POST /scim_directories", { body: true, ...FREE }),
    getScimDirectory: op("GET /scim_directories/{scim_directory_id}", FREE),
    updateScimDirectory: op("PATCH /scim_directories/{scim_directory_id}", {
      body: true,
      ...FREE,
    }),
    deleteScimDirectory: op("DELETE /scim_directories/{scim_directory_id}"),
    getScimGroupRoleMappingList: op(
      "GET /scim_directories/{scim_directory_id}/group_role_mappings",
      { list: true },
    ),
    createScimGroupRoleMapping: op(
      "POST /scim_directories/{scim_directory_id}/group_role_mappings",
      { body: true },
    ),
    replaceScimGroupRoleMappings: op(
      "PUT /scim_directories/{scim_directory_id}/group_role_mappings",
      { body: true, list: true, fixed: ["mappings"] },
    ),
    deleteScimGroupRoleMapping: op(
      "DELETE /scim_directories/{scim_directory_id}/group_role_mappings/{mapping_id}",
    ),
    rotateScimDirectoryApiKey: op(
      "POST /scim_directories/{scim_directory_id}/rotate_api_key",
      FREE,
    ),
  }));
