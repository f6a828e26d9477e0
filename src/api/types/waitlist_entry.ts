import type { Invitation } from "./invitation.ts";

/** Where somebody on the waitlist stands. */
export type WaitlistEntryStatus =
  | "pending"
  | "invited"
  | "rejected"
  | "completed";

/** Somebody who waits for access to the application. */
export interface WaitlistEntry {
  /** What this is. */
  readonly object: "waitlist_entry";
  /** Its id. */
  readonly id: string;
  /** The e-mail address. */
  readonly emailAddress: string;
  /** Where it stands. */
  readonly status: WaitlistEntryStatus;
  /** Whether it is locked, so that it cannot be changed. */
  readonly isLocked?: boolean;
  /** The invitation that was sent, or null. */
  readonly invitation?: Invitation | null;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}
