import type { VerifiedToken } from "../../jwt/verified.ts";
import type { DebugSource } from "../objects/debug.ts";
import type { TokenType } from "../objects/types.ts";
import type { VerifiedMachineToken } from "../machine/types.ts";
import { type Context, type CookieContext, proxyUrlOf } from "./context.ts";
import type { ToAuthOptions } from "./types.ts";

/** Headers to send along: made, or to be made when they are first looked at. */
export type HeadersToSend = Headers | { readonly [name: string]: string };

/** Any state, before its parts are told apart by type. */
export interface CoreState {
  readonly status: "signed-in" | "signed-out" | "handshake";
  readonly isSignedIn: boolean;
  readonly isAuthenticated: boolean;
  readonly token: string | null;
  readonly tokenType: TokenType | null;
  readonly reason: string | null;
  readonly message: string | null;
  readonly headers: Headers;
  readonly proxyUrl: string;
  readonly publishableKey: string;
  readonly isSatellite: boolean;
  readonly domain: string;
  readonly signInUrl: string;
  readonly signUpUrl: string;
  readonly afterSignInUrl: string;
  readonly afterSignUpUrl: string;
  readonly toAuth: (options?: ToAuthOptions) => unknown;
}

type Own =
  | "status"
  | "token"
  | "tokenType"
  | "reason"
  | "message"
  | "toAuth";

function createState(
  c: Context,
  own: Pick<CoreState, Own>,
  extra: HeadersToSend | undefined,
): CoreState {
  const { shown } = c.settings;
  const isSignedIn = own.status === "signed-in";
  let headers: Headers | undefined;
  const state: CoreState = {
    status: own.status,
    reason: own.reason,
    message: own.message,
    isSignedIn,
    isAuthenticated: isSignedIn,
    token: own.token,
    tokenType: own.tokenType,
    proxyUrl: proxyUrlOf(c),
    publishableKey: shown.publishableKey,
    isSatellite: shown.isSatellite,
    domain: shown.domain,
    signInUrl: shown.signInUrl,
    signUpUrl: shown.signUpUrl,
    afterSignInUrl: shown.afterSignInUrl,
    afterSignUpUrl: shown.afterSignUpUrl,
    toAuth: own.toAuth,
    get headers() {
      return headers ??= buildHeaders(own, extra);
    },
  };
  // It stays out of logs and of JSON.
  return Object.defineProperty(state, "token", { enumerable: false });
}

/** What says in the response what was decided. A good token says it all. */
function buildHeaders(
  { status, reason, message }: Pick<CoreState, "status" | "reason" | "message">,
  extra: HeadersToSend | undefined,
): Headers {
  const headers = extra instanceof Headers ? extra : new Headers(extra);
  if (status === "signed-in") return headers;
  const about = { message, reason, status };
  for (const [name, value] of Object.entries(about)) {
    try {
      if (value) headers.set(`x-clerk-auth-${name}`, value);
    } catch {
      // What no header can hold is left out.
    }
  }
  return headers;
}

/** The state of a request with a good session token. */
export function signedIn(
  c: Context,
  verified: VerifiedToken,
  token: string,
  headers?: Headers,
): CoreState {
  const { manner, backend } = c.settings;
  return createState(c, {
    status: "signed-in",
    token,
    tokenType: "session_token",
    reason: null,
    message: null,
    toAuth: (options) =>
      manner.auth.session({
        verified,
        token,
        treatPendingAsSignedOut: options?.treatPendingAsSignedOut,
        backend: backend?.sessions,
        debug: debugSource(c),
      }),
  }, headers);
}

/** The state of a request with a good machine token. */
export function machineSignedIn(
  c: Context,
  verified: VerifiedMachineToken,
): CoreState {
  return createState(c, {
    status: "signed-in",
    token: verified.text,
    tokenType: verified.tokenType,
    reason: null,
    message: null,
    toAuth: () => c.settings.manner.auth.machine(verified, debugSource(c)),
  }, undefined);
}

/** The state of a request without a good token. */
export function signedOut(
  c: Context,
  reason: string,
  message = "",
  tokenType: TokenType | null = "session_token",
  headers?: Headers,
): CoreState {
  const { auth } = c.settings.manner;
  const status = "signed-out";
  return createState(c, {
    status,
    token: null,
    tokenType,
    reason,
    message,
    toAuth: () =>
      auth.none(tokenType, debugSource(c, { status, reason, message })),
  }, headers);
}

/** The state of a request whose browser has to go elsewhere. */
export function handshakeState(
  c: Context,
  reason: string,
  message: string,
  headers: HeadersToSend,
): CoreState {
  return createState(c, {
    status: "handshake",
    token: null,
    tokenType: "session_token",
    reason,
    message,
    toAuth: () => null,
  }, headers);
}

/** What helps to find out why; of the cookies, if they were looked at. */
function debugSource(
  c: Context & Partial<CookieContext>,
  about?: { readonly [name: string]: unknown },
): DebugSource {
  const { settings, request, headers } = c;
  return () => ({
    ...settings.shown,
    ...about,
    frontendApi: settings.frontendApi,
    instanceType: settings.key?.instanceType,
    proxyUrl: settings.proxyUrl,
    method: request.method,
    secFetchDest: headers.get("sec-fetch-dest"),
    accept: headers.get("accept"),
    userAgent: headers.get("user-agent"),
    clientUat: c.clientUat,
    usesSuffixedCookies: c.usesSuffix,
    sessionTokenInCookie: c.session,
    refreshTokenInCookie: c.refreshToken,
    devBrowserToken: c.devBrowser,
    handshakeRedirectLoopCounter: c.redirectCount,
  });
}
