import type { DeletedObjectWebhookData } from "./deleted_object.ts";
import type { WebhookEvents } from "./envelope.ts";

/** An organization. */
export interface OrganizationWebhookData {
  /** Always `organization`. */
  readonly object: "organization";
  /** Its id, `org_…`. */
  readonly id: string;
  /** Its name. */
  readonly name: string;
  /** Its slug. */
  readonly slug: string;
  /** The address of its logo. */
  readonly image_url?: string | undefined;
  /** Whether its logo was uploaded. */
  readonly has_image: boolean;
  /** How many members it has. */
  readonly members_count?: number | undefined;
  /** Whether it has no member that may manage it. */
  readonly missing_member_with_elevated_permissions?: boolean | undefined;
  /** How many invitations wait for an answer. */
  readonly pending_invitations_count?: number | undefined;
  /** How many members it may have; 0 for no limit. */
  readonly max_allowed_memberships: number;
  /** Whether its administrators may delete it. */
  readonly admin_delete_enabled: boolean;
  /** Metadata that its members can read. */
  readonly public_metadata: Readonly<Record<string, unknown>> | null;
  /** Metadata for the backend alone. */
  readonly private_metadata?: Readonly<Record<string, unknown>> | undefined;
  /** The user who made it, `user_…`. */
  readonly created_by?: string | undefined;
  /** When it was made, in milliseconds since 1970. */
  readonly created_at: number;
  /** When it was changed last, in milliseconds since 1970. */
  readonly updated_at: number;
  /** When it was active last, in milliseconds since 1970. */
  readonly last_active_at?: number | undefined;
  /** The set of roles that it uses. */
  readonly role_set_key?: string | null | undefined;
}

/** What anybody may know about an organization. */
export interface PublicOrganizationWebhookData {
  /** Its id, `org_…`. */
  readonly id: string;
  /** Its name. */
  readonly name: string;
  /** Its slug. */
  readonly slug: string;
  /** The address of its logo. */
  readonly image_url?: string | undefined;
  /** Whether its logo was uploaded. */
  readonly has_image: boolean;
}

/** An organization was made, changed or deleted. */
export type OrganizationWebhookEvent =
  | WebhookEvents<
    "organization.created" | "organization.updated",
    OrganizationWebhookData
  >
  | WebhookEvents<"organization.deleted", DeletedObjectWebhookData>;
