import type { ApiResult } from "../../errors/api_error.ts";
import { withDeadline } from "../../platform/deadline.ts";
import { type Fetch, systemFetch } from "../../platform/fetch.ts";
import { failCall } from "../../rest/failure.ts";
import { toCamelCase, toSnakeCase } from "../../text/case.ts";
import { API_URL } from "../../text/credentials.ts";
import { isObject, isText, parseJson } from "../../text/json.ts";
import { encodeSegment } from "../../text/path.ts";
import { CLERK_API_VERSION, USER_AGENT } from "../../text/version.ts";
import type { AuthBackend } from "./backend.ts";

/** What reaching the Backend API takes. */
export interface DirectBackendOptions {
  /** The secret key of the instance. */
  readonly secretKey?: string | undefined;
  /** The secret key of a machine. */
  readonly machineSecretKey?: string | undefined;
  /** Where the Backend API is. */
  readonly apiUrl?: string | undefined;
  /** The version in the path. */
  readonly apiVersion?: string | undefined;
  /** What sends requests. */
  readonly fetch?: Fetch | undefined;
}

/** The longest that a call may take, in milliseconds. */
const LONGEST = 10_000;

/**
 * Makes the few calls of the Backend API for those who have no client: each is
 * sent once, and nothing is checked of an answer that its user does not check.
 */
export function createDirectBackend(
  options: DirectBackendOptions,
): AuthBackend {
  const { apiUrl = API_URL, apiVersion = "v1", machineSecretKey } = options;
  const root = `${apiUrl.replace(/\/+$/, "")}/`;
  const handshake = `${apiVersion}/clients/handshake_payload?nonce=`;
  const session = (id: string) => `${apiVersion}/sessions/${segment(id)}`;
  const call = (path: string, body?: object, key?: string) =>
    send<never>(options, root + path, body, key);
  return {
    clients: {
      getHandshakePayload: ({ nonce }) =>
        call(`${handshake}${encodeURIComponent(nonce)}`),
    },
    sessions: {
      getToken: (id, template, seconds) =>
        call(
          `${session(id)}/tokens${template ? `/${segment(template)}` : ""}`,
          { expires_in_seconds: seconds ?? undefined },
        ),
      refreshSession: (id, { suffixedCookies, ...params }) =>
        call(
          session(id) +
            (suffixedCookies ? "/refresh?suffixed_cookies=true" : "/refresh"),
          rename(params, toSnakeCase),
        ),
    },
    apiKeys: { verify: (secret) => call("api_keys/verify", { secret }) },
    m2m: {
      verify: (params) => call("m2m_tokens/verify", params, machineSecretKey),
    },
    idPOAuthAccessToken: {
      verify: (accessToken, params) =>
        call("oauth_applications/access_tokens/verify", {
          access_token: accessToken,
          ...params,
        }),
    },
  };
}

/** Renames the members of an object, and none of what they hold. */
function rename(from: object, change: (name: string) => string): object {
  return Object.fromEntries(
    Object.entries(from).map(([name, value]) => [change(name), value]),
  );
}

/** An id as a segment of a path; what is none makes a path that leads nowhere. */
function segment(id: string): string {
  return encodeSegment(id) ?? "_";
}

async function send<T>(
  { secretKey, fetch = systemFetch }: DirectBackendOptions,
  url: string,
  body?: object,
  key = secretKey,
): Promise<ApiResult<T>> {
  if (!key) return failCall("missing_secret_key", 'There is no "secretKey".');
  try {
    return await withDeadline(LONGEST, undefined, async (signal) => {
      const response = await fetch(url, {
        method: body ? "POST" : "GET",
        headers: {
          Authorization: `Bearer ${key}`,
          "Clerk-API-Version": CLERK_API_VERSION,
          "User-Agent": USER_AGENT,
          ...body && { "Content-Type": "application/json" },
        },
        redirect: "manual",
        signal,
        ...body && { body: JSON.stringify(body) },
      });
      return readAnswer<T>(response.status, await response.text());
    });
  } catch (cause) {
    return failCall(
      "network_error",
      "The Backend API cannot be reached.",
      // Whatever fetch was injected may throw errors that hold the key.
      fetch === systemFetch ? cause : undefined,
    );
  }
}

function readAnswer<T>(status: number, text: string): ApiResult<T> {
  const json = parseJson(text);
  if (status === 200 && isObject(json)) {
    // What it is to hold is checked by whoever uses it.
    return { data: rename(json, toCamelCase) as T, errors: undefined };
  }
  const [first] = isObject(json) ? [json.errors].flat() : [];
  const { code, message } = isObject(first) ? first : {};
  return failCall(
    isText(code) ? code : "unexpected_response",
    isText(message) ? message : `The Backend API answered ${status}.`,
    undefined,
    { status },
  );
}
