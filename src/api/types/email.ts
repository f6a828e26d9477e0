import type { ApiError } from "../../errors/api_error.ts";

/** An e-mail that was sent, or is to be. */
export interface Email {
  /** What this is. */
  readonly object: "email";
  /** Its id, `ema_…`. */
  readonly id: string;
  /** The template that it is made from, or null. */
  readonly slug?: string | null;
  /** The part of the sender's address before the @. */
  readonly fromEmailName: string;
  /** The part of the address to reply to before the @, or null. */
  readonly replyToEmailName?: string | null;
  /** The id of the address that it goes to, `idn_…`, or null when no user's. */
  readonly emailAddressId: string | null;
  /** The address that it goes to. */
  readonly toEmailAddress?: string;
  /** The user that it goes to, or null. */
  readonly userId?: string | null;
  /** Its subject. */
  readonly subject?: string;
  /** Its body in HTML. */
  readonly body?: string;
  /** Its body in plain text, or null. */
  readonly bodyPlain?: string | null;
  /** How far it is, such as `queued`. */
  readonly status?: string;
  /** The variables of its template, or null; keys as they were sent. */
  readonly data?: { readonly [name: string]: unknown } | null;
  /** Whether Clerk sends it; otherwise it is for you to send. */
  readonly deliveredByClerk?: boolean;
  /** Why it is held back, or null. */
  readonly suppressionReason?: string | null;
}

/** What became of one e-mail of a batch: the e-mail or errors, never both. */
export type BatchEmailResult = BatchEmailSuccess | BatchEmailFailure;

/** The good half of a {@linkcode BatchEmailResult}. */
export interface BatchEmailSuccess {
  /** Which one of the batch it is; the first is 0. */
  readonly index: number;
  /** The e-mail. */
  readonly email: Email;
  /** Absent. */
  readonly errors?: undefined;
  /** The HTTP status that it would have had on its own. */
  readonly statusCode: number;
  /** Absent. */
  readonly retryAfterSeconds?: undefined;
}

/** What a failed e-mail of a batch leaves behind. */
export interface BatchEmailFailure {
  /** Which one of the batch it is; the first is 0. */
  readonly index: number;
  /** Absent. */
  readonly email?: undefined;
  /** What went wrong. */
  readonly errors: readonly ApiError[];
  /** The HTTP status that it would have had on its own. */
  readonly statusCode: number;
  /** How long the API asks to wait before another try, in seconds. */
  readonly retryAfterSeconds?: number;
}
