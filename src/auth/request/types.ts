import type { TokenCarrier } from "../../errors/token_verification_error.ts";
import type {
  InvalidTokenAuth,
  MachineAuth,
  MachineTokenType,
  SignedInAuth,
  SignedOutAuth,
  TokenType,
  UnauthenticatedMachineAuth,
} from "../objects/types.ts";
import type { AuthReason } from "./reasons.ts";

/** Which kinds of token are accepted: one, several, or all. */
export type AcceptsToken = TokenType | readonly TokenType[] | "any";

/** The kinds of token that a request can turn out to have. */
export type AcceptedType<Accepts extends AcceptsToken> = Accepts extends "any"
  ? TokenType
  : Accepts extends readonly (infer Type extends TokenType)[] ? Type
  : Extract<Accepts, TokenType>;

/** What every state tells. */
export interface StateBase {
  /**
   * What to send along with the response: cookies to set, where to go, and
   * `x-clerk-auth-*` headers that say what was decided. Made when it is first
   * looked at.
   */
  readonly headers: Headers;
  /** Where the Frontend API is proxied, as a full URL; empty when it is not. */
  readonly proxyUrl: string;
  /** The publishable key; empty when there is none. */
  readonly publishableKey: string;
  /** Whether the application is a satellite of another domain. */
  readonly isSatellite: boolean;
  /** The domain that was configured; empty when there is none. */
  readonly domain: string;
  /** The sign-in URL that was configured; empty when there is none. */
  readonly signInUrl: string;
  /** The sign-up URL that was configured; empty when there is none. */
  readonly signUpUrl: string;
  /** Where to go after signing in, as configured; empty when it is not. */
  readonly afterSignInUrl: string;
  /** Where to go after signing up, as configured; empty when it is not. */
  readonly afterSignUpUrl: string;
}

/** What may be asked of {@linkcode AuthenticatedState.toAuth}. */
export interface ToAuthOptions {
  /** Whether a session that has tasks to do counts as signed out; true by default. */
  readonly treatPendingAsSignedOut?: boolean | undefined;
}

/** The request has a good token. */
export interface AuthenticatedState<Type extends TokenType = TokenType>
  extends StateBase {
  /** What was decided. */
  readonly status: "signed-in";
  /**
   * That the token is good. A session that has tasks to do counts as well: ask
   * `toAuth().isAuthenticated` before you let somebody in.
   */
  readonly isSignedIn: true;
  /** That the token is good, as above. */
  readonly isAuthenticated: true;
  /** The token, as it came. Not enumerable: no log and no JSON shows it. */
  readonly token: string;
  /** The kind of the token. */
  readonly tokenType: Type;
  /** None. */
  readonly reason: null;
  /** None. */
  readonly message: null;
  /**
   * Makes the auth object. That of a session with tasks to do is signed out,
   * unless the options say otherwise.
   */
  toAuth(
    options?: ToAuthOptions,
  ): Type extends MachineTokenType ? MachineAuth<Type>
    : SignedInAuth | SignedOutAuth;
}

/** The request has no good token, and there is nothing to be done about it. */
export interface UnauthenticatedState<
  Type extends TokenType | null = TokenType | null,
> extends StateBase {
  /** What was decided. */
  readonly status: "signed-out";
  /** That it is not signed in. */
  readonly isSignedIn: false;
  /** That no token was accepted. */
  readonly isAuthenticated: false;
  /** None. */
  readonly token: null;
  /** The kind of token that was asked for; null for none of a list. */
  readonly tokenType: Type;
  /** Why, in a form to branch on. */
  readonly reason: AuthReason;
  /** Why, for a person; empty when the reason says it all. */
  readonly message: string;
  /** Makes the auth object. */
  toAuth(
    options?: ToAuthOptions,
  ): Type extends MachineTokenType ? UnauthenticatedMachineAuth<Type>
    : Type extends null ? InvalidTokenAuth
    : SignedOutAuth;
}

/**
 * The browser has to be sent elsewhere to find out, with status 307 and all the
 * headers of the state.
 */
export interface HandshakeState extends StateBase {
  /** What was decided. */
  readonly status: "handshake";
  /** That it is not signed in, as far as is known. */
  readonly isSignedIn: false;
  /** That no token was accepted. */
  readonly isAuthenticated: false;
  /** None. */
  readonly token: null;
  /** The kind of token. */
  readonly tokenType: "session_token";
  /** Why, in a form to branch on. */
  readonly reason: AuthReason;
  /** Why, for a person; empty when the reason says it all. */
  readonly message: string;
  /** There is no auth object: answer with the redirect. */
  toAuth(): null;
}

/** What is known of who sent a request, and what to do about it. */
export type RequestState<Accepts extends AcceptsToken = "session_token"> =
  | StateOf<AcceptedType<Accepts>>
  | (Accepts extends readonly unknown[] ? UnauthenticatedState<null> : never)
  | ("session_token" extends AcceptedType<Accepts> ? HandshakeState : never);

/** The states of a request that may have a token of one of some kinds. */
export type StateOf<Type extends TokenType> = Type extends TokenType
  ? AuthenticatedState<Type> | UnauthenticatedState<Type>
  : never;

/** Any state. */
export type AnyState =
  | AuthenticatedState
  | UnauthenticatedState
  | HandshakeState;

/** A token of a request, and where it was found. */
export interface CarriedToken {
  /** The token. */
  readonly text: string;
  /** Where it was. */
  readonly carrier: TokenCarrier;
}
