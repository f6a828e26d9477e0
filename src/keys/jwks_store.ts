import {
  refuseToken,
  TokenVerificationError,
} from "../errors/token_verification_error.ts";
import { importInstanceKey } from "../jwt/instance_key.ts";
import type { CheckingKey } from "../jwt/signature_check.ts";
import type { Clock } from "../platform/clock.ts";
import { withDeadline } from "../platform/deadline.ts";
import { type Fetch, systemFetch } from "../platform/fetch.ts";
import { fetchJwks, loadFailure } from "./fetch_jwks.ts";
import type { JwksEntry } from "./jwks.ts";
import type { JwksCache, JwksSource } from "./jwks_cache.ts";
import type { KeyStore } from "./key_store.ts";

/** What a store of remote keys works with. Times are in milliseconds. */
export interface JwksStoreOptions {
  /** Where the keys come from. */
  readonly source: JwksSource;
  /** What sends the requests. */
  readonly fetch: Fetch;
  /** What tells the time. */
  readonly clock: Clock;
  /** The longest that anyone waits for keys. */
  readonly timeoutInMs: number;
  /** For how long keys are good without another look. */
  readonly freshForMs: number;
  /** For how long keys may serve while no other look succeeds. */
  readonly maxStaleInMs: number;
  /** A place outside the process that keeps keys. */
  readonly cache?: JwksCache | undefined;
}

/** A key of the set, imported when it is first needed. */
interface HeldKey extends JwksEntry {
  imported?: CheckingKey;
}

/** How long after asking for keys an unknown kid may cause to ask again. */
const UNKNOWN_KID_PAUSE = 10_000;

/** The pauses after failures in a row: each twice the one before, to a limit. */
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 30_000;

/**
 * Makes a store of the keys that an endpoint hands out.
 *
 * Keys are good for `freshForMs`; then somebody asks again, and the answer
 * replaces all of them. While asking fails, held keys serve on, up to
 * `maxStaleInMs`. All who need keys at a time share one request.
 */
