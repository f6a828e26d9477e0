import { resolveCredentials } from "../keys/resolve_credentials.ts";
import { readEnv } from "../platform/env.ts";
import { type Fetch, systemFetch } from "../platform/fetch.ts";
import {
  demandCredentials,
  demandForms,
  isLoopback,
  variableOf,
} from "../text/credentials.ts";
import { isText } from "../text/json.ts";
import { copyOptions, demand } from "../text/options.ts";
import { misconfigured, type ProxyError } from "./error.ts";
import { fapiUrlFromPublishableKey, parseFapiUrl } from "./fapi_url.ts";
import {
  type ProxyPathOptions,
  readProxyPath,
  stripTrailingSlashes,
} from "./path.ts";

/** What the proxy needs to know. All of it is optional. */
export interface FrontendApiProxyOptions extends ProxyPathOptions {
  /** The publishable key of the instance; `CLERK_PUBLISHABLE_KEY` by default. */
  readonly publishableKey?: string | undefined;
  /** The secret key of the instance; `CLERK_SECRET_KEY` by default. */
  readonly secretKey?: string | undefined;
  /**
   * Where the Frontend API is; `CLERK_FAPI_URL` by default, else the one for
   * the publishable key.
   */
  readonly fapiUrl?: string | undefined;
  /**
   * The URL of the proxy as browsers see it, such as
   * `https://app.example.com/__clerk`. By default the origin of the request and
   * the proxy's path.
   */
  readonly proxyUrl?: string | undefined;
  /**
   * The address of the client, as the server tells it: `info.remoteAddr.hostname`
   * of `Deno.serve`, the `CF-Connecting-IP` header on Cloudflare. Clerk's limits
   * on sign-ins count by it. None by default.
   */
  readonly clientIp?: string | undefined;
  /**
   * Whether to believe the headers by which proxies tell of a client:
   * `X-Forwarded-Host`, `X-Forwarded-Proto`, `CF-Connecting-IP`, `X-Real-IP`,
   * `X-Forwarded-For`. Only when a proxy in front of the app sets them all, as
   * otherwise anyone can. False by default: they are dropped.
   */
  readonly trustForwardedHeaders?: boolean | undefined;
  /** What sends requests; the host's `fetch` by default. */
  readonly fetch?: Fetch | undefined;
  /**
   * What to read environment variables from, such as the bindings of a Worker;
   * the environment of the process by default.
   */
  readonly env?: object | undefined;
  /**
   * Told why the proxy answered by itself, for a log: what the client gets says
   * no more than it needs to know. What it throws, or a promise of its rejects
   * with, is ignored.
   */
  readonly onError?:
    | ((error: ProxyError, cause: unknown) => unknown)
    | undefined;
}

/** Options that were checked, defaults filled in. */
export interface ProxySettings {
  /** Without a slash at its end. */
  readonly proxyPath: string;
  readonly secretKey: string;
  /** Not yet parsed. */
  readonly fapiUrl: string;
  readonly fetch: Fetch;
  readonly proxyUrl?: string | undefined;
  readonly clientIp?: string | undefined;
  readonly trustForwardedHeaders?: boolean | undefined;
}

/** What must be text; of keys, that is checked with their form. */
const TEXTS = [
  "fapiUrl",
  "proxyPath",
  "proxyUrl",
  "clientIp",
] as const;

/** Checks the options and fills in the defaults. */
export function readProxySettings(
  options: FrontendApiProxyOptions,
): ProxySettings | ProxyError {
  const { proxyUrl, clientIp, trustForwardedHeaders, fetch } = options;
  try {
    const credentials = resolveCredentials(options);
    demandForms(credentials, options);
    const given = {
      ...copyOptions(options),
      ...credentials,
      fapiUrl: options.fapiUrl || readEnv("CLERK_FAPI_URL", options.env),
    };
    for (const name of TEXTS) demand(name, isText(given[name] ?? ""), "text");
    const settings = joinProxySettings(given);
    if ("code" in settings) return settings;
    demandProxyOptions(given, settings);
    return {
      ...settings,
      fetch: fetch ?? systemFetch,
      proxyUrl: proxyUrl ? stripTrailingSlashes(proxyUrl) : undefined,
      // Which of this machine's links it came by is nothing to others.
      clientIp: clientIp?.split("%")[0],
      trustForwardedHeaders,
    };
  } catch (error) {
    return misconfigured(error instanceof Error ? error.message : `${error}`);
  }
}

/** Puts together what no proxy can do without. */
export function joinProxySettings(
  { publishableKey, secretKey, fapiUrl, proxyPath }: FrontendApiProxyOptions,
): ProxySettings | ProxyError {
  if (!publishableKey) return misconfigured(missing("publishableKey"));
  if (!secretKey) return misconfigured(missing("secretKey"));
  return {
    proxyPath: readProxyPath({ proxyPath }),
    secretKey,
    fapiUrl: fapiUrl || fapiUrlFromPublishableKey(publishableKey),
    fetch: systemFetch,
  };
}

function missing(name: "publishableKey" | "secretKey"): string {
  return `Missing ${name}. Provide it in options or set ${
    variableOf(name)
  } environment variable.`;
}

/**
 * Demands that keys and addresses fit together, and that the secret key does
 * not travel in clear.
 *
 * @throws {TypeError} When one does not.
 */
function demandProxyOptions(
  { publishableKey, fetch, proxyUrl, clientIp }: FrontendApiProxyOptions,
  { proxyPath, secretKey, fapiUrl }: ProxySettings,
): void {
  demandCredentials({ publishableKey, secretKey, fetch: systemFetch });
  const url = parseFapiUrl(fapiUrl);
  demand(
    "fapiUrl",
    // What is no URL of an API is refused before anything is sent.
    isText(url) ||
      (isLoopback(url.hostname)
        ? !secretKey.startsWith("sk_live_")
        : url.protocol === "https:" &&
          (fetch || !secretKey.startsWith("sk_test_emulator_"))),
    "an https URL, or an emulator's",
  );
  demand("fetch", !fetch || typeof fetch === "function", "a function");
  demand("proxyPath", /^(\/|$)/.test(proxyPath), 'a path as "/__clerk"');
  demand(
    "proxyUrl",
    !proxyUrl || /^https?:[^?#@]+$/.test(proxyUrl) && URL.canParse(proxyUrl),
    "an https URL without credentials, query and fragment",
  );
  demand(
    "clientIp",
    !clientIp || /^[\da-f.:]+(%[\w.-]+)?$/i.test(clientIp),
    "an IP address",
  );
}
