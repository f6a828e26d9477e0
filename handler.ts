/**
 * A wrapper for handlers of requests, on every host that has such: `Deno.serve`,
 * `Bun.serve`, Workers, Supabase Edge Functions.
 *
 * @module
 */
import type { AcceptsToken } from "./src/auth/request/types.ts";
import {
  createClientSource,
  demandClientAlone,
} from "./src/handler/client_source.ts";
import { copyOptions, demandOptions } from "./src/text/options.ts";
import { createHandler } from "./src/handler/create_handler.ts";
import type {
  ClerkHandler,
  FetchHandler,
  HandlerAuth,
  HandlerOptions,
} from "./src/handler/types.ts";
import {
  type ClerkClient,
  type ClerkClientOptions,
  createClerkClient,
} from "./mod.ts";

/** Whom a handler answers, and what its client is made of. */
export interface WithClerkOptions<
  Accepts extends AcceptsToken = "session_token",
  Allow extends boolean = false,
> extends
  HandlerOptions<Accepts, Allow>,
  Omit<ClerkClientOptions, keyof HandlerOptions> {
  /** A client at hand. Options that would make one must not be given then. */
  readonly clerk?: ClerkClient | undefined;
}

/**
 * Wraps a handler, so that it is called for requests with a good token alone, and
 * is told who sent them. Others get the status 401, and a browser whose session
 * has to be renewed is sent to do so. Cookies and headers that go with the
 * session are added to the handler's response.
 *
 * Keys that are not given are read from the environment: on Workers from the
 * bindings that come with each request, elsewhere from that of the process.
 *
 * @param handler What answers. It is given the request, and who sent it.
 * @param options Whom to answer, and what a client is made of.
 * @returns The handler to give to the host.
 * @throws {TypeError} When an option is wrong.
 *
 * @example
 * ```ts
 * import { withClerk } from "@isoclerk/backend/handler";
 *
 * Deno.serve(withClerk((_request, { auth }) =>
 *   Response.json({ hello: auth.userId })
 * ));
 * ```
 *
 * @example API keys, and pages of another origin
 * ```ts
 * import { withClerk } from "@isoclerk/backend/handler";
 *
 * export default {
 *   fetch: withClerk(
 *     (_request, { auth }) =>
 *       Response.json(
 *         auth.tokenType === "api_key" ? { key: auth.id } : { user: auth.userId },
 *       ),
 *     {
 *       acceptsToken: ["session_token", "api_key"],
 *       cors: { origins: ["https://app.example.com"] },
 *     },
 *   ),
 * };
 * ```
 */
export function withClerk<
  Env = unknown,
  const Accepts extends AcceptsToken = "session_token",
  const Allow extends boolean = false,
>(
  handler: ClerkHandler<HandlerAuth<Accepts, Allow>, ClerkClient, Env>,
  options: WithClerkOptions<Accepts, Allow> = {},
): FetchHandler<Env> {
  demandOptions(options);
  const { clerk } = options;
  if (clerk) demandClientAlone(options);
  return createHandler(
    handler,
    options,
    clerk ? () => clerk : createClientSource((env) =>
      createClerkClient(
        options.env ? options : { ...copyOptions(options), env },
      )
    ),
  );
}

export type { ClerkClient, ClerkClientOptions } from "./mod.ts";
export type { AcceptsToken } from "./src/auth/request/types.ts";
export type { CorsOptions } from "./src/handler/cors.ts";
export {
  type NodeRequest,
  toWebRequest,
} from "./src/handler/to_web_request.ts";
export type {
  AuthOf,
  ClerkHandler,
  ExecutionContext,
  FetchHandler,
  HandlerAuth,
  HandlerContext,
  HandlerOptions,
} from "./src/handler/types.ts";
