import type { DeletedObjectWebhookData } from "./deleted_object.ts";
import type { WebhookEvents } from "./envelope.ts";
import type { PublicOrganizationWebhookData } from "./organization.ts";

/** How the domain of an organization was verified. */
export interface OrganizationDomainVerificationWebhookData {
  /** How far it is, such as `verified`. */
  readonly status: string;
  /** How it is done. */
  readonly strategy: string;
  /** How often it was tried. */
  readonly attempts: number | null;
  /** When it ends, in milliseconds since 1970. */
  readonly expire_at: number | null;
  /** When it was done, in milliseconds since 1970. */
  readonly verified_at?: number | null | undefined;
}

/** A domain of an organization. */
export interface OrganizationDomainWebhookData {
  /** Always `organization_domain`. */
  readonly object: "organization_domain";
  /** Its id, `orgdmn_…`. */
  readonly id: string;
  /** The organization, `org_…`. */
  readonly organization_id: string;
  /** The domain. */
  readonly name: string;
  /** How users with an address in it get into the organization. */
  readonly enrollment_mode:
    | "manual_invitation"
    | "automatic_invitation"
    | "automatic_suggestion"
    | "enterprise_sso";
  /** The address in it that it is verified by. */
  readonly affiliation_email_address: string | null;
  /** How it was verified that the organization belongs to it. */
  readonly affiliation_verification?:
    | OrganizationDomainVerificationWebhookData
    | null
    | undefined;
  /** How it was verified that it belongs to the organization. */
  readonly ownership_verification?:
    | OrganizationDomainVerificationWebhookData
    | null
    | undefined;
  /** How it was verified; deprecated in favour of the other two. */
  readonly verification: OrganizationDomainVerificationWebhookData | null;
  /** How many invitations wait for an answer. */
  readonly total_pending_invitations: number;
  /** How many suggestions wait for an answer. */
  readonly total_pending_suggestions: number;
  /** What anybody may know about the organization. */
  readonly public_organization_data?:
    | PublicOrganizationWebhookData
    | null
    | undefined;
  /** When it was made, in milliseconds since 1970. */
  readonly created_at: number;
  /** When it was changed last, in milliseconds since 1970. */
  readonly updated_at: number;
}

/** A domain of an organization was added, changed or removed. */
export type OrganizationDomainWebhookEvent =
  | WebhookEvents<
    "organizationDomain.created" | "organizationDomain.updated",
    OrganizationDomainWebhookData
  >
  | WebhookEvents<"organizationDomain.deleted", DeletedObjectWebhookData>;
