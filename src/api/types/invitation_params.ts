import type { InvitationStatus } from "./invitation.ts";
import type { UserPublicMetadata } from "./metadata.ts";
import type { PageParams } from "./pagination.ts";

/** What invitations can be sorted by. */
export type InvitationSortKey = "created_at" | "email_address" | "expires_at";

/** An order of invitations: `+` or nothing for ascending, `-` for descending. */
export type InvitationOrder = `${"" | "+" | "-"}${InvitationSortKey}`;

/** What `getInvitationList` takes. */
export interface GetInvitationListParams extends PageParams {
  /** Only those that stand there; by default, all that are not revoked. */
  readonly status?: InvitationStatus | undefined;
  /** Text that the e-mail address or the id must hold. */
  readonly query?: string | undefined;
  /** The order; `-created_at`, the newest first, by default. */
  readonly orderBy?: InvitationOrder | undefined;
}

/** What `createInvitation` takes. */
export interface CreateInvitationParams {
  /** Where to send it. */
  readonly emailAddress: string;
  /** What the user to come will hold as public metadata. */
  readonly publicMetadata?: UserPublicMetadata | undefined;
  /** Where its link leads, for a sign-up page of your own. */
  readonly redirectUrl?: string | undefined;
  /** Whether to send an e-mail; true by default. */
  readonly notify?: boolean | null | undefined;
  /** Whether to invite an address again, or one that has a user; false by default. */
  readonly ignoreExisting?: boolean | null | undefined;
  /** In how many days it ends: 1 to 365, 30 by default. */
  readonly expiresInDays?: number | null | undefined;
  /** The text of the e-mail; `invitation` by default. */
  readonly templateSlug?: "invitation" | "waitlist_invitation" | undefined;
}

/** One of the invitations that `createInvitationBulk` takes. */
export interface NewInvitation
  extends Omit<CreateInvitationParams, "publicMetadata" | "redirectUrl"> {
  /** What the user to come will hold as public metadata. */
  readonly publicMetadata?: UserPublicMetadata | null | undefined;
  /** Where its link leads, for a sign-up page of your own. */
  readonly redirectUrl?: string | null | undefined;
}
