import { beginSession, whyNotSignable } from "../begin_session.ts";
import { endSession } from "../end_sessions.ts";
import { listRows, mapPage } from "../http/listing.ts";
import { answerList } from "../http/paginated.ts";
import { notFound, refuse, refuseParam } from "../http/refusal.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import { readOwnToken } from "../own_token.ts";
import { findPlace } from "../session_token.ts";
import type { SessionRow } from "../state/session_tables.ts";
import { isOpen, statusOf, writeSession } from "../state/sessions.ts";
import { describeOperations } from "./described.ts";

/** Sessions: reading, making and ending them. */
export const sessions: Operations = describeOperations({
  "GET /sessions": listSessions,
  "POST /sessions": createSession,
  "GET /sessions/{session_id}": (instance, call) =>
    showSession(instance, requireSession(instance, call)),
  "POST /sessions/{session_id}/revoke": (instance, call) => {
    const session = requireSession(instance, call);
    return showSession(instance, endSession(instance, session, "revoked"));
  },
  "POST /sessions/{session_id}/verify": verifySession,
});

/** Finds the session that the path names, or refuses. */
export function requireSession(
  { store }: Instance,
  { slots }: Call,
): SessionRow {
  const id = slots.session_id ?? "";
  const session = store.sessions.get(id);
  if (session) return session;
  throw notFound("session", id);
}

/** Finds the session that the path names if it goes on, or refuses. */
export function requireOpenSession(
  instance: Instance,
  call: Call,
): SessionRow {
  const session = requireSession(instance, call);
  if (isOpen(session, instance.clock.now())) return session;
  throw refuse(
    "resource_not_found",
    `No active session was found with id ${session.id}`,
  );
}

function showSession({ clock }: Instance, session: SessionRow) {
  return writeSession(session, clock.now());
}

function listSessions(instance: Instance, { query }: Call) {
  const { store, clock } = instance;
  const { user_id: userId, client_id: clientId, status } = query;
  const now = clock.now();
  const found = typeof userId === "string"
    ? store.sessions.find("user", userId)
    : typeof clientId === "string"
    ? store.sessions.find("client", clientId)
    : store.sessions;
  const test = (session: SessionRow) =>
    (clientId === undefined || session.clientId === clientId) &&
    (status === undefined || statusOf(session, now) === status);
  const filtered = clientId !== undefined || status !== undefined;
  const page = listRows(found, query, {}, filtered ? test : undefined);
  return answerList(
    mapPage(page, (session) => writeSession(session, now)),
    query,
  );
}

function createSession(instance: Instance, { body }: Call) {
  const { store, clock } = instance;
  const userId = String(body.user_id);
  const user = store.users.get(userId);
  if (!user) throw notFound("user", userId);
  const why = whyNotSignable(user, clock.now());
  if (why !== undefined) {
    throw refuseParam(
      "form_param_value_invalid",
      "user_id",
      `The user ${userId} is ${why}.`,
    );
  }
  const organizationId = typeof body.active_organization_id === "string"
    ? body.active_organization_id
    : null;
  if (organizationId !== null && !findPlace(store, userId, organizationId)) {
    throw notFound("organization", organizationId);
  }
  return showSession(
    instance,
    beginSession(instance, user, { organizationId }),
  );
}

/** The token must be of this very session, and its time not be over. */
async function verifySession(instance: Instance, call: Call) {
  const { clock } = instance;
  requireSession(instance, call);
  const token = await readOwnToken(instance, String(call.body.token));
  const session = requireOpenSession(instance, call);
  if (
    token?.sid === session.id && (token.exp ?? 0) * 1_000 > clock.now()
  ) return showSession(instance, session);
  throw refuse(
    "invalid_session_token",
    "The token is no valid token of this session.",
  );
}
