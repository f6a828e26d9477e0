import type {
  OrganizationMembershipPrivateMetadata,
  OrganizationMembershipPublicMetadata,
} from "./metadata.ts";
import type { Organization } from "./organization.ts";

/** A user's place in an organization. */
export interface OrganizationMembership {
  /** What this is. */
  readonly object: "organization_membership";
  /** Its id, `orgmem_…`. */
  readonly id: string;
  /** The role's key, such as `org:admin`. */
  readonly role: string;
  /** The role's name, for people. */
  readonly roleName?: string;
  /** What the role permits, such as `org:sys_memberships:manage`. */
  readonly permissions: readonly string[];
  /** What your application keeps about it, for members to read. */
  readonly publicMetadata: OrganizationMembershipPublicMetadata;
  /** What your application keeps about it, for the backend alone. */
  readonly privateMetadata?: OrganizationMembershipPrivateMetadata;
  /** The organization. */
  readonly organization: Organization;
  /** The user, as far as other members may know. */
  readonly publicUserData?: OrganizationMembershipPublicUserData;
  /** When the user joined, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** A member, as far as other members may know. */
export interface OrganizationMembershipPublicUserData {
  /** The user's id, `user_…`. */
  readonly userId: string;
  /** The given name, or null. */
  readonly firstName: string | null;
  /** The family name, or null. */
  readonly lastName: string | null;
  /**
   * The picture, or null.
   *
   * @deprecated Use `imageUrl`.
   */
  readonly profileImageUrl: string | null;
  /** The picture, or one made from the name. */
  readonly imageUrl: string;
  /** Whether a picture has been uploaded. */
  readonly hasImage: boolean;
  /** The address, number or name that the user signs in with, or null. */
  readonly identifier?: string | null;
  /** The user name, or null. */
  readonly username?: string | null;
  /** Whether the user is banned. */
  readonly banned?: boolean;
  /** Whether a directory has withdrawn the user. */
  readonly deprovisioned?: boolean;
}
