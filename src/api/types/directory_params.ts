/** A group of a directory, by the id that the provider gave it. */
export type DirectoryGroup =
  | {
    /** The group's id. */
    readonly directoryGroupId: string;
    /**
     * The group's id, under its older name. The same, if it is given too.
     *
     * @deprecated Use `directoryGroupId`.
     */
    readonly scimGroupId?: string | undefined;
  }
  | {
    /** Absent. */
    readonly directoryGroupId?: undefined;
    /**
     * The group's id, under its older name.
     *
     * @deprecated Use `directoryGroupId`.
     */
    readonly scimGroupId: string;
  };

/** Which role the members of a group are to get. */
export type DirectoryGroupRole = DirectoryGroup & {
  /** The role's id. */
  readonly roleId: string;
};

/** What `createDirectoryGroupRoleMapping` takes. */
export type CreateDirectoryGroupRoleMappingParams = DirectoryGroupRole & {
  /** Which mapping counts when a user is in several groups: the lowest, from 1. */
  readonly precedence?: number | undefined;
};

/** What `replaceDirectoryGroupRoleMappings` takes. */
export interface ReplaceDirectoryGroupRoleMappingsParams {
  /** All mappings that there are to be; the first counts before the second. */
  readonly mappings: readonly DirectoryGroupRole[];
}

/** A mapping that a new directory begins with. */
export type NewDirectoryGroupRoleMapping =
  & CreateDirectoryGroupRoleMappingParams
  & {
    /** The group's name, 255 characters at most. */
    readonly directoryGroupDisplayName?: string | undefined;
    /**
     * The group's name, under its older name. The same, if both are given.
     *
     * @deprecated Use `directoryGroupDisplayName`.
     */
    readonly scimGroupDisplayName?: string | undefined;
  };

/** What `createDirectory` takes. */
export interface CreateDirectoryParams {
  /** The id of the enterprise connection that it is to belong to. */
  readonly enterpriseConnectionId: string;
  /** Its name. */
  readonly name?: string | undefined;
  /** The provider. */
  readonly provider: string;
  /** The mappings to begin with; without `precedence`, the first counts first. */
  readonly groupRoleMappings?:
    | readonly NewDirectoryGroupRoleMapping[]
    | undefined;
}

/** What `updateDirectory` takes. What is left out stays as it is. */
export interface UpdateDirectoryParams {
  /** Its name. */
  readonly name?: string | undefined;
  /** Whether to take changes from it. */
  readonly enabled?: boolean | undefined;
  /** The provider. */
  readonly provider?: string | undefined;
  /** How the provider's attributes and Clerk's correspond; keys are sent as they are. */
  readonly attributeMapping?: { readonly [name: string]: string } | undefined;
  /** Whether its groups give their members roles. */
  readonly groupRoleMappingEnabled?: boolean | undefined;
}
