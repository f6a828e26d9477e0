import { sha1 } from "../../platform/digest.ts";
import { encodeBase64Url } from "../../text/base64url.ts";
import { parseCookies } from "../../text/cookies.ts";
import { isText } from "../../text/json.ts";
import { encodeUtf8 } from "../../text/utf8.ts";
import { readToken, type TokenText } from "../token_core.ts";
import type { Context, CookieContext } from "./context.ts";
import type { CookieNames, Instance, Settings } from "./settings.ts";

/** The cookies that there are with suffix, or those without. */
export interface Side {
  /** The session token. */
  readonly session: string | undefined;
  /** What it says. */
  readonly view: TokenText | undefined;
  /** The time of the last sign-in or sign-out. */
  readonly uat: string | undefined;
}

/** What tells which cookies count. */
export interface CookiePairs {
  /** What the request is judged by. */
  readonly settings: Settings;
  /** The cookies without suffix. */
  readonly plain: Side;
  /** Those with it. */
  readonly suffixed: Side;
}

/** A rule that tells which cookies count. */
export interface SuffixRule {
  /** Whether the rule holds. */
  readonly when: (pairs: CookiePairs) => boolean;
  /** Whether the cookies with the suffix count then. */
  readonly then: boolean;
}

/**
 * Which cookies count, those with the instance's suffix or those without: the
 * first rule that holds. Several instances on one domain share the plain names,
 * and older versions of Clerk's frontend write those alone.
 */
export const SUFFIX_RULES: readonly SuffixRule[] = [
  // The plain session is of no issuer.
  {
    when: ({ plain }) => Boolean(plain.session) && !plain.view?.payload.iss,
    then: false,
  },
  // The plain session is another instance's.
  {
    when: ({ plain, settings }) =>
      Boolean(plain.session) && !isOwn(plain, settings),
    then: true,
  },
  // Nothing has the suffix, or a session without a time.
  { when: ({ suffixed }) => !suffixed.uat, then: false },
  // The plain session is newer.
  {
    when: ({ plain, suffixed }) =>
      plain.uat !== "0" && iatOf(plain) > iatOf(suffixed),
    then: false,
  },
  // Signed out with the suffix alone.
  {
    when: ({ plain, suffixed }) => suffixed.uat === "0" && plain.uat !== "0",
    then: false,
  },
  // Signed out without the suffix, in development.
  {
    when: ({ plain, suffixed, settings }) =>
      suffixed.uat !== "0" && plain.uat === "0" && settings.isDevelopment &&
      Number(suffixed.view?.payload.exp) <= settings.core.clock.now() / 1000,
    then: false,
  },
  // Otherwise.
  { when: () => true, then: true },
];

function isOwn({ view }: Side, { frontendApi }: Settings): boolean {
  const iss: unknown = view?.payload.iss;
  return isText(iss) && iss.replace(/^https?:\/\//, "") === frontendApi;
}

function iatOf({ view }: Side): number {
  return view?.payload.iat || 0;
}

/** Reads the cookies of a request, and decides which of them count. */
export async function createCookieContext(c: Context): Promise<CookieContext> {
  const header = c.headers.get("cookie");
  if (!header) return combine(c, NONE, PLAIN, undefined);
  const { settings } = c;
  const cookies = parseCookies(header, "__");
  const names = settings.suffix.names ??= await nameCookies(settings);
  const plain = readSide(settings, cookies, PLAIN);
  const suffixed = readSide(settings, cookies, names, plain);
  const pairs = { settings, plain, suffixed };
  return settings.rules.suffix.find(({ when }) => when(pairs))?.then
    ? combine(c, cookies, names, suffixed.view)
    : combine(c, cookies, { ...PLAIN, refresh: names.refresh }, plain.view);
}

/** Reads one side; a token that the other has too is not parsed again. */
function readSide(
  { core }: Settings,
  cookies: ReadonlyMap<string, string>,
  names: CookieNames,
  other?: Side,
): Side {
  const session = cookies.get(names.session);
  const uat = cookies.get(names.clientUat);
  let view = other?.view;
  if (!other || session !== other.session) {
    try {
      view = session ? readToken(core, session) : undefined;
    } catch {
      // It is judged when its turn comes.
      view = undefined;
    }
  }
  return { session, view, uat };
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Puts a context together; spelt out, as spreading one takes much longer. */
function combine(
  { settings, request, headers, url, query }: Context,
  cookies: ReadonlyMap<string, string>,
  names: CookieNames,
  view: TokenText | undefined,
): CookieContext {
  return {
    settings,
    request,
    headers,
    url,
    query,
    cookies,
    usesSuffix: names.isSuffixed,
    session: cookies.get(names.session) ?? "",
    view,
    clientUat: parseInt(cookies.get(names.clientUat) ?? "0") || 0,
    refreshToken: cookies.get(names.refresh) ?? "",
    devBrowser: query.get("__clerk_db_jwt") ||
      cookies.get(names.devBrowser) || "",
    redirectCount: Number(cookies.get("__clerk_redirect_count")) || 0,
  };
}

/** Names cookies; refresh cookies always have a suffix. */
function nameWith(suffix: string): CookieNames {
  return {
    isSuffixed: suffix !== "",
    session: "__session" + suffix,
    clientUat: "__client_uat" + suffix,
    devBrowser: "__clerk_db_jwt" + suffix,
    refresh: suffix && "__refresh" + suffix,
  };
}

const PLAIN: CookieNames = /* @__PURE__ */ nameWith("");

/** Names the instance's cookies: the suffix is the start of its key's digest. */
async function nameCookies(
  { publishableKey }: Instance,
): Promise<CookieNames> {
  if (!publishableKey) return PLAIN;
  const digest = await sha1(encodeUtf8(publishableKey));
  return nameWith("_" + encodeBase64Url(digest).slice(0, 8));
}
