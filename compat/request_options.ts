/** The options of request authentication, merged and checked as the official package does. */
import type { AuthenticateRequestOptions as CoreOptions } from "../src/auth/request/options.ts";
import { parsePublishableKey } from "../src/text/publishable_key.ts";
import { parseUrl } from "../src/text/url.ts";
import { trimKeys } from "./trim_keys.ts";

/** The keys of an instance, and what its requests are judged by. */
export interface AuthenticateRequestOptions extends CoreOptions {
  /** The publishable key of the instance. */
  readonly publishableKey?: string | undefined;
  /** The secret key of the instance. */
  readonly secretKey?: string | undefined;
  /** The public key of the instance as PEM text; nothing is fetched then. */
  readonly jwtKey?: string | undefined;
  /** The secret key of a machine, to verify tokens of machines with. */
  readonly machineSecretKey?: string | undefined;
  /** Where the Backend API is; ignored for a request. */
  readonly apiUrl?: string | undefined;
  /** The version of the Backend API; ignored for a request. */
  readonly apiVersion?: string | undefined;
  /** Whether to fetch the keys for each verification. */
  readonly skipJwksCache?: boolean | undefined;
  /**
   * Without effect, as it is in the official package.
   *
   * @deprecated Leave it out.
   */
  readonly jwksCacheTtlInMs?: number | undefined;
}

/** Options for which a falsy value leaves in place what was configured. */
const FALLING_BACK = [
  "secretKey",
  "machineSecretKey",
  "jwtKey",
  "proxyUrl",
  "publishableKey",
  "isSatellite",
  "domain",
  "audience",
] as const;

type Merged = { -readonly [Name in keyof AuthenticateRequestOptions]: unknown };

/** Options of a request over those of its client. */
export function mergeOptions(
  base: AuthenticateRequestOptions,
  options: AuthenticateRequestOptions,
): AuthenticateRequestOptions {
  const merged: Merged = { ...base, ...options };
  for (const name of FALLING_BACK) merged[name] = options[name] || base[name];
  merged.apiUrl = base.apiUrl;
  merged.apiVersion = base.apiVersion;
  const given = Object.entries(trimKeys(merged)).filter(([, value]) =>
    value !== "" && value !== null && value !== undefined
  );
  return Object.fromEntries(given);
}

/** Demands of a satellite that its sign-in page is on another origin. */
export function demandForeignSignIn(
  { headers }: Request,
  { acceptsToken, isSatellite, signInUrl }: AuthenticateRequestOptions,
): void {
  if (acceptsToken === "m2m_token" || !isSatellite || !signInUrl) return;
  const origin = headers.get("origin");
  if (!origin) return;
  const page = parseUrl(signInUrl);
  if (!page) {
    throw new Error("The signInUrl needs to have a absolute url format.");
  }
  if (page.origin === origin) {
    throw new Error(
      "The signInUrl needs to be on a different origin than your satellite application.",
    );
  }
}

/** Demands what the official package demands, in its order and words. */
export function demandOfficially(
  request: Request,
  options: AuthenticateRequestOptions,
): void {
  const { secretKey, machineSecretKey, signInUrl, domain } = options;
  if (options.acceptsToken === "m2m_token") {
    if (secretKey || machineSecretKey) return;
    throw new Error(
      "Machine token authentication requires either a Machine secret key or a Clerk secret key. Ensure a Clerk secret key or Machine secret key is set.",
    );
  }
  if (options.acceptsToken !== "api_key") demandPublishableKey(options);
  if (!secretKey) {
    throw new Error(
      "Missing Clerk Secret Key. Go to https://dashboard.clerk.com and get your key for your instance.",
    );
  }
  if (!options.isSatellite) return;
  if (!signInUrl && secretKey.startsWith("sk_test_")) {
    throw new Error(
      "Missing signInUrl. Pass a signInUrl for dev instances if an app is satellite",
    );
  }
  demandForeignSignIn(request, options);
  if (!domain && !options.proxyUrl) {
    throw new Error(
      "Missing domain and proxyUrl. A satellite application needs to specify a domain or a proxyUrl",
    );
  }
}

function demandPublishableKey(
  { publishableKey }: AuthenticateRequestOptions,
): void {
  if (!publishableKey) throw new Error("Publishable key is missing.");
  if (!parsePublishableKey(publishableKey)) {
    throw new Error(
      "Publishable key not valid (expected format: pk_test_... or pk_live_...).",
    );
  }
}
