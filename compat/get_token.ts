import { sessions } from "../src/api/sessions.ts";
import type { GetTokenOptions } from "../src/auth/objects/types.ts";
import type { Fetch } from "../src/platform/fetch.ts";
import { bindTable } from "../src/rest/table.ts";
import { createTransport } from "../src/rest/transport.ts";
import { describeFailure } from "./failure.ts";
import { trimKeys } from "./trim_keys.ts";

/** What asks the Backend API for other tokens of a session. */
export interface GetTokenContext {
  /** The secret key of the instance. */
  readonly secretKey?: string | undefined;
  /** Where the Backend API is. */
  readonly apiUrl?: string | undefined;
  /** The version of the Backend API in its paths. */
  readonly apiVersion?: string | undefined;
  /** What requests say about who sends them. */
  readonly userAgent?: string | undefined;
  /** What sends requests; the host's `fetch` by default. */
  readonly fetch?: Fetch | undefined;
}

/** What an adapter for a framework makes the auth object of a session with. */
export interface SignedInAuthObjectOptions extends GetTokenContext {
  /** The session token. */
  readonly token: string;
  /** The public key of the instance as PEM text. */
  readonly jwtKey?: string | undefined;
  /** The secret key of a machine of the instance. */
  readonly machineSecretKey?: string | undefined;
  /** Whether calls go out with the secret key of the machine. */
  readonly useMachineSecretKey?: boolean | undefined;
  /** Whether a call without a secret key throws. */
  readonly requireSecretKey?: boolean | undefined;
  /** Whether the version of the Backend API is left out of URLs. */
  readonly skipApiVersionInUrl?: boolean | undefined;
}

/**
 * Makes the `getToken` of a session, which throws what goes wrong. For claims
 * that name no session it gives null.
 */
export function createGetToken(
  context: GetTokenContext,
  sessionId: string,
  token: string,
): (options?: GetTokenOptions) => Promise<string | null> {
  return async ({ template, expiresInSeconds } = {}) => {
    if (!sessionId) return null;
    if (!template && expiresInSeconds === undefined) return token;
    const { secretKey, apiUrl, apiVersion, userAgent, fetch } = trimKeys(
      context,
    );
    const { getToken } = bindTable(
      sessions,
      createTransport({
        secretKey,
        apiUrl,
        apiVersion,
        userAgent: userAgent || undefined,
        fetch,
      }),
    );
    const outcome = await getToken(sessionId, template, expiresInSeconds);
    if (outcome.errors) throw describeFailure(outcome);
    return outcome.data.jwt;
  };
}
