import type { RequestOptions } from "../../rest/options.ts";

/** Somebody's address. */
export interface Mailbox {
  /** The address. */
  readonly address: string;
  /** The name to show beside it. */
  readonly name?: string | undefined;
}

/** Whom an e-mail goes to: an address, or a user's primary one. */
export type EmailRecipient =
  | {
    /** The address. */
    readonly address: string;
    /** Goes without `address` only. */
    readonly userId?: undefined;
  }
  | {
    /** Goes without `userId` only. */
    readonly address?: undefined;
    /** The user's id. */
    readonly userId: string;
  };

/** A file that goes along with an e-mail. */
export interface EmailAttachment {
  /** Its name. */
  readonly filename: string;
  /** What is in it, in base64. */
  readonly content: string;
}

/** The body of an e-mail: HTML, plain text, or both. */
export type EmailContent =
  | {
    /** The body in HTML. */
    readonly html: string;
    /** The body in plain text. */
    readonly text?: string | undefined;
  }
  | {
    /** The body in HTML. */
    readonly html?: string | undefined;
    /** The body in plain text. */
    readonly text: string;
  };

/** What an e-mail has around its body. */
export interface EmailEnvelope {
  /** Whom it goes to. */
  readonly to: EmailRecipient;
  /** Whom it comes from: an address of the instance's domain. */
  readonly from: Mailbox;
  /** Whom an answer goes to; the sender by default. */
  readonly replyTo?: Mailbox | undefined;
  /** The subject. */
  readonly subject: string;
  /** The addresses that get a copy. */
  readonly cc?: readonly string[] | undefined;
  /** The addresses that get a copy without the others knowing. */
  readonly bcc?: readonly string[] | undefined;
  /** Headers of the e-mail itself, sent as they are. */
  readonly headers?: { readonly [name: string]: string } | undefined;
  /** Files that go along. */
  readonly attachments?: readonly EmailAttachment[] | undefined;
}

/** What `emails.create` takes. */
export type CreateEmailParams = EmailEnvelope & EmailContent;

/** What makes a repeated e-mail count once. */
export interface EmailIdempotency {
  /**
   * A text of your own, 1 to 255 letters, digits, `_` and `-`: what is sent
   * again with the same one is not delivered again.
   */
  readonly idempotencyKey?: string | undefined;
}

/** One e-mail of a batch. */
export type BatchEmailParams = CreateEmailParams & EmailIdempotency;

/** What a call of `emails.create` may be given besides its arguments. */
export interface CreateEmailOptions extends RequestOptions, EmailIdempotency {}
