import type { TokenVerificationErrorInit } from "../errors/token_verification_error.ts";
import { importJwksKey } from "../jwt/import_key.ts";
import type { VerificationKey } from "../jwt/types.ts";
import type { Clock } from "../platform/clock.ts";
import { withDeadline } from "../platform/deadline.ts";
import type { Fetch } from "../platform/fetch.ts";
import type { JsonObject } from "../text/json.ts";
import type { JwkMap } from "./jwks.ts";
import { type JwksCache, readJwksCache, writeJwksCache } from "./jwks_cache.ts";
import { fetchJwks, type JwksSource, loadFailure } from "./jwks_source.ts";

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
export interface HeldKey {
  /** As it came. */
  readonly jwk: JsonObject | undefined;
  /** As it came, in a form to compare. */
  readonly text: string | undefined;
  /** Ready for use. */
  imported?: VerificationKey;
}

/** One request for keys, which all share that need them meanwhile. */
interface Flight {
  readonly id: number;
  readonly startedAt: number;
  done: Promise<void>;
}

/** What a store knows. Times are on the scale of {@linkcode measure}. */
export interface JwksState extends JwksStoreOptions {
  /** The keys by their id. */
  keys: ReadonlyMap<string, HeldKey>;
  /** When the keys were asked for. */
  loadedAt: number;
  /** Which flight brought them. */
  loadedBy: number;
  /** When keys were last asked for, whatever came of it. */
  triedAt: number;
  /** How many times in a row that failed. */
  failures: number;
  /** Why it failed. */
  failure: TokenVerificationErrorInit | undefined;
  /** How long to leave it at that. */
  pause: number;
  /** How many flights there were. */
  flights: number;
  /** The one that is under way. */
  flight: Flight | undefined;
  /** What the clock said last. */
  clockAt: number;
  /** How much time passed since the store was made. */
  passed: number;
}

/** How long after asking for keys an unknown kid may cause to ask again. */
const UNKNOWN_KID_PAUSE = 10_000;

/** The pauses after failures in a row: each twice the one before, to a limit. */
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 30_000;

/**
 * The time that passed since the store was made. A clock that was set back
 * counts as time that passed: neither freshness nor a pause may freeze.
 */
export function measure(state: JwksState, nowMs: number): number {
  state.passed += Math.abs(nowMs - state.clockAt);
  state.clockAt = nowMs;
  return state.passed;
}

/** Whether the keys are good without another look. */
export function isFresh(state: JwksState, now: number): boolean {
  return now - state.loadedAt < state.freshForMs;
}

/** Whether asking failed, and lately. */
export function isFailing(state: JwksState, now: number): boolean {
  return state.failures > 0 && now - state.triedAt <= 2 * LONGEST_PAUSE;
}

/** Whether keys may be asked for now, or are being asked for. */
export function mayAsk(state: JwksState, now: number): boolean {
  if (findFlight(state, now)) return true;
  const pause = state.failures > 0
    ? state.pause
    : isFresh(state, now)
    ? UNKNOWN_KID_PAUSE
    : 0;
  return now - state.triedAt >= pause;
}

/** The request under way. One that took too long has lost its owner. */
function findFlight(state: JwksState, now: number): Flight | undefined {
  const { flight } = state;
  return flight && now - flight.startedAt < state.timeoutInMs
    ? flight
    : undefined;
}

/**
 * Waits for the keys that are being asked for, or asks. Each waits by a timer of
 * its own: where requests are isolated from each other, the one that asked may
 * end and leave a promise that never settles. Never rejects.
 *
 * @param kid The key that is needed, to be made ready along the way.
 */
export async function refresh(
  state: JwksState,
  kid: string | undefined,
  now: number,
): Promise<void> {
  const flight = findFlight(state, now) ?? start(state, kid, now);
  try {
    await withDeadline(state.timeoutInMs, undefined, () => flight.done);
  } catch (cause) {
    const why = `no answer within ${state.timeoutInMs} ms`;
    noteFailure(state, flight, loadFailure(state.source, why, cause), false);
  }
}

