import type { JsonObject } from "../../text/json.ts";
import type { SessionOrganization } from "../session_claims.ts";
import type { SessionRow, SessionWords } from "./session_tables.ts";
import { startRow, type Store } from "./store.ts";

const DAY = 86_400_000;

/** How long a session goes on, in milliseconds. */
export const SESSION_LIFE: number = 7 * DAY;

/** How long until a session counts as abandoned, in milliseconds. */
const ABANDON_AFTER = 30 * DAY;

/** What a session begins with. */
export interface SessionStart {
  /** Its id; a new one by default. */
  readonly id?: string | undefined;
  /** The user. */
  readonly userId: string;
  /** The browser or app that it is in; a new one by default. */
  readonly clientId?: string | undefined;
  /** Whether it has tasks to do first. */
  readonly pending?: boolean | undefined;
  /** The active organization. */
  readonly organizationId?: string | null | undefined;
  /** The same with role and permissions, when a test says so itself. */
  readonly organization?: SessionOrganization | null | undefined;
  /** Who acts as the user, as the claim. */
  readonly actor?: JsonObject | null | undefined;
  /** What its tokens say. */
  readonly words?: SessionWords | undefined;
  /** How long it goes on, in milliseconds. */
  readonly life?: number | undefined;
}

/** Begins a session, in a client that is there or is made. */
export function startSession(
  store: Store,
  start: SessionStart,
  now: number,
): SessionRow {
  const clientId = start.clientId ?? store.ids.next("client");
  const { organization = null, life = SESSION_LIFE } = start;
  const session: SessionRow = {
    ...startRow(store, "sess", now, start.id),
    userId: start.userId,
    clientId,
    status: start.pending ? "pending" : "active",
    organizationId: start.organizationId ?? organization?.id ?? null,
    organization,
    actor: start.actor ?? null,
    words: start.words ?? {},
    refreshToken: store.ids.nextHex("rt"),
    refreshed: [],
    lastActiveAt: now,
    expireAt: now + life,
    abandonAt: now + Math.max(ABANDON_AFTER, life),
    updatedAt: now,
  };
  store.sessions.put(session);
  const client = store.clients.get(clientId) ??
    startRow(store, "client", now, clientId);
  store.clients.put({
    ...client,
    lastActiveSessionId: session.id,
    updatedAt: now,
  });
  if (store.clients.size % MANY === 0) forgetEmpty(store);
  return session;
}

/** How many clients are looked through at a time. */
const MANY = 1_000;

/** Forgets all clients but the last whose users are all gone. */
function forgetEmpty(store: Store): void {
  const empty = [...store.clients.all()]
    .filter(({ id }) => store.sessions.find("client", id).length === 0);
  for (const { id } of empty.slice(0, -MANY / 2)) store.clients.delete(id);
}

/** Takes an organization that is gone out of the sessions, and its keys away. */
export function forgetOrganization(
  store: Store,
  id: string,
  now: number,
): void {
  for (const session of store.sessions.find("organization", id)) {
    store.sessions.put({
      ...session,
      organizationId: null,
      organization: null,
      updatedAt: now,
    });
  }
  for (const key of store.apiKeys.find("subject", id)) {
    store.apiKeys.delete(key.id);
  }
}

/** How a session stands at a time: the clock ends those that nobody ended. */
export function statusOf(
  { status, expireAt, abandonAt }: SessionRow,
  now: number,
): SessionRow["status"] | "expired" | "abandoned" {
  if (status !== "active" && status !== "pending") return status;
  return now >= abandonAt ? "abandoned" : now >= expireAt ? "expired" : status;
}

/** Whether a session goes on at a time. */
export function isOpen(session: SessionRow, now: number): boolean {
  return ["active", "pending"].includes(statusOf(session, now));
}

/** Writes a session as the API does. */
export function writeSession(session: SessionRow, now: number): JsonObject {
  const status = statusOf(session, now);
  return {
    object: "session",
    id: session.id,
    user_id: session.userId,
    client_id: session.clientId,
    actor: session.actor,
    status,
    last_active_organization_id: session.organizationId,
    last_active_at: session.lastActiveAt,
    latest_activity: {
      object: "session_activity",
      id: session.id.replace(/^sess_/, "sess_activity_"),
      is_mobile: false,
    },
    expire_at: session.expireAt,
    abandon_at: session.abandonAt,
    updated_at: session.updatedAt,
    created_at: session.createdAt,
    tasks: status === "pending" ? [{ key: "choose-organization" }] : null,
  };
}
