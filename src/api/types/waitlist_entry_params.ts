import type { PageParams } from "./pagination.ts";
import type { WaitlistEntryStatus } from "./waitlist_entry.ts";

/** What waitlist entries can be sorted by. */
export type WaitlistEntrySortKey =
  | "email_address"
  | "created_at"
  | "invited_at";

/** An order of waitlist entries: `+` or nothing for ascending, `-` for descending. */
export type WaitlistEntryOrder = `${"" | "+" | "-"}${WaitlistEntrySortKey}`;

/** What `waitlistEntries.list` takes. */
export interface WaitlistEntryListParams extends PageParams {
  /** The e-mail address or the id to look for. */
  readonly query?: string | undefined;
  /** Only those that stand there; all by default. */
  readonly status?: WaitlistEntryStatus | undefined;
  /** The order; `-created_at`, the newest first, by default. */
  readonly orderBy?: WaitlistEntryOrder | undefined;
}

/** What `waitlistEntries.create` takes. */
export interface WaitlistEntryCreateParams {
  /** The e-mail address. */
  readonly emailAddress: string;
  /** Whether to tell them by e-mail that they are on the list; true by default. */
  readonly notify?: boolean | null | undefined;
}

/** What `waitlistEntries.createBulk` takes: 1 to 50 entries. */
export type WaitlistEntryBulkCreateParams =
  readonly WaitlistEntryCreateParams[];

/** What `waitlistEntries.invite` takes. */
export interface WaitlistEntryInviteParams {
  /**
   * Whether to invite even an address that has an invitation or is a user's
   * already; false by default.
   */
  readonly ignoreExisting?: boolean | null | undefined;
}
