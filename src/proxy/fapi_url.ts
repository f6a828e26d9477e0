import { isLoopback } from "../text/credentials.ts";
import { parsePublishableKey } from "../text/publishable_key.ts";

/** The Frontend API for proxies, by the host that a publishable key names. */
const FRONTEND_APIS = [
  [
    /^(?!clerk\.).*(\.lcl\.dev|lclstage\.dev|\.lclclerk\.com)$/,
    "https://frontend-api.lclclerk.com",
  ],
  [/\.accountsstage\.dev$/, "https://frontend-api.clerkstage.dev"],
] as const;

/**
 * The Frontend API that a proxy passes requests on to. It is not the host that
 * the key names, since that is what the proxy stands in for, but one for all
 * instances; an emulator's key alone names its own.
 *
 * @param publishableKey The publishable key of the instance.
 * @returns The URL, Clerk's usual one for whatever is no publishable key.
 *
 * @example
 * ```ts
 * import { fapiUrlFromPublishableKey } from "@isoclerk/backend/proxy";
 *
 * const key = `pk_live_${btoa("clerk.example.com$")}`;
 * console.log(fapiUrlFromPublishableKey(key)); // https://frontend-api.clerk.dev
 * ```
 */
export function fapiUrlFromPublishableKey(publishableKey: string): string {
  const key = parsePublishableKey(publishableKey);
  if (key && isLoopback(new URL(key.frontendApiUrl).hostname)) {
    return key.frontendApiUrl;
  }
  const row = FRONTEND_APIS.find(([host]) => host.test(key?.frontendApi ?? ""));
  return row?.[1] ?? "https://frontend-api.clerk.dev";
}

/** Reads the URL of a Frontend API, or says what is wrong with it. */
export function parseFapiUrl(text: string): URL | string {
  let url: URL;
  try {
    url = new URL(text);
  } catch (error) {
    // In the words of the host, as users of the official package know them.
    return error instanceof Error ? error.message : "Invalid URL";
  }
  if (!/^https?:$/.test(url.protocol)) {
    return "FAPI URL must use http or https";
  }
  return url.username || url.password || url.search || url.hash
    ? "FAPI URL must not include credentials, a query string, or a hash"
    : url;
}
