import type {
  InstanceInvitationRow,
  InvitationRow,
  ListedIdentifierRow,
  MembershipRow,
  OrganizationDomainRow,
  OrganizationRow,
  PermissionRow,
  RoleRow,
  RoleSetRow,
  WaitlistRow,
} from "./organization_rows.ts";
import { createTable, type Table } from "./table.ts";

/** Organizations, what they consist of, and who may come in. */
export interface OrganizationTables {
  /** Organizations. */
  readonly organizations: Table<
    OrganizationRow,
    "slug" | "roleSet" | "creator"
  >;
  /** Memberships; `place` is an organization and a user with a space between. */
  readonly memberships: Table<
    MembershipRow,
    "user" | "organization" | "role" | "place"
  >;
  /** Invitations to organizations. */
  readonly invitations: Table<InvitationRow, "email" | "organization" | "role">;
  /** Domains of organizations. */
  readonly organizationDomains: Table<
    OrganizationDomainRow,
    "organization" | "name"
  >;
  /** What may be permitted. */
  readonly permissions: Table<PermissionRow, "key">;
  /** Roles. */
  readonly roles: Table<RoleRow, "key" | "permission">;
  /** Sets of roles. */
  readonly roleSets: Table<RoleSetRow, "key" | "type" | "role">;
  /** Invitations to the instance. */
  readonly instanceInvitations: Table<InstanceInvitationRow, "email">;
  /** The waitlist. */
  readonly waitlist: Table<WaitlistRow, "email">;
  /** Who may sign up while sign-ups are restricted. */
  readonly allowlist: Table<ListedIdentifierRow, "identifier">;
  /** Who may not sign up. */
  readonly blocklist: Table<ListedIdentifierRow, "identifier">;
}

/** Makes the tables, empty. */
export function createOrganizationTables(): OrganizationTables {
  return {
    ...createMemberTables(),
    ...createRoleTables(),
    instanceInvitations: createTable<InstanceInvitationRow, "email">({
      email: ({ emailAddress }) => [emailAddress],
    }),
    waitlist: createTable<WaitlistRow, "email">({
      email: ({ emailAddress }) => [emailAddress],
    }),
    allowlist: createIdentifierTable(),
    blocklist: createIdentifierTable(),
  };
}

function createMemberTables(): Pick<
  OrganizationTables,
  "organizations" | "memberships" | "invitations" | "organizationDomains"
> {
  return {
    organizations: createTable<
      OrganizationRow,
      "slug" | "roleSet" | "creator"
    >({
      slug: ({ slug }) => [slug],
      roleSet: ({ roleSetId }) => [roleSetId],
      creator: ({ createdBy }) => createdBy === null ? [] : [createdBy],
    }),
    memberships: createTable<
      MembershipRow,
      "user" | "organization" | "role" | "place"
    >({
      user: ({ userId }) => [userId],
      organization: ({ organizationId }) => [organizationId],
      role: ({ role }) => [role],
      place: ({ organizationId, userId }) => [placeOf(organizationId, userId)],
    }),
    invitations: createTable<InvitationRow, "email" | "organization" | "role">({
      email: ({ emailAddress }) => [emailAddress],
      organization: ({ organizationId }) => [organizationId],
      role: ({ role }) => [role],
    }),
    organizationDomains: createTable<
      OrganizationDomainRow,
      "organization" | "name"
    >({
      organization: ({ organizationId }) => [organizationId],
      name: ({ name }) => [name],
    }),
  };
}

function createRoleTables(): Pick<
  OrganizationTables,
  "permissions" | "roles" | "roleSets"
> {
  return {
    permissions: createTable<PermissionRow, "key">({ key: ({ key }) => [key] }),
    roles: createTable<RoleRow, "key" | "permission">({
      key: ({ key }) => [key],
      permission: ({ permissionIds }) => permissionIds,
    }),
    roleSets: createTable<RoleSetRow, "key" | "type" | "role">({
      key: ({ key }) => [key],
      type: ({ type }) => [type],
      role: ({ roleIds }) => roleIds,
    }),
  };
}

function createIdentifierTable(): Table<ListedIdentifierRow, "identifier"> {
  return createTable<ListedIdentifierRow, "identifier">({
    identifier: ({ identifier }) => [identifier],
  });
}

/** The key that a user's place in an organization is found by. */
export function placeOf(organizationId: string, userId: string): string {
  return `${organizationId} ${userId}`;
}
