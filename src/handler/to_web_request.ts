import { isObject } from "../text/json.ts";

/** A request as the servers of Node, Express, Fastify and Koa have it. */
export interface NodeRequest {
  /** The method; GET when it is not told. */
  readonly method?: string | undefined;
  /** The path with its query; in a router of Express, what is left of it. */
  readonly url?: string | undefined;
  /** The path with its query, where a router has changed `url`. */
  readonly originalUrl?: string | undefined;
  /** The headers, by name in lower case. */
  readonly headers: {
    readonly [name: string]: string | readonly string[] | undefined;
  };
  /** The connection. */
  readonly socket?: object | null | undefined;
}

/** What no `Request` can have, and browsers never ask for a page with. */
const FORBIDDEN = /^(?:connect|trace|track)$/i;

/**
 * Makes a `Request` of what Node, Express, Fastify and Koa hand to their
 * handlers, for `authenticateRequest`. It has the method, the URL and the
 * headers, and no body, so that the original can still be read.
 *
 * The host is that of the `host` header (of `:authority` in HTTP/2), the scheme
 * that of the connection; what a proxy says of them in `x-forwarded-host` and
 * `x-forwarded-proto` is among the headers, and `authenticateRequest` goes by it.
 *
 * @param message The request, as the server made it.
 * @returns The request, as the web has it. A method that no `Request` can have
 * (CONNECT, TRACE) becomes POST, a host that is none becomes `localhost`.
 * @throws {TypeError} When it is not given the request of such a server.
 *
 * @example
 * ```ts
 * import { createServer } from "node:http";
 * import { createClerkClient } from "@isoclerk/backend";
 * import { toWebRequest } from "@isoclerk/backend/handler";
 *
 * const clerk = createClerkClient();
 * createServer(async (req, res) => {
 *   const state = await clerk.authenticateRequest(toWebRequest(req));
 *   for (const [name, value] of state.headers) res.appendHeader(name, value);
 *   if (state.headers.has("location")) return res.writeHead(307).end();
 *   res.end(state.isSignedIn ? `Hello ${state.toAuth().userId}` : "Hello");
 * });
 * ```
 */
export function toWebRequest(message: NodeRequest): Request {
  const { headers, method = "GET", socket } = demandMessage(message);
  const url = message.originalUrl ?? message.url ?? "/";
  const isEncrypted = socket && Reflect.get(socket, "encrypted") === true;
  const scheme = isEncrypted ? "https" : "http";
  const host = headers.host ?? headers[":authority"] ?? "";
  const base = parseHost(`${scheme}://${host}`) ?? `${scheme}://localhost`;
  return new Request(base + pathOf(url), {
    method: FORBIDDEN.test(method) ? "POST" : method,
    headers: copyHeaders(headers),
  });
}

function demandMessage(message: NodeRequest): NodeRequest {
  const headers: unknown = message?.headers;
  // Anyone can send a header of that name, whose value is text.
  if (isObject(headers) && typeof headers.get !== "function") return message;
  throw new TypeError(
    'Cannot use the request: expected that of node:http, Express, Fastify or Koa ("req", "request.raw", "ctx.req"); a Request of the web can be given to authenticateRequest as it is.',
  );
}

/** The origin, unless more than a host and a port is in it. */
function parseHost(text: string): string | undefined {
  try {
    const { origin, href } = new URL(text);
    return href === `${origin}/` ? origin : undefined;
  } catch {
    return undefined;
  }
}

/** The path and the query; of a URL in full, as proxies are sent, its own. */
function pathOf(url: string): string {
  // Never resolved against a base: "//host" is a path here.
  const path = url.replace(/^([a-z][a-z\d+.-]*:\/\/)?[^/?#]*/i, "");
  return path.startsWith("/") ? path : `/${path}`;
}

function copyHeaders(from: NodeRequest["headers"]): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(from)) {
    // HTTP/2 puts the request line among the headers.
    if (value === undefined || name.startsWith(":")) continue;
    for (const each of [value].flat()) headers.append(name, each);
  }
  return headers;
}
