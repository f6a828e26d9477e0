import { isText } from "../../text/json.ts";

/** What is shown as it is. */
const PLAIN = [
  "status",
  "reason",
  "message",
  "tokenType",
  "sessionStatus",
  "publishableKey",
  "frontendApi",
  "instanceType",
  "domain",
  "isSatellite",
  "proxyUrl",
  "signInUrl",
  "clientUat",
  "usesSuffixedCookies",
  "handshakeRedirectLoopCounter",
  "method",
  "secFetchDest",
  "accept",
  "userAgent",
  "form",
];

/** Tokens, of which the first characters are shown. */
const TOKENS = [
  "sessionToken",
  "tokenInHeader",
  "sessionTokenInCookie",
  "refreshTokenInCookie",
  "devBrowserToken",
  "handshakeToken",
  "handshakeNonce",
];

/** How many characters of a token are shown. */
const SHOWN_CHARACTERS = 7;

/** What `debug()` tells; tokens by their first seven characters. */
export interface AuthDebug {
  /** One thing to know. */
  readonly [name: string]: string | number | boolean | null;
}

/** What gathers all there is to tell, when it is asked for and not before. */
export type DebugSource = () => { readonly [name: string]: unknown };

/**
 * Makes a `debug` function. What it shows is listed: keys, and whatever else is
 * not in the list, never come out.
 */
export function createDebug(source?: DebugSource): () => AuthDebug {
  return () => {
    const data = source?.() ?? {};
    const shown = [...PLAIN, ...TOKENS].map((name) => {
      const value = data[name];
      return [
        name,
        isText(value) && TOKENS.includes(name)
          ? value.slice(0, SHOWN_CHARACTERS)
          : value,
      ] as const;
    });
    return Object.fromEntries(shown.filter(isShown));
  };
}

/** Text is shown of all; numbers, booleans and null of what is no token. */
function isShown(
  entry: readonly [string, unknown],
): entry is readonly [string, string | number | boolean | null] {
  const [name, value] = entry;
  return isText(value) ||
    !TOKENS.includes(name) &&
      (typeof value === "number" || typeof value === "boolean" ||
        value === null);
}
