import type { WebhookEvents } from "./envelope.ts";
import type { PublicOrganizationWebhookData } from "./organization.ts";

/** What anybody may know about who sent an invitation. */
export interface InviterWebhookData {
  /** The id, `user_…`. */
  readonly user_id: string;
  /** The first name. */
  readonly first_name: string | null;
  /** The last name. */
  readonly last_name: string | null;
  /** The address of the picture. */
  readonly image_url: string;
  /** Whether the picture was uploaded or comes from a provider. */
  readonly has_image: boolean;
  /** The email address, phone number or user name. */
  readonly identifier: string;
}

/** An invitation to an organization. */
export interface OrganizationInvitationWebhookData {
  /** Always `organization_invitation`. */
  readonly object: "organization_invitation";
  /** Its id, `orginv_…`. */
  readonly id: string;
  /** The address that it went to. */
  readonly email_address: string;
  /** The role that it offers, such as `org:member`. */
  readonly role: string;
  /** The name of that role. */
  readonly role_name: string;
  /** The organization, `org_…`. */
  readonly organization_id?: string | undefined;
  /** Who sent it, `user_…`. */
  readonly inviter_id?: string | null | undefined;
  /** What anybody may know about who sent it. */
  readonly public_inviter_data?: InviterWebhookData | null | undefined;
  /** What anybody may know about the organization. */
  readonly public_organization_data?:
    | PublicOrganizationWebhookData
    | null
    | undefined;
  /** How far it is, such as `pending`. */
  readonly status?: string | undefined;
  /** Metadata that the membership will take over. */
  readonly public_metadata: Readonly<Record<string, unknown>>;
  /** Metadata for the backend alone, which the membership will take over. */
  readonly private_metadata?: Readonly<Record<string, unknown>> | undefined;
  /** The link in it. */
  readonly url: string | null;
  /** When it ends, in milliseconds since 1970. */
  readonly expires_at: number | null;
  /** When it was made, in milliseconds since 1970. */
  readonly created_at: number;
  /** When it was changed last, in milliseconds since 1970. */
  readonly updated_at: number;
}

/** More about an invitation that was accepted. */
export interface AcceptedInvitationDetailsWebhookData {
  /** What anybody may know about the organization. */
  readonly public_organization_data?:
    | PublicOrganizationWebhookData
    | null
    | undefined;
}

/** An invitation to an organization that was accepted. */
export interface OrganizationInvitationAcceptedWebhookData
  extends OrganizationInvitationWebhookData {
  /** The user who accepted it, `user_…`. */
  readonly user_id: string;
  /** More about it. */
  readonly data?: AcceptedInvitationDetailsWebhookData | undefined;
}

/** An invitation to an organization was sent or revoked. */
export type OrganizationInvitationWebhookEvent = WebhookEvents<
  "organizationInvitation.created" | "organizationInvitation.revoked",
  OrganizationInvitationWebhookData
>;

/** An invitation to an organization was accepted. */
export type OrganizationInvitationAcceptedWebhookEvent = WebhookEvents<
  "organizationInvitation.accepted",
  OrganizationInvitationAcceptedWebhookData
>;
