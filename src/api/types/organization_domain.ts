import type { OrganizationInvitationPublicOrganizationData } from "./organization_invitation.ts";

/**
 * How users with an e-mail address of a domain get into the organization: when
 * they are invited by hand, invited by themselves, may ask to join, or by
 * enterprise sign-on.
 */
export type OrganizationEnrollmentMode =
  | "manual_invitation"
  | "automatic_invitation"
  | "automatic_suggestion"
  | "enterprise_sso";

/** A domain of an organization. */
export interface OrganizationDomain {
  /** What this is. */
  readonly object: "organization_domain";
  /** Its id, `orgdmn_…`. */
  readonly id: string;
  /** The organization's id. */
  readonly organizationId: string;
  /** The domain, such as `example.com`. */
  readonly name: string;
  /** How users with an e-mail address of it get into the organization. */
  readonly enrollmentMode: OrganizationEnrollmentMode;
  /** The e-mail address of it that took part in the verification, or null. */
  readonly affiliationEmailAddress: string | null;
  /** Proof that a member has an e-mail address of it, or null. */
  readonly affiliationVerification: OrganizationDomainVerification | null;
  /** Proof that the organization controls its DNS, or null. */
  readonly ownershipVerification: OrganizationDomainVerification | null;
  /**
   * How it was verified, or null.
   *
   * @deprecated Use `affiliationVerification` or `ownershipVerification`.
   */
  readonly verification: OrganizationDomainVerification | null;
  /** How many invitations that came of it are waiting for an answer. */
  readonly totalPendingInvitations: number;
  /** How many suggestions that came of it are waiting for an answer. */
  readonly totalPendingSuggestions: number;
  /** The organization, as far as anybody may know, or null. */
  readonly publicOrganizationData?:
    | OrganizationInvitationPublicOrganizationData
    | null;
  /** When it was added, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** How a domain of an organization was, or is to be, verified. */
export interface OrganizationDomainVerification {
  /** How far it has come, such as `unverified` or `verified`. */
  readonly status: string;
  /** How it is done. */
  readonly strategy: string;
  /** How often it was tried, or null where that is not counted. */
  readonly attempts: number | null;
  /** When it ends, in milliseconds since 1970, or null when it does not. */
  readonly expireAt: number | null;
  /** When it was done, in milliseconds since 1970, or null. */
  readonly verifiedAt: number | null;
}
