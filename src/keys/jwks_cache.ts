import { importInstanceKey } from "../jwt/instance_key.ts";
import type { Clock } from "../platform/clock.ts";
import { withDeadline } from "../platform/deadline.ts";
import { sha256 } from "../platform/digest.ts";
import { isObject, type JsonObject } from "../text/json.ts";
import { demand } from "../text/options.ts";
import { encodeUtf8 } from "../text/utf8.ts";
import { fetchJwks, type JwksSource, type LoadJwks } from "./fetch_jwks.ts";
import { type Jwks, type JwksEntry, parseJwks } from "./jwks.ts";

/** What a {@linkcode JwksCacheStore} keeps: plain JSON. */
export interface JwksCacheEntry {
  /** The keys, as the endpoint sent them. */
  readonly jwks: Jwks;
  /** When they were fetched, in milliseconds since 1970. */
  readonly fetchedAt: number;
}

/**
 * A place outside the process that keeps keys, such as Workers KV or Redis, so
 * that not every cold start fetches them. Who can write there decides which
 * tokens are believed. One that fails, hangs or holds rubbish is passed over.
 */
export interface JwksCacheStore {
  /**
   * Gets an entry.
   *
   * @param key What it was kept under. Holds no secret.
   * @returns The entry, or undefined or null when there is none.
   */
  get(
    key: string,
  ):
    | JwksCacheEntry
    | null
    | undefined
    | Promise<JwksCacheEntry | null | undefined>;
  /**
   * Keeps an entry. Verification does not wait for it: on Workers, hand the
   * promise to `waitUntil`.
   *
   * @param key What to keep it under.
   * @param entry What to keep.
   */
  set(key: string, entry: JwksCacheEntry): unknown;
}

/** A cache of keys that outlives the process. */
export interface JwksCache {
  /** Asks the cache first, and the endpoint when that does not do. */
  readonly load: (limits: JwksCacheLimits) => LoadJwks;
}

/** What a verifier demands of a cache. */
export interface JwksCacheLimits {
  /** What tells the time. */
  readonly clock: Clock;
  /** For how long keys are good without another look, in milliseconds. */
  readonly freshForMs: number;
  /** The longest that the cache may take, in milliseconds. */
  readonly timeoutInMs: number;
}

/** How far in the future an entry's time may lie, in milliseconds. */
const CACHE_SKEW = 60_000;

/**
 * Makes a cache of keys that outlives the process, for `jwksCache`. Only what
 * imports this carries its code.
 *
 * @param store Where entries are kept.
 * @returns The cache.
 * @throws {TypeError} When the store has no methods `get` and `set`.
 *
 * @example
 * ```ts
 * import {
 *   createJwksCache,
 *   createTokenVerifier,
 *   type JwksCacheEntry,
 * } from "@isoclerk/backend";
 *
 * const kept = new Map<string, JwksCacheEntry>();
 * const verifier = createTokenVerifier({
 *   publishableKey: "pk_test_Y2xlcmsuZXhhbXBsZS5jb20k",
 *   jwksCache: createJwksCache({
 *     get: (key) => kept.get(key),
 *     set: (key, entry) => void kept.set(key, entry),
 *   }),
 * });
 * const { error } = await verifier.verify("not a token");
 * console.log(error?.reason); // token-invalid
 * ```
 */
export function createJwksCache(store: JwksCacheStore): JwksCache {
  const isStore = typeof store?.get === "function" &&
    typeof store.set === "function";
  demand("store", isStore, "methods get and set");
  return {
    load: (limits) => async (source, take, signal, kid) => {
      const { clock, freshForMs } = limits;
      const key = await keyOf(source);
      const cached = await readStore(store, key, limits);
      if (cached) {
        const [keys, age] = cached;
        take(keys, age);
        if (age < freshForMs && await holdsKey(keys, kid)) return;
      }
      const fetchedAt = clock.now();
      await fetchJwks(
        source,
        (keys, age, jwks) => {
          take(keys, age);
          if (isJwks(jwks)) void writeStore(store, key, { jwks, fetchedAt });
        },
        signal,
        kid,
      );
    },
  };
}

/** Whether a key can be used: one of a certain id, or any. */
async function holdsKey(
  keys: ReadonlyMap<string, JwksEntry>,
  kid: string,
): Promise<boolean> {
  for (const [id, { jwk }] of keys) {
    if (kid && kid !== id) continue;
    const key = await importInstanceKey(jwk, "jwk-remote-invalid")
      .catch(() => undefined);
    if (key) return true;
  }
  return false;
}

async function readStore(
  store: JwksCacheStore,
  key: string,
  { clock, timeoutInMs }: JwksCacheLimits,
): Promise<readonly [Map<string, JwksEntry>, age: number] | undefined> {
  try {
    const get = async () => await store.get(key);
    const entry: unknown = await withDeadline(timeoutInMs, undefined, get);
    return isObject(entry) ? readEntry(entry, clock.now()) : undefined;
  } catch {
    return undefined;
  }
}

async function writeStore(
  store: JwksCacheStore,
  key: string,
  entry: JwksCacheEntry,
): Promise<void> {
  try {
    await store.set(key, entry);
  } catch {
    // The keys are at hand all the same.
  }
}

function readEntry(
  { jwks, fetchedAt }: JsonObject,
  now: number,
): readonly [Map<string, JwksEntry>, age: number] | undefined {
  const keys = parseJwks(jwks);
  const age = typeof fetchedAt === "number" ? now - fetchedAt : NaN;
  return keys?.size && age >= -CACHE_SKEW
    ? [keys, Math.max(age, 0)]
    : undefined;
}

function isJwks(value: unknown): value is Jwks {
  return isObject(value) && Array.isArray(value.keys);
}

/** Differs whenever the keys may differ, and does not give the secret away. */
async function keyOf([url, headers]: JwksSource): Promise<string> {
  const digest = await sha256(encodeUtf8(JSON.stringify([url, headers])));
  return "isoclerk-jwks-" + digest.join("-");
}
