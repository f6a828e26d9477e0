import { type Context, isForDocument, originOf, pathOf } from "./context.ts";

/** Whether a satellite has to ask the primary domain who is signed in. */
export function wantsSync(c: Context): boolean {
  const { shown, satelliteAutoSync } = c.settings;
  if (!shown.isSatellite || !isForDocument(c)) return false;
  const synced = c.query.get("__clerk_synced");
  return synced === "false" || satelliteAutoSync && synced !== "true";
}

/** Where a satellite in development asks: the primary domain's sign-in page. */
export function primaryUrl(c: Context): string {
  const url = new URL(c.settings.shown.signInUrl);
  url.searchParams.append("__clerk_redirect_url", originOf(c) + pathOf(c.url));
  return url.href;
}

/**
 * The satellite that asks, for a primary domain in development. Only addresses of
 * the web count, and only those of the origins that are allowed, when they are
 * given.
 */
export function findSatelliteUrl(c: Context): URL | undefined {
  const { isDevelopment, shown, allowedRedirectOrigins } = c.settings;
  const text = isDevelopment && !shown.isSatellite &&
    c.query.get("__clerk_redirect_url");
  if (!text || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  const isAllowed = !allowedRedirectOrigins ||
    allowedRedirectOrigins.includes(url.origin);
  return isWeb && isAllowed ? url : undefined;
}

/** The way back to a satellite, with what the browser is known by. */
export function satelliteUrl(url: URL, devBrowser: string): string {
  const { searchParams } = url;
  if (devBrowser) searchParams.append("__clerk_db_jwt", devBrowser);
  searchParams.set("__clerk_synced", "true");
  return url.href;
}
