/** Which organizations use a set of roles: new ones (`initial`) or chosen ones. */
export type RoleSetType = "initial" | "custom";

/** The roles that an organization can give to its members. */
export interface RoleSet {
  /** What this is. */
  readonly object: "role_set";
  /** Its id. */
  readonly id: string;
  /** Its name, for people. */
  readonly name: string;
  /** Its name, for code, such as `role_set:default`. */
  readonly key: string;
  /** What it is for, in words, or null. */
  readonly description: string | null;
  /** The roles in it. */
  readonly roles: readonly RoleSetItem[];
  /** The role of new members, or null. */
  readonly defaultRole?: RoleSetItem | null;
  /** The role of who makes an organization, or null. */
  readonly creatorRole?: RoleSetItem | null;
  /** Which organizations use it. */
  readonly type: RoleSetType;
  /** How far the move to another set is, or null when there is none. */
  readonly roleSetMigration?: RoleSetMigration | null;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** A role as a part of a set. */
export interface RoleSetItem {
  /** What this is. */
  readonly object: "role_set_item";
  /** The role's id, `role_…`. */
  readonly id: string;
  /** The role's name, for people. */
  readonly name: string;
  /** The role's name, for code, such as `org:admin`. */
  readonly key: string;
  /** What the role is for, in words, or null. */
  readonly description: string | null;
  /** How many members have it in this set, or null. */
  readonly membersCount?: number | null;
  /** Whether any member has it in this set, or null. */
  readonly hasMembers?: boolean | null;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** The move of members from one set of roles to another. */
export interface RoleSetMigration {
  /** What this is. */
  readonly object: "role_set_migration";
  /** Its id. */
  readonly id: string;
  /** The id of the organization whose members move, or null for all. */
  readonly organizationId?: string | null;
  /** The instance's id, `ins_…`. */
  readonly instanceId: string;
  /** The id of the set that they leave. */
  readonly sourceRoleSetId: string;
  /** The id of the set that they move to, or null. */
  readonly destRoleSetId?: string | null;
  /** What set it off. */
  readonly triggerType: string;
  /** Where it stands. */
  readonly status: string;
  /** How many members have moved so far. */
  readonly migratedMembers: number;
  /** Keys of roles to the keys of those that took their place, or null. */
  readonly mappings?: { readonly [roleKey: string]: string } | null;
  /** When it began, in milliseconds since 1970, or null. */
  readonly startedAt?: number | null;
  /** When it was done, in milliseconds since 1970, or null. */
  readonly completedAt?: number | null;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}
