import type { EnterpriseConnectionCustomAttribute } from "./enterprise_connection.ts";
import type { Role } from "./role.ts";

/**
 * A directory of users and groups at the identity provider of an enterprise,
 * which keeps Clerk's users up to date by SCIM.
 */
export interface Directory {
  /** What this is. */
  readonly object: "directory";
  /** Its id. */
  readonly id: string;
  /** Its name. */
  readonly name: string;
  /** The id of the enterprise connection that it belongs to, or null. */
  readonly enterpriseConnectionId?: string | null;
  /** Where the provider sends changes to. */
  readonly endpointUrl: string;
  /** The provider. */
  readonly provider: string;
  /** Whether changes are taken from it. */
  readonly enabled: boolean;
  /** Whether its groups give their members roles. */
  readonly groupRoleMappingEnabled: boolean;
  /** How the provider's attributes and Clerk's correspond; keys as they were set. */
  readonly attributeMapping: { readonly [name: string]: string };
  /** Attributes of your own, and where the provider tells them. */
  readonly customAttributes?: readonly Partial<
    EnterpriseConnectionCustomAttribute
  >[];
  /**
   * The key that the provider sends changes with, a secret. Null or absent where
   * the API does not tell it.
   */
  readonly apiKey?: string | null;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** Which role the members of a group of a directory get. */
export interface DirectoryGroupRoleMapping {
  /** What this is. */
  readonly object: "directory_group_role_mapping";
  /** Its id. */
  readonly id: string;
  /** The id of the directory. */
  readonly directoryId: string;
  /** The id of the directory, under its older name. */
  readonly scimDirectoryId: string;
  /** The id that the provider gave the group. */
  readonly directoryGroupId: string;
  /** The id that the provider gave the group, under its older name. */
  readonly scimGroupId: string;
  /** The group's name. */
  readonly directoryGroupDisplayName: string;
  /** The group's name, under its older name. */
  readonly scimGroupDisplayName: string;
  /** The role. */
  readonly role?: Role;
  /** Which mapping counts when a user is in several groups: the lowest, from 1. */
  readonly precedence: number;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** What is left of a mapping of a group to a role. */
export interface DeletedDirectoryGroupRoleMapping {
  /** What it was. */
  readonly object: "directory_group_role_mapping";
  /** The id that it had. */
  readonly id: string;
  /** That it is gone. */
  readonly deleted: true;
}
