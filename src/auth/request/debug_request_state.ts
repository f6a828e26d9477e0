import type { StateBase } from "./types.ts";

/** What {@linkcode debugRequestState} tells. */
export interface RequestStateDebug extends
  Pick<
    StateBase,
    "proxyUrl" | "publishableKey" | "isSatellite" | "domain" | "signInUrl"
  > {
  /** What was decided. */
  readonly status: string;
  /** The kind of token; null for none of a list. */
  readonly tokenType: string | null;
  /** Why, in a form to branch on. */
  readonly reason: string | null;
  /** Why, for a person. */
  readonly message: string | null;
}

/**
 * Tells of a state what helps to find out why, fit for a log: no token, and no
 * cookie.
 *
 * @param state The state.
 * @returns A part of its members, as plain data.
 *
 * @example
 * ```ts
 * import { authenticateRequest } from "@isoclerk/backend";
 * import { debugRequestState } from "@isoclerk/backend/internal";
 *
 * const state = await authenticateRequest(
 *   new Request("https://app.example.com/"),
 *   { publishableKey: "pk_live_Y2xlcmsuZXhhbXBsZS5jb20k" },
 * );
 * console.log(debugRequestState(state).reason);
 * // session-token-and-uat-missing
 * ```
 */
export function debugRequestState(state: RequestStateDebug): RequestStateDebug {
  const { status, tokenType, reason, message, proxyUrl } = state;
  const { publishableKey, isSatellite, domain, signInUrl } = state;
  return {
    status,
    tokenType,
    reason,
    message,
    proxyUrl,
    publishableKey,
    isSatellite,
    domain,
    signInUrl,
  };
}
