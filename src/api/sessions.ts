import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import type { ApiListCall } from "../rest/result.ts";
import { defineTable, type Send, type Table } from "../rest/table.ts";
import type { Session } from "./types/session.ts";
import type {
  CreateSessionParams,
  GetSessionListParams,
  RefreshSessionParams,
  SessionRefresh,
  SessionRefreshFormat,
} from "./types/session_params.ts";
import type { Token } from "./types/token.ts";

/**
 * Everything about sessions. No method rejects: each gives data or errors. Each
 * takes {@linkcode RequestOptions} as its last argument.
 */
export interface SessionsApi {
  /**
   * Reads sessions, a page at a time.
   *
   * @param params Which sessions, and which part of them.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The sessions, and how many there are.
   */
  getSessionList(
    params?: GetSessionListParams,
    options?: RequestOptions,
  ): ApiListCall<Session>;
  /**
   * Reads one session.
   *
   * @param sessionId The session's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The session, or an error `resource_not_found` with status 404.
   */
  getSession(
    sessionId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<Session>>;
  /**
   * Makes a session without anybody signing in. It is meant for tests: Clerk
   * refuses it on production instances.
   *
   * @param params Whose session it is to be.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new session.
   */
  createSession(
    params: CreateSessionParams,
    options?: RequestOptions,
  ): Promise<ApiResult<Session>>;
  /**
   * Ends a session: its tokens are not renewed any more. Those that are out stay
   * valid until they expire, within a minute as a rule.
   *
   * @param sessionId The session's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The session as changed.
   */
  revokeSession(
    sessionId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<Session>>;
  /**
   * Asks Clerk whether a token belongs to a session that is active.
   *
   * @param sessionId The session's id.
   * @param token The session token.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The session.
   *
   * @deprecated Verify the token itself with `verifyToken`, which needs no
   * request; to know what became of the session since, use `getSession`.
   */
  verifySession(
    sessionId: string,
    token: string,
    options?: RequestOptions,
  ): Promise<ApiResult<Session>>;
  /**
   * Makes a token of a session, with the claims of a session token or those of a
   * JWT template.
   *
   * @param sessionId The session's id.
   * @param template The name of the template; none, or an empty one, for a
   * session token.
   * @param expiresInSeconds How long it is to be valid, 30 to 315,360,000
   * seconds; what the instance or the template says by default.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The token.
   *
   * @example By a template, for five minutes
   * ```ts
   * import { createClerkClient } from "@isoclerk/backend";
   *
   * const clerk = createClerkClient();
   * const { data: token, errors } = await clerk.sessions.getToken(
   *   "sess_1",
   *   "supabase",
   *   300,
   * );
   * if (errors) throw new Error(errors[0].message);
   * console.log(typeof token.jwt); // string
   * ```
   */
  getToken(
    sessionId: string,
    template?: string | null,
    expiresInSeconds?: number | null,
    options?: RequestOptions,
  ): Promise<ApiResult<Token>>;
  /**
   * Exchanges an expired session token and its refresh token for a new token.
   *
   * @param sessionId The session's id.
   * @param params The tokens, and the request that needs a new one.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The token, or cookies when `format` is `cookie`.
   */
  refreshSession<Format extends SessionRefreshFormat = "token">(
    sessionId: string,
    params: RefreshSessionParams<Format>,
    options?: RequestOptions,
  ): Promise<ApiResult<SessionRefresh<Format>>>;
}

const verify = /* @__PURE__ */ op("POST /sessions/{session_id}/verify", {
  body: true,
  safe: true,
});
const makeToken = /* @__PURE__ */ op("POST /sessions/{session_id}/tokens", {
  body: true,
});
const makeTemplateToken = /* @__PURE__ */ op(
  "POST /sessions/{session_id}/tokens/{template_name}",
  { body: true },
);

/** The operations of sessions. */
export const sessions: Table<SessionsApi> = /* @__PURE__ */ defineTable(() => ({
  getSessionList: op("GET /sessions", {
    query: true,
    list: true,
    send: { paginated: true },
  }),
  getSession: op("GET /sessions/{session_id}"),
  createSession: op("POST /sessions", { body: true }),
  revokeSession: op("POST /sessions/{session_id}/revoke"),
  verifySession: (send, sessionId, token, options) =>
    send(verify, sessionId, { token }, options),
  getToken,
  refreshSession: op("POST /sessions/{session_id}/refresh", {
    query: ["suffixed_cookies"],
    body: true,
  }),
}));

function getToken(
  send: Send,
  sessionId: string,
  template?: string | null,
  expiresInSeconds?: number | null,
  options?: RequestOptions,
): Promise<ApiResult<Token>> {
  const params = expiresInSeconds === undefined
    ? undefined
    : { expiresInSeconds };
  return template
    ? send(makeTemplateToken, sessionId, template, params, options)
    : send(makeToken, sessionId, params, options);
}
