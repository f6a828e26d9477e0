import type { ApiResult, ApiSuccess } from "../../errors/api_error.ts";
import { refuseToken } from "../../errors/token_verification_error.ts";
import { classOf } from "../../jwt/token_class.ts";
import type { VerifiedToken } from "../../jwt/verified.ts";
import { failCall } from "../../rest/failure.ts";
import { createHas } from "./authorization.ts";
import { createDebug, type DebugSource } from "./debug.ts";
import { readSession, SIGNED_OUT } from "./session_data.ts";
import type {
  GetTokenOptions,
  SessionBackend,
  SignedInAuth,
  SignedOutAuth,
} from "./types.ts";

/** What the auth object of a session is made of. */
export interface SessionAuthInit {
  /** The token, verified: nothing else makes a session. */
  readonly verified: VerifiedToken;
  /** The text of the token. */
  readonly token: string;
  /** Whether a session with tasks to do counts as none; true by default. */
  readonly treatPendingAsSignedOut?: boolean | undefined;
  /** What makes other tokens of the session; without it there are none. */
  readonly backend?: SessionBackend | undefined;
  /** What `debug()` tells. */
  readonly debug?: DebugSource | undefined;
}

/**
 * Makes the auth object of a session token.
 *
 * @throws {TokenVerificationError} When the token is none of a session, which
 * only a policy for another class of tokens lets through.
 */
export function createSessionAuth(
  init: SessionAuthInit,
): SignedInAuth | SignedOutAuth {
  const { verified, token, treatPendingAsSignedOut = true, backend } = init;
  const { header, payload } = verified;
  if (classOf(header, payload) !== "session" || !payload.sid) {
    refuseToken("token-invalid", "the token of a session");
  }
  if (treatPendingAsSignedOut && payload.sts === "pending") {
    return createSignedOutAuth({ debug: init.debug, status: "pending" });
  }
  const data = readSession(payload);
  return {
    ...data,
    getToken: (options) => getToken(data.sessionId, token, backend, options),
    has: createHas(data),
    debug: createDebug(() => ({ ...init.debug?.(), sessionToken: token })),
  };
}

/** What the auth object of a request without a session is made of. */
export interface SignedOutAuthInit {
  /** What `debug()` tells. */
  readonly debug?: DebugSource | undefined;
  /** `pending` when there is a session that has tasks to do first. */
  readonly status?: string | undefined;
}

/** Makes the auth object of a request without a session. */
export function createSignedOutAuth(
  { debug, status }: SignedOutAuthInit = {},
): SignedOutAuth {
  return {
    ...SIGNED_OUT,
    sessionStatus: status ?? null,
    getToken: getNoToken,
    has: createHas(undefined),
    debug: createDebug(debug),
  };
}

/** Stands in for `getToken` where there is no token. */
export function getNoToken(): Promise<ApiSuccess<null>> {
  return Promise.resolve({ data: null, errors: undefined });
}

async function getToken(
  sessionId: string,
  token: string,
  backend: SessionBackend | undefined,
  { template, expiresInSeconds }: GetTokenOptions = {},
): Promise<ApiResult<string>> {
  if (!template && expiresInSeconds === undefined) {
    return { data: token, errors: undefined };
  }
  if (!backend) {
    return failCall(
      "missing_secret_key",
      "Cannot make a token of the session: there is no client of the Backend API.",
    );
  }
  try {
    const outcome = await backend.getToken(
      sessionId,
      template,
      expiresInSeconds,
    );
    return outcome.errors
      ? outcome
      : { data: outcome.data.jwt, errors: undefined };
  } catch (cause) {
    return failCall("unexpected_response", "The client threw.", cause);
  }
}
