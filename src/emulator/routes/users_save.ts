import { isObject, type JsonObject } from "../../text/json.ts";
import { endSessionsOf } from "../end_sessions.ts";
import { notFound } from "../http/refusal.ts";
import type { Call, Instance } from "../instance.ts";
import type { UserRow } from "../state/user.ts";
import { writeUser } from "../state/user_body.ts";

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
  const had = before.totpSecret !== null;
  const has = after.totpSecret !== null;
  if (had === has) return after;
  return has
    ? { ...after, mfaEnabledAt: after.updatedAt }
    : { ...after, mfaDisabledAt: after.updatedAt };
}

/** Merges metadata into metadata, at every depth; null takes a member away. */
export function mergeMetadata(
  into: JsonObject,
  from: JsonObject,
): JsonObject {
  const merged = new Map(Object.entries(into));
  for (const [name, value] of Object.entries(from)) {
    const old = merged.get(name);
    if (value === null) merged.delete(name);
    else if (isObject(value)) {
      merged.set(name, mergeMetadata(isObject(old) ? old : {}, value));
    } else merged.set(name, value);
  }
  return Object.fromEntries(merged);
}

/** Reads an object out of a body; undefined when it is not there. */
export function readMap(value: unknown): JsonObject | undefined {
  return value === null ? {} : isObject(value) ? value : undefined;
}
