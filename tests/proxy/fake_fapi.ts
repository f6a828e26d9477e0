import { clerkFrontendApiProxy } from "../../proxy.ts";
import type { FrontendApiProxyOptions } from "../../proxy.ts";

/** What the Frontend API was sent. */
export interface Sent {
  readonly url: string;
  readonly headers: Headers;
  readonly init: RequestInit & { readonly duplex?: string };
}

/** What the proxy did with a request. */
export interface Visit {
  readonly response: Response;
  readonly sent: readonly Sent[];
}

export const PUBLISHABLE_KEY = `pk_live_${btoa("clerk.example.com$")}`;
export const SECRET_KEY = "sk_live_never_told";

/** Asks the proxy, with a Frontend API in its place. */
export async function visit(
  request: Request | string,
  options: FrontendApiProxyOptions = {},
  answer: () => Response | Promise<Response> = () => new Response("hello"),
): Promise<Visit> {
  const sent: Sent[] = [];
  const response = await clerkFrontendApiProxy(
    typeof request === "string" ? requestOf(request) : request,
    {
      publishableKey: PUBLISHABLE_KEY,
      secretKey: SECRET_KEY,
      env: {},
      fetch: async (url, init = {}) => {
        sent.push({ url, headers: new Headers(init.headers), init });
        return await answer();
      },
      ...options,
    },
  );
  return { response, sent };
}

/** A request of a browser to the app, for a path. */
export function requestOf(path: string, init?: RequestInit): Request {
  return new Request(`https://app.example.com${path}`, init);
}

/** The error that the proxy answered with. */
export async function errorOf(
  response: Response,
): Promise<{ status: number; code: string; message: string; cache: unknown }> {
  const { errors: [error] } = await response.json();
  const cache = response.headers.get("cache-control");
  return { status: response.status, cache, ...error };
}
