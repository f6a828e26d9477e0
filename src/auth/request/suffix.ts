import { sha1 } from "../../platform/digest.ts";
import { encodeBase64Url } from "../../text/base64url.ts";
import { isText } from "../../text/json.ts";
import { encodeUtf8 } from "../../text/utf8.ts";
import { readToken, type TokenText } from "../token_core.ts";
import { type Context, type CookieContext, readCookies } from "./context.ts";
import type { Instance, Settings } from "./settings.ts";

/** The cookies that there are with and without suffix. */
export interface CookiePairs {
  /** What the request is judged by. */
  readonly settings: Settings;
  /** The time, in seconds since 1970. */
  readonly now: number;
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

function isExpired({ suffixed, now }: CookiePairs): boolean {
  return Boolean(suffixed && Number(suffixed.payload.exp) <= now);
}

/** Reads the cookies of a request, and decides which of them count. */
export async function createCookieContext(c: Context): Promise<CookieContext> {
  const { settings } = c;
  const cookies = readCookies(c.headers);
  const suffix = cookies.size ? await suffixOf(settings) : "";
  const suffixed = (name: string) => cookies.get(`${name}_${suffix}`);
  const plainSession = cookies.get("__session");
  const suffixedSession = suffixed("__session");
  const plain = viewOf(settings, plainSession);
  const pairs: CookiePairs = {
    settings,
    now: settings.core.clock.now() / 1000,
    plainSession,
    plain,
    plainUat: cookies.get("__client_uat"),
    suffixedSession,
    suffixed: suffixedSession === plainSession
      ? plain
      : viewOf(settings, suffixedSession),
    suffixedUat: suffixed("__client_uat"),
  };
  const usesSuffix = cookies.size > 0 &&
    settings.rules.suffix.find(({ when }) => when(pairs))?.then === true;
  const read = (name: string) =>
    usesSuffix ? suffixed(name) : cookies.get(name);
  return {
    ...c,
    cookies,
    usesSuffix,
    session: read("__session") ?? "",
    view: usesSuffix ? pairs.suffixed : plain,
    clientUat: parseInt(read("__client_uat") ?? "") || 0,
    refreshToken: suffixed("__refresh") ?? "",
    devBrowser: c.query.get("__clerk_db_jwt") || read("__clerk_db_jwt") || "",
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

/** The suffix of the instance's cookies: the start of its key's digest. */
async function suffixOf(
  { publishableKey, suffix }: Instance,
): Promise<string> {
  if (!publishableKey) return "";
  return suffix.text ??= encodeBase64Url(
    await sha1(encodeUtf8(publishableKey)),
  ).slice(0, 8);
}
