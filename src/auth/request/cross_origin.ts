import { parseUrl } from "../../text/url.ts";
import { type Context, frontendUrlOf, originOf } from "./context.ts";

/** Hosts of the account portals of development instances. */
const DEVELOPMENT_PORTAL = /^(?:[^.]+\.accounts\.dev|accounts\..+\.lcl\.dev)$/;

/**
 * Whether the browser comes from another origin, where the session may have
 * changed: not from the application itself and not from Clerk's own pages.
 */
export function isFromElsewhere(c: Context): boolean {
  const referer = c.headers.get("referer");
  // Without one nothing is parsed, as failing to costs more than all the rest.
  const from = referer && parseUrl(referer);
  if (!from) return false;
  const { origin, hostname } = from;
  const api = new URL(frontendUrlOf(c)).hostname;
  return origin !== originOf(c) && hostname !== api &&
    origin !== `https://${api.replace(/^clerk\./, "accounts.")}` &&
    !(c.settings.isDevelopment && DEVELOPMENT_PORTAL.test(hostname));
}
