import { demand } from "../../text/options.ts";
import { isRequest } from "../../text/request.ts";
import { removeParameters } from "../../text/query.ts";
import { readRequestUrl } from "../request_url.ts";
import type { TokenText } from "../token_core.ts";
import type { Settings } from "./settings.ts";

/** What is read of a request, once. What few requests need is read on demand. */
export interface Context {
  /** What the request is judged by. */
  readonly settings: Settings;
  /** The request. */
  readonly request: Request;
  /** Its headers. */
  readonly headers: Headers;
  /** Its URL, as the server sees it. */
  readonly url: string;
  /** The parameters of its URL; none when no name of Clerk's is in it. */
  readonly query: Query;
}

/** Parameters of a URL. */
export interface Query {
  /** The first value of a name; null when there is none. */
  get(name: string): string | null;
}

/** The part of a context that cookies make up. */
export interface CookieContext extends Context {
  /** Cookies whose names start with two underscores. */
  readonly cookies: ReadonlyMap<string, string>;
  /** Whether the cookies with the instance's suffix count. */
  readonly usesSuffix: boolean;
  /** The session token; empty when there is none. */
  readonly session: string;
  /** What it says, when it can be parsed. */
  readonly view: TokenText | undefined;
  /** When somebody last signed in, in seconds since 1970; 0 for signed out. */
  readonly clientUat: number;
  /** The refresh token; empty when there is none. */
  readonly refreshToken: string;
  /** What the browser is known by in development; empty when it is not. */
  readonly devBrowser: string;
  /** How many handshakes there were just now. */
  readonly redirectCount: number;
}

const NO_QUERY: Query = { get: () => null };

/** Reads of a request what every decision needs. */
export function createContext(request: Request, settings: Settings): Context {
  demand(
    "request",
    isRequest(request),
    "a Request: c.req.raw of Hono, toWebRequest(req) of Node",
  );
  const { url, headers } = request;
  return {
    settings,
    request,
    headers,
    url,
    // Everything that Clerk puts into a URL starts so.
    query: url.includes("__clerk_") ? new URL(url).searchParams : NO_QUERY,
  };
}

/** What follows the origin of an absolute URL. */
export function pathOf(url: string): string {
  return url.slice(url.indexOf("/", url.indexOf("://") + 3));
}

/** Whether the browser asks for a page to show, by its own word. */
export function isForPage({ request, headers }: Context): boolean {
  return request.method === "GET" &&
    headers.get("sec-fetch-dest") === "document";
}

/** The origin that the browser sees, by the headers that proxies add. */
export function originOf({ headers, url }: Context): string {
  return readRequestUrl(url, headers).origin;
}

/** The URL that the browser sees, without the parameters that are named. */
export function visibleUrlOf(
  c: Context,
  without: readonly string[] = [],
): string {
  return removeParameters(originOf(c) + pathOf(c.url), without);
}

/** Where the Frontend API is proxied, in full; empty when it is not. */
export function proxyUrlOf(c: Context): string {
  const { proxyUrl } = c.settings;
  return proxyUrl.startsWith("/") ? originOf(c) + proxyUrl : proxyUrl;
}

/** The Frontend API as the browser reaches it: a URL without slash at its end. */
export function frontendUrlOf(c: Context): string {
  const api = proxyUrlOf(c) || c.settings.frontendApi;
  const url = api.includes("://") ? api : `https://${api}`;
  return url.endsWith("/") ? url.replace(/\/+$/, "") : url;
}
