import type { ApiResult } from "../../errors/api_error.ts";
import type { MachineBackend } from "../machine/types.ts";
import type { SessionBackend } from "../objects/types.ts";

/** What is sent to get a fresh session token. */
export interface RefreshParams {
  /** What to get: cookies. */
  readonly format: "cookie";
  /** The session token that is expired. */
  readonly expiredToken: string;
  /** The value of the refresh cookie. */
  readonly refreshToken: string;
  /** The origin of the request. */
  readonly requestOrigin: string;
  /** The headers of the request. */
  readonly requestHeaders: { readonly [name: string]: readonly string[] };
  /** Whether the cookies are to have the instance's suffix. */
  readonly suffixedCookies?: boolean;
}

/**
 * The calls of the Backend API that request authentication makes, as a client
 * has them. What makes an authenticator supplies them.
 */
export interface AuthBackend extends MachineBackend {
  /** Handshakes. */
  readonly clients: {
    /** Gets what a handshake's nonce stands for. */
    getHandshakePayload(
      params: { readonly nonce: string },
    ): Promise<ApiResult<{ readonly directives: readonly string[] }>>;
  };
  /** Sessions. */
  readonly sessions: SessionBackend & {
    /** Gets a fresh session token, as cookies to set. */
    refreshSession(
      sessionId: string,
      params: RefreshParams,
    ): Promise<ApiResult<{ readonly cookies: readonly string[] }>>;
  };
}
