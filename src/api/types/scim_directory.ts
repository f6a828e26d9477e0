import type {
  DeletedDirectoryGroupRoleMapping,
  Directory,
  DirectoryGroupRoleMapping,
} from "./directory.ts";

/** A {@linkcode Directory} under its older name. */
export interface ScimDirectory extends Omit<Directory, "object"> {
  /** What this is. */
  readonly object: "scim_directory";
}

/** A {@linkcode DirectoryGroupRoleMapping} under its older name. */
export interface ScimGroupRoleMapping
  extends Omit<DirectoryGroupRoleMapping, "object"> {
  /** What this is. */
  readonly object: "scim_group_role_mapping";
}

/** What is left of a {@linkcode ScimGroupRoleMapping}. */
export interface DeletedScimGroupRoleMapping
  extends Omit<DeletedDirectoryGroupRoleMapping, "object"> {
  /** What it was. */
  readonly object: "scim_group_role_mapping";
}
