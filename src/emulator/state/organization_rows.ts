import type { JsonObject } from "../../text/json.ts";
import type { Row } from "./table.ts";

/** A row that says when it last changed. */
interface ChangingRow extends Row {
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** Metadata in two kinds. */
interface Metadata {
  /** What members may read. */
  readonly publicMetadata: JsonObject;
  /** What only the backend may read. */
  readonly privateMetadata: JsonObject;
}

/** An organization. */
export interface OrganizationRow extends ChangingRow, Metadata {
  /** Its name. */
  readonly name: string;
  /** Its name in URLs. */
  readonly slug: string;
  /** The id of an uploaded logo. */
  readonly imageId: string | null;
  /** How many members and invitations it may have; 0 for any number. */
  readonly maxAllowedMemberships: number;
  /** Whether its administrators may delete it. */
  readonly adminDeleteEnabled: boolean;
  /** The user who made it. */
  readonly createdBy: string | null;
  /** The set of roles that its members may have. */
  readonly roleSetId: string;
}

/** A user's place in an organization. */
export interface MembershipRow extends ChangingRow, Metadata {
  /** The user. */
  readonly userId: string;
  /** The organization. */
  readonly organizationId: string;
  /** The key of the role, with `org:`. */
  readonly role: string;
  /** Permissions beside those of the role, which only a seed can give. */
  readonly grants: readonly string[];
}

/** How an invitation stands; it expires by itself. */
export type InvitationStatus = "pending" | "accepted" | "revoked" | "expired";

/** What invitations to the instance and to organizations have in common. */
export interface AnyInvitationRow extends ChangingRow {
  /** The address, in lower case. */
  readonly emailAddress: string;
  /** How it stands, but for expiring. */
  readonly status: InvitationStatus;
  /** When it expires, in milliseconds since 1970; null for never. */
  readonly expiresAt: number | null;
  /** Where who accepts it is sent. */
  readonly redirectUrl: string | null;
}

/** An invitation of an e-mail address to an organization. */
export interface InvitationRow extends AnyInvitationRow, Metadata {
  /** The organization. */
  readonly organizationId: string;
  /** The key of the role to be, with `org:`. */
  readonly role: string;
  /** The user who invites. */
  readonly inviterId: string | null;
  /** The domain that invites by itself all who have an address of it. */
  readonly domainId?: string;
}

/** An invitation of an e-mail address to the instance. */
export interface InstanceInvitationRow extends AnyInvitationRow {
  /** What becomes the user's public metadata. */
  readonly publicMetadata: JsonObject;
}

/** What members of an organization may be permitted. */
export interface PermissionRow extends ChangingRow {
  /** Its name in code, such as `org:invoices:read`. */
  readonly key: string;
  /** Its name. */
  readonly name: string;
  /** What it is for. */
  readonly description: string;
  /** Whether it is one of Clerk's own. */
  readonly type: "system" | "user";
}

/** What a member of an organization may be. */
export interface RoleRow extends ChangingRow {
  /** Its name in code, such as `org:admin`. */
  readonly key: string;
  /** Its name. */
  readonly name: string;
  /** What it is for. */
  readonly description: string | null;
  /** The ids of what it permits. */
  readonly permissionIds: readonly string[];
}

/** The roles that the members of an organization may have. */
export interface RoleSetRow extends ChangingRow {
  /** Its name in code, such as `role_set:default`. */
  readonly key: string;
  /** Its name. */
  readonly name: string;
  /** What it is for. */
  readonly description: string | null;
  /** Whether new organizations get it. */
  readonly type: "initial" | "custom";
  /** The ids of its roles. */
  readonly roleIds: readonly string[];
  /** The id of the role of new members. */
  readonly defaultRoleId: string;
  /** The id of the role of who makes an organization. */
  readonly creatorRoleId: string;
}

/** How users with an address of a domain get into its organization. */
export type EnrollmentMode =
  | "manual_invitation"
  | "automatic_invitation"
  | "automatic_suggestion"
  | "enterprise_sso";

/** A domain of an organization. */
export interface OrganizationDomainRow extends ChangingRow {
  /** The organization. */
  readonly organizationId: string;
  /** The domain, in lower case. */
  readonly name: string;
  /** How users with an address of it get in. */
  readonly enrollmentMode: EnrollmentMode;
  /** When it was verified, in milliseconds since 1970. */
  readonly verifiedAt: number | null;
  /** When owning it was verified, in milliseconds since 1970. */
  readonly ownedAt: number | null;
}

/** Somebody who waits for access. */
export interface WaitlistRow extends ChangingRow {
  /** The address, in lower case. */
  readonly emailAddress: string;
  /** How far it is. */
  readonly status: "pending" | "invited" | "rejected" | "completed";
  /** Whether it cannot be changed at the moment. */
  readonly isLocked: boolean;
  /** The invitation to the instance that came of it. */
  readonly invitationId: string | null;
  /** When that was, in milliseconds since 1970. */
  readonly invitedAt: number | null;
}

/** An identifier that is let in, or kept out. */
export interface ListedIdentifierRow extends Row {
  /** The identifier, or `*@` and a domain. */
  readonly identifier: string;
  /** What it is. */
  readonly identifierType: "email_address" | "phone_number" | "web3_wallet";
  /** The invitation that was sent to it. */
  readonly invitationId: string | null;
}
