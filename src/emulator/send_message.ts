import type { JsonObject } from "../text/json.ts";
import type { Instance } from "./instance.ts";
import {
  type MessageKind,
  type MessageRow,
  postMessage,
} from "./state/outbox.ts";
import { readSettings } from "./state/settings.ts";

/** A message to somebody. */
export interface Message {
  /** What it is for. */
  readonly kind: MessageKind;
  /** Who it is for: an e-mail address, or a number for a text message. */
  readonly to: string;
  /** The code in it. */
  readonly code?: string | undefined;
  /** The link in it. */
  readonly url?: string | null | undefined;
  /** The template, where it is not called as the kind is. */
  readonly template?: string | undefined;
  /** The user that it is for, and the id of the address or the number. */
  readonly recipient?: readonly [userId: string, identificationId: string];
  /** What its template says besides. */
  readonly data?: JsonObject | undefined;
}

/** The names of Clerk's templates, and the subjects. */
const TEMPLATES: { readonly [kind in MessageKind]: readonly [string, string] } =
  {
    invitation: ["invitation", "You are invited to sign up"],
    organization_invitation: [
      "organization_invitation",
      "You are invited to an organization",
    ],
    verification_code: ["verification_code", "is your verification code"],
    sign_in_code: ["verification_code", "is your verification code"],
    waitlist_confirmation: [
      "waitlist_confirmation",
      "You are on the waitlist",
    ],
  };

/** What text messages come from: a number that is nobody's. */
const SENDER = "+15005550006";

/** Keeps a message in place of sending it, and tells who listens of it. */
export function sendMessage(instance: Instance, message: Message): void {
  const { store, clock, emit } = instance;
  const { to, kind, code = null, url = null } = message;
  const row = postMessage(store, clock.now(), { to, kind, code, url });
  if (to.includes("@")) {
    emit("email.created", writeEmail(instance, row, message));
  } else emit("sms.created", writeText(instance, row, message));
}

function writeEmail(
  instance: Instance,
  row: MessageRow,
  message: Message,
): JsonObject {
  const [template, subject] = describe(message);
  const text = [subject, row.url].filter(Boolean).join(": ");
  const [userId, identificationId] = message.recipient ?? [];
  return {
    object: "email",
    id: row.id,
    slug: template,
    from_email_name: readSettings(instance.store, "auth").from_email_address,
    reply_to_email_name: null,
    to_email_address: row.to,
    email_address_id: identificationId ?? null,
    user_id: userId ?? null,
    subject,
    body: `<p>${text.replaceAll("&", "&amp;")}</p>`,
    body_plain: text,
    status: "queued",
    data: writeData(instance, row, message),
    delivered_by_clerk: true,
  };
}

function writeText(
  instance: Instance,
  row: MessageRow,
  message: Message,
): JsonObject {
  const [template, subject] = describe(message);
  const [userId, identificationId] = message.recipient ?? [];
  return {
    object: "sms_message",
    id: row.id,
    slug: template,
    from_phone_number: SENDER,
    to_phone_number: row.to,
    phone_number_id: identificationId ?? null,
    user_id: userId ?? null,
    message: subject,
    status: "queued",
    data: writeData(instance, row, message),
    delivered_by_clerk: true,
    created_at_ms: row.createdAt,
  };
}

/** The template and the subject, which begins with the code. */
function describe(
  { kind, code, template }: Message,
): readonly [template: string, subject: string] {
  const [usual, subject] = TEMPLATES[kind];
  return [template ?? usual, code ? `${code} ${subject}` : subject];
}

/** The variables of the template, by the names that Clerk's have. */
function writeData(
  { origin }: Instance,
  { code, url }: MessageRow,
  { data }: Message,
): JsonObject {
  return {
    app: { name: "Clerk emulator", url: origin },
    ...(code !== null && { otp_code: code }),
    ...(url !== null && { action_url: url }),
    ...data,
  };
}
