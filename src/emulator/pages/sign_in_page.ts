import { readForm } from "../frontend/form.ts";
import { signInBrowser } from "../frontend/sessions.ts";
import { whyNotSignable } from "../begin_session.ts";
import { BROWSER_PARAMETER } from "../frontend/visitor.ts";
import type { Query } from "../http/fields.ts";
import { notFound } from "../http/refusal.ts";
import { isUserKeptOut } from "../state/restrictions.ts";
import { readSettings } from "../state/settings.ts";
import type { UserRow } from "../state/user.ts";
import { countUsers, searchUsers } from "../state/user_search.ts";
import { showChoice } from "./choice.ts";
import { type Html, markup } from "./html.ts";
import { nameOf, showUser } from "./people.ts";
import { leave, linkTo, showPage, type Visit } from "./visit.ts";

/** How many users are shown at once; with more there is a search. */
const SHOWN = 20;

/** Shows whom one may sign in as. */
export function showSignIn(visit: Visit): Response {
  const { instance: { store }, exchange, back, user } = visit;
  const query = exchange.url.searchParams.get("q")?.trim() ?? "";
  const asked: Query = query === "" ? {} : { query };
  const found = searchUsers(store, {
    ...asked,
    limit: SHOWN,
    order_by: "created_at",
  });
  const total = countUsers(store, asked);
  const search = query !== "" || total > SHOWN;
  return showPage(visit, {
    title: user ? "Switch user" : "Sign in",
    body: markup`<p class="lead">${showPurpose(back)}</p>
${user && showCurrent(visit, user)}
${search ? showSearch(visit, query) : undefined}
${found.length > 0 ? showUsers(visit, found) : showNone(query)}
${total > found.length ? showMore(found.length, total) : undefined}
${showWayIn(visit)}`,
  });
}

/** Nobody is told to sign up where only those can who are invited. */
function showWayIn(visit: Visit): Html | undefined {
  const { mode } = readSettings(visit.instance.store, "sign_up");
  if (mode === "restricted") return undefined;
  const [path, label] = mode === "waitlist"
    ? ["/waitlist", "Join the waitlist"] as const
    : ["/sign-up", "Sign up"] as const;
  return markup`<p class="after">Somebody new? <a href="${
    linkTo(visit, path)
  }">${label}</a></p>`;
}

function showPurpose(back: URL | undefined): Html {
  return back
    ? markup`to continue to <strong>${back.host}</strong>`
    : markup`as any of the users of this instance`;
}

function showCurrent(visit: Visit, user: UserRow): Html {
  const account = linkTo(visit, "/user");
  return markup`<p class="lead">
You are signed in as <strong>${nameOf(user)}</strong>.
<a href="${account}">See the account</a>
</p>`;
}

function showSearch({ back, browser }: Visit, query: string): Html {
  const kept = [
    ...(back ? [["redirect_url", back.href]] : []),
    [BROWSER_PARAMETER, browser.id],
  ];
  const hidden = kept.map(([name, value]) =>
    markup`<input type="hidden" name="${name}" value="${value}">
`
  );
  return markup`<form class="search" method="get" action="/sign-in" role="search">
${hidden}<label class="hidden" for="q">Search users</label>
<input id="q" name="q" type="search" value="${query}" placeholder="Name or e-mail address" autocomplete="off">
<button class="button quiet">Search</button>
</form>`;
}

function showUsers(visit: Visit, users: readonly UserRow[]): Html {
  const { store, clock } = visit.instance;
  const now = clock.now();
  const options = users.map((user) => ({
    value: user.id,
    show: (end: Html) => showUser(user, end),
    current: user.id === visit.user?.id ? "signed in" : undefined,
    disabled: whyNotSignable(user, now) ??
      (isUserKeptOut(store, user) ? "not allowed" : undefined),
  }));
  return showChoice("Users", "user_id", linkTo(visit, "/sign-in"), options);
}

function showNone(query: string): Html {
  return query === ""
    ? markup`<p class="after">There are no users yet.</p>`
    : markup`<p class="after">Nobody was found for “${query}”.</p>`;
}

function showMore(shown: number, total: number): Html {
  return markup`<p class="after">These are ${shown} of ${total} users. Search for others.</p>`;
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
