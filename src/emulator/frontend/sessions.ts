import { beginSession, whyNotSignable } from "../begin_session.ts";
import { endSession, type SessionEnd } from "../end_sessions.ts";
import { refuseParam } from "../http/refusal.ts";
import type { Instance } from "../instance.ts";
import { signSession } from "../session_token.ts";
import { identifierOf } from "../routes/organizations_show.ts";
import type { BrowserRow } from "../state/browser_tables.ts";
import { isUserKeptOut, refuseAccess } from "../state/restrictions.ts";
import type { SessionRow } from "../state/session_tables.ts";
import { isOpen, type SessionStart } from "../state/sessions.ts";
import type { UserRow } from "../state/user.ts";

/**
 * Signs a user in with a browser. As by default at Clerk there is one session in
 * a browser: a new one replaces the one before.
 *
 * @throws {Refusal} When the user is banned or locked, or kept out by the lists.
 */
export function signInBrowser(
  instance: Instance,
  { clientId }: BrowserRow,
  user: UserRow,
  start: Omit<SessionStart, "userId" | "clientId"> = {},
): SessionRow {
  const why = whyNotSignable(user, instance.clock.now());
  if (why !== undefined) {
    throw refuseParam(
      "form_param_value_invalid",
      "user_id",
      `The user ${user.id} is ${why}.`,
    );
  }
  if (isUserKeptOut(instance.store, user)) {
    throw refuseAccess(identifierOf(user));
  }
  endSessionsIn(instance, clientId, "replaced");
  return beginSession(instance, user, { ...start, clientId });
}

/** Signs a browser out. */
export function signOutBrowser(
  instance: Instance,
  { clientId }: BrowserRow,
): void {
  endSessionsIn(instance, clientId, "removed");
}

function endSessionsIn(
  instance: Instance,
  clientId: string,
  how: SessionEnd,
): void {
  const { store, clock } = instance;
  for (const session of store.sessions.find("client", clientId)) {
    if (isOpen(session, clock.now())) endSession(instance, session, how);
  }
}

/**
 * Makes an organization the active one of a session.
 *
 * @param instance The instance.
 * @param session The session.
 * @param organization The id or the slug; empty text for the personal account.
 * @returns The session as it is now, or undefined when the user is no member.
 */
export function activateOrganization(
  { store, clock }: Instance,
  session: SessionRow,
  organization: string,
): SessionRow | undefined {
  const found = store.memberships.find("user", session.userId)
    .map(({ organizationId }) => store.organizations.get(organizationId))
    .find((each) =>
      each && (each.id === organization || each.slug === organization)
    );
  if (organization !== "" && !found) return undefined;
  const organizationId = found?.id ?? null;
  if (organizationId === session.organizationId) return session;
  const now = clock.now();
  const changed = {
    ...session,
    organizationId,
    organization: null,
    lastActiveAt: now,
    updatedAt: now,
  };
  store.sessions.put(changed);
  return changed;
}

/** Makes a token of a session for the app at an origin. */
export function signSessionFor(
  instance: Instance,
  session: SessionRow,
  origin: string | undefined,
): Promise<string> {
  const { words } = session;
  const azp = words.azp ?? origin;
  return signSession(instance, { ...session, words: { ...words, azp } });
}