function start(state: JwksState, kid: string | undefined, now: number): Flight {
  const flight: Flight = {
    id: ++state.flights,
    startedAt: now,
    done: Promise.resolve(),
  };
  state.flight = flight;
  state.triedAt = now;
  flight.done = load(state, flight, kid);
  return flight;
}

async function load(
  state: JwksState,
  flight: Flight,
  kid: string | undefined,
): Promise<void> {
  const { cache, source, clock, timeoutInMs } = state;
  if (cache && await adoptCached(state, flight, cache, kid)) return;
  const fetchedAt = clock.now();
  const answer = await fetchJwks(source, state.fetch, timeoutInMs);
  if (answer.failure) {
    return noteFailure(state, flight, answer.failure, answer.isFinal === true);
  }
  // An answer that was overtaken by a later question is out of date.
  if (flight.id < state.loadedBy) return;
  replaceKeys(state, flight.id, answer.keys, flight.startedAt);
  if (cache) {
    void writeJwksCache(cache, source, { jwks: answer.jwks, fetchedAt });
  }
  await prepare(state, kid);
  land(state, flight);
}

/** Takes what another process fetched, if newer; tells whether that will do. */
async function adoptCached(
  state: JwksState,
  flight: Flight,
  cache: JwksCache,
  kid: string | undefined,
): Promise<boolean> {
  const { source, clock, timeoutInMs } = state;
  // Most of the time is left for the endpoint.
  const cached = await readJwksCache(cache, source, clock, timeoutInMs / 5);
  if (!cached) return false;
  const now = measure(state, clock.now());
  const loadedAt = now - cached.age;
  if (loadedAt <= state.loadedAt || flight.id < state.loadedBy) return false;
  replaceKeys(state, flight.id, cached.keys, loadedAt);
  const suffices = isFresh(state, now) &&
    (kid === undefined || state.keys.has(kid));
  if (!suffices) return false;
  await prepare(state, kid);
  land(state, flight);
  return true;
}

/** Replaces all keys; one that did not change stays the object that it was. */
export function replaceKeys(
  state: JwksState,
  flightId: number,
  keys: JwkMap,
  loadedAt: number,
): void {
  const next = new Map<string, HeldKey>();
  for (const [kid, jwk] of keys) {
    const text = JSON.stringify(jwk);
    const held = state.keys.get(kid);
    next.set(kid, held && held.text === text ? held : { jwk, text });
  }
  state.keys = next;
  state.loadedAt = loadedAt;
  state.loadedBy = flightId;
}

/** Imports the key that is needed, so that those who wait share the work. */
async function prepare(
  state: JwksState,
  kid: string | undefined,
): Promise<void> {
  const held = kid === undefined ? undefined : state.keys.get(kid);
  if (held && !held.imported) {
    const { result } = await importJwksKey(held.jwk);
    if (result) held.imported ??= result;
  }
}

/** Notes that a flight succeeded. */
function land(state: JwksState, flight: Flight): void {
  if (state.flight === flight) state.flight = undefined;
  forgetFailures(state);
}

/** Notes that keys are at hand. */
export function forgetFailures(state: JwksState): void {
  state.failures = 0;
  state.failure = undefined;
}

/** Notes that a flight failed, unless it was given up or overtaken already. */
function noteFailure(
  state: JwksState,
  flight: Flight,
  failure: TokenVerificationErrorInit,
  isFinal: boolean,
): void {
  if (state.flight !== flight) return;
  state.flight = undefined;
  state.failure = failure;
  state.failures++;
  state.pause = isFinal
    ? LONGEST_PAUSE
    : Math.min(FIRST_PAUSE * 2 ** (state.failures - 1), LONGEST_PAUSE);
}
