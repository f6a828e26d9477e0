import { type Clock, systemClock } from "../platform/clock.ts";
import { type Fetch, systemFetch } from "../platform/fetch.ts";
import { API_URL, checkCredentials, isLive } from "../text/credentials.ts";
import { parsePublishableKey } from "../text/publishable_key.ts";
import { CLERK_API_VERSION, USER_AGENT } from "../text/version.ts";
import type { JwksCache } from "./jwks_cache.ts";
import type { JwksSource } from "./jwks_source.ts";
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
  /** A place outside the process that keeps fetched keys. None by default. */
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
  /**
   * Whether to fetch the keys for each verification, rather than every five
   * minutes. False by default.
   */
  readonly skipJwksCache?: boolean | undefined;
}

/** The keys of one instance, and whether it is one of real users. */
export interface InstanceKeys {
  /** The keys. */
  readonly store: KeyStore;
  /** Whether any key that was configured is a live one. */
  readonly isLive: boolean;
}

const FRESH_FOR = 5 * 60_000;
const MAX_STALE = 24 * 60 * 60_000;

/**
 * Decides where the keys of an instance come from: the `jwtKey`, else the
 * Backend API by the secret key, else the Frontend API that the publishable key
 * names. What is not given is read from the environment.
 *
 * @throws {TypeError} When there is no key, or one that cannot be used.
 */
export function createInstanceKeys(options: KeyOptions): InstanceKeys {
  checkInjected(options);
  const credentials = resolveCredentials(options);
  const wrong = checkCredentials({ ...credentials, fetch: options.fetch });
  if (wrong !== undefined) throw new TypeError(wrong);
  const { jwtKey } = credentials;
  const store = jwtKey === undefined
    ? createRemoteStore(sourceOf(credentials), options)
    : createLocalKeyStore(jwtKey);
  return { store, isLive: isLive(credentials) };
}

function createRemoteStore(source: JwksSource, options: KeyOptions): KeyStore {
  const { jwksTimeoutInMs = 5000, jwksMaxStaleInMs = MAX_STALE } = options;
  const skips = options.skipJwksCache === true;
  return createJwksStore({
    source,
    fetch: options.fetch ?? systemFetch,
    clock: options.clock ?? systemClock,
    timeoutInMs: readMs("jwksTimeoutInMs", jwksTimeoutInMs, 1),
    freshForMs: skips ? 0 : FRESH_FOR,
    maxStaleInMs: readMs("jwksMaxStaleInMs", jwksMaxStaleInMs, 0),
    cache: skips ? undefined : options.jwksCache,
  });
}

function sourceOf(credentials: InstanceCredentials): JwksSource {
  const { secretKey, apiUrl = API_URL, apiVersion = "v1" } = credentials;
  if (secretKey !== undefined) {
    return {
      url: `${apiUrl.replace(/\/+$/, "")}/${apiVersion}/jwks`,
      headers: {
        "Authorization": `Bearer ${secretKey}`,
        "Clerk-API-Version": CLERK_API_VERSION,
        "User-Agent": USER_AGENT,
      },
    };
  }
  const publishable = parsePublishableKey(credentials.publishableKey);
  if (!publishable) {
    throw new TypeError(
      'Cannot verify tokens: there is no key; give "jwtKey", "secretKey" or "publishableKey", or set CLERK_SECRET_KEY.',
    );
  }
  // Headers of our own would make a browser ask for leave first.
  const { frontendApiUrl } = publishable;
  return { url: `${frontendApiUrl}/.well-known/jwks.json`, headers: {} };
}

function checkInjected({ fetch, clock, jwksCache }: KeyOptions): void {
  need("fetch", fetch === undefined || isFunction(fetch), "a function");
  need(
    "clock",
    clock === undefined || isFunction(clock?.now),
    "an object with a method now",
  );
  need(
    "jwksCache",
    jwksCache === undefined ||
      isFunction(jwksCache?.get) && isFunction(jwksCache.set),
    "an object with methods get and set",
  );
}

function isFunction(value: unknown): boolean {
  return typeof value === "function";
}

function readMs(name: string, ms: number, least: number): number {
  // Timers take no more than 31 bits, and fire at once beyond.
  const isGood = Number.isFinite(ms) && ms >= least && ms < 2 ** 31;
  need(name, isGood, `a number of milliseconds from ${least} to 24 days`);
  return ms;
}

function need(name: string, isGood: boolean, expected: string): void {
  if (!isGood) {
    throw new TypeError(`Cannot use "${name}": expected ${expected}.`);
  }
}
