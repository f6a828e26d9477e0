import { concealSecret } from "../errors/conceal.ts";
import { hidesPath } from "../text/path.ts";
import { isText } from "../text/json.ts";
import { misconfigured, type ProxyFailure } from "./error.ts";
import { parseFapiUrl } from "./fapi_url.ts";
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

const NO_REQUEST = "Expected a Request.";

/** Passes a request on to the Frontend API, and its answer back. Never rejects. */
export async function proxyRequest(
  request: Request,
  settings: ProxySettings,
): Promise<Response | ProxyFailure> {
  if (!request?.headers?.get) return misconfigured(NO_REQUEST);
  const { origin, pathname, search } = new URL(request.url);
  const { proxyPath, secretKey } = settings;
  const rest = pathBelow(pathname, proxyPath);
  if (rest === undefined || hidesPath(rest)) {
    return mismatch(pathname, proxyPath);
  }
  const fapiUrl = parseFapiUrl(settings.fapiUrl);
  if (isText(fapiUrl)) return misconfigured(fapiUrl);
  const base = stripTrailingSlashes(fapiUrl.pathname);
  const target = new URL(fapiUrl.origin + base + (rest || "/") + search);
  // The path begins with a slash, so this holds; but the secret key is at stake.
  if (
    target.origin !== fapiUrl.origin ||
    pathBelow(target.pathname, base) === undefined
  ) return mismatch(pathname, proxyPath);
  const forwarded = settings.trustForwardedHeaders &&
    readForwardedOrigin(request.headers);
  const proxyUrl = settings.proxyUrl ?? (forwarded || origin) + proxyPath;
  try {
    const response = await settings.fetch(
      target.href,
      describeRequest(request, settings, fapiUrl.host, proxyUrl),
    );
    return passOn(response, (to) => rewrite(to, target, base, proxyUrl));
  } catch (thrown) {
    return {
      code: "proxy_request_failed",
      message: "Failed to proxy request to Clerk FAPI",
      // Of what is no error, there is nothing that could be told apart.
      cause: thrown instanceof Error
        ? concealSecret(thrown, secretKey)
        : undefined,
    };
  }
}

function mismatch(path: string, proxyPath: string): ProxyFailure {
  return {
    code: "proxy_path_mismatch",
    message: `Request path "${path}" does not match proxy path "${proxyPath}"`,
  };
}

function describeRequest(
  { method, headers: given, body }: Request,
  { secretKey, trustForwardedHeaders, clientIp }: ProxySettings,
  fapiHost: string,
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
  headers.set("Host", fapiHost);
  // Hosts differ in what they inflate, and then in whether the headers tell.
  headers.set("Accept-Encoding", "identity");
  setMissing("X-Forwarded-Host", host);
  setMissing("X-Forwarded-Proto", protocol.slice(0, -1));
  const address = clientIp ||
    (trustForwardedHeaders ? readForwardedAddress(given) : undefined);
  if (address) headers.set("X-Forwarded-For", address);
  const init: Init = { method, headers, redirect: "manual" };
  return body ? { ...init, body, duplex: "half" } : init;
}

/** Makes the answer of the Frontend API one of the app's. */
function passOn(
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
function rewrite(
  location: string,
  target: URL,
  base: string,
  proxyUrl: string,
): string {
  if (!URL.canParse(location, target.href)) return location;
  const to = new URL(location, target);
  if (to.host !== target.host) return location;
  const rest = pathBelow(to.pathname, base);
  return rest === undefined ? to.href : proxyUrl + rest + to.search + to.hash;
}
