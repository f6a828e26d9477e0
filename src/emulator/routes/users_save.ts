import type { JsonObject } from "../../text/json.ts";
import { endSessionsOf } from "../end_sessions.ts";
import { notFound } from "../http/refusal.ts";
import type { Call, Instance } from "../instance.ts";
import type { UserRow } from "../state/user.ts";
import { hasSecondFactor, writeUser } from "../state/user_body.ts";

/** Finds the user that the path names, or refuses. */
export function requireUser({ store }: Instance, { slots }: Call): UserRow {
  const id = slots.user_id ?? "";
  const user = store.users.get(id);
  if (user) return user;
  throw notFound("user", id);
}

/** Writes a user as the API does. */
export function showUser(instance: Instance, user: UserRow): JsonObject {
  return writeUser(user, instance.clock.now(), instance.origin);
}

/** Keeps a changed user, tells who listens, and gives the answer's body. */
export function saveUser(
  instance: Instance,
  user: UserRow,
  change: Partial<UserRow>,
): JsonObject {
  const now = instance.clock.now();
  const saved = followFactors(user, { ...user, ...change, updatedAt: now });
  instance.store.users.put(saved);
  const body = showUser(instance, saved);
  instance.emit("user.updated", body);
  if (saved.banned && !user.banned) endSessionsOf(instance, user.id, "revoked");
  return body;
}

/** Remembers when the first second factor came and when the last one went. */
function followFactors(before: UserRow, after: UserRow): UserRow {
  const had = hasSecondFactor(before);
  const has = hasSecondFactor(after);
  if (had === has) return after;
  return has
    ? { ...after, mfaEnabledAt: after.updatedAt }
    : { ...after, mfaDisabledAt: after.updatedAt };
}
