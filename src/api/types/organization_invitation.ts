import type {
  OrganizationInvitationPrivateMetadata,
  OrganizationInvitationPublicMetadata,
} from "./metadata.ts";

/** Where an invitation stands. */
export type OrganizationInvitationStatus =
  | "pending"
  | "accepted"
  | "revoked"
  | "expired";

/** An invitation to join an organization. */
export interface OrganizationInvitation {
  /** What this is. */
  readonly object: "organization_invitation";
  /** Its id, `orginv_…`. */
  readonly id: string;
  /** Where it was sent. */
  readonly emailAddress: string;
  /** The key of the role that awaits, such as `org:member`. */
  readonly role: string;
  /** The name of that role, for people. */
  readonly roleName: string;
  /** The organization's id. */
  readonly organizationId?: string;
  /** The id of the user who sent it, or null. */
  readonly inviterId: string | null;
  /** The user who sent it, or null. */
  readonly publicInviterData: OrganizationInvitationPublicUserData | null;
  /** Where it stands. */
  readonly status?: OrganizationInvitationStatus;
  /** What the membership to come will hold, for members to read. */
  readonly publicMetadata: OrganizationInvitationPublicMetadata;
  /** What the membership to come will hold, for the backend alone. */
  readonly privateMetadata?: OrganizationInvitationPrivateMetadata;
  /** The link that accepts it, or null when it is not pending. */
  readonly url: string | null;
  /** When it ends, in milliseconds since 1970, or null. */
  readonly expiresAt: number | null;
  /** When it was sent, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
  /** The organization; sent with the invitations of a user. */
  readonly publicOrganizationData?:
    OrganizationInvitationPublicOrganizationData;
}

/** The sender of an invitation, as far as its receiver may know. */
export interface OrganizationInvitationPublicUserData {
  /** The user's id, `user_…`. */
  readonly userId: string;
  /** The given name, or null. */
  readonly firstName: string | null;
  /** The family name, or null. */
  readonly lastName: string | null;
  /** The picture, or one made from the name. */
  readonly imageUrl: string;
  /** Whether a picture has been uploaded. */
  readonly hasImage: boolean;
  /** The address, number or name that the user signs in with. */
  readonly identifier: string;
}

/** The organization of an invitation, as far as its receiver may know. */
export interface OrganizationInvitationPublicOrganizationData {
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
}
