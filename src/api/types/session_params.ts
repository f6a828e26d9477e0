import type { PageParams } from "./pagination.ts";
import type { SessionStatus } from "./session.ts";
import type { Cookies, Token } from "./token.ts";

/** What `getSessionList` takes. */
export interface GetSessionListParams extends PageParams {
  /** Only those that live on this client. */
  readonly clientId?: string | undefined;
  /** Only those of this user. */
  readonly userId?: string | undefined;
  /** Only those that stand there; all by default. */
  readonly status?: SessionStatus | undefined;
}

/** What `createSession` takes. */
export interface CreateSessionParams {
  /** The user to sign in. */
  readonly userId: string;
  /** The organization that is to be active; the user must be a member. */
  readonly activeOrganizationId?: string | undefined;
}

/** What `refreshSession` is to give: the token alone, or cookies for the browser. */
export type SessionRefreshFormat = "token" | "cookie";

/** What `refreshSession` gives, by the format that was asked for. */
export type SessionRefresh<Format extends SessionRefreshFormat> = Format extends
  "cookie" ? Cookies : Token;

/** What `refreshSession` takes. */
export interface RefreshSessionParams<
  Format extends SessionRefreshFormat = SessionRefreshFormat,
> {
  /** The session token that has expired. */
  readonly expiredToken: string;
  /** The refresh token, from the cookie `__refresh`. */
  readonly refreshToken: string;
  /** The origin of the request that needs the token, such as `https://example.com`. */
  readonly requestOrigin: string;
  /** The IP address that the request came from. */
  readonly requestOriginatingIp?: string | null | undefined;
  /** The headers of the request, each name with all its values; sent as they are. */
  readonly requestHeaders?:
    | { readonly [name: string]: readonly string[] }
    | null
    | undefined;
  /** Whether the cookies' names end in a suffix of the instance's own. */
  readonly suffixedCookies?: boolean | undefined;
  /** What to give; `token` by default. */
  readonly format?: Format | null | undefined;
}
