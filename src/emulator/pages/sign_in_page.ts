import { readForm } from "../frontend/form.ts";
import { signInBrowser } from "../frontend/sessions.ts";
import { whyNotSignable } from "../begin_session.ts";
import { notFound } from "../http/refusal.ts";
import type { UserRow } from "../state/user.ts";
import { countUsers, searchUsers } from "../state/user_search.ts";
import { type Html, html } from "./html.ts";
import { nameOf, showUser } from "./people.ts";
import { leave, linkTo, showPage, type Visit } from "./visit.ts";

/** How many users are shown at once; with more there is a search. */
const SHOWN = 20;

/** Shows whom one may sign in as. */
export function showSignIn(visit: Visit): Response {
  const { instance, exchange, back, user } = visit;
  const query = exchange.url.searchParams.get("q")?.trim() ?? "";
  const asked = query === "" ? {} : { query };
  const found = searchUsers(instance.store, { ...asked, limit: SHOWN });
  const total = countUsers(instance.store, asked);
  return showPage(visit, {
    title: user ? "Switch user" : "Sign in",
    body: html`
      <p class="lead">${back
        ? html`to continue to <strong>${back.host}</strong>`
        : "as any of the users of this instance"}</p>
      ${user && showCurrent(visit, user)}
      ${query !== "" || total > SHOWN ? showSearch(visit, query) : undefined}
      ${found.length > 0
        ? showChoice(visit, found)
        : html`<p class="after">${
          query === ""
            ? "There are no users yet."
            : `Nobody was found for “${query}”.`
        }</p>`}
      ${total > found.length
        ? html`
          <p
            class="after">The first ${found
              .length} of ${total} users. Search for others.</p>
        `
        : undefined}
      <p class="after">Somebody new? <a href="${linkTo(
        visit,
        "/sign-up",
      )}">Sign up</a></p>
    `,
  });
}

function showCurrent(visit: Visit, user: UserRow): Html {
  return html`<p class="lead">You are signed in as <strong>${
    nameOf(user)
  }</strong>.
<a href="${linkTo(visit, "/user")}">See the account</a></p>`;
}

function showSearch({ back, browser }: Visit, query: string): Html {
  const kept = [
    ...(back ? [["redirect_url", back.href]] : []),
    ["__clerk_db_jwt", browser.id],
  ];
  return html`
    <form class="search" method="get" action="/sign-in" role="search">
    ${kept.map(([name, value]) =>
      html`<input type="hidden" name="${name}" value="${value}">`
    )}
    <label class="hidden" for="q">Search users</label>
    <input id="q" name="q" type="search" value="${query}" placeholder="Name or e-mail address" autocomplete="off">
    <button class="button quiet">Search</button>
    </form>
  `;
}

function showChoice(visit: Visit, users: readonly UserRow[]): Html {
  const now = visit.instance.clock.now();
  return html`
    <form method="post" action="${linkTo(visit, "/sign-in")}">
      <ul class="list" aria-label="Users">
    ${users.map((user) => {
      const why = whyNotSignable(user, now);
      const isCurrent = user.id === visit.user?.id;
      const end = why
        ? html`<span class="tag quiet">${why}</span>`
        : isCurrent
        ? html`<span class="tag">signed in</span>`
        : html`<span class="go" aria-hidden="true">→</span>`;
      const state = why
        ? html`
          disabled
        `
        : isCurrent
        ? html`
          aria-current="true"
        `
        : undefined;
      return html`
        <li><button class="row" name="user_id" value="${user
          .id}"${state}>${showUser(user, end)}</button></li>
      `;
    })}</ul>
    </form>
  `;
}

/** Signs in as who was chosen; the session goes on when that changes nothing. */
export async function signIn(visit: Visit): Promise<Response> {
  const { instance, browser } = visit;
  const userId = (await readForm(visit.exchange)).get("user_id") ?? "";
  const user = instance.store.users.get(userId);
  if (!user) throw notFound("user", userId);
  if (user.id !== visit.user?.id) signInBrowser(instance, browser, user);
  return leave(visit);
}
