/** The states of request authentication, whose auth objects are official ones. */
import type {
  AcceptedType,
  AcceptsToken,
  AuthenticatedState as CoreAuthenticatedState,
  HandshakeState,
  ToAuthOptions,
  UnauthenticatedState as CoreUnauthenticatedState,
} from "../src/auth/request/types.ts";
import type { MachineTokenType, TokenType } from "../src/auth/objects/types.ts";
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
  /** Makes the auth object. */
  toAuth(
    options?: ToAuthOptions,
  ): Type extends MachineTokenType ? AuthenticatedMachineObject<Type>
    : SignedInAuthObject | SignedOutAuthObject;
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

/** The states of a request that may have a token of one of some kinds. */
export type StateOf<Type extends TokenType> = Type extends TokenType
  ? AuthenticatedState<Type> | UnauthenticatedState<Type>
  : never;

/** What is known of who sent a request, and what to do about it. */
export type RequestState<Accepts extends AcceptsToken = "session_token"> =
  | StateOf<AcceptedType<Accepts>>
  | (Accepts extends readonly unknown[] ? UnauthenticatedState<null> : never)
  | ("session_token" extends AcceptedType<Accepts> ? HandshakeState : never);
