/** The states of request authentication, whose auth objects are official ones. */
import type {
  AcceptsToken,
  AuthenticatedState as CoreAuthenticatedState,
  HandshakeState,
  ToAuthOptions,
  UnauthenticatedState as CoreUnauthenticatedState,
} from "../src/auth/request/types.ts";
import type { MachineTokenType, TokenType } from "../src/auth/objects/types.ts";
import type { ReturnOptions } from "../src/auth/redirect.ts";
import type {
  AuthenticatedMachineObject,
  InvalidTokenAuthObject,
  SignedInAuthObject,
  SignedOutAuthObject,
  UnauthenticatedMachineObject,
} from "./auth_types.ts";

/** The request has a good token. */
export interface AuthenticatedState<Type extends TokenType = TokenType>
  extends Omit<CoreAuthenticatedState<Type>, "toAuth"> {
  /**
   * Makes the auth object. The type is the official one, which passes over that
   * a session with tasks to do is signed out, unless the options say otherwise:
   * ask `isAuthenticated` of it.
   */
  toAuth(
    options?: ToAuthOptions,
  ): Type extends MachineTokenType ? AuthenticatedMachineObject<Type>
    : SignedInAuthObject;
}

/** The request has no good token, and there is nothing to be done about it. */
export interface UnauthenticatedState<
  Type extends TokenType | null = TokenType | null,
> extends Omit<CoreUnauthenticatedState<Type>, "toAuth"> {
  /** Makes the auth object. */
  toAuth(
    options?: ToAuthOptions,
  ): Type extends MachineTokenType ? UnauthenticatedMachineObject<Type>
    : Type extends null ? InvalidTokenAuthObject
    : SignedOutAuthObject;
}

/** The kind of token that a session has. */
export type SessionTokenType = "session_token";

/** The request has a good session token. */
export type SignedInState = AuthenticatedState<SessionTokenType>;

/** The request has no good session token, and nothing is to be done about it. */
export type SignedOutState = UnauthenticatedState<SessionTokenType>;

/** What to ask of the auth object of a request. */
export interface AuthOptions extends ToAuthOptions {
  /** Which kinds of token count; session tokens by default. */
  readonly acceptsToken?: AcceptsToken | undefined;
}

/** A redirect to a page where users sign in or up. */
export type RedirectFun<Redirect> = (options?: ReturnOptions) => Redirect;

/** The states of a request that may have a token of one of some kinds. */
export type StateOf<Type extends TokenType> = Type extends TokenType
  ? AuthenticatedState<Type> | UnauthenticatedState<Type>
  : never;

/**
 * What is known of who sent a request, and what to do about it, by the kinds of
 * token that it may have; null among them when a list was asked for.
 */
export type RequestState<Type extends TokenType | null = "session_token"> =
  | StateOf<Extract<Type, TokenType>>
  | (null extends Type ? UnauthenticatedState<null> : never)
  | ("session_token" extends Type ? HandshakeState : never);
