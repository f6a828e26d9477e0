/**
 * `@clerk/backend/proxy`, as drop-in.
 *
 * @module
 */
import { readEnv } from "../src/platform/env.ts";
import { answerError, type ProxyFailure } from "../src/proxy/error.ts";
import { proxyRequest } from "../src/proxy/proxy_request.ts";
import { joinProxySettings } from "../src/proxy/settings.ts";
import { trimKeys } from "./trim_keys.ts";

export type { ProxyError, ProxyErrorCode } from "../src/proxy/error.ts";
export { fapiUrlFromPublishableKey } from "../src/proxy/fapi_url.ts";
export {
  DEFAULT_PROXY_PATH,
  matchProxyPath,
  stripTrailingSlashes,
} from "../src/proxy/path.ts";
export type { ProxyPathOptions } from "../src/proxy/path.ts";

/** Options of {@linkcode clerkFrontendApiProxy}. */
export interface FrontendApiProxyOptions {
  /** The path below which the proxy answers; `/__clerk` by default. */
  readonly proxyPath?: string | undefined;
  /** The publishable key; `CLERK_PUBLISHABLE_KEY` by default. */
  readonly publishableKey?: string | undefined;
  /** The secret key; `CLERK_SECRET_KEY` by default. */
  readonly secretKey?: string | undefined;
  /** The Frontend API; `CLERK_FAPI_URL`, else the one for the key, by default. */
  readonly fapiUrl?: string | undefined;
}

/**
 * Passes a request on to Clerk's Frontend API. Headers by which proxies tell of
 * a client are believed.
 *
 * @param request The request, its body not yet read.
 * @param options Keys, unless they are in the environment, and the proxy's path.
 * @returns The answer, or one that says why there is none. Never rejects.
 *
 * @example
 * ```ts
 * import { clerkFrontendApiProxy } from "@isoclerk/backend/compat/proxy";
 *
 * const request = new Request("https://app.example.com/elsewhere");
 * const response = await clerkFrontendApiProxy(request, {
 *   publishableKey: `pk_live_${btoa("clerk.example.com$")}`,
 *   secretKey: "sk_live_example",
 * });
 * const { errors } = await response.json();
 * console.log(errors[0].code); // proxy_path_mismatch
 * ```
 */
export async function clerkFrontendApiProxy(
  request: Request,
  options: FrontendApiProxyOptions = {},
): Promise<Response> {
  const { proxyPath, publishableKey, secretKey, fapiUrl } = trimKeys(options);
  const settings = joinProxySettings({
    proxyPath,
    publishableKey: publishableKey || readEnv("CLERK_PUBLISHABLE_KEY"),
    secretKey: secretKey || readEnv("CLERK_SECRET_KEY"),
    fapiUrl: fapiUrl || readEnv("CLERK_FAPI_URL"),
  });
  const outcome = "code" in settings ? settings : await proxyRequest(request, {
    ...settings,
    trustForwardedHeaders: true,
  });
  return "code" in outcome ? answerError(tellCause(outcome)) : outcome;
}

function tellCause(failure: ProxyFailure): ProxyFailure {
  const { code, message, cause } = failure;
  if (code !== "proxy_request_failed") return failure;
  const why = cause instanceof Error ? cause.message : "Unknown error";
  return { code, message: `${message}: ${why}` };
}
