import { checkSameSite } from "../frontend/form.ts";
import { redirect } from "../frontend/redirect.ts";
import { nameBrowser, readReturnUrl } from "../frontend/return_url.ts";
import {
  BROWSER_PARAMETER,
  readVisitor,
  type Visitor,
  writeVisitorCookie,
} from "../frontend/visitor.ts";
import type { Exchange } from "../http/exchange.ts";
import { Refusal } from "../http/refusal.ts";
import type { Instance, Operation } from "../instance.ts";
import type { UserRow } from "../state/user.ts";
import { markup } from "./html.ts";
import { answerPage, type Page } from "./layout.ts";

/** A browser on a page. */
export interface Visit extends Visitor {
  /** The instance. */
  readonly instance: Instance;
  /** The request. */
  readonly exchange: Exchange;
  /** Where the browser goes when it is done here. */
  readonly back: URL | undefined;
  /** The user who is signed in. */
  readonly user: UserRow | undefined;
}

/** Makes an operation of a page; what refuses a visit is told in a page, too. */
export function page(
  show: (visit: Visit) => Response | Promise<Response>,
): Operation {
  return {
    async handle(instance, { exchange }) {
      try {
        if (exchange.method !== "GET") checkSameSite(exchange);
        return await show(readVisit(instance, exchange));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return answerPage(describe(error), instance.origin, error.status);
      }
    },
  };
}

function readVisit(instance: Instance, exchange: Exchange): Visit {
  const { searchParams } = exchange.url;
  const back = readReturnUrl(instance, searchParams.get("redirect_url"));
  const visitor = readVisitor(instance, exchange);
  const { session } = visitor;
  const user = session && instance.store.users.get(session.userId);
  return { instance, exchange, back, user, ...visitor };
}

/** Shows a page, and makes the browser known. */
export function showPage(visit: Visit, page: Page, status = 200): Response {
  const { instance, browser } = visit;
  const cookies = [writeVisitorCookie(browser)];
  return answerPage(page, instance.origin, status, cookies);
}

/** Sends the browser back to the app, or to its account when it came from nowhere. */
export function leave(visit: Visit, otherwise = "/user"): Response {
  const { back, browser } = visit;
  const to = back ? nameBrowser(back, browser) : linkTo(visit, otherwise);
  return redirect(to, 303, [writeVisitorCookie(browser)]);
}

/** A link to another page that keeps where the browser is to go afterwards. */
export function linkTo({ back, browser }: Visit, path: string): string {
  const query = new URLSearchParams();
  if (back) query.set("redirect_url", back.href);
  query.set(BROWSER_PARAMETER, browser.id);
  return `${path}?${query}`;
}

function describe({ errors: [error] }: Refusal): Page {
  return {
    title: "That did not work",
    body: markup`<div class="alert" role="alert">${error?.long_message}</div>
<p class="after">
The code is <code>${error?.code}</code>. Go back and try again, or
<a href="/">start over</a>.
</p>`,
  };
}
