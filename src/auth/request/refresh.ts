import type { VerifiedToken } from "../../jwt/verified.ts";
import { verifyWithCore } from "../token_core.ts";
import { type CookieContext, originOf } from "./context.ts";
import { readSessionCookie } from "./resolve_handshake.ts";

/** A fresh session token. */
export interface Refreshed {
  /** The token. */
  readonly token: string;
  /** The same, verified. */
  readonly verified: VerifiedToken;
  /** The cookies to set. */
  readonly cookies: readonly string[];
}

/**
 * Gets a fresh token for one that is expired, by the refresh cookie.
 *
 * @param expired The text of the expired token, and the session that it names.
 * @returns The token, or why there is none.
 */
export async function refreshSession(
  c: CookieContext,
  expired: { readonly text: string; readonly sid: unknown },
): Promise<Refreshed | string> {
  const { settings, refreshToken, usesSuffix } = c;
  const { rules, backend } = settings;
  const found = rules.refresh.find(({ when }) => when(c));
  if (found) return found.reason;
  if (typeof expired.sid !== "string" || !expired.sid) {
    return "expired-session-token-missing-sid-claim";
  }
  try {
    const outcome = await backend?.sessions.refreshSession(expired.sid, {
      format: "cookie",
      expiredToken: expired.text,
      refreshToken,
      requestOrigin: originOf(c),
      requestHeaders: Object.fromEntries(
        [...c.headers].map(([name, value]) => [name, [value]]),
      ),
      ...usesSuffix && { suffixedCookies: true },
    });
    const [error] = outcome?.errors ?? [];
    if (error) return describeFailure(error.code);
    return await takeCookies(c, outcome?.data?.cookies);
  } catch {
    return "unexpected-sdk-error";
  }
}

/** Names why the Backend API gave nothing. */
function describeFailure(code: string): string {
  if (code === "unexpected_response") return "unexpected-bapi-error";
  // What never came from the API is known by our own codes.
  return ["network_error", "timeout", "aborted"].includes(code)
    ? "fetch-error"
    : code;
}

async function takeCookies(
  { settings }: CookieContext,
  cookies: unknown,
): Promise<Refreshed | string> {
  if (
    !Array.isArray(cookies) ||
    !cookies.every((each) => typeof each === "string")
  ) {
    return "unexpected-sdk-error";
  }
  let token = "";
  for (const cookie of cookies) token = readSessionCookie(cookie) ?? token;
  try {
    const verified = await verifyWithCore(
      settings.core,
      token,
      settings.policy,
    );
    return { token, verified, cookies };
  } catch {
    return "invalid-session-token";
  }
}
