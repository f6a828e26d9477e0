import type { ApiFailure } from "../errors/api_error.ts";
import { type Clock, systemClock } from "../platform/clock.ts";
import { isObject, type JsonObject } from "../text/json.ts";
import { demand, demandOptions } from "../text/options.ts";
import { failAborted, failCall } from "./failure.ts";
import { createPacer, type Pacer } from "./pacer.ts";
import { workOff } from "./work_off.ts";

/** The options of {@linkcode runInBulk}. */
export interface BulkOptions {
  /** How many calls may be under way at a time; 32 by default. */
  readonly concurrency?: number | undefined;
  /**
   * How many calls may start in a second; by default as many as the API lets
   * through. Set it to leave room for others that use the same instance.
   */
  readonly rate?: number | undefined;
  /**
   * Ends the run: no call starts any more, and the outcomes of those under way
   * still come, so that nothing is left in doubt.
   */
  readonly signal?: AbortSignal | undefined;
  /** What tells the time and waits; the host's clock by default. */
  readonly clock?: Clock | undefined;
}

/** What a call of a run is to be given, as the options of its request. */
export interface BulkCallOptions {
  /** The run itself waits when the API asks it to, and sends the call again. */
  readonly retry: 0;
}

/** What came of an item. */
export interface BulkOutcome<Item, Result> {
  /** The item. */
  readonly item: Item;
  /** Its place among the items, counted from 0. */
  readonly index: number;
  /**
   * What the call gave. A failure with the code `call_threw` when it threw, and
   * with `aborted` when the run ended before it was sent.
   */
  readonly result: Result | ApiFailure;
}

/** How often a call is sent that is refused as one too many each time. */
const MOST_ATTEMPTS = 10;

/**
 * Makes a call for each of many items: some at a time, and as fast as the API
 * lets them through. When it answers 429, all wait as long as it asks; the
 * refused calls are sent again, and the run keeps to the rate that it learned.
 *
 * Items are taken as they are needed: no more are under way, or wait for the
 * loop, than `concurrency` says. Leaving the loop ends the run, once the calls
 * under way have ended.
 *
 * @param items The items, in memory or as they come.
 * @param call Makes the call for an item. Hand the options on to it, so that a
 * 429 comes back to the run at once; with them, nothing else is tried again.
 * @param options How many at a time, and how fast.
 * @returns The outcomes in the order in which they come. The loop throws only
 * what the items themselves throw, after all outcomes.
 * @throws {TypeError} When an option is of the wrong type or out of range.
 *
 * @example
 * ```ts
 * import { createClerkClient } from "@isoclerk/backend";
 * import { runInBulk } from "@isoclerk/backend/bulk";
 * import { createEmulator } from "@isoclerk/backend/emulator";
 *
 * const emulator = await createEmulator({ rateLimit: "development" });
 * const { secretKey, fetch, clock } = emulator;
 * const clerk = createClerkClient({ secretKey, fetch, clock });
 * const people = Array.from({ length: 250 }, (_, i) => ({
 *   externalId: `person_${i}`,
 *   emailAddress: [`person_${i}@example.com`],
 * }));
 * let created = 0;
 * for await (
 *   const { item, result } of runInBulk(
 *     people,
 *     (person, options) => clerk.users.createUser(person, options),
 *     { clock },
 *   )
 * ) {
 *   if (result.errors) console.error(item.externalId, result.errors[0].code);
 *   else created++;
 * }
 * console.log(created); // 250
 * ```
 */
export function runInBulk<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  call: (item: Item, options: BulkCallOptions) => Result | Promise<Result>,
  options: BulkOptions = {},
): AsyncGenerator<BulkOutcome<Item, Result>, void, undefined> {
  demandOptions(options);
  const { concurrency = 32, rate = Infinity, clock = systemClock } = options;
  // A text can be walked through too, letter by letter.
  const isMany = isObject(items) || Array.isArray(items);
  demand(
    "items",
    isMany && (Symbol.asyncIterator in items || Symbol.iterator in items),
    "a list, or what else can be walked through",
  );
  demand("call", typeof call === "function", "a function");
  demand(
    "concurrency",
    Number.isInteger(concurrency) && concurrency > 0,
    "a whole number of calls, 1 or more",
  );
  demand("rate", rate > 0, "calls per second, more than 0");
  const pacer = createPacer(clock, rate);
  return workOff(items, concurrency, options.signal, async (taken, signal) => ({
    ...taken,
    result: await makeCall(() => call(taken.item, { retry: 0 }), pacer, signal),
  }));
}

/** Makes a call until it is not refused as one too many. */
async function makeCall<Result>(
  call: () => Result | Promise<Result>,
  pacer: Pacer,
  signal: AbortSignal,
): Promise<Result | ApiFailure> {
  for (let attempts = 1;; attempts++) {
    let turn;
    try {
      turn = await pacer.takeTurn(signal);
    } catch (reason) {
      return failAborted({ reason });
    }
    const result = await settle(call);
    const { status, retryAfter } = readRefusal(result);
    if (status !== 429) return result;
    pacer.slowDown(turn, retryAfter);
    if (attempts === MOST_ATTEMPTS) return result;
  }
}

async function settle<Result>(
  call: () => Result | Promise<Result>,
): Promise<Result | ApiFailure> {
  try {
    return await call();
  } catch (cause) {
    return failCall("call_threw", tell(cause), cause, readRefusal(cause));
  }
}

/** In words; there are values that no text can be made of. */
function tell(cause: unknown): string {
  try {
    return cause instanceof Error ? cause.message : String(cause);
  } catch {
    return "It cannot be told.";
  }
}

/** What a failure, given or thrown, says about waiting. */
function readRefusal(
  value: unknown,
): Pick<ApiFailure, "status" | "retryAfter"> {
  const { status, retryAfter }: JsonObject = isObject(value) ? value : {};
  return {
    status: typeof status === "number" ? status : undefined,
    retryAfter: typeof retryAfter === "number" ? retryAfter : undefined,
  };
}
