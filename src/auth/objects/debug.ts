import { isText } from "../../text/json.ts";

/** How a member is shown: as it is, or a token's first characters. */
const SHOWN = {
  status: "plain",
  reason: "plain",
  message: "plain",
  tokenType: "plain",
  sessionStatus: "plain",
  publishableKey: "plain",
  frontendApi: "plain",
  instanceType: "plain",
  domain: "plain",
  isSatellite: "plain",
  proxyUrl: "plain",
  signInUrl: "plain",
  clientUat: "plain",
  usesSuffixedCookies: "plain",
  handshakeRedirectLoopCounter: "plain",
  method: "plain",
  secFetchDest: "plain",
  accept: "plain",
  userAgent: "plain",
  sessionToken: "token",
  tokenInHeader: "token",
  sessionTokenInCookie: "token",
  refreshTokenInCookie: "token",
  devBrowserToken: "token",
  handshakeToken: "token",
  handshakeNonce: "token",
} as const;

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
    return Object.assign(
      {},
      ...Object.entries(SHOWN).map(([name, form]) =>
        show(name, data[name], form)
      ),
    );
  };
}

function show(
  name: string,
  value: unknown,
  form: "plain" | "token",
): AuthDebug {
  if (isText(value)) {
    return {
      [name]: form === "token" ? value.slice(0, SHOWN_CHARACTERS) : value,
    };
  }
  const isPlain = form === "plain" &&
    (typeof value === "number" || typeof value === "boolean" || value === null);
  return isPlain ? { [name]: value } : {};
}
