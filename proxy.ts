/**
 * Clerk's Frontend API under the app's own domain.
 *
 * @module
 */
export type { Fetch } from "./src/platform/fetch.ts";
export type { ProxyError, ProxyErrorCode } from "./src/proxy/error.ts";
export { fapiUrlFromPublishableKey } from "./src/proxy/fapi_url.ts";
export { clerkFrontendApiProxy } from "./src/proxy/frontend_api_proxy.ts";
export {
  DEFAULT_PROXY_PATH,
  matchProxyPath,
  stripTrailingSlashes,
} from "./src/proxy/path.ts";
export type { ProxyPathOptions } from "./src/proxy/path.ts";
export type { FrontendApiProxyOptions } from "./src/proxy/settings.ts";
