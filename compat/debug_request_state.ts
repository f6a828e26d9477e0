import type { TokenType } from "../src/auth/objects/types.ts";
import type { RequestState } from "./request_state.ts";

/** What {@linkcode debugRequestState} tells. */
export type RequestStateDebug = Pick<
  RequestState<TokenType | null>,
  | "isSignedIn"
  | "isAuthenticated"
  | "proxyUrl"
  | "reason"
  | "message"
  | "publishableKey"
  | "isSatellite"
  | "domain"
>;

/**
 * Tells of a state what helps to find out why.
 *
 * @param params The state.
 * @returns A part of its members; no token among them.
 */
export function debugRequestState(
  params: RequestStateDebug,
): RequestStateDebug {
  const {
    isSignedIn,
    isAuthenticated,
    proxyUrl,
    reason,
    message,
    publishableKey,
    isSatellite,
    domain,
  } = params;
  return {
    isSignedIn,
    isAuthenticated,
    proxyUrl,
    reason,
    message,
    publishableKey,
    isSatellite,
    domain,
  };
}
