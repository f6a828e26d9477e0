import { CLERK_API_VERSION } from "../../text/version.ts";
import { removeParameters } from "../../text/query.ts";
import {
  type Context,
  type CookieContext,
  originOf,
  pathOf,
} from "./context.ts";
import { findOrganization } from "./organization_sync.ts";
import { findSatelliteUrl, primaryUrl, satelliteUrl } from "./satellite.ts";
import type { Then } from "./rules.ts";
import {
  type CoreState,
  handshakeState,
  resolveProxyUrl,
  signedOut,
} from "./state.ts";

/** How many handshakes in a row are enough. */
const ENOUGH = 3;

/** Whether the browser shows what it is sent to: a page, or one in a frame. */
function isEligible({ request, headers, settings }: Context): boolean {
  if (request.method !== "GET" || !settings.frontendApi) return false;
  const destination = headers.get("sec-fetch-dest");
  return destination === "document" || destination === "iframe" ||
    destination === null &&
      headers.get("accept")?.startsWith("text/html") === true;
}

/** What a handshake is made of. */
export interface HandshakeInit {
  /** Why. */
  readonly reason: string;
  /** Why, for a person. */
  readonly message?: string;
  /** Where to. */
  readonly then?: Exclude<Then, "signed-out">;
  /** The session token, if it came another way than in a cookie. */
  readonly token?: string;
  /** What happened when there were enough of them. */
  readonly loop?: "handshake-loop" | "satellite-loop" | "organization-loop";
}

/** Sends the browser elsewhere; undefined when that cannot be, or was in vain. */
export function tryHandshake(
  c: CookieContext,
  init: HandshakeInit,
): CoreState | "loop" | undefined {
  const { reason, message = "", loop } = init;
  if (!isEligible(c)) return undefined;
  if (c.redirectCount === ENOUGH) {
    if (loop) c.settings.manner.notice?.(loop);
    return "loop";
  }
  return handshakeState(c, reason, message, [
    ["location", locationOf(c, init)],
    ["cache-control", "no-store"],
    [
      "set-cookie",
      `__clerk_redirect_count=${
        c.redirectCount + 1
      }; SameSite=Lax; HttpOnly; Max-Age=2`,
    ],
  ]);
}

/** Sends the browser elsewhere; where that cannot be, the request is signed out. */
export function handshake(c: CookieContext, init: HandshakeInit): CoreState {
  const { reason, message, then } = init;
  const loop = then === "ask-primary" ? "satellite-loop" : "handshake-loop";
  const state = tryHandshake(c, { loop, ...init });
  if (state === "loop") {
    return signedOut(c, reason, message || c.settings.manner.loopMessage);
  }
  return state ?? signedOut(c, reason, message);
}

function locationOf(c: CookieContext, init: HandshakeInit): string {
  const { then } = init;
  const satellite = then === "answer-satellite" && findSatelliteUrl(c);
  if (satellite) return satelliteUrl(satellite, c.devBrowser);
  return then === "ask-primary" && c.settings.isDevelopment
    ? primaryUrl(c)
    : handshakeUrl(c, init);
}

function handshakeUrl(c: CookieContext, init: HandshakeInit): string {
  const { settings, devBrowser } = c;
  const session = init.token ?? c.session;
  const organization = findOrganization(c)?.name;
  const url = removeParameters(
    originOf(c) + pathOf(c.url),
    (name) => name === "__clerk_db_jwt",
  );
  const api = (resolveProxyUrl(c) || settings.frontendApi)
    .replace(/\/+$/, "");
  const base = api.includes("://") ? api : `https://${api}`;
  const parameters = [
    ["redirect_url", url],
    ["__clerk_api_version", CLERK_API_VERSION],
    ["suffixed_cookies", `${c.usesSuffix}`],
    ["__clerk_hs_reason", init.reason],
    // A nonce is good for who can ask the Backend API what it stands for.
    settings.backend && ["format", "nonce"],
    session && ["__session", session],
    settings.isDevelopment && devBrowser && ["__clerk_db_jwt", devBrowser],
    organization !== undefined && ["organization_id", organization],
  ] as const;
  const query = parameters.flatMap((pair) =>
    pair ? `${pair[0]}=${encodeURIComponent(pair[1])}` : []
  ).join("&");
  return `${base}/v1/client/handshake?${query}`;
}
