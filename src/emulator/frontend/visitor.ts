import { parseCookies } from "../../text/cookies.ts";
import type { Exchange } from "../http/exchange.ts";
import type { Instance } from "../instance.ts";
import type { BrowserRow } from "../state/browser_tables.ts";
import { startBrowser } from "../state/browsers.ts";
import type { SessionRow } from "../state/session_tables.ts";
import { isOpen } from "../state/sessions.ts";

/** What a browser is known by in a URL, as Clerk's SDKs name it. */
export const BROWSER_PARAMETER = "__clerk_db_jwt";

/** The cookie that the Frontend API keeps for itself. */
const COOKIE = "__client";

/** Who asks: a browser, and the session that is active in it. */
export interface Visitor {
  /** The browser. */
  readonly browser: BrowserRow;
  /** The active session, if there is one and it goes on. */
  readonly session: SessionRow | undefined;
}

/**
 * Finds the browser that a request comes from: the one that its URL names, or
 * else that of its cookie.
 */
export function findBrowser(
  { store }: Instance,
  { url, headers }: Exchange,
): BrowserRow | undefined {
  const named = url.searchParams.get(BROWSER_PARAMETER) ?? "";
  const kept = parseCookies(headers.get("cookie") ?? "").get(COOKIE) ?? "";
  return store.browsers.get(named) ?? store.browsers.get(kept);
}

/**
 * Finds who a request comes from. A browser that nobody knows, as after a reset,
 * gets a new name.
 */
export function readVisitor(instance: Instance, exchange: Exchange): Visitor {
  const browser = findBrowser(instance, exchange) ??
    startBrowser(instance.store, instance.clock.now());
  return { browser, session: findActiveSession(instance, browser) };
}

/** The session that is active in a browser, if it goes on. */
function findActiveSession(
  { store, clock }: Instance,
  { clientId }: BrowserRow,
): SessionRow | undefined {
  const id = store.clients.get(clientId)?.lastActiveSessionId ?? "";
  const session = store.sessions.get(id);
  return session && isOpen(session, clock.now()) ? session : undefined;
}

/** The cookie that makes the browser known to the Frontend API again. */
export function writeVisitorCookie({ id }: BrowserRow): string {
  return `${COOKIE}=${id}; Path=/; SameSite=Lax; HttpOnly`;
}
