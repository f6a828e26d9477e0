import type { Call, Instance } from "../instance.ts";
import {
  writeBrowserCookies,
  writeSessionCookies,
  writeSignedOutCookies,
} from "../session_cookies.ts";
import { CATEGORY, signDraft } from "../sign_token.ts";
import { keepHandshake } from "../state/handshakes.ts";
import { redirect } from "./redirect.ts";
import { requireReturnUrl } from "./return_url.ts";
import { activateOrganization, signSessionFor } from "./sessions.ts";
import { readVisitor, type Visitor, writeVisitorCookie } from "./visitor.ts";

/**
 * Tells an app who is signed in with a browser that it sent here: its cookies,
 * in a signed token or for a nonce, added to the URL that the browser goes back
 * to.
 */
export async function shakeHands(
  instance: Instance,
  { exchange }: Call,
): Promise<Response> {
  const { searchParams } = exchange.url;
  const back = requireReturnUrl(instance, searchParams.get("redirect_url"));
  const visitor = activate(
    instance,
    readVisitor(instance, exchange),
    searchParams.get("organization_id"),
  );
  const cookies = await writeCookies(instance, visitor, back.origin);
  if (searchParams.get("format") === "nonce") {
    const nonce = keepHandshake(instance.store, cookies, instance.clock.now());
    back.searchParams.set("__clerk_handshake_nonce", nonce);
  } else {
    const claims = { handshake: cookies };
    const token = await signDraft(instance, [claims, {
      cat: CATEGORY.session,
    }]);
    back.searchParams.set("__clerk_handshake", token);
  }
  return redirect(back, 307, [writeVisitorCookie(visitor.browser)]);
}

/** An organization that the user is no member of leaves things as they are. */
function activate(
  instance: Instance,
  visitor: Visitor,
  organization: string | null,
): Visitor {
  const { session } = visitor;
  if (!session || organization === null) return visitor;
  const changed = activateOrganization(instance, session, organization);
  return { ...visitor, session: changed ?? session };
}

async function writeCookies(
  instance: Instance,
  { browser, session }: Visitor,
  origin: string,
): Promise<readonly string[]> {
  const { store, clock } = instance;
  const known = await writeBrowserCookies(instance, browser.id);
  if (!session) return [...known, ...await writeSignedOutCookies(instance)];
  store.sessions.put({ ...session, lastActiveAt: clock.now() });
  const jwt = await signSessionFor(instance, session, origin);
  return [
    ...known,
    ...await writeSessionCookies(instance, session, jwt),
  ];
}
