import type { Instance } from "./instance.ts";
import type { SessionRow } from "./state/session_tables.ts";
import {
  type SessionStart,
  startSession,
  writeSession,
} from "./state/sessions.ts";
import type { UserRow } from "./state/user.ts";

/** Begins a session of a user, and tells who listens. */
export function beginSession(
  { store, clock, emit }: Instance,
  user: UserRow,
  start: Omit<SessionStart, "userId">,
): SessionRow {
  const now = clock.now();
  const session = startSession(store, { ...start, userId: user.id }, now);
  store.users.put({ ...user, lastSignInAt: now, lastActiveAt: now });
  emit("session.created", writeSession(session, now));
  return session;
}

/** Why a user cannot sign in; undefined when nothing is in the way. */
export function whyNotSignable(
  user: UserRow,
  now: number,
): "banned" | "locked" | undefined {
  if (user.banned) return "banned";
  return (user.lockedUntil ?? 0) > now ? "locked" : undefined;
}