export function createJwksStore(options: JwksStoreOptions): KeyStore {
  const { source, fetch, clock, timeoutInMs, freshForMs, cache } = options;
  let held: ReadonlyMap<string, HeldKey> = new Map();
  /** When the keys were asked for, on the scale of `measure`. */
  let loadedAt = -Infinity;
  /** When keys were last asked for, whatever came of it. */
  let askedAt = -Infinity;
  /** The request that is under way. */
  let flight: Promise<void> | undefined;
  /** Why the last one failed, and how long to leave it at that. */
  let failure: TokenVerificationError | undefined;
  let pause = 0;
  let clockAt = clock.now();
  let passed = 0;

  /**
   * The time that passed since the store was made. A clock that was set back
   * counts as time that passed: neither freshness nor a pause may freeze.
   */
  function measure(nowMs = clock.now()): number {
    passed += Math.abs(nowMs - clockAt);
    clockAt = nowMs;
    return passed;
  }

  function isFresh(now: number): boolean {
    return now - loadedAt < freshForMs;
  }

  /**
   * Waits for the keys that are being asked for, or asks if that may be. Each
   * waits by a timer of its own: where requests are isolated from each other, the
   * one that asked may end and leave a promise that never settles. Never rejects.
   */
  async function refresh(now: number, kid?: string): Promise<void> {
    // A request that took too long has lost its owner.
    if (!flight || !(now - askedAt < timeoutInMs)) {
      const least = failure ? pause : isFresh(now) ? UNKNOWN_KID_PAUSE : 0;
      // Written so that a clock which gives no number never asks again.
      if (!(now - askedAt >= least)) return;
      askedAt = now;
      flight = undefined;
    }
    const startedAt = askedAt;
    try {
      await withDeadline(
        timeoutInMs,
        undefined,
        (signal) => flight ??= load(now, signal, kid),
      );
    } catch (cause) {
      // Unless it was given up or overtaken already.
      if (flight && startedAt === askedAt) noteFailure(cause);
    }
  }

  function noteFailure(cause: unknown): void {
    flight = undefined;
    failure = cause instanceof TokenVerificationError
      ? cause
      : describeSilence(source, fetch, cause);
    pause = Number(failure.received) < 500
      ? LONGEST_PAUSE
      : Math.min(pause * 2 || FIRST_PAUSE, LONGEST_PAUSE);
  }

  async function load(
    startedAt: number,
    signal: AbortSignal,
    kid?: string,
  ): Promise<void> {
    // Most of the time is left for the endpoint.
    const cached = await cache?.read(source, clock, timeoutInMs / 5);
    if (cached) {
      const now = measure();
      await replace(cached[0], now - cached[1], kid);
      if (isFresh(now) && (!kid || held.has(kid))) {
        return noteSuccess(startedAt);
      }
    }
    const fetchedAt = clock.now();
    const [keys, jwks] = await fetchJwks(source, fetch, signal);
    // An answer that was overtaken by a later question is out of date.
    if (startedAt < loadedAt) return;
    void cache?.write(source, jwks, fetchedAt);
    await replace(keys, startedAt, kid);
    noteSuccess(startedAt);
  }

  /**
   * Replaces all keys by newer ones; one that did not change stays the object
   * that it was. Imports the one that is needed, so that all who wait share it.
   */
  async function replace(
    keys: Map<string, HeldKey>,
    at: number,
    kid?: string,
  ): Promise<void> {
    if (at < loadedAt) return;
    for (const [id, { text }] of keys) {
      const same = held.get(id);
      if (same?.text === text) keys.set(id, same);
    }
    held = keys;
    loadedAt = at;
    const needed = held.get(kid ?? "");
    // Whoever asked for it gets to know what is wrong with it.
    if (needed) await importHeld(needed).catch(() => {});
  }

  function noteSuccess(startedAt: number): void {
    if (startedAt === askedAt) flight = undefined;
    failure = undefined;
    pause = 0;
  }

  async function find(kid = ""): Promise<CheckingKey> {
    if (!kid) refuseKid(kid);
    const now = measure();
    const isHeld = held.has(kid);
    if (!isHeld || !isFresh(now)) {
      // While asking keeps failing, whoever has a key does not wait for it.
      const waits = !isHeld || !failure || now - askedAt > 2 * LONGEST_PAUSE;
      const refreshed = refresh(now, kid);
      if (waits) await refreshed;
    }
    const age = measure() - loadedAt;
    // Written so that an age which is no number is too old.
    if (!(age <= Math.max(options.maxStaleInMs, freshForMs))) held = new Map();
    const key = held.get(kid);
    if (key) return importHeld(key);
    // Each caller gets an error of its own.
    if (failure) throw new TokenVerificationError(failure);
    refuseKid(kid);
  }

  return {
    peek: (kid, nowMs) => {
      const key = kid && held.get(kid)?.imported;
      return key && isFresh(measure(nowMs)) ? key : undefined;
    },
    find,
    load: async (keys) => {
      const now = measure();
      if (keys) {
        await replace(keys, now);
        noteSuccess(NaN);
      } else if (!isFresh(now)) await refresh(now);
      if (!isFresh(now) && failure) throw new TokenVerificationError(failure);
      return [...held.keys()];
    },
  };
}

async function importHeld(held: HeldKey): Promise<CheckingKey> {
  const key = held.imported ??
    await importInstanceKey(held.jwk, "jwk-remote-invalid");
  // Whoever imports first decides, so that there is one key object.
  return held.imported ??= key;
}

/** Refuses a token by its `kid`. */
export function refuseKid(kid: string | undefined): never {
  refuseToken(
    "jwk-kid-mismatch",
    '"kid" to be that of a key of the instance',
    { claim: "kid", received: kid?.slice(0, 64) },
  );
}

/** Whatever fetch was injected may throw errors that hold the request's key. */
function describeSilence(
  [url, { Authorization }]: JwksSource,
  fetch: Fetch,
  cause: unknown,
): TokenVerificationError {
  const secret = Authorization?.slice(7);
  const told = fetch === systemFetch || !secret
    ? cause
    : new Error(`${cause}`.replaceAll(secret, "[redacted]"));
  return loadFailure(url, "no answer came", { cause: told });
}
