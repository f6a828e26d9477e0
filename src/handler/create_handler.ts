import type { AuthenticateRequest } from "../auth/request/authenticate_request.ts";
import type { AcceptsToken, AnyState } from "../auth/request/types.ts";
import { isObject } from "../text/json.ts";
import { findBackground } from "../platform/background.ts";
import { demand } from "../text/options.ts";
import { isRequest } from "../text/request.ts";
import { createCors } from "./cors.ts";
import { refuseUnauthenticated, refuseUnauthorized } from "./refusal.ts";
import type {
  ClerkHandler,
  ExecutionContext,
  FetchHandler,
  HandlerAuth,
  HandlerContext,
  HandlerOptions,
} from "./types.ts";

/** What of a client a handler needs. */
export interface Authenticator {
  readonly authenticateRequest: AuthenticateRequest;
}

/** What the wrapper goes by. */
interface Setting<Auth, Client, Env> {
  readonly handler: ClerkHandler<Auth, Client, Env>;
  readonly options: HandlerOptions<AcceptsToken, boolean>;
  readonly authorize:
    | ((auth: Auth, request: Request) => boolean | Promise<boolean>)
    | undefined;
}

/** A response, and what the state of its request has to add. */
interface Answer {
  readonly response: Response;
  readonly state?: Headers;
}

/**
 * Wraps a handler, so that it is called for requests with a good token alone.
 *
 * @param findClient Gives the client for a request, by what its host gave.
 * @throws {TypeError} When an option is wrong.
 */
export function createHandler<
  Client extends Authenticator,
  Env,
  Accepts extends AcceptsToken,
  Allow extends boolean,
>(
  handler: ClerkHandler<HandlerAuth<Accepts, Allow>, Client, Env>,
  options: HandlerOptions<Accepts, Allow>,
  findClient: (env: unknown) => Client,
): FetchHandler<Env> {
  const { authorize } = options;
  demand("handler", typeof handler === "function", "a function");
  // Anything else would let everybody in.
  const isGood = authorize === undefined || typeof authorize === "function";
  demand("authorize", isGood, "a function");
  const open: unknown = options.allowUnauthenticated ?? false;
  demand("allowUnauthenticated", typeof open === "boolean", "true or false");
  const { acceptsToken, allowUnauthenticated, treatPendingAsSignedOut } =
    options;
  const setting = {
    handler,
    authorize,
    options: { acceptsToken, allowUnauthenticated, treatPendingAsSignedOut },
  };
  const cors = options.cors ? createCors(options.cors) : undefined;
  return async (request, env, execution) => {
    demandRequest(request);
    const preflight = cors?.answerPreflight(request);
    if (preflight) return preflight;
    return complete(
      await answer(setting, request, findClient(env), {
        // The host's second argument is whatever the caller said it is.
        env: env as Env,
        waitUntil: createWaitUntil(execution),
      }),
      cors && ((headers) => cors.allow(request, headers)),
    );
  };
}

/** Demands a request of the web, of whatever realm: frameworks have others. */
function demandRequest(request: unknown): void {
  demand(
    "request",
    isRequest(request),
    "a Request: (c) => handler(c.req.raw, c.env) in Hono, handler(toWebRequest(req)) in Express, Fastify, Koa and node:http",
  );
}

async function answer<Auth, Client extends Authenticator, Env>(
  { handler, authorize, options }: Setting<Auth, Client, Env>,
  request: Request,
  clerk: Client,
  host: Pick<HandlerContext<Auth, Client, Env>, "env" | "waitUntil">,
): Promise<Answer> {
  const { acceptsToken, allowUnauthenticated, treatPendingAsSignedOut } =
    options;
  const state: AnyState = await clerk.authenticateRequest(
    request,
    acceptsToken ? { acceptsToken } : {},
  );
  const { headers } = state;
  // A handshake, or the end of one: only browsers are ever sent anywhere.
  if (headers.has("location")) {
    return { response: new Response(null, { status: 307, headers }) };
  }
  const found = state.toAuth({ treatPendingAsSignedOut });
  if (!found || !(found.isAuthenticated || allowUnauthenticated)) {
    // A state without a reason is that of a good session which has tasks to do.
    const { reason, message } = state;
    const refusal = {
      code: reason ?? "session-pending",
      message: message ?? "",
    };
    const response = refuseUnauthenticated(request, refusal);
    const told = new Headers(headers);
    // What is wrong with the server is for its own log.
    if (response.status >= 500) told.delete("x-clerk-auth-message");
    return { response, state: told };
  }
  // Which auth object it is follows from the options, unseen by the compiler.
  const auth = found as Auth;
  const isAllowed = !authorize || await authorize(auth, request);
  const response = isAllowed
    ? await handler(request, { auth, clerk, ...host })
    : refuseUnauthorized();
  return { response, state: headers };
}

function createWaitUntil(execution: ExecutionContext | undefined) {
  return (work: Promise<unknown>): void => {
    const host = execution?.waitUntil ? execution : findBackground();
    if (host?.waitUntil) return host.waitUntil(work);
    // What has a then alone, such as a query, begins when it is waited for.
    Promise.resolve(work).catch(() => {});
  };
}

/** Adds what the state has to say; what the handler said itself stands. */
function complete(
  { response, state = new Headers() }: Answer,
  allow: ((headers: Headers) => void) | undefined,
): Response {
  // Bun answers an upgrade by nothing, and other mistakes are the host's to tell.
  if (!isObject(response) || !isObject(response.headers)) return response;
  const { status, statusText, body } = response;
  // Nobody but the host can make the response of an upgrade.
  if (status < 200 || !allow && [...state].length === 0) return response;
  // Of two cookies of one name browsers keep the last: the handler's.
  const headers = new Headers(state);
  for (const [name, value] of response.headers) {
    if (name === "set-cookie") headers.append(name, value);
    else headers.set(name, value);
  }
  // A shared cache must not give one visitor's session to the next.
  const kept = headers.get("cache-control") ?? "";
  const isShared = !/\b(private|no-store)\b/i.test(kept);
  if (isShared && state.has("set-cookie")) {
    headers.set("cache-control", "no-store");
  }
  allow?.(headers);
  return new Response(body, { status, statusText, headers });
}
