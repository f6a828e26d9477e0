import { formatTimestamp } from "../../platform/calendar.ts";
import { readForm } from "../frontend/form.ts";
import { activateOrganization, signOutBrowser } from "../frontend/sessions.ts";
import { notFound } from "../http/refusal.ts";
import type { SessionRow } from "../state/session_tables.ts";
import type { UserRow } from "../state/user.ts";
import { type Html, html } from "./html.ts";
import { nameOf, showOrganization, showPersonal, showUser } from "./people.ts";
import { leave, linkTo, showPage, type Visit } from "./visit.ts";

/** A visit of somebody who is signed in. */
interface SignedIn {
  readonly user: UserRow;
  readonly session: SessionRow;
}

/** Shows who is signed in, where, and what can be done about it. */
export function showAccount(visit: Visit): Response {
  const { user, session } = visit;
  if (!user || !session) return showNobody(visit);
  return showPage(visit, {
    title: "Your account",
    body: html`
      ${visit.back && showReturn(visit)}
      <ul class="list">
        <li class="row">${showUser(
          user,
          html`<span class="tag">signed in</span>`,
        )}</li>
      </ul>
      <h2 id="organizations">Organization</h2>
      ${showOrganizations(visit, { user, session })}
      <h2>Session</h2>
      ${showSession(session)}
      <div class="actions">
      <a class="button quiet" href="${linkTo(
        visit,
        "/sign-in",
      )}">Switch user</a>
      ${showSignOutButton(visit, "button quiet")}
      </div>
    `,
  });
}

/** Shows the organizations to choose from. */
export function showOrganizationPage(visit: Visit): Response {
  const { user, session } = visit;
  if (!user || !session) return showNobody(visit);
  return showPage(visit, {
    title: "Switch organization",
    body: html`
      <p class="lead"
        id="organizations">as <strong>${nameOf(user)}</strong>${visit.back &&
          html`, on <strong>${visit.back.host}</strong>`}</p>
      ${showOrganizations(visit, { user, session }, " spaced")}
      <p class="after"><a href="${linkTo(
        visit,
        "/user",
      )}">See the account</a></p>
    `,
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
  return showPage(visit, {
    title: "Sign out",
    body: html`
      <p
        class="lead">You are signed in as <strong>${nameOf(
          user,
        )}</strong>${back && html`
          on <strong>${back.host}</strong>
        `}.</p>
      ${showSignOutButton(visit, "button")}
      <p class="after"><a href="${back?.href ?? "/user"}">Stay signed in</a></p>
    `,
  });
}

/** Ends the session. */
export function signOut(visit: Visit): Response {
  signOutBrowser(visit.instance, visit.browser);
  return leave(visit, "/sign-in");
}

function showNobody(visit: Visit): Response {
  return showPage(visit, {
    title: "You are signed out",
    body: html`
      <p class="lead">Nobody is signed in with this browser.</p>
      <a class="button" href="${linkTo(visit, "/sign-in")}">Sign in</a>
    `,
  });
}

function showReturn({ back }: Visit): Html {
  return html`<p class="lead"><a href="${back?.href}">Back to ${back?.host}</a></p>`;
}

function showSignOutButton(visit: Visit, style: string): Html {
  return html`
    <form method="post"
      action="${linkTo(
        visit,
        "/sign-out",
      )}"><button class="${style}">Sign out</button></form>
  `;
}

function showOrganizations(
  visit: Visit,
  { user, session }: SignedIn,
  style = "",
): Html {
  const { store } = visit.instance;
  const choose = (id: string, show: (end: Html) => Html) => {
    const isActive = (session.organizationId ?? "") === id;
    const end = isActive
      ? html`<span class="tag">active</span>`
      : html`<span class="go" aria-hidden="true">→</span>`;
    const state = isActive
      ? html`
        aria-current="true"
      `
      : undefined;
    return html`
      <li><button class="row" name="organization_id" value="${id}"${state}>${show(
        end,
      )}</button></li>
    `;
  };
  const rows = store.memberships.find("user", user.id)
    .flatMap(({ organizationId, role }) => {
      const found = store.organizations.get(organizationId);
      return found
        ? [choose(found.id, (end) => showOrganization(found, role, end))]
        : [];
    });
  return html`
    <form method="post" action="${linkTo(visit, "/organization")}">
      <ul class="list${style}" aria-labelledby="organizations">
    ${choose("", (end) => showPersonal(user, end))}${rows}</ul>
    </form>
  `;
}

function showSession({ id, expireAt }: SessionRow): Html {
  const until = formatTimestamp(expireAt);
  const [day = "", time = ""] = until.split("T");
  return html`
    <dl>
      <dt>Id</dt>
      <dd><code>${id}</code></dd>
      <dt>Ends</dt>
      <dd><time datetime="${until}">${day}, ${time.slice(0, 5)} UTC</time></dd>
    </dl>
  `;
}
