import type { Clock } from "../platform/clock.ts";
import { withDeadline } from "../platform/deadline.ts";
import { sha256 } from "../platform/digest.ts";
import { isObject } from "../text/json.ts";
import { encodeUtf8 } from "../text/utf8.ts";
import { type Jwks, type JwksEntry, parseJwks } from "./jwks.ts";

/** Where keys are fetched from: the URL, and what to send along. */
export type JwksSource = readonly [
  url: string,
  headers: { readonly [name: string]: string },
];

/** What a {@linkcode JwksCache} keeps: plain JSON. */
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
 *
 * @example
 * ```ts
 * import { createTokenVerifier, type JwksCacheEntry } from "@isoclerk/backend";
 *
 * const kept = new Map<string, JwksCacheEntry>();
 * const verifier = createTokenVerifier({
 *   publishableKey: "pk_test_Y2xlcmsuZXhhbXBsZS5jb20k",
 *   jwksCache: {
 *     get: (key) => kept.get(key),
 *     set: (key, entry) => void kept.set(key, entry),
 *   },
 * });
 * const { error } = await verifier.verify("not a token");
 * console.log(error?.reason); // token-invalid
 * ```
 */
export interface JwksCache {
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

/** How far in the future an entry's time may lie, in milliseconds. */
const CACHE_SKEW = 60_000;

/**
 * Reads the keys of a source from a cache.
 *
 * @param timeoutInMs The longest that the cache may take, in milliseconds.
 * @returns The keys and their age in milliseconds, or undefined when there are
 * none that could be used.
 */
export async function readJwksCache(
  cache: JwksCache,
  source: JwksSource,
  clock: Clock,
  timeoutInMs: number,
): Promise<[keys: Map<string, JwksEntry>, age: number] | undefined> {
  try {
    const entry: unknown = await withDeadline(
      timeoutInMs,
      undefined,
      async () => await cache.get(await keyOf(source)),
    );
    if (!isObject(entry)) return undefined;
    const keys = parseJwks(entry.jwks);
    const age = clock.now() - Number(entry.fetchedAt);
    return keys?.size && typeof entry.fetchedAt === "number" &&
        age >= -CACHE_SKEW
      ? [keys, Math.max(age, 0)]
      : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the keys of a source in a cache, if it lets us. */
export async function writeJwksCache(
  cache: JwksCache,
  source: JwksSource,
  entry: JwksCacheEntry,
): Promise<void> {
  try {
    await cache.set(await keyOf(source), entry);
  } catch {
    // The keys are at hand all the same.
  }
}

/** Differs whenever the keys may differ, and does not give the secret away. */
async function keyOf(source: JwksSource): Promise<string> {
  const digest = await sha256(encodeUtf8(JSON.stringify(source)));
  return "isoclerk-jwks-" + digest.join("-");
}
