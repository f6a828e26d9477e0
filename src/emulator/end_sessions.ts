import type { Instance } from "./instance.ts";
import type { SessionRow, SessionStatus } from "./state/session_tables.ts";
import { isOpen, writeSession } from "./state/sessions.ts";

/** How a session is ended by somebody. */
export type SessionEnd = Extract<
  SessionStatus,
  "ended" | "removed" | "replaced" | "revoked"
>;

/** Ends a session, unless it is over already, and tells who listens. */
export function endSession(
  { store, clock, emit }: Instance,
  session: SessionRow,
  status: SessionEnd,
): SessionRow {
  const now = clock.now();
  if (!isOpen(session, now)) return session;
  const ended = { ...session, status, updatedAt: now };
  store.sessions.put(ended);
  const client = store.clients.get(session.clientId);
  if (client?.lastActiveSessionId === session.id) {
    const next = store.sessions.find("client", client.id)
      .find((each) => isOpen(each, now));
    store.clients.put({
      ...client,
      lastActiveSessionId: next?.id ?? null,
      updatedAt: now,
    });
  }
  emit(`session.${status}`, writeSession(ended, now));
  return ended;
}

/** Ends the sessions of a user. */
export function endSessionsOf(
  instance: Instance,
  userId: string,
  status: SessionEnd,
): void {
  for (const session of instance.store.sessions.find("user", userId)) {
    endSession(instance, session, status);
  }
}
