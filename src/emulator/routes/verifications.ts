import type { JsonObject } from "../../text/json.ts";
import { notFound, refuse, refuseParam } from "../http/refusal.ts";
import type { Call, Instance } from "../instance.ts";
import type { VerificationRow } from "../state/session_tables.ts";
import { sendMessage } from "../send_message.ts";
import { makeCode } from "../state/outbox.ts";
import { readSettings } from "../state/settings.ts";
import { startRow } from "../state/store.ts";
import type { Found, IdentificationKind } from "./identifications.ts";
import { saveUser } from "./users_save.ts";

/** How many wrong codes a verification stands. */
const ATTEMPTS = 3;

/** How long a code counts, in milliseconds. */
const LIFE = 600_000;

/** Begins to verify an address or a number by a code. */
export function prepareVerification(
  instance: Instance,
  { user, each }: Found,
  { strategy }: IdentificationKind,
): JsonObject {
  const { store, clock } = instance;
  const now = clock.now();
  const start = startRow(store, "ver", now);
  const isTest = readSettings(store, "instance").test_mode === true;
  const code = makeCode(each.value, start.id, isTest);
  const row: VerificationRow = {
    ...start,
    identificationId: each.id,
    userId: user.id,
    strategy,
    code,
    verified: false,
    attempts: 0,
    expiresAt: now + LIFE,
  };
  store.verifications.put(row);
  sendMessage(instance, {
    to: each.value,
    kind: "verification_code",
    code,
    recipient: [user.id, each.id],
  });
  return write(row);
}

/** Verifies an address or a number, if the code is right. */
export function attemptVerification(
  instance: Instance,
  { user, each }: Found,
  { body }: Call,
  { list, primary }: IdentificationKind,
): JsonObject {
  const { store, clock } = instance;
  const id = String(body.verification_id);
  const row = store.verifications.get(id);
  if (row?.identificationId !== each.id) throw notFound("verification", id);
  checkOpen(row, clock.now());
  const tried = { ...row, attempts: row.attempts + 1 };
  store.verifications.put(tried);
  if (body.code !== row.code) {
    throw refuseParam("form_code_incorrect", "code", "Incorrect code");
  }
  const done = { ...tried, verified: true };
  store.verifications.put(done);
  saveUser(instance, user, {
    [list]: user[list].map((other) =>
      other.id === each.id
        ? { ...other, status: "verified", byCode: true }
        : other
    ),
    ...(user[primary] === null && { [primary]: each.id }),
  });
  return write(done);
}

/** Refuses a code for what is done, was tried too often, or is over. */
function checkOpen(row: VerificationRow, now: number): void {
  if (row.verified) {
    throw refuse(
      "verification_already_verified",
      "It is verified already.",
    );
  }
  if (row.attempts >= ATTEMPTS) {
    throw refuse(
      "verification_failed",
      "Too many wrong codes were given: prepare another verification.",
    );
  }
  if (row.expiresAt <= now) {
    throw refuse(
      "verification_expired",
      "The code is too old: prepare another verification.",
    );
  }
}

function write(row: VerificationRow): JsonObject {
  return {
    object: "verification",
    id: row.id,
    status: row.verified ? "verified" : "unverified",
    strategy: row.strategy,
    attempts: row.attempts,
    expire_at: row.expiresAt,
    channel: row.strategy === "phone_code" ? "sms" : null,
  };
}
