import { startRow, type Store } from "./store.ts";
import type { Row, Table } from "./table.ts";

/** What a message is for. */
export type MessageKind =
  /** Somebody is invited to sign up. */
  | "invitation"
  /** Somebody is invited to an organization. */
  | "organization_invitation"
  /** An address or a number is to be verified. */
  | "verification_code"
  /** Somebody wants to sign in. */
  | "sign_in_code"
  /** Somebody was put on the waitlist. */
  | "waitlist_confirmation";

/** A message that is kept. Never changed. */
export interface MessageRow extends Row {
  /** Who it is for: an e-mail address, or a number for a text message. */
  readonly to: string;
  /** What it is for. */
  readonly kind: MessageKind;
  /** The code in it. */
  readonly code: string | null;
  /** The link in it. */
  readonly url: string | null;
}

/** Messages that nobody got. */
export interface OutboxTables {
  /** The messages. */
  readonly outbox: Table<MessageRow, never>;
}

/** What a test can read of a message that Clerk would have sent. */
export interface OutboxMessage {
  /** Whether it is an e-mail or a text message. */
  readonly channel: "email" | "sms";
  /** Who it is for: an e-mail address or a phone number. */
  readonly to: string;
  /** What it is for. */
  readonly kind: MessageKind;
  /** The code in it, if there is one. */
  readonly code: string | undefined;
  /** The link in it, if there is one. */
  readonly url: string | undefined;
  /** When it was sent, in milliseconds since 1970, by the emulator's clock. */
  readonly at: number;
}

/** How many messages are kept. */
const LENGTH = 1_000;

/** The code that Clerk takes for the addresses and numbers made for tests. */
const TEST_CODE = "424242";

/** Addresses and numbers that are made for tests: Clerk sends nothing to them. */
const TEST_RECIPIENT = /\+clerk_test(?:\+[^@]*)?@|^\+1\d{3}55501\d\d$/;

/** Keeps a message, and lets go of the oldest when there are too many. */
export function postMessage(
  store: Store,
  at: number,
  message: Omit<MessageRow, "id" | "createdAt" | "sequence">,
): MessageRow {
  const { outbox } = store;
  const kind = message.to.includes("@") ? "ema" : "sms";
  const row = { ...message, ...startRow(store, kind, at) };
  outbox.put(row);
  const surplus = [...outbox.newest(undefined, LENGTH)];
  for (const { id } of surplus) outbox.delete(id);
  return row;
}

/**
 * Makes the code of a message: 424242 to who is made for tests, as Clerk does in
 * its test mode, else six digits that follow from an id, and so are random when
 * ids are.
 */
export function makeCode(to: string, id: string, testMode: boolean): string {
  if (testMode && TEST_RECIPIENT.test(to)) return TEST_CODE;
  let hash = 0;
  for (const letter of id) {
    hash = (hash * 31 + letter.charCodeAt(0)) % 999_983;
  }
  return String(hash).padStart(6, "0");
}

/** Lists the messages, the oldest first. */
export function listMessages({ outbox }: Store): readonly OutboxMessage[] {
  return [...outbox.newest()].reverse().map((row) => ({
    channel: row.to.includes("@") ? "email" : "sms",
    to: row.to,
    kind: row.kind,
    code: row.code ?? undefined,
    url: row.url ?? undefined,
    at: row.createdAt,
  }));
}
