import { createApi } from "../src/api/client.ts";
import type {
  AuthBackend,
  RefreshParams,
} from "../src/auth/request/backend.ts";
import type { ApiFailure, ApiResult } from "../src/errors/api_error.ts";
import { failCall } from "../src/rest/failure.ts";
import { createTransport } from "../src/rest/transport.ts";
import { isObject, isText } from "../src/text/json.ts";
import {
  type AuthenticateRequest,
  createAuthenticator,
} from "./authenticate_request.ts";
import type { AuthenticateRequestOptions } from "./request_options.ts";
import { debugRequestState } from "./debug_request_state.ts";
import { trimKeys } from "./trim_keys.ts";

/** The calls of a client that request authentication makes: they throw. */
export interface RequestApiClient {
  /** Handshakes. */
  readonly clients?: {
    /** Gets what a handshake's nonce stands for. */
    getHandshakePayload(params: { readonly nonce: string }): unknown;
  };
  /** Sessions. */
  readonly sessions?: {
    /** Gets a fresh session token, as cookies to set. */
    refreshSession(sessionId: string, params: never): unknown;
  };
}

/** What {@linkcode createAuthenticateRequest} takes. */
export interface CreateAuthenticateRequestOptions {
  /** The keys of the instance, and what its requests are judged by. */
  readonly options: AuthenticateRequestOptions;
  /** A client, such as `createClerkClient` makes; one is made by default. */
  readonly apiClient?: RequestApiClient | undefined;
}

/** What {@linkcode createAuthenticateRequest} gives. */
export interface RequestAuthenticator {
  /** Authenticates requests. */
  readonly authenticateRequest: AuthenticateRequest;
  /** Tells of a state what helps to find out why. */
  readonly debugRequestState: typeof debugRequestState;
}

/**
 * Makes what authenticates requests, for adapters of frameworks.
 *
 * @param params Options, and a client.
 * @returns The function, and one that tells of what it gives.
 */
export function createAuthenticateRequest(
  { options, apiClient }: CreateAuthenticateRequestOptions,
): RequestAuthenticator {
  const { secretKey, machineSecretKey, apiUrl, apiVersion } = trimKeys(options);
  const keys = { secretKey, machineSecretKey, apiUrl, apiVersion };
  const api = createApi(createTransport(keys));
  const backend: AuthBackend = {
    ...api,
    ...apiClient?.clients && { clients: wrapClients(apiClient.clients) },
    sessions: {
      ...api.sessions,
      ...apiClient?.sessions && {
        refreshSession: wrapRefresh(apiClient.sessions),
      },
    },
  };
  return {
    authenticateRequest: createAuthenticator(options, backend, {}),
    debugRequestState,
  };
}

function wrapClients(
  clients: NonNullable<RequestApiClient["clients"]>,
): AuthBackend["clients"] {
  return {
    getHandshakePayload: (params) =>
      outcomeOf(() => clients.getHandshakePayload(params)),
  };
}

function wrapRefresh(
  sessions: NonNullable<RequestApiClient["sessions"]>,
): AuthBackend["sessions"]["refreshSession"] {
  return async (id, params) => {
    const ask = () => sessions.refreshSession(id, inSnakeCase(params) as never);
    try {
      const outcome = await outcomeOf<never>(ask);
      if (outcome.errors || outcome.data) return outcome;
    } catch {
      // What is no error of the API is told apart no further.
    }
    return failCall("unexpected_response", "The call failed.");
  };
}

function inSnakeCase(params: RefreshParams): object {
  return {
    format: params.format,
    suffixed_cookies: params.suffixedCookies ?? false,
    expired_token: params.expiredToken,
    refresh_token: params.refreshToken,
    request_origin: params.requestOrigin,
    request_headers: params.requestHeaders,
  };
}

/** Makes an outcome of a call that throws. What it gives is checked where it is used. */
async function outcomeOf<T>(call: () => unknown): Promise<ApiResult<T>> {
  try {
    return { data: await call() as T, errors: undefined };
  } catch (cause) {
    return describeThrown(cause);
  }
}

function describeThrown(cause: unknown): ApiFailure {
  const errors: unknown = isObject(cause) ? cause.errors : undefined;
  if (!Array.isArray(errors)) throw cause;
  const code: unknown = errors[0]?.code;
  const known = isText(code) ? code : "unexpected_response";
  return failCall(
    known === "unexpected_error" ? "network_error" : known,
    "The call failed.",
    cause,
  );
}
