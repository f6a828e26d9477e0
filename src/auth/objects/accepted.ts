import type { DebugSource } from "./debug.ts";
import {
  createInvalidTokenAuth,
  createUnauthenticatedMachineAuth,
} from "./machine.ts";
import { createSignedOutAuth } from "./session.ts";
import type {
  AuthObject,
  InvalidTokenAuth,
  SignedOutAuth,
  TokenType,
  UnauthenticatedMachineAuth,
} from "./types.ts";

/** Which kinds of token are accepted: one, several, or all. */
export type AcceptedTokens = TokenType | readonly TokenType[] | "any";

/**
 * Tells whether a kind of token is one of those that are accepted.
 *
 * @param tokenType The kind of token; null, as for a token of no kind that was
 * asked for, is never accepted.
 * @param accepted One kind, a list of them, or `any`.
 * @returns Whether it is.
 */
export function isTokenTypeAccepted(
  tokenType: TokenType | null,
  accepted: AcceptedTokens,
): boolean {
  return tokenType !== null &&
    (accepted === "any" || [accepted].flat().includes(tokenType));
}

/**
 * Gives the auth object of a request to somebody who accepts certain kinds of
 * token and no others.
 *
 * @param auth The auth object.
 * @param accepted One kind, a list of them, or `any`; session tokens by default.
 * @returns The very same, or one that is not authenticated: of the kind that was
 * asked for, or of none when a list was.
 */
export function narrowAuth<Auth extends AuthObject>(
  auth: Auth,
  accepted: AcceptedTokens = "session_token",
): Auth | SignedOutAuth | UnauthenticatedMachineAuth | InvalidTokenAuth {
  if (accepted === "any") return auth;
  const { tokenType } = auth;
  if (tokenType !== null && isTokenTypeAccepted(tokenType, accepted)) {
    return auth;
  }
  return createNoAuth(
    typeof accepted === "string" ? accepted : null,
    auth.debug,
  );
}

/** Makes the auth object of no token of a kind; null for none of a list. */
export function createNoAuth(
  tokenType: TokenType | null,
  debug: DebugSource,
): SignedOutAuth | UnauthenticatedMachineAuth | InvalidTokenAuth {
  if (tokenType === null) return createInvalidTokenAuth(debug);
  return tokenType === "session_token"
    ? createSignedOutAuth({ debug })
    : createUnauthenticatedMachineAuth(tokenType, debug);
}
