import { parseUrl } from "../text/url.ts";

/** A host, of names or in brackets, and perhaps a port. */
const AUTHORITY =
  /^(?:[a-z\d](?:[a-z\d._-]*[a-z\d])?\.?|\[[a-f\d:.]+\])(?::\d{1,5})?$/i;

/**
 * The URL of a request as the browser sees it: the scheme and the host that a
 * proxy was asked for (`x-forwarded-proto`, `x-forwarded-host`, the first value
 * of each), else what the `host` header says. Path and query are the request's,
 * whatever they look like; what is no host or no scheme of the web counts as not
 * there.
 *
 * @param url The request's own URL.
 * @param headers The request's headers.
 */
export function readRequestUrl(url: string, headers: Headers): URL {
  const own = new URL(url);
  const forwarded = headers.get("x-forwarded-host");
  const host = firstOf(forwarded ?? headers.get("host"));
  const proto = firstOf(headers.get("x-forwarded-proto"));
  const scheme = /^https?$/.test(proto) ? `${proto}:` : own.protocol;
  // Mostly nothing differs, and parsing a URL again is what takes time here.
  if (host === own.host && scheme === own.protocol || !AUTHORITY.test(host)) {
    return own;
  }
  // Put together as text: a path such as `//host` must stay a path.
  const whole = `${scheme}//${host}${own.pathname}${own.search}${own.hash}`;
  return parseUrl(whole) ?? own;
}

function firstOf(header: string | null): string {
  return header?.split(",", 1)[0]?.trim() ?? "";
}
