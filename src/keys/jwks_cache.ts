import type { Clock } from "../platform/clock.ts";
import { withDeadline } from "../platform/deadline.ts";
import { sha256 } from "../platform/digest.ts";
import { isObject, type JsonObject } from "../text/json.ts";
import { demand } from "../text/options.ts";
import { encodeUtf8 } from "../text/utf8.ts";
import { type Jwks, type JwksEntry, parseJwks } from "./jwks.ts";

/** Where keys are fetched from: the URL, and what to send along. */
export type JwksSource = readonly [
  url: string,
  headers: { readonly [name: string]: string },
];

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

/** What a {@linkcode KeyOptions.jwksCache} is: made by {@linkcode createJwksCache}. */
export interface JwksCache {
  /**
   * Reads the keys of a source.
   *
   * @param timeoutInMs The longest that it may take, in milliseconds.
   * @returns The keys and their age in milliseconds, or undefined when there are
   * none that could be used.
   */
  read(
    source: JwksSource,
    clock: Clock,
    timeoutInMs: number,
  ): Promise<[keys: Map<string, JwksEntry>, age: number] | undefined>;
  /** Keeps the keys of a source, if the store lets us. */
  write(source: JwksSource, jwks: unknown, fetchedAt: number): Promise<void>;
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
    async read(source, clock, timeoutInMs) {
      try {
        const get = async () => await store.get(await keyOf(source));
        const entry: unknown = await withDeadline(timeoutInMs, undefined, get);
        return isObject(entry) ? readEntry(entry, clock.now()) : undefined;
      } catch {
        return undefined;
      }
    },
    async write(source, jwks, fetchedAt) {
      try {
        if (isJwks(jwks)) {
          await store.set(await keyOf(source), { jwks, fetchedAt });
        }
      } catch {
        // The keys are at hand all the same.
      }
    },
  };
}

function readEntry(
  { jwks, fetchedAt }: JsonObject,
  now: number,
): [keys: Map<string, JwksEntry>, age: number] | undefined {
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
async function keyOf(source: JwksSource): Promise<string> {
  const digest = await sha256(encodeUtf8(JSON.stringify(source)));
  return "isoclerk-jwks-" + digest.join("-");
}
