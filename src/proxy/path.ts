/** Where the proxy is in the app's URL space, unless it is told otherwise. */
export const DEFAULT_PROXY_PATH = "/__clerk";

/** Which path the proxy answers. */
export interface ProxyPathOptions {
  /** The path below which the proxy answers; `/__clerk` by default. */
  readonly proxyPath?: string | undefined;
}

/**
 * Takes the slashes off the end of a text.
 *
 * @param text A path or a URL.
 * @returns The text without them.
 */
export function stripTrailingSlashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === "/") end--;
  return text.slice(0, end);
}

/** The proxy's path without a slash at its end; empty when it is the root. */
export function readProxyPath({ proxyPath }: ProxyPathOptions = {}): string {
  return stripTrailingSlashes(proxyPath || DEFAULT_PROXY_PATH);
}

/**
 * Whether a request is one for the proxy: its path is the proxy's, or below.
 *
 * @param request The request.
 * @param options The proxy's path, when it is not `/__clerk`.
 * @returns Whether to hand the request to the proxy.
 *
 * @example
 * ```ts
 * import { matchProxyPath } from "@isoclerk/backend/proxy";
 *
 * const request = new Request("https://app.example.com/__clerk/v1/client");
 * console.log(matchProxyPath(request)); // true
 * console.log(matchProxyPath(request, { proxyPath: "/auth" })); // false
 * ```
 */
export function matchProxyPath(
  request: Request,
  options?: ProxyPathOptions,
): boolean {
  const { pathname } = new URL(request.url);
  return pathBelow(pathname, readProxyPath(options)) !== undefined;
}

/**
 * The rest of a path below another one, with its slash, empty when they are
 * equal; undefined when the path is elsewhere.
 */
export function pathBelow(path: string, base: string): string | undefined {
  const rest = path.slice(base.length);
  return path.startsWith(base) && (!rest || rest.startsWith("/"))
    ? rest
    : undefined;
}
