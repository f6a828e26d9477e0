import type {
  OrganizationPrivateMetadata,
  OrganizationPublicMetadata,
} from "./metadata.ts";

/** A company, team or group that users are members of. */
export interface Organization {
  /** What this is. */
  readonly object: "organization";
  /** Its id, `org_…`. */
  readonly id: string;
  /** Its name. */
  readonly name: string;
  /** Its name in a form fit for URLs. */
  readonly slug: string;
  /** Its logo, or a picture made from its name. */
  readonly imageUrl?: string;
  /** Whether a logo has been uploaded. */
  readonly hasImage: boolean;
  /** How many members it has; sent when asked for. */
  readonly membersCount?: number;
  /** Whether it lacks an administrator; sent when asked for. */
  readonly missingMemberWithElevatedPermissions?: boolean;
  /** How many invitations are waiting for an answer. */
  readonly pendingInvitationsCount?: number;
  /** How many members it may have; 0 when there is no limit. */
  readonly maxAllowedMemberships: number;
  /** Whether its administrators may delete it. */
  readonly adminDeleteEnabled: boolean;
  /** What your application keeps about it, for members to read. */
  readonly publicMetadata: OrganizationPublicMetadata;
  /** What your application keeps about it, for the backend alone. */
  readonly privateMetadata?: OrganizationPrivateMetadata;
  /** The id of the user who made it. */
  readonly createdBy?: string;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
  /** When a member was last active in it, in milliseconds since 1970. */
  readonly lastActiveAt?: number;
  /** The key of the set of roles that it uses, or null. */
  readonly roleSetKey?: string | null;
}

/** An organization whose logo was just uploaded. */
export interface OrganizationWithLogo extends Organization {
  /** Its logo. */
  readonly imageUrl: string;
  /**
   * Its logo.
   *
   * @deprecated Use `imageUrl`.
   */
  readonly logoUrl?: string;
}
