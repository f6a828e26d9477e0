import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import type { ApiListCall } from "../rest/result.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type {
  DeletedDirectoryGroupRoleMapping,
  Directory,
  DirectoryGroupRoleMapping,
} from "./types/directory.ts";
import type {
  CreateDirectoryGroupRoleMappingParams,
  CreateDirectoryParams,
  ReplaceDirectoryGroupRoleMappingsParams,
  UpdateDirectoryParams,
} from "./types/directory_params.ts";
import type { DeletedObject } from "./types/deleted_object.ts";
import type { PageParams } from "./types/pagination.ts";

/**
 * Directories of enterprises, which keep users up to date by SCIM, and the roles
 * that their groups give. This takes the place of {@linkcode ScimDirectoriesApi},
 * which is the same under the name that directories had before.
 */
export interface DirectoriesApi {
  /**
   * Reads the directories of the instance, a page at a time.
   *
   * @param params Which part of the list.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The directories, and how many there are.
   */
  getDirectoryList(
    params?: PageParams,
    options?: RequestOptions,
  ): ApiListCall<Directory>;
  /**
   * Makes a directory for an enterprise connection.
   *
   * @param params The connection, the provider, and the roles of groups.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new directory; `endpointUrl` and `apiKey` are for the provider.
   */
  createDirectory(
    params: CreateDirectoryParams,
    options?: RequestOptions,
  ): Promise<ApiResult<Directory>>;
  /**
   * Reads one directory.
   *
   * @param directoryId The directory's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The directory, or an error with status 404.
   */
  getDirectory(
    directoryId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<Directory>>;
  /**
   * Changes a directory. What is left out stays as it is.
   *
   * @param directoryId The directory's id.
   * @param params What to change.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The directory as changed.
   */
  updateDirectory(
    directoryId: string,
    params: UpdateDirectoryParams,
    options?: RequestOptions,
  ): Promise<ApiResult<Directory>>;
  /**
   * Deletes a directory.
   *
   * @param directoryId The directory's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left of it.
   */
  deleteDirectory(
    directoryId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedObject>>;
  /**
   * Reads which roles the groups of a directory give, all at once.
   *
   * @param directoryId The directory's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The mappings, and how many there are.
   */
  getDirectoryGroupRoleMappingList(
    directoryId: string,
    options?: RequestOptions,
  ): ApiListCall<DirectoryGroupRoleMapping>;
  /**
   * Lets a group of a directory give its members a role.
   *
   * @param directoryId The directory's id.
   * @param params The group and the role.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new mapping.
   */
  createDirectoryGroupRoleMapping(
    directoryId: string,
    params: CreateDirectoryGroupRoleMappingParams,
    options?: RequestOptions,
  ): Promise<ApiResult<DirectoryGroupRoleMapping>>;
  /**
   * Puts other mappings of groups to roles in the place of all that there are.
   *
   * @param directoryId The directory's id.
   * @param params The mappings.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new mappings, and how many there are.
   */
  replaceDirectoryGroupRoleMappings(
    directoryId: string,
    params: ReplaceDirectoryGroupRoleMappingsParams,
    options?: RequestOptions,
  ): ApiListCall<DirectoryGroupRoleMapping>;
  /**
   * Deletes a mapping of a group to a role.
   *
   * @param directoryId The directory's id.
   * @param mappingId The mapping's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left of it.
   */
  deleteDirectoryGroupRoleMapping(
    directoryId: string,
    mappingId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedDirectoryGroupRoleMapping>>;
  /**
   * Makes another key for the provider to send changes with, in the place of the
   * one before.
   *
   * @param directoryId The directory's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The directory, with the new key in `apiKey`.
   */
  rotateDirectoryApiKey(
    directoryId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<Directory>>;
}

const FREE = { free: ["attribute_mapping"] } as const;

/** The operations of directories. */
export const directories: Table<DirectoriesApi> = /* @__PURE__ */ defineTable(
  () => ({
    getDirectoryList: op("GET /directories", {
      query: true,
      list: true,
      ...FREE,
    }),
    createDirectory: op("POST /directories", { body: true, ...FREE }),
    getDirectory: op("GET /directories/{directory_id}", FREE),
    updateDirectory: op("PATCH /directories/{directory_id}", {
      body: true,
      ...FREE,
    }),
    deleteDirectory: op("DELETE /directories/{directory_id}"),
    getDirectoryGroupRoleMappingList: op(
      "GET /directories/{directory_id}/group_role_mappings",
      { list: true },
    ),
    createDirectoryGroupRoleMapping: op(
      "POST /directories/{directory_id}/group_role_mappings",
      { body: true },
    ),
    replaceDirectoryGroupRoleMappings: op(
      "PUT /directories/{directory_id}/group_role_mappings",
      { body: true, list: true, fixed: ["mappings"] },
    ),
    deleteDirectoryGroupRoleMapping: op(
      "DELETE /directories/{directory_id}/group_role_mappings/{mapping_id}",
    ),
    rotateDirectoryApiKey: op(
      "POST /directories/{directory_id}/rotate_api_key",
      FREE,
    ),
  }),
);
