import { listRows, mapPage } from "../http/listing.ts";
import { answerList } from "../http/paginated.ts";
import { notFound, refuse } from "../http/refusal.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import { readOwnToken } from "../own_token.ts";
import { takeHandshake } from "../state/handshakes.ts";
import type { ClientRow } from "../state/session_tables.ts";
import { isOpen, writeSession } from "../state/sessions.ts";
import { describeOperations } from "./described.ts";

/** Browsers and apps that users are signed in with. */
export const clients: Operations = describeOperations({
  "GET /clients": (instance, { query }) =>
    answerList(
      mapPage(
        listRows(instance.store.clients, query),
        (client) => showClient(instance, client),
      ),
      query,
    ),
  "GET /clients/{client_id}": (instance, { slots }) => {
    const id = slots.client_id ?? "";
    const client = instance.store.clients.get(id);
    if (client) return showClient(instance, client);
    throw notFound("client", id);
  },
  "POST /clients/verify": verifyClient,
  "GET /clients/handshake_payload": ({ store }, { query }) => {
    const directives = takeHandshake(store, String(query.nonce));
    if (directives) return { directives };
    throw refuse(
      "resource_not_found",
      "No handshake payload was found for the nonce",
    );
  },
});

function showClient({ store, clock }: Instance, client: ClientRow) {
  const now = clock.now();
  const sessions = store.sessions.find("client", client.id)
    .filter((session) => isOpen(session, now))
    .sort((a, b) => a.sequence - b.sequence);
  const last = sessions.find(({ id }) => id === client.lastActiveSessionId);
  return {
    object: "client",
    id: client.id,
    session_ids: sessions.map(({ id }) => id),
    sessions: sessions.map((session) => writeSession(session, now)),
    sign_in_id: null,
    sign_up_id: null,
    last_active_session_id: last?.id ?? null,
    last_authentication_strategy: null,
    updated_at: client.updatedAt,
    created_at: client.createdAt,
  };
}

/** The token is a session token: its client is that of the session. */
async function verifyClient(instance: Instance, { body }: Call) {
  const { store, clock } = instance;
  const token = await readOwnToken(instance, String(body.token));
  if (!token?.sid || (token.exp ?? 0) * 1_000 <= clock.now()) {
    throw refuse("authentication_invalid", "The token is not valid.");
  }
  const session = store.sessions.get(token.sid);
  const client = session && isOpen(session, clock.now())
    ? store.clients.get(session.clientId)
    : undefined;
  if (client) return showClient(instance, client);
  throw refuse("client_not_found", "No client was found for the token.");
}
