import type { Instance } from "./instance.ts";
import type { SessionRow } from "./state/session_tables.ts";
import { writeSession } from "./state/sessions.ts";
import { writeUser } from "./state/user_body.ts";

/** Tells who listens what became of a session: its body, with its user. */
export function tellOfSession(
  { store, clock, origin, emit }: Instance,
  session: SessionRow,
  what: "created" | "pending" | "ended" | "removed" | "revoked",
): void {
  const now = clock.now();
  const user = store.users.get(session.userId);
  const { tasks: _, ...body } = writeSession(session, now);
  emit(`session.${what}`, {
    ...body,
    user: user ? writeUser(user, now, origin) : null,
  });
}
