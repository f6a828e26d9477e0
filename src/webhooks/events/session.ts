import type { WebhookEvents } from "./envelope.ts";
import type { UserWebhookData } from "./user.ts";

/** Where a session was used last. */
export interface SessionActivityWebhookData {
  /** Always `session_activity`. */
  readonly object: string;
  /** Its id. */
  readonly id: string;
  /** The kind of device. */
  readonly device_type?: string | undefined;
  /** Whether it is a mobile device. */
  readonly is_mobile: boolean;
  /** The browser. */
  readonly browser_name?: string | undefined;
  /** The browser's version. */
  readonly browser_version?: string | undefined;
  /** The IP address. */
  readonly ip_address?: string | undefined;
  /** The city that the IP address belongs to. */
  readonly city?: string | undefined;
  /** The country that the IP address belongs to. */
  readonly country?: string | undefined;
}

/** A session of a user. */
export interface SessionWebhookData {
  /** Always `session`. */
  readonly object: "session";
  /** Its id, `sess_…`. */
  readonly id: string;
  /** The user, `user_…`. */
  readonly user_id: string;
  /** The client that it lives on, `client_…`. */
  readonly client_id: string;
  /** Who acts as the user, when it is an impersonation. */
  readonly actor?: Readonly<Record<string, unknown>> | null | undefined;
  /** The state of it. */
  readonly status:
    | "active"
    | "revoked"
    | "ended"
    | "expired"
    | "removed"
    | "abandoned"
    | "replaced"
    | "pending";
  /** The organization that was active last, `org_…`. */
  readonly last_active_organization_id?: string | null | undefined;
  /** When it was used last, in milliseconds since 1970. */
  readonly last_active_at: number;
  /** Where it was used last. */
  readonly latest_activity?: SessionActivityWebhookData | null | undefined;
  /** When it ends, in milliseconds since 1970. */
  readonly expire_at: number;
  /**
   * When it is given up if it is not used until then, in milliseconds since
   * 1970.
   */
  readonly abandon_at: number;
  /** When it was changed last, in milliseconds since 1970. */
  readonly updated_at: number;
  /** When it was made, in milliseconds since 1970. */
  readonly created_at: number;
  /** The user. */
  readonly user?: UserWebhookData | null | undefined;
}

/** A session began or ended. */
export type SessionWebhookEvent = WebhookEvents<
  | "session.created"
  | "session.ended"
  | "session.pending"
  | "session.removed"
  | "session.revoked",
  SessionWebhookData
>;
