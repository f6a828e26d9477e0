import { CLERK_API_VERSION } from "../../text/version.ts";
import {
  type Context,
  type CookieContext,
  frontendUrlOf,
  visibleUrlOf,
} from "./context.ts";
import { findOrganization } from "./organization_sync.ts";
import { findSatelliteUrl, primaryUrl, satelliteUrl } from "./satellite.ts";
import type { Then } from "./rules.ts";
import { type CoreState, handshakeState, signedOut } from "./state.ts";

/** How many handshakes in a row are enough. */
const ENOUGH = 3;

/** Parameters that tell a browser apart in development, now and once. */
const DEV_BROWSER = ["__clerk_db_jwt", "__dev_session"];

/** Whether the browser shows what it is sent to: a page, or one in a frame. */
function isEligible({ request, headers, settings }: Context): boolean {
  if (request.method !== "GET" || !settings.frontendApi) return false;
  const destination = headers.get("sec-fetch-dest");
  return destination
    ? /^(document|iframe)$/.test(destination)
    : headers.get("accept")?.startsWith("text/html") === true;
}

/** What a handshake is made of. */
export interface HandshakeInit {
  /** Why. */
  readonly reason: string;
  /** Why, for a person. */
  readonly message?: string;
  /** Where to. */
  readonly then?: Exclude<Then, "signed-out">;
  /** The session token, for when there is none in a cookie. */
  readonly token?: string;
}

/** Sends the browser elsewhere; where that cannot be, the request is signed out. */
export function handshake(c: CookieContext, init: HandshakeInit): CoreState {
  const { reason, message = "", then } = init;
  if (!isEligible(c)) return signedOut(c, reason, message);
  if (c.redirectCount < ENOUGH) return redirect(c, init);
  const { manner } = c.settings;
  manner.notice?.(then === "ask-primary" ? "satellite-loop" : "handshake-loop");
  return signedOut(c, reason, message || manner.loopMessage);
}

/** Lets a good session be compared elsewhere; undefined to leave it as it is. */
export function trySync(
  c: CookieContext,
  reason: string,
): CoreState | undefined {
  if (c.redirectCount >= ENOUGH) {
    c.settings.manner.notice?.("organization-loop");
    return undefined;
  }
  const message = reason === "active-organization-mismatch" ? "" : ELSEWHERE;
  return isEligible(c) ? redirect(c, { reason, message }) : undefined;
}

const ELSEWHERE =
  "Cross-origin request from satellite domain requires handshake";

function redirect(c: CookieContext, init: HandshakeInit): CoreState {
  const count = c.redirectCount + 1;
  const headers = {
    "location": locationOf(c, init),
    "cache-control": "no-store",
    "set-cookie":
      `__clerk_redirect_count=${count}; SameSite=Lax; HttpOnly; Max-Age=2`,
  };
  return handshakeState(c, init.reason, init.message ?? "", headers);
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
  const { settings } = c;
  const organization = findOrganization(c);
  const url = visibleUrlOf(c, DEV_BROWSER);
  const query = `redirect_url=${encodeURIComponent(url)}` +
    pair("__clerk_api_version", CLERK_API_VERSION) +
    pair("suffixed_cookies", `${c.usesSuffix}`) +
    pair("__clerk_hs_reason", init.reason) +
    // A nonce is good for who can ask the Backend API what it stands for.
    pair("format", settings.backend && "nonce") +
    pair("__session", c.session || init.token) +
    pair("__clerk_db_jwt", settings.isDevelopment ? c.devBrowser : "") +
    // Empty asks for the personal account.
    (organization
      ? `&organization_id=${encodeURIComponent(organization.name)}`
      : "");
  return new URL(`${frontendUrlOf(c)}/v1/client/handshake?${query}`).href;
}

/** A parameter after others; nothing for what is empty. */
function pair(name: string, value = ""): string {
  return value ? `&${name}=${encodeURIComponent(value)}` : "";
}
