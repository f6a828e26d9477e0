import type { Instance } from "./instance.ts";
import type { SessionRow, SessionStatus } from "./state/session_tables.ts";
import { isOpen } from "./state/sessions.ts";
import { tellOfSession } from "./tell_of_session.ts";

/** How a session is ended by somebody. */
export type SessionEnd = Extract<
  SessionStatus,
  "ended" | "removed" | "replaced" | "revoked"
>;

/** Ends a session, unless it is over already, and tells who listens. */
export function endSession(
  instance: Instance,
  session: SessionRow,
  status: SessionEnd,
): SessionRow {
  const { store, clock } = instance;
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
  // There is no event of its own for sessions that others took the place of.
  tellOfSession(instance, ended, status === "replaced" ? "ended" : status);
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
