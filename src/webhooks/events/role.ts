import type { DeletedObjectWebhookData } from "./deleted_object.ts";
import type { WebhookEvents } from "./envelope.ts";

/** A permission that roles can give. */
export interface PermissionWebhookData {
  /** Always `permission`. */
  readonly object: "permission";
  /** Its id, `perm_…`. */
  readonly id: string;
  /** Its name. */
  readonly name: string;
  /** What to check for, such as `org:invoices:create`. */
  readonly key: string;
  /** What it allows. */
  readonly description: string;
  /** Whether it is Clerk's own or yours: `system` or `user`. */
  readonly type?: string | undefined;
  /** When it was made, in milliseconds since 1970. */
  readonly created_at: number;
  /** When it was changed last, in milliseconds since 1970. */
  readonly updated_at: number;
}

/** A role that members of organizations can have. */
export interface RoleWebhookData {
  /** Always `role`. */
  readonly object: "role";
  /** Its id, `role_…`. */
  readonly id: string;
  /** Its name. */
  readonly name: string;
  /** What to check for, such as `org:admin`. */
  readonly key: string;
  /** What it is for. */
  readonly description: string | null;
  /** Whether who makes an organization can get it. */
  readonly is_creator_eligible: boolean;
  /** The permissions that it gives. */
  readonly permissions: readonly PermissionWebhookData[];
  /** When it was made, in milliseconds since 1970. */
  readonly created_at: number;
  /** When it was changed last, in milliseconds since 1970. */
  readonly updated_at: number;
}

/** A permission was made, changed or deleted. */
export type PermissionWebhookEvent =
  | WebhookEvents<
    "permission.created" | "permission.updated",
    PermissionWebhookData
  >
  | WebhookEvents<"permission.deleted", DeletedObjectWebhookData>;

/** A role was made, changed or deleted. */
export type RoleWebhookEvent =
  | WebhookEvents<"role.created" | "role.updated", RoleWebhookData>
  | WebhookEvents<"role.deleted", DeletedObjectWebhookData>;
