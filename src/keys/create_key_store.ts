import { type Clock, systemClock } from "../platform/clock.ts";
import { type Fetch, systemFetch } from "../platform/fetch.ts";
import { API_URL, demandForms, isLive, PK } from "../text/credentials.ts";
import { demand } from "../text/options.ts";
import { parsePublishableKey } from "../text/publishable_key.ts";
import { CLERK_API_VERSION, USER_AGENT } from "../text/version.ts";
import type { JwksSource } from "./fetch_jwks.ts";
import type { JwksCache } from "./jwks_cache.ts";
import { createJwksStore } from "./jwks_store.ts";
import type { KeyStore } from "./key_store.ts";
import { createLocalKeyStore } from "./local_key_store.ts";
import {
  type InstanceCredentials,
  resolveCredentials,
} from "./resolve_credentials.ts";

/** Where the keys come from that tokens are verified with. */
export interface KeyOptions extends InstanceCredentials {
  /** What sends requests. The host's `fetch` by default. */
  readonly fetch?: Fetch | undefined;
  /** What tells the time. The host's clock by default. */
  readonly clock?: Clock | undefined;
  /**
   * Whether to fetch the keys for each verification, rather than every five
   * minutes. False by default.
   */
  readonly skipJwksCache?: boolean | undefined;
}

/** How fetched keys are kept. */
export interface KeyTuning {
  /**
   * What keeps fetched keys outside the process, as
   * {@linkcode createJwksCache} makes it. None by default.
   */
  readonly jwksCache?: JwksCache | undefined;
  /**
   * The longest that a verification waits for keys, in milliseconds. 5000 by
   * default.
   */
  readonly jwksTimeoutInMs?: number | undefined;
  /**
   * For how long keys that were fetched serve on while the endpoint cannot be
   * reached, in milliseconds since they were fetched. 24 hours by default; 0 for
   * not at all.
   */
  readonly jwksMaxStaleInMs?: number | undefined;
}

/** The keys of one instance, and whether it is one of real users. */
export interface InstanceKeys {
  /** The keys; undefined when there is nothing to get one from. */
  readonly store: KeyStore | undefined;
  /** Whether any key that was configured is a live one. */
  readonly isLive: boolean;
}

/** Five minutes, and a day. */
const FRESH_FOR = 300_000;
const MAX_STALE = 86_400_000;

/**
 * Decides where the keys of an instance come from: the `jwtKey`, else the
 * Backend API by the secret key, else the Frontend API that the publishable key
 * names. What is not given is read from the environment.
 *
 * @throws {TypeError} When a key or another option cannot be used.
 */
export function createInstanceKeys(
  options: KeyOptions,
  tuning: KeyTuning,
): InstanceKeys {
  const { fetch = systemFetch, clock = systemClock } = options;
  demand("fetch", typeof fetch === "function", "a function");
  demand("clock", typeof clock?.now === "function", "a method now");
  const credentials = resolveCredentials(options);
  demandForms(credentials, options);
  const { jwtKey } = credentials;
  const source = sourceOf(credentials, fetch, options);
  const { jwksTimeoutInMs = 5000, jwksMaxStaleInMs = MAX_STALE, jwksCache } =
    tuning;
  const freshForMs = options.skipJwksCache ? 0 : FRESH_FOR;
  const store = jwtKey
    ? createLocalKeyStore(jwtKey)
    : source && createJwksStore({
      source,
      clock,
      jwksTimeoutInMs,
      jwksMaxStaleInMs,
      freshForMs,
      load: freshForMs
        ? jwksCache?.load({
          clock,
          freshForMs,
          timeoutInMs: jwksTimeoutInMs / 5,
        })
        : undefined,
    });
  return { isLive: isLive(credentials), store };
}

/** What says that there is no key, and what to do. */
export const NO_KEY =
  'There is no key: give "secretKey", "publishableKey" or "jwtKey", or set CLERK_SECRET_KEY.';

/** Where the keys of the instance are fetched from, by the one key that is used. */
export function sourceOf(
  credentials: InstanceCredentials,
  fetch: Fetch,
  given = credentials,
): JwksSource | undefined {
  const { secretKey, publishableKey, apiUrl = API_URL, apiVersion = "v1" } =
    credentials;
  // A variable's secret key need not be of the instance that an option names.
  if (secretKey && (given.secretKey || !given.publishableKey)) {
    return [`${apiUrl.replace(/(?<!\/)\/+$/, "")}/${apiVersion}/jwks`, {
      "Authorization": `Bearer ${secretKey}`,
      "Clerk-API-Version": CLERK_API_VERSION,
      "User-Agent": USER_AGENT,
    }, fetch];
  }
  if (!publishableKey) return undefined;
  const publishable = parsePublishableKey(publishableKey);
  demand("publishableKey", publishable, PK);
  // Headers of our own would make a browser ask for leave first.
  return publishable &&
    [`${publishable.frontendApiUrl}/.well-known/jwks.json`, {}, fetch];
}
