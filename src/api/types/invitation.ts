import type { UserPublicMetadata } from "./metadata.ts";

/** Where an invitation to the application stands. */
export type InvitationStatus = "pending" | "accepted" | "revoked" | "expired";

/** An invitation to sign up to the application. */
export interface Invitation {
  /** What this is. */
  readonly object: "invitation";
  /** Its id, `inv_…`. */
  readonly id: string;
  /** Where it was sent. */
  readonly emailAddress: string;
  /** What the user to come will hold as public metadata. */
  readonly publicMetadata: UserPublicMetadata;
  /** Whether it has been revoked. */
  readonly revoked?: boolean;
  /** Where it stands. */
  readonly status: InvitationStatus;
  /** The link that accepts it: whoever has it may sign up with the address. */
  readonly url?: string;
  /** When it ends, in milliseconds since 1970, or null when it does not. */
  readonly expiresAt?: number | null;
  /** When it was sent, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}
