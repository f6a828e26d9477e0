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
];

/** Tokens, of which the first characters are shown. */
export const TOKENS = [
  "sessionToken",
  "tokenInHeader",
  "sessionTokenInCookie",
  "refreshTokenInCookie",
  "devBrowserToken",
  "handshakeToken",
] as const;

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
    const entries: readonly (readonly [string, unknown])[] = [
      ...PLAIN.map((name) => [name, data[name]] as const),
      ...[...TOKENS, "handshakeNonce"].map((name) =>
        [name, startOf(data[name])] as const
      ),
    ];
    return Object.fromEntries(entries.filter(isPlain));
  };
}

/** The first characters of a token; undefined when it is no text. */
function startOf(token: unknown): string | undefined {
  return isText(token) ? token.slice(0, SHOWN_CHARACTERS) : undefined;
}

function isPlain(
  entry: readonly [string, unknown],
): entry is readonly [string, string | number | boolean | null] {
  const [, value] = entry;
  return value === null || /^(?:string|number|boolean)$/.test(typeof value);
}
