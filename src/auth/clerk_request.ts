import { parseCookies } from "../text/cookies.ts";
import { isObject, isText } from "../text/json.ts";
import { demand } from "../text/options.ts";
import { isRequest } from "../text/request.ts";
import { readRequestUrl } from "./request_url.ts";

/** A request without its body, with what is asked of it again and again. */
export interface ClerkRequest extends Request {
  /** The URL as the browser sees it. */
  readonly clerkUrl: URL;
  /** The cookies; of several with one name, the first. */
  readonly cookies: ReadonlyMap<string, string>;
  /** What can be logged: no credentials, and cookies by name alone. */
  toJSON(): { readonly [name: string]: string };
}

const REDACTED = "redacted";

const made = new WeakSet<object>();

/** What is carried over, and what need not be, as it is so anyway. */
const MEMBERS = {
  redirect: "follow",
  referrer: "about:client",
  referrerPolicy: "",
  credentials: "same-origin",
  cache: "default",
  mode: "cors",
  integrity: "",
  keepalive: false,
} as const;

/** Headers that say who somebody is. */
const SECRET = /^(?:authorization|proxy-authorization|cookie|x-clerk-.*)$/;

/**
 * Makes a request that adapters can ask for cookies and for the URL as the
 * browser sees it; both are read when they are first asked for. The body stays
 * where it is, to be read by whoever wants it.
 *
 * @param input A request, or what makes one.
 * @param init What makes one.
 * @returns The request; the very same when it is one already.
 */
export function createClerkRequest(
  input: ClerkRequest | Request | string | URL,
  init?: RequestInit,
): ClerkRequest {
  if (isClerkRequest(input)) return input;
  demand(
    "request",
    isRequest(input) || isText(input) || isText(input?.href),
    "a Request (c.req.raw of Hono, toWebRequest(req) of Node) or a URL",
  );
  const original = isRequest(input) && !init ? input : new Request(input, init);
  const request = new Request(original.url, initOf(original));
  let url: URL | undefined;
  let cookies: ReadonlyMap<string, string> | undefined;
  const added = Object.defineProperties(request, {
    clerkUrl: {
      enumerable: true,
      get: () => url ??= readRequestUrl(original.url, original.headers),
    },
    cookies: {
      enumerable: true,
      get: () => cookies ??= parseCookies(original.headers.get("cookie") ?? ""),
    },
    toJSON: { value: () => describe(added) },
  }) as ClerkRequest;
  made.add(added);
  return added;
}

function isClerkRequest(input: unknown): input is ClerkRequest {
  return isObject(input) && made.has(input);
}

function initOf(original: Request): RequestInit {
  const members = Object.entries(MEMBERS).map(([name, usual]) =>
    [name, Reflect.get(original, name), usual] as const
  ).filter(([name, value, usual]) =>
    value !== undefined && value !== usual &&
    // Nobody but a browser can make a request that navigates.
    !(name === "mode" && value === "navigate")
  );
  return {
    ...Object.fromEntries(members),
    method: original.method,
    headers: original.headers,
    // One of another realm would be refused.
    signal: original.signal instanceof AbortSignal ? original.signal : null,
  };
}

/** Parameters that say so too. */
const PARAMETERS =
  "__clerk_(?:handshake|handshake_nonce|db_jwt|ticket)|__session|__dev_session";
const SECRET_PARAMETER = /* @__PURE__ */ new RegExp(`^(?:${PARAMETERS})$`);

/** The same in a header, such as the URL of the page before. */
const MENTIONED = /* @__PURE__ */ new RegExp(
  `([?&](?:${PARAMETERS})=)[^&#]*`,
  "g",
);

function describe(request: ClerkRequest): { readonly [name: string]: string } {
  const url = new URL(request.clerkUrl);
  for (const name of [...url.searchParams.keys()]) {
    if (SECRET_PARAMETER.test(name)) url.searchParams.set(name, REDACTED);
  }
  const headers = [...request.headers].map(([name, value]) => [
    name,
    SECRET.test(name) ? REDACTED : value.replace(MENTIONED, `$1${REDACTED}`),
  ]);
  const cookies = [...request.cookies.keys()].map((name) => [name, REDACTED]);
  return {
    url: url.href,
    method: request.method,
    headers: JSON.stringify(Object.fromEntries(headers)),
    clerkUrl: url.href,
    cookies: JSON.stringify(Object.fromEntries(cookies)),
  };
}
