import { concealSecret } from "../errors/conceal.ts";
import { hidesPath } from "../text/path.ts";
import type { ProxyFailure } from "./error.ts";
import {
  isToldByProxies,
  readForwardedAddress,
  readForwardedOrigin,
} from "./forwarded.ts";
import { copyHeaders } from "./headers.ts";
import { pathBelow, stripTrailingSlashes } from "./path.ts";
import type { ProxySettings } from "./settings.ts";

/** Not in every compiler's types, but demanded by hosts that stream a body. */
type Init = RequestInit & { duplex?: "half" };

/** Passes a request on to the Frontend API, and its answer back. Never rejects. */
export async function proxyRequest(
  request: Request,
  settings: ProxySettings,
): Promise<Response | ProxyFailure> {
  const { fetch, fapiUrl, proxyPath, secretKey } = settings;
  const { origin, pathname, search } = new URL(request.url);
  const path = pathBelow(pathname, proxyPath);
  const target = path === undefined || hidesPath(path)
    ? undefined
    : joinTarget(fapiUrl, (path || "/") + search);
  if (!target) {
    return {
      code: "proxy_path_mismatch",
      message:
        `Request path "${pathname}" does not match proxy path "${proxyPath}"`,
    };
  }
  const { headers } = request;
  const forwarded = settings.trustForwardedHeaders &&
    readForwardedOrigin(headers);
  const proxyUrl = settings.proxyUrl ?? (forwarded || origin) + proxyPath;
  try {
    const init = describeRequest(request, settings, proxyUrl);
    const response = await fetch(target.href, init);
    return answerWith(
      response,
      (location) => rewriteLocation(location, target, fapiUrl, proxyUrl),
    );
  } catch (thrown) {
    return {
      code: "proxy_request_failed",
      message: "Failed to proxy request to Clerk FAPI",
      cause: concealSecret(thrown, secretKey),
    };
  }
}

/** The URL to ask; undefined should it be anywhere but below the Frontend API's. */
function joinTarget(fapiUrl: URL, rest: string): URL | undefined {
  const base = stripTrailingSlashes(fapiUrl.pathname);
  const target = new URL(fapiUrl.origin + base + rest);
  const isBelow = pathBelow(target.pathname, base) !== undefined;
  return target.origin === fapiUrl.origin && isBelow ? target : undefined;
}

function describeRequest(
  { method, headers: given, body }: Request,
  { fapiUrl, secretKey, trustForwardedHeaders, clientIp }: ProxySettings,
  proxyUrl: string,
): Init {
  const headers = copyHeaders(
    given,
    (name) =>
      !trustForwardedHeaders && isToldByProxies(name) ||
      name === "content-length" && !body,
  );
  const { host, protocol } = new URL(proxyUrl);
  const setMissing = (name: string, value: string) => {
    if (!headers.has(name)) headers.set(name, value);
  };
  headers.set("Clerk-Proxy-Url", proxyUrl);
  headers.set("Clerk-Secret-Key", secretKey);
  headers.set("Host", fapiUrl.host);
  // What comes compressed, the host would inflate, and it would not fit its headers.
  headers.set("Accept-Encoding", "identity");
  setMissing("X-Forwarded-Host", host);
  setMissing("X-Forwarded-Proto", protocol.slice(0, -1));
  const address = clientIp ||
    (trustForwardedHeaders ? readForwardedAddress(given) : undefined);
  if (address) headers.set("X-Forwarded-For", address);
  const init: Init = { method, headers, redirect: "manual" };
  return body ? { ...init, body, duplex: "half" } : init;
}

function answerWith(
  { status, statusText, headers: given, body }: Response,
  rewrite: (location: string) => string,
): Response {
  const headers = copyHeaders(
    given,
    (name) => name === "content-encoding" || name === "content-length",
  );
  const location = headers.get("location");
  if (location) headers.set("location", rewrite(location));
  return new Response(body, { status, statusText, headers });
}

/** Leads redirects within the Frontend API through the proxy, others as they are. */
function rewriteLocation(
  location: string,
  target: URL,
  fapiUrl: URL,
  proxyUrl: string,
): string {
  if (!URL.canParse(location, target.href)) return location;
  const to = new URL(location, target);
  if (to.host !== fapiUrl.host) return location;
  const base = stripTrailingSlashes(fapiUrl.pathname);
  const rest = pathBelow(to.pathname, base);
  return rest === undefined ? to.href : proxyUrl + rest + to.search + to.hash;
}
