import type { Session } from "./session.ts";

/** A browser or a device, with the sessions that live on it. */
export interface Client {
  /** What this is. */
  readonly object: "client";
  /** Its id, `client_…`. */
  readonly id: string;
  /** The ids of its sessions. */
  readonly sessionIds: readonly string[];
  /** Its sessions. */
  readonly sessions: readonly Session[];
  /** The attempt to sign in that is under way, or null. */
  readonly signInId: string | null;
  /** The attempt to sign up that is under way, or null. */
  readonly signUpId: string | null;
  /** Which of its sessions was active last, or null. */
  readonly lastActiveSessionId: string | null;
  /** How somebody last signed in on it, such as `oauth_google`, or null. */
  readonly lastAuthenticationStrategy: string | null;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
}
