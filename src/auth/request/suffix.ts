import { sha1 } from "../../platform/digest.ts";
import { encodeBase64Url } from "../../text/base64url.ts";
import { parseCookies } from "../../text/cookies.ts";
import { isText } from "../../text/json.ts";
import { encodeUtf8 } from "../../text/utf8.ts";
import { readToken, type TokenText } from "../token_core.ts";
import type { Context, CookieContext } from "./context.ts";
import type { CookieNames, Instance, Settings } from "./settings.ts";

/** The cookies that there are with and without suffix. */
export interface CookiePairs {
  /** What the request is judged by. */
  readonly settings: Settings;
  /** The plain session token. */
  readonly plainSession: string | undefined;
  /** What it says. */
  readonly plain: TokenText | undefined;
  /** The plain time of the last sign-in or sign-out. */
  readonly plainUat: string | undefined;
  /** The session token whose cookie has the suffix. */
  readonly suffixedSession: string | undefined;
  /** What it says. */
  readonly suffixed: TokenText | undefined;
  /** The time in the cookie that has the suffix. */
  readonly suffixedUat: string | undefined;
}

/** A rule that tells which cookies count. */
export interface SuffixRule {
  /** What is the case. */
  readonly reason: string;
  /** Whether it is. */
  readonly when: (c: CookiePairs) => boolean;
  /** Whether the cookies with the suffix count then. */
  readonly then: boolean;
}

/**
 * Which cookies count, those with the instance's suffix or those without: the
 * first rule that holds. Several instances on one domain share the plain names,
 * and older versions of Clerk's frontend write those alone.
 */
export const SUFFIX_RULES: readonly SuffixRule[] = [
  {
    reason: "the plain session is of no issuer",
    when: (c) => Boolean(c.plainSession) && !c.plain?.payload.iss,
    then: false,
  },
  {
    reason: "the plain session is another instance's",
    when: (c) => Boolean(c.plainSession) && !isOwn(c),
    then: true,
  },
  {
    reason: "nothing has the suffix",
    when: (c) => !c.suffixedUat && !c.suffixedSession,
    then: false,
  },
  {
    reason: "the plain session is newer",
    when: (c) =>
      c.suffixedUat !== "0" && c.plainUat !== "0" &&
      iatOf(c.plain) > iatOf(c.suffixed),
    then: false,
  },
  {
    reason: "signed out with the suffix alone",
    when: (c) => c.suffixedUat === "0" && c.plainUat !== "0",
    then: false,
  },
  {
    reason: "signed out without the suffix, in development",
    when: (c) =>
      c.settings.isDevelopment && c.suffixedUat !== "0" &&
      c.plainUat === "0" && isExpired(c),
    then: false,
  },
  {
    reason: "a session with the suffix and no time for it",
    when: (c) => !c.suffixedUat && Boolean(c.suffixedSession),
    then: false,
  },
  { reason: "otherwise", when: () => true, then: true },
];

function isOwn({ plain, settings }: CookiePairs): boolean {
  const iss: unknown = plain?.payload.iss;
  return isText(iss) &&
    iss.replace(/^https?:\/\//, "") === settings.frontendApi;
}

function iatOf(view: TokenText | undefined): number {
  return view?.payload.iat || 0;
}

function isExpired({ suffixed, settings }: CookiePairs): boolean {
  const now = settings.core.clock.now() / 1000;
  return Boolean(suffixed && Number(suffixed.payload.exp) <= now);
}

/** Reads the cookies of a request, and decides which of them count. */
export async function createCookieContext(c: Context): Promise<CookieContext> {
  const header = c.headers.get("cookie");
  if (!header) return combine(c, NONE, PLAIN, undefined);
  const { settings } = c;
  const cookies = parseCookies(header, "__");
  const names = settings.suffix.names ??= await nameCookies(settings);
  const plainSession = cookies.get(PLAIN.session);
  const suffixedSession = cookies.get(names.session);
  const plain = viewOf(settings, plainSession);
  const pairs: CookiePairs = {
    settings,
    plainSession,
    plain,
    plainUat: cookies.get(PLAIN.clientUat),
    suffixedSession,
    suffixed: suffixedSession === plainSession
      ? plain
      : viewOf(settings, suffixedSession),
    suffixedUat: cookies.get(names.clientUat),
  };
  const rule = settings.rules.suffix.find(({ when }) => when(pairs));
  return rule?.then
    ? combine(c, cookies, names, pairs.suffixed)
    : combine(c, cookies, { ...PLAIN, refresh: names.refresh }, plain);
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

function viewOf(
  { core }: Settings,
  text: string | undefined,
): TokenText | undefined {
  if (!text) return undefined;
  try {
    return readToken(core, text);
  } catch {
    // It is judged when its turn comes.
    return undefined;
  }
}

/** The names of cookies without suffix. Refresh cookies always have one. */
const PLAIN: CookieNames = {
  isSuffixed: false,
  session: "__session",
  clientUat: "__client_uat",
  devBrowser: "__clerk_db_jwt",
  refresh: "",
};

/** Names the instance's cookies: the suffix is the start of its key's digest. */
async function nameCookies(
  { publishableKey }: Instance,
): Promise<CookieNames> {
  if (!publishableKey) return PLAIN;
  const digest = await sha1(encodeUtf8(publishableKey));
  const suffix = encodeBase64Url(digest).slice(0, 8);
  return {
    isSuffixed: true,
    session: `__session_${suffix}`,
    clientUat: `__client_uat_${suffix}`,
    devBrowser: `__clerk_db_jwt_${suffix}`,
    refresh: `__refresh_${suffix}`,
  };
}
