import { demand } from "../text/options.ts";
import {
  parsePublishableKey,
  type PublishableKey,
} from "../text/publishable_key.ts";
import { accountsUrlOf } from "./accounts_url.ts";

/** What redirects are made of. */
export interface RedirectOptions<Redirect> {
  /** Makes of a URL whatever the framework redirects by. */
  readonly redirectAdapter: (url: string) => Redirect;
  /** The URL of the request, which others are relative to. */
  readonly baseUrl: string | URL;
  /** The publishable key: says where Clerk's own pages are. */
  readonly publishableKey?: string | undefined;
  /** The application's page to sign in, when it has one. */
  readonly signInUrl?: string | undefined;
  /** The application's page to sign up, when it has one. */
  readonly signUpUrl?: string | undefined;
  /** The browser, in development; it is told to pages on other hosts. */
  readonly devBrowserToken?: string | null | undefined;
  /** `pending` leads to the tasks that the session has to do. */
  readonly sessionStatus?: string | null | undefined;
  /** Whether the application is a satellite, which has to be synchronised. */
  readonly isSatellite?: boolean | undefined;
}

/** Where to go after. */
export interface ReturnOptions {
  /** Where to; nowhere in particular without it. */
  readonly returnBackUrl?: string | URL | null | undefined;
}

/** Redirects to the pages where users sign in and sign up. */
export interface Redirects<Redirect> {
  /** Redirects to where users sign in. */
  readonly redirectToSignIn: (options?: ReturnOptions) => Redirect;
  /** Redirects to where users sign up. */
  readonly redirectToSignUp: (options?: ReturnOptions) => Redirect;
}

/**
 * Makes redirects to the pages where users sign in and sign up: the
 * application's own, or Clerk's for the instance. Only `http` and `https` URLs
 * are led to, and only those are named to get back to.
 *
 * @param options The request, and where the pages are.
 * @returns The two redirects. They throw a TypeError when nothing says where the
 * pages are, or when a URL is none.
 */
export function createRedirect<Redirect>(
  options: RedirectOptions<Redirect>,
): Redirects<Redirect> {
  const { redirectAdapter, signInUrl, signUpUrl } = options;
  const redirect = (page: URL, { returnBackUrl }: ReturnOptions = {}) =>
    redirectAdapter(complete(options, page, returnBackUrl));
  return {
    redirectToSignIn: (after) =>
      redirect(
        signInUrl
          ? toUrl("signInUrl", signInUrl, options.baseUrl)
          : accountsPage(options.publishableKey, "sign-in"),
        after,
      ),
    redirectToSignUp: (after) =>
      redirect(
        signUpUrl
          ? toUrl("signUpUrl", signUpUrl, options.baseUrl)
          : signInUrl
          ? append(toUrl("signInUrl", signInUrl, options.baseUrl), "create")
          : accountsPage(options.publishableKey, "sign-up"),
        after,
      ),
  };
}

function accountsPage(key: string | undefined, page: string): URL {
  const parsed: PublishableKey | undefined = parsePublishableKey(key);
  if (!parsed) {
    throw new TypeError(
      `Cannot redirect to ${page}: expected a publishable key, or the URL of the page.`,
    );
  }
  return new URL(page, accountsUrlOf(parsed));
}

/** Completes the URL of a page by what it has to know. */
function complete(
  { baseUrl, publishableKey, devBrowserToken, ...options }: Omit<
    RedirectOptions<unknown>,
    "redirectAdapter"
  >,
  page: URL,
  returnBackUrl: string | URL | null | undefined,
): string {
  const url = options.sessionStatus === "pending"
    ? append(page, "tasks")
    : page;
  const isElsewhere = url.host !== new URL(baseUrl).host;
  const back = readReturn(returnBackUrl, baseUrl);
  if (back) {
    if (options.isSatellite && isElsewhere) {
      back.searchParams.set("__clerk_synced", "false");
    }
    url.searchParams.set("redirect_url", back.href);
  }
  const instance = parsePublishableKey(publishableKey);
  if (
    devBrowserToken && isElsewhere && instance?.instanceType === "development"
  ) {
    url.searchParams.set("__clerk_db_jwt", devBrowserToken);
  }
  return url.href;
}

/** What is no URL of the web is not passed on. */
function readReturn(
  url: string | URL | null | undefined,
  baseUrl: string | URL,
): URL | undefined {
  if (!url || !URL.canParse(`${url}`, `${baseUrl}`)) return undefined;
  const back = new URL(url, baseUrl);
  return isWeb(back) ? back : undefined;
}

function toUrl(name: string, url: string, baseUrl: string | URL): URL {
  const expected = "an http or https URL, or one relative to the request's";
  demand(name, URL.canParse(url, `${baseUrl}`), expected);
  const absolute = new URL(url, baseUrl);
  demand(name, isWeb(absolute), expected);
  return absolute;
}

function isWeb({ protocol }: URL): boolean {
  return protocol === "https:" || protocol === "http:";
}

/** Adds a segment to the path, in front of query and fragment. */
function append(url: URL, segment: string): URL {
  const longer = new URL(url);
  longer.pathname = `${url.pathname.replace(/\/+$/, "")}/${segment}`;
  return longer;
}
