import { parseUrl } from "../../text/url.ts";
import { type Context, isForPage, visibleUrlOf } from "./context.ts";

/** Whether a satellite is asked to ask the primary domain who is signed in. */
export function isToldToSync(c: Context): boolean {
  return isOnSatellite(c) && c.query.get("__clerk_synced") === "false";
}

/** Whether a satellite asks the primary domain by itself, if it knows nothing. */
export function syncsByItself(c: Context): boolean {
  return isUnsynced(c) && c.settings.satelliteAutoSync;
}

/** Whether a satellite has not asked the primary domain. */
export function isUnsynced(c: Context): boolean {
  return isOnSatellite(c) && c.query.get("__clerk_synced") !== "true";
}

function isOnSatellite(c: Context): boolean {
  return c.settings.shown.isSatellite && isForPage(c);
}

/** Where a satellite in development asks: the primary domain's sign-in page. */
export function primaryUrl(c: Context): string {
  const url = new URL(c.settings.shown.signInUrl);
  url.searchParams.append("__clerk_redirect_url", visibleUrlOf(c));
  return url.href;
}

/**
 * The satellite that asks, for a primary domain in development. Only addresses of
 * the web count, and only those of the origins that are allowed, when they are
 * given.
 */
export function findSatelliteUrl(c: Context): URL | undefined {
  const { isDevelopment, shown, allowedRedirectOrigins } = c.settings;
  if (!isDevelopment || shown.isSatellite) return undefined;
  const url = parseUrl(c.query.get("__clerk_redirect_url") ?? "");
  const isGood = url && /^https?:/.test(url.href) &&
    // In a text alone, a part of an origin would be found too.
    [allowedRedirectOrigins ?? url.origin].flat().includes(url.origin);
  return isGood ? url : undefined;
}

/** The way back to a satellite, with what the browser is known by. */
export function satelliteUrl(url: URL, devBrowser: string): string {
  const { searchParams } = url;
  if (devBrowser) searchParams.append("__clerk_db_jwt", devBrowser);
  searchParams.set("__clerk_synced", "true");
  return url.href;
}
