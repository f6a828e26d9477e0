import type { VerifiedToken } from "../../jwt/verified.ts";
import { type TokenText, verifyWithCore } from "../token_core.ts";
import { type CookieContext, originOf } from "./context.ts";
import { appendCookies } from "./resolve_handshake.ts";

/** A fresh session token. */
export interface Refreshed {
  /** The token. */
  readonly token: string;
  /** The same, verified. */
  readonly verified: VerifiedToken;
  /** Headers that set it as a cookie. */
  readonly headers: Headers;
}

/**
 * Gets a fresh token for one that is expired, by the refresh cookie.
 *
 * @param view What the expired token says, when it can be parsed.
 * @returns The token, or why there is none.
 */
export async function refreshSession(
  c: CookieContext,
  expiredToken: string,
  view: TokenText | undefined,
): Promise<Refreshed | string> {
  const { settings, refreshToken, usesSuffix } = c;
  const { rules, backend } = settings;
  const found = rules.refresh.find(({ when }) => when({ c, view }));
  if (found) return found.reason;
  try {
    const outcome = await backend?.sessions.refreshSession(
      view?.payload.sid ?? "",
      {
        format: "cookie",
        expiredToken,
        refreshToken,
        requestOrigin: originOf(c),
        requestHeaders: Object.fromEntries(
          [...c.headers].map(([name, value]) => [name, [value]]),
        ),
        ...usesSuffix && { suffixedCookies: true },
      },
    );
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
  { settings: { core, policy } }: CookieContext,
  cookies: unknown,
): Promise<Refreshed | string> {
  const headers = new Headers();
  const token = appendCookies(headers, cookies);
  try {
    const verified = await verifyWithCore(core, token, policy);
    return { token, verified, headers };
  } catch {
    return "invalid-session-token";
  }
}
