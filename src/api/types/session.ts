import type { JwtActor } from "../../jwt/types.ts";

/** Where a session stands; only `active` lets anybody in. */
export type SessionStatus =
  | "abandoned"
  | "active"
  | "ended"
  | "expired"
  | "pending"
  | "removed"
  | "replaced"
  | "revoked";

/** The device that a session was last used on, and from where. */
export interface SessionActivity {
  /** What this is: `session_activity`. */
  readonly object: string;
  /** Its id, `sess_activity_…`. */
  readonly id: string;
  /** The kind of device, such as `Macintosh`. */
  readonly deviceType?: string;
  /** Whether it is a mobile device. */
  readonly isMobile: boolean;
  /** The browser, such as `Chrome`. */
  readonly browserName?: string;
  /** The browser's version. */
  readonly browserVersion?: string;
  /** The IP address. */
  readonly ipAddress?: string;
  /** The city that the IP address belongs to. */
  readonly city?: string;
  /** The country that the IP address belongs to. */
  readonly country?: string;
}

/** What a user still has to do before a session becomes active. */
export interface SessionTask {
  /** Which task it is, such as `choose-organization`. */
  readonly key: string;
}

/** A user's time on one device, from signing in to signing out. */
export interface Session {
  /** What this is. */
  readonly object: "session";
  /** Its id, `sess_…`. */
  readonly id: string;
  /** The user. */
  readonly userId: string;
  /** The client that it lives on, `client_…`. */
  readonly clientId: string;
  /** Who acts as the user, when somebody else does; keys as they were sent. */
  readonly actor?: JwtActor | null;
  /** Where it stands. */
  readonly status: SessionStatus;
  /** The organization that was active last, or null. */
  readonly lastActiveOrganizationId?: string | null;
  /** When it was last used, in milliseconds since 1970. */
  readonly lastActiveAt: number;
  /** What it was last used on, or null. */
  readonly latestActivity?: SessionActivity | null;
  /** When it ends, in milliseconds since 1970. */
  readonly expireAt: number;
  /** When it ends unless it is used before, in milliseconds since 1970. */
  readonly abandonAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** What keeps a pending session from being active, or null. */
  readonly tasks?: readonly SessionTask[] | null;
}
