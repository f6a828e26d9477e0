import {
  refuseToken,
  TokenVerificationError,
} from "../errors/token_verification_error.ts";
import type { CheckingKey } from "../jwt/signature_check.ts";
import type { Clock } from "../platform/clock.ts";
import { withDeadline } from "../platform/deadline.ts";
import {
  describeLoadFailure,
  fetchJwks,
  type JwksSource,
  type LoadJwks,
} from "./fetch_jwks.ts";
import { type HeldKey, importHeld } from "./held_key.ts";
import type { JwksEntry } from "./jwks.ts";
import type { KeyStore } from "./key_store.ts";

/** What a store of remote keys works with. Times are in milliseconds. */
export interface JwksStoreOptions {
  /** Where the keys come from. */
  readonly source: JwksSource;
  /** What asks for them. */
  readonly load?: LoadJwks | undefined;
  /** What tells the time. */
  readonly clock: Clock;
  /** The longest that anyone waits for keys. */
  readonly jwksTimeoutInMs: number;
  /** For how long keys are good without another look. */
  readonly freshForMs: number;
  /** For how long keys may serve while no other look succeeds. */
  readonly jwksMaxStaleInMs: number;
}

/** A key of the set. */
interface HeldEntry extends JwksEntry, HeldKey {}

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
 * `jwksMaxStaleInMs`. All who need keys at a time share one request.
 */
export function createJwksStore(options: JwksStoreOptions): KeyStore {
  const { source, clock, jwksTimeoutInMs, freshForMs } = options;
  let held = new Map<string, HeldEntry>();
  /** When the keys were asked for, on the scale of `measure`. */
  let loadedAt = -Infinity;
  /** When keys were last asked for, whatever came of it. */
  let askedAt = -Infinity;
  /** The request that is under way. */
  let flight: Promise<void> | undefined;
  /** Why the last one failed, and how long to leave it at that. */
  let failure: TokenVerificationError | undefined;
  let pause = 0;
  let clockAt: number | undefined;
  let passed = 0;

  /**
   * The time that passed since it was first asked for. A clock that was set back
   * counts as time that passed: neither freshness nor a pause may freeze. What is
   * no time is passed over; no claim of time holds then.
   */
  function measure(nowMs = clock.now()): number {
    const step = Math.abs(nowMs - (clockAt ?? nowMs));
    if (step < Infinity) {
      passed += step;
      clockAt = nowMs;
    }
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
    if (!flight || now - askedAt >= jwksTimeoutInMs) {
      // Who wants keys for each verification gets no failure from memory.
      const least = failure && freshForMs
        ? pause
        : isFresh(now)
        ? UNKNOWN_KID_PAUSE
        : 0;
      if (now - askedAt < least) return;
      askedAt = now;
      flight = undefined;
    }
    const startedAt = askedAt;
    try {
      await withDeadline(
        jwksTimeoutInMs,
        undefined,
        (signal) => flight ??= load(startedAt, signal, kid),
      );
    } catch (cause) {
      // Unless it was given up or overtaken already.
      if (!flight || startedAt !== askedAt) return;
      flight = undefined;
      failure = describeLoadFailure(source, cause);
      pause = Number(failure.received) < 500
        ? LONGEST_PAUSE
        : Math.min(pause * 2 || FIRST_PAUSE, LONGEST_PAUSE);
    }
  }

  async function load(
    startedAt: number,
    signal: AbortSignal,
    kid = "",
  ): Promise<void> {
    const accept = (keys: Map<string, JwksEntry>, age: number) =>
      take(keys, startedAt - age);
    await (options.load ?? fetchJwks)(source, accept, signal, kid);
    if (startedAt === askedAt) flight = undefined;
    // Imported here, all who wait share it. What is wrong with it they will see.
    await importKid(kid)?.catch(() => {});
  }

  function importKid(kid = ""): Promise<CheckingKey> | undefined {
    const entry = held.get(kid);
    return entry && importHeld(entry, "jwk-remote-invalid");
  }

  /** Replaces all keys; one that did not change stays the object that it was. */
  function take(keys: Map<string, HeldEntry>, at = measure()): void {
    // An answer that was overtaken by that to a later question is out of date.
    if (at < loadedAt) return;
    for (const [id, { text }] of keys) {
      const same = held.get(id);
      if (same?.text === text) keys.set(id, same);
    }
    held = keys;
    loadedAt = at;
    failure = undefined;
    pause = 0;
  }

  /** Sees that there are keys to look at, and none that is too old. */
  async function update(kid?: string): Promise<void> {
    const now = measure();
    const isHeld = kid && held.has(kid);
    if (!isFresh(now) || kid && !isHeld) {
      // While asking keeps failing, whoever has a key does not wait for it.
      const waits = !isHeld || !failure || !freshForMs ||
        now - askedAt > 2 * LONGEST_PAUSE;
      const refreshed = refresh(now, kid);
      if (waits) await refreshed;
    }
    const age = measure() - loadedAt;
    if (age > Math.max(options.jwksMaxStaleInMs, freshForMs)) held = new Map();
  }

  async function find(kid?: string): Promise<CheckingKey> {
    if (kid) await update(kid);
    const key = importKid(kid);
    if (key) return key;
    // Each caller gets an error of its own.
    if (kid && failure) throw new TokenVerificationError(failure);
    refuseKid(kid);
  }

  return {
    peek: (kid, nowMs) => {
      const key = kid && held.get(kid)?.imported;
      return key && isFresh(measure(nowMs)) ? key : undefined;
    },
    find,
    take,
    list: async () => {
      await update();
      if (!held.size && failure) throw new TokenVerificationError(failure);
      return [...held.keys()];
    },
  };
}

/** Refuses a token by its `kid`. */
export function refuseKid(kid: string | undefined): never {
  refuseToken(
    "jwk-kid-mismatch",
    '"kid" to be that of a key of the instance',
    { claim: "kid", received: kid?.slice(0, 64) },
  );
}
