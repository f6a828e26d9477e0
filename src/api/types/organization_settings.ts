/** A way into an organization for users with an address of one of its domains. */
export type DomainsEnrollmentMode =
  | "manual_invitation"
  | "automatic_invitation"
  | "automatic_suggestion";

/** What holds for all organizations of an instance. */
export interface OrganizationSettings {
  /** What this is. */
  readonly object: "organization_settings";
  /** Whether there are organizations. */
  readonly enabled: boolean;
  /** How many members an organization may have; 0 when there is no limit. */
  readonly maxAllowedMemberships: number;
  /** How many roles the instance may have. */
  readonly maxAllowedRoles: number;
  /** How many sets of roles the instance may have. */
  readonly maxRoleSetsAllowed?: number;
  /** How many domains an organization may have. */
  readonly maxAllowedDomains: number;
  /**
   * How many permissions the instance may have.
   *
   * @deprecated The API gives it up, and has nothing in its place.
   */
  readonly maxAllowedPermissions?: number;
  /** The key of the role of who makes an organization, such as `org:admin`. */
  readonly creatorRole: string;
  /** Whether administrators of an organization may delete it. */
  readonly adminDeleteEnabled: boolean;
  /** Whether organizations may have domains. */
  readonly domainsEnabled: boolean;
  /** Whether organizations do without slugs. */
  readonly slugDisabled?: boolean;
  /** The ways in that a domain may open. */
  readonly domainsEnrollmentModes: readonly DomainsEnrollmentMode[];
  /** The key of the role of who comes in by a domain, such as `org:member`. */
  readonly domainsDefaultRole: string;
  /** The key of the set of roles of new organizations, or null. */
  readonly initialRoleSetKey?: string | null;
}

/** What `instance.updateOrganizationSettings` takes. A member left out stays as it is. */
export interface UpdateOrganizationSettingsParams {
  /** Whether there are organizations. */
  readonly enabled?: boolean | null | undefined;
  /** How many members an organization may have; 0 for no limit. */
  readonly maxAllowedMemberships?: number | null | undefined;
  /** Whether administrators of an organization may delete it. */
  readonly adminDeleteEnabled?: boolean | null | undefined;
  /** Whether organizations may have domains. */
  readonly domainsEnabled?: boolean | null | undefined;
  /** Whether organizations do without slugs. */
  readonly slugDisabled?: boolean | null | undefined;
  /** The ways in that a domain may open. */
  readonly domainsEnrollmentModes?:
    | readonly DomainsEnrollmentMode[]
    | undefined;
  /** The id of the role of who makes an organization, `role_…`. */
  readonly creatorRoleId?: string | null | undefined;
  /** The id of the role of who comes in by a domain, `role_…`. */
  readonly domainsDefaultRoleId?: string | null | undefined;
}
