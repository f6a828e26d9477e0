import type { WebhookEvents } from "./envelope.ts";
import type { OrganizationWebhookData } from "./organization.ts";

/** What anybody may know about a member. */
export interface MemberWebhookData {
  /** The id, `user_…`. */
  readonly user_id: string;
  /** The first name. */
  readonly first_name: string | null;
  /** The last name. */
  readonly last_name: string | null;
  /** The address of the picture; deprecated in favour of `image_url`. */
  readonly profile_image_url?: string | null | undefined;
  /** The address of the picture. */
  readonly image_url: string;
  /** Whether the picture was uploaded or comes from a provider. */
  readonly has_image: boolean;
  /** The email address, phone number or user name. */
  readonly identifier?: string | null | undefined;
  /** The user name. */
  readonly username?: string | null | undefined;
  /** Whether the user may not sign in. */
  readonly banned?: boolean | undefined;
  /** Whether a directory has withdrawn the user. */
  readonly deprovisioned?: boolean | undefined;
}

/** A membership of a user in an organization. */
export interface OrganizationMembershipWebhookData {
  /** Always `organization_membership`. */
  readonly object: "organization_membership";
  /** Its id, `orgmem_…`. */
  readonly id: string;
  /** The role, such as `org:admin`. */
  readonly role: string;
  /** The name of the role. */
  readonly role_name?: string | undefined;
  /** The permissions that the role gives. */
  readonly permissions: readonly string[];
  /** Metadata that the user can read. */
  readonly public_metadata: Readonly<Record<string, unknown>>;
  /** Metadata for the backend alone. */
  readonly private_metadata?: Readonly<Record<string, unknown>> | undefined;
  /** The organization. */
  readonly organization: OrganizationWebhookData;
  /** What anybody may know about the user. */
  readonly public_user_data?: MemberWebhookData | null | undefined;
  /** When it was made, in milliseconds since 1970. */
  readonly created_at: number;
  /** When it was changed last, in milliseconds since 1970. */
  readonly updated_at: number;
}

/** A user got into an organization, got another role, or got out. */
export type OrganizationMembershipWebhookEvent = WebhookEvents<
  | "organizationMembership.created"
  | "organizationMembership.deleted"
  | "organizationMembership.updated",
  OrganizationMembershipWebhookData
>;
