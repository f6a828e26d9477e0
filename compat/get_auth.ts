/**
 * The types of a `getAuth` that an adapter for a framework has of its own: what
 * it gives depends on the kinds of token that are asked for.
 */
import type { MachineTokenType, TokenType } from "../src/auth/objects/types.ts";
import type { ToAuthOptions } from "../src/auth/request/types.ts";
import type {
  AuthObject,
  InvalidTokenAuthObject,
  MachineAuthObject,
  SessionAuthObject,
} from "./auth_types.ts";

/** The auth object of a request of which one kind of token is asked. */
export type InferAuthObjectFromToken<
  Type extends TokenType,
  Session extends AuthObject,
  Machine extends AuthObject,
> = Type extends "session_token" ? Session
  : Machine & { readonly tokenType: Type };

/** The auth object of a request of which some kinds of token are asked. */
export type InferAuthObjectFromTokenArray<
  Types extends readonly TokenType[],
  Session extends AuthObject,
  Machine extends AuthObject,
> = InferAuthObjectFromToken<Types[number], Session, Machine>;

/** A promise of something, or the thing itself. */
export type PerhapsPromised<Given, Promised extends boolean> = Promised extends
  true ? Promise<Given> : Given;

/** The arguments of a `getAuth`: perhaps a request, and options. */
export type GetAuthArgs<Before extends readonly unknown[], Accepts> = [
  ...Before,
  options: ToAuthOptions & {
    /** One kind of token, a list of them, or `any`. */
    readonly acceptsToken: Accepts;
  },
];

/** What gives the auth object, after some arguments. */
export interface GetAuthAfter<
  Before extends readonly unknown[],
  Session extends SessionAuthObject,
  Promised extends boolean,
> {
  /** Gives that of a token of one of some kinds. */
  <Types extends TokenType[]>(
    ...args: GetAuthArgs<Before, Types>
  ): PerhapsPromised<
    | InferAuthObjectFromTokenArray<
      Types,
      Session,
      MachineAuthObject<Extract<Types[number], MachineTokenType>>
    >
    | InvalidTokenAuthObject,
    Promised
  >;
  /** Gives that of a token of one kind. */
  <Type extends TokenType>(
    ...args: GetAuthArgs<Before, Type>
  ): PerhapsPromised<
    InferAuthObjectFromToken<
      Type,
      Session,
      MachineAuthObject<Extract<Type, MachineTokenType>>
    >,
    Promised
  >;
  /** Gives that of a token of any kind. */
  (
    ...args: GetAuthArgs<Before, "any">
  ): PerhapsPromised<AuthObject, Promised>;
  /** Gives that of a session. */
  (
    ...args: [...Before, options?: ToAuthOptions]
  ): PerhapsPromised<Session, Promised>;
}

/** What gives the auth object of a request. */
export type GetAuthFn<Req, Promised extends boolean = false> = GetAuthAfter<
  [req: Req],
  SessionAuthObject,
  Promised
>;

/** What gives the auth object of the request that is being answered. */
export type GetAuthFnNoRequest<
  Session extends SessionAuthObject = SessionAuthObject,
  Promised extends boolean = false,
> = GetAuthAfter<[], Session, Promised>;
