import { answerError, type ProxyFailure } from "./error.ts";
import { proxyRequest } from "./proxy_request.ts";
import { type FrontendApiProxyOptions, readProxySettings } from "./settings.ts";

/**
 * Passes a request on to Clerk's Frontend API, so that browsers reach it under
 * the app's own domain. Whatever the path, nothing but the Frontend API is
 * asked; redirects are not followed but passed on, and bodies are streamed.
 *
 * @param request The request, its body not yet read.
 * @param options Keys, unless they are in the environment, and the proxy's path.
 * @returns The answer. When the proxy cannot do its work it answers by itself,
 * with `{ errors: [{ code, message }] }`: status 500 for wrong settings, 400 for
 * a wrong path, 502 when the Frontend API cannot be reached. Never rejects.
 *
 * @example
 * ```ts
 * import { clerkFrontendApiProxy, matchProxyPath } from "@isoclerk/backend/proxy";
 *
 * const frontendApi = () => Promise.resolve(Response.json({ response: null }));
 *
 * async function handle(request: Request): Promise<Response> {
 *   if (!matchProxyPath(request)) return new Response("Hello");
 *   return await clerkFrontendApiProxy(request, {
 *     publishableKey: `pk_live_${btoa("clerk.example.com$")}`,
 *     secretKey: "sk_live_example",
 *     fetch: frontendApi,
 *   });
 * }
 *
 * const url = "https://app.example.com/__clerk/v1/client";
 * const response = await handle(new Request(url));
 * console.log(response.status); // 200
 * ```
 */
export async function clerkFrontendApiProxy(
  request: Request,
  options: FrontendApiProxyOptions = {},
): Promise<Response> {
  const settings = readProxySettings(options);
  const outcome = "code" in settings
    ? settings
    : await proxyRequest(request, settings);
  if (!("code" in outcome)) return outcome;
  // Neither waited for, nor let fail: a log must not take the answer with it.
  report(outcome, options).catch(() => {});
  return answerError(outcome);
}

async function report(
  { code, message, cause }: ProxyFailure,
  { onError }: FrontendApiProxyOptions,
): Promise<void> {
  await onError?.({ code, message }, cause);
}
