import type { AcceptsToken, RequestState } from "../auth/request/types.ts";
import type { CorsOptions } from "./cors.ts";

/** The auth objects that a state can give. */
export type AuthOf<State> = State extends { toAuth(): infer Auth }
  ? Exclude<Auth, null>
  : never;

/** The auth object that a handler is given. */
export type HandlerAuth<
  Accepts extends AcceptsToken = "session_token",
  Allow extends boolean = false,
> = Allow extends true ? AuthOf<RequestState<Accepts>>
  : Extract<
    AuthOf<RequestState<Accepts>>,
    { readonly isAuthenticated: true }
  >;

/** What a handler is given besides the request. */
export interface HandlerContext<Auth, Client, Env = unknown> {
  /** Who sent the request. */
  readonly auth: Auth;
  /** The client of the instance. */
  readonly clerk: Client;
  /**
   * What the host gave after the request: a Worker's bindings, the info of
   * `Deno.serve`, the server of `Bun.serve`.
   */
  readonly env: Env;
  /**
   * Lets work go on after the response, as `waitUntil` of a Worker's context
   * does, or of Supabase's `EdgeRuntime`. On hosts without one the work just
   * goes on. Either way, its failure is
   * the caller's to log.
   */
  readonly waitUntil: (work: Promise<unknown>) => void;
}

/** Answers a request, knowing who sent it. */
export type ClerkHandler<Auth, Client, Env = unknown> = (
  request: Request,
  context: HandlerContext<Auth, Client, Env>,
) => Response | Promise<Response>;

/** What of a Worker's context is used. */
export interface ExecutionContext {
  /** Keeps the Worker alive until the work is done. */
  waitUntil?(work: Promise<unknown>): void;
}

/**
 * A handler for `Deno.serve`, `Bun.serve`, a Worker's `fetch`, and whatever else
 * calls a function with a request.
 */
export type FetchHandler<Env = unknown> = (
  request: Request,
  env?: Env,
  execution?: ExecutionContext,
) => Promise<Response>;

/** Whom a handler answers, and how the others are refused. */
export interface HandlerOptions<
  Accepts extends AcceptsToken = "session_token",
  Allow extends boolean = false,
> {
  /** Which kinds of token are accepted; `session_token` by default. */
  readonly acceptsToken?: Accepts | undefined;
  /**
   * Whether the handler is called for requests without a good token as well. It
   * then has to look at `auth.isAuthenticated` itself. False by default.
   */
  readonly allowUnauthenticated?: Allow | undefined;
  /**
   * Whether the one who sent the request may have an answer; the others get the
   * status 403. Asked after the token was found good. Everybody by default.
   */
  readonly authorize?:
    | ((
      auth: HandlerAuth<Accepts, Allow>,
      request: Request,
    ) => boolean | Promise<boolean>)
    | undefined;
  /**
   * The pages of other origins that may ask. None by default: preflights are
   * then treated as any request.
   */
  readonly cors?: CorsOptions | undefined;
  /** Whether a session that has tasks to do counts as signed out; true by default. */
  readonly treatPendingAsSignedOut?: boolean | undefined;
}
