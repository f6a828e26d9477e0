import { formatTimestamp } from "../../platform/calendar.ts";
import { readForm } from "../frontend/form.ts";
import { activateOrganization, signOutBrowser } from "../frontend/sessions.ts";
import { notFound } from "../http/refusal.ts";
import type { SessionRow } from "../state/session_tables.ts";
import type { UserRow } from "../state/user.ts";
import { showChoice } from "./choice.ts";
import { type Html, markup } from "./html.ts";
import { nameOf, showOrganization, showPersonal, showUser } from "./people.ts";
import { leave, linkTo, showPage, type Visit } from "./visit.ts";

/** A visit of somebody who is signed in. */
interface SignedIn {
  readonly user: UserRow;
  readonly session: SessionRow;
}

/** Shows who is signed in, where, and what can be done about it. */
export function showAccount(visit: Visit): Response {
  const { user, session, back } = visit;
  if (!user || !session) return showNobody(visit);
  const row = showUser(user, markup`<span class="tag">signed in</span>`);
  const switchUser = linkTo(visit, "/sign-in");
  return showPage(visit, {
    title: "Your account",
    body: markup`${back && showReturn(back)}
<div class="row alone">
${row}
</div>
<h2>Organization</h2>
${showOrganizations(visit, { user, session })}
<h2>Session</h2>
${showSession(session)}
<div class="actions">
<a class="button quiet" href="${switchUser}">Switch user</a>
${showSignOutButton(visit, "button quiet")}
</div>`,
  });
}

/** Shows the organizations to choose from. */
export function showOrganizationPage(visit: Visit): Response {
  const { user, session, back } = visit;
  if (!user || !session) return showNobody(visit);
  const where = back && markup` on <strong>${back.host}</strong>`;
  const account = linkTo(visit, "/user");
  return showPage(visit, {
    title: "Switch organization",
    body: markup`<p class="lead">as <strong>${nameOf(user)}</strong>${where}</p>
${showOrganizations(visit, { user, session })}
<p class="after"><a href="${account}">See the account</a></p>`,
  });
}

/** Makes the chosen organization the active one. */
export async function switchOrganization(visit: Visit): Promise<Response> {
  const { instance, session, exchange } = visit;
  if (!session) return showNobody(visit);
  const id = (await readForm(exchange)).get("organization_id") ?? "";
  if (!activateOrganization(instance, session, id)) {
    throw notFound("organization", id);
  }
  return leave(visit);
}

/** Asks whether to sign out; a link alone must not do it. */
export function showSignOut(visit: Visit): Response {
  const { user, back } = visit;
  if (!user) return back ? leave(visit) : showNobody(visit);
  const where = back && markup` on <strong>${back.host}</strong>`;
  const stay = back?.href ?? linkTo(visit, "/user");
  return showPage(visit, {
    title: "Sign out",
    body: markup`<p class="lead">
You are signed in as <strong>${nameOf(user)}</strong>${where}.
</p>
${showSignOutButton(visit, "button")}
<p class="after"><a href="${stay}">Stay signed in</a></p>`,
  });
}

/** Ends the session. */
export function signOut(visit: Visit): Response {
  signOutBrowser(visit.instance, visit.browser);
  return leave(visit, "/sign-in");
}

function showNobody(visit: Visit): Response {
  const signIn = linkTo(visit, "/sign-in");
  return showPage(visit, {
    title: "You are signed out",
    body: markup`<p class="lead">Nobody is signed in with this browser.</p>
<a class="button" href="${signIn}">Sign in</a>`,
  });
}

function showReturn({ href, host }: URL): Html {
  return markup`<p class="lead"><a href="${href}">Back to ${host}</a></p>`;
}

function showSignOutButton(visit: Visit, style: string): Html {
  const action = linkTo(visit, "/sign-out");
  return markup`<form method="post" action="${action}">
<button class="${style}">Sign out</button>
</form>`;
}

function showOrganizations(visit: Visit, { user, session }: SignedIn): Html {
  const { store } = visit.instance;
  const active = session.organizationId ?? "";
  const option = (value: string, show: (end: Html) => Html) => ({
    value,
    show,
    current: value === active ? "active" : undefined,
  });
  const options = store.memberships.find("user", user.id)
    .flatMap(({ organizationId, role }) => {
      const found = store.organizations.get(organizationId);
      return found
        ? [option(found.id, (end) => showOrganization(found, role, end))]
        : [];
    });
  return showChoice(
    "Organizations",
    "organization_id",
    linkTo(visit, "/organization"),
    [option("", (end) => showPersonal(user, end)), ...options],
  );
}

function showSession({ id, expireAt }: SessionRow): Html {
  const until = formatTimestamp(expireAt);
  const [day = "", time = ""] = until.split("T");
  const shown = `${day}, ${time.slice(0, 5)} UTC`;
  return markup`<dl>
<dt>Id</dt>
<dd><code>${id}</code></dd>
<dt>Ends</dt>
<dd><time datetime="${until}">${shown}</time></dd>
</dl>`;
}
