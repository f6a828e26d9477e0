import type {
  CreateDirectoryParams,
  UpdateDirectoryParams,
} from "./directory_params.ts";

/** Which role the members of a group are to get. */
export interface ScimGroupRole {
  /** The id that the provider gave the group. */
  readonly scimGroupId: string;
  /** The role's id. */
  readonly roleId: string;
}

/** What `createScimGroupRoleMapping` takes. */
export interface CreateScimGroupRoleMappingParams extends ScimGroupRole {
  /** Which mapping counts when a user is in several groups: the lowest, from 1. */
  readonly precedence?: number | undefined;
}

/** What `replaceScimGroupRoleMappings` takes. */
export interface ReplaceScimGroupRoleMappingsParams {
  /** All mappings that there are to be; the first counts before the second. */
  readonly mappings: readonly ScimGroupRole[];
}

/** A mapping that a new directory begins with. */
export interface NewScimGroupRoleMapping
  extends CreateScimGroupRoleMappingParams {
  /** The group's name, 255 characters at most. */
  readonly scimGroupDisplayName?: string | undefined;
}

/** What `createScimDirectory` takes. */
export interface CreateScimDirectoryParams
  extends Omit<CreateDirectoryParams, "groupRoleMappings"> {
  /** The mappings to begin with; without `precedence`, the first counts first. */
  readonly groupRoleMappings?: readonly NewScimGroupRoleMapping[] | undefined;
}

/** What `updateScimDirectory` takes. */
export type UpdateScimDirectoryParams = UpdateDirectoryParams;
