import type { Instance } from "./instance.ts";
import type { SessionRow } from "./state/session_tables.ts";
import { type SessionStart, startSession } from "./state/sessions.ts";
import { tellOfSession } from "./tell_of_session.ts";
import type { UserRow } from "./state/user.ts";

/** Begins a session of a user, and tells who listens. */
export function beginSession(
  instance: Instance,
  user: UserRow,
  start: Omit<SessionStart, "userId">,
): SessionRow {
  const { store, clock } = instance;
  const now = clock.now();
  const session = startSession(store, { ...start, userId: user.id }, now);
  store.users.put({ ...user, lastSignInAt: now, lastActiveAt: now });
  tellOfSession(instance, session, "created");
  if (session.status === "pending") tellOfSession(instance, session, "pending");
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
