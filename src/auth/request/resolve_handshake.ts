import {
  refuseToken,
  TokenVerificationError,
} from "../../errors/token_verification_error.ts";
import type { ClaimsPolicy } from "../../jwt/claims.ts";
import type { VerifiedToken } from "../../jwt/verified.ts";
import { isText } from "../../text/json.ts";
import { verifySignatureWithCore, verifyWithCore } from "../token_core.ts";
import { type CookieContext, visibleUrlOf } from "./context.ts";
import { type CoreState, signedIn, signedOut } from "./state.ts";

/** Categories that a handshake's token may have, besides none. */
const CATEGORIES = ["cl_B7d4PD111AAA", "cl_I7d4PD111III"];

/** Parameters of a URL that are for Clerk alone. */
const OWN = [
  "__clerk_handshake_nonce",
  "__clerk_handshake",
  "__clerk_help",
  "__clerk_db_jwt",
];

/**
 * Reasons for which a clock can be to blame, and for which a handshake can bring
 * a better token, as states have them.
 */
export const CURABLE: { readonly [reason: string]: string } = {
  "token-expired": "session-token-expired",
  "token-not-active-yet": "session-token-nbf",
  "token-iat-in-the-future": "session-token-iat-in-the-future",
};

/** How wrong a developer's clock may be, in milliseconds. */
const DEVELOPMENT_SKEW = 86_400_000;

/**
 * Takes what the browser brings back from a handshake: cookies to set, and the
 * session among them.
 *
 * @returns The state; undefined when there was no handshake, or nothing in it can
 * be believed and the request is to be judged without it.
 */
export async function resolveHandshake(
  c: CookieContext,
): Promise<CoreState | undefined> {
  const read = (name: string) => c.query.get(name) || c.cookies.get(name) || "";
  const nonce = read("__clerk_handshake_nonce");
  const token = read("__clerk_handshake");
  if (!nonce && !token) return undefined;
  const { manner, isDevelopment } = c.settings;
  let directives: readonly unknown[] | undefined;
  try {
    directives = nonce
      ? await fetchDirectives(c, nonce)
      : await readDirectives(c, token);
    return await applyDirectives(c, directives);
  } catch (cause) {
    // Without directives it is the handshake's own token that is refused.
    if (
      isDevelopment && !directives && cause instanceof TokenVerificationError
    ) {
      manner.onHandshakeRefused?.(cause, token);
      return signedOut(c, "handshake-invalid", cause.message);
    }
    manner.notice?.("handshake-failed", cause);
    return undefined;
  }
}

async function fetchDirectives(
  { settings }: CookieContext,
  nonce: string,
): Promise<readonly unknown[]> {
  try {
    const { data, errors } =
      await settings.backend?.clients.getHandshakePayload({ nonce }) ?? {};
    if (!Array.isArray(data?.directives)) throw errors?.[0] ?? NO_DIRECTIVES;
    return data.directives;
  } catch (cause) {
    settings.manner.notice?.("payload-failed", cause);
    return [];
  }
}

async function readDirectives(
  { settings }: CookieContext,
  token: string,
): Promise<readonly unknown[]> {
  const signed = await verifySignatureWithCore(settings.core, token);
  const { cat } = signed.header;
  if (cat !== undefined && !CATEGORIES.includes(cat)) {
    refuseToken("token-invalid", "a handshake", { claim: "cat" });
  }
  const { handshake } = signed.payload;
  return Array.isArray(handshake) ? handshake : [];
}

const NO_DIRECTIVES = { message: "There are no directives." };

async function applyDirectives(
  c: CookieContext,
  directives: readonly unknown[],
): Promise<CoreState> {
  const { isDevelopment } = c.settings;
  const headers = new Headers({
    "access-control-allow-origin": "null",
    "access-control-allow-credentials": "true",
  });
  const session = appendCookies(headers, directives);
  if (isDevelopment) {
    headers.append("location", visibleUrlOf(c, OWN));
    headers.append("cache-control", "no-store");
  }
  return session
    ? signedIn(c, await verifyTolerant(c, session), session, headers)
    : signedOut(c, "session-token-missing", "", "session_token", headers);
}

/**
 * Appends cookies to set to headers.
 *
 * @returns The last session token among them; empty when there is none.
 * @throws {TypeError} When there are no cookies, or one is none.
 */
export function appendCookies(headers: Headers, cookies: unknown): string {
  let session = "";
  if (!Array.isArray(cookies)) throw new TypeError("No cookies");
  for (const cookie of cookies) {
    if (!isText(cookie)) throw new TypeError("No cookie");
    // Whatever could end the header's line throws here.
    headers.append("set-cookie", cookie);
    if (cookie.startsWith("__session")) {
      const [pair = ""] = cookie.split(";", 1);
      session = pair.slice(pair.indexOf("=") + 1);
    }
  }
  return session;
}

/** Verifies a token; in development a clock may be a day wrong. */
async function verifyTolerant(
  { settings }: CookieContext,
  token: string,
): Promise<VerifiedToken> {
  const { core, policy, isDevelopment, manner } = settings;
  try {
    return await verifyWithCore(core, token, policy);
  } catch (cause) {
    const isClock = cause instanceof TokenVerificationError &&
      cause.reason in CURABLE;
    if (!isDevelopment || !isClock) throw cause;
    manner.notice?.("clock-skew", cause);
    const tolerant: ClaimsPolicy = {
      ...policy,
      clockSkewInMs: DEVELOPMENT_SKEW,
    };
    return await verifyWithCore(core, token, tolerant);
  }
}
