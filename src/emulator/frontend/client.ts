import type { JsonObject } from "../../text/json.ts";
import { answer } from "../http/answer.ts";
import { notFound, refuse } from "../http/refusal.ts";
import type { Call, Instance } from "../instance.ts";
import type { SessionRow } from "../state/session_tables.ts";
import { isOpen, writeSession } from "../state/sessions.ts";
import { writeUser } from "../state/user_body.ts";
import { readForm } from "./form.ts";
import { activateOrganization, signSessionFor } from "./sessions.ts";
import { findBrowser, readVisitor, writeVisitorCookie } from "./visitor.ts";

/** Makes a browser known. */
export function createBrowser(instance: Instance, { exchange }: Call) {
  const { browser } = readVisitor(instance, exchange);
  return answer({ id: browser.id }, 200, {
    "set-cookie": writeVisitorCookie(browser),
  });
}

/** Shows the client that a browser is, with its sessions and their tokens. */
export async function showClient(instance: Instance, { exchange }: Call) {
  const { store, clock } = instance;
  const browser = findBrowser(instance, exchange);
  const client = browser && store.clients.get(browser.clientId);
  if (!client) return { response: null, client: null };
  const open = store.sessions.find("client", client.id)
    .filter((session) => isOpen(session, clock.now()));
  const origin = exchange.headers.get("origin") ?? undefined;
  const response = {
    object: "client",
    id: client.id,
    sessions: await Promise.all(
      open.map((session) => showSession(instance, session, origin)),
    ),
    sign_in: null,
    sign_up: null,
    last_active_session_id: client.lastActiveSessionId,
    created_at: client.createdAt,
    updated_at: client.updatedAt,
  };
  return { response, client: null };
}

async function showSession(
  instance: Instance,
  session: SessionRow,
  origin: string | undefined,
): Promise<JsonObject> {
  const { store, clock } = instance;
  const user = store.users.get(session.userId);
  const jwt = await signSessionFor(instance, session, origin);
  return {
    ...writeSession(session, clock.now()),
    last_active_token: { object: "token", jwt },
    user: user
      ? showOwnUser(writeUser(user, clock.now(), instance.origin))
      : null,
  };
}

/** What is the backend's alone is not for the browser. */
function showOwnUser(
  { private_metadata: _, ...user }: JsonObject,
): JsonObject {
  return user;
}

/** Makes a token of a session of the browser, of an organization if it says so. */
export async function createSessionToken(
  instance: Instance,
  { exchange, slots }: Call,
) {
  const { store, clock } = instance;
  const browser = findBrowser(instance, exchange);
  if (!browser) {
    throw refuse("authentication_invalid", "Nobody knows this browser.");
  }
  const id = slots.session_id ?? "";
  const session = store.sessions.get(id);
  if (session?.clientId !== browser.clientId) throw notFound("session", id);
  if (!isOpen(session, clock.now())) {
    throw refuse("authentication_invalid", "The session is over.");
  }
  const organization = (await readForm(exchange)).get("organization_id");
  const active = organization === null
    ? session
    : activateOrganization(instance, session, organization);
  if (!active) throw notFound("organization", organization ?? "");
  const origin = exchange.headers.get("origin") ?? undefined;
  return {
    object: "token",
    jwt: await signSessionFor(instance, active, origin),
  };
}
