import type { ApiFailure } from "../errors/api_error.ts";
import { concealSecret } from "../errors/conceal.ts";
import { type Clock, sleep } from "../platform/clock.ts";
import { describeLateness, withDeadline } from "../platform/deadline.ts";
import type { Fetch } from "../platform/fetch.ts";
import { type Outcome, readAnswer } from "./answer.ts";
import type { Shapes } from "./decode.ts";
import { failAborted, failCall } from "./failure.ts";
import { addFollower, type Followers } from "./followers.ts";
import { callHook } from "./hooks.ts";
import type { Operation } from "./operation.ts";
import type { RequestHooks, ResponseEvent } from "./options.ts";
import {
  prepareRequest,
  type ReadyRequest,
  type RequestSetting,
} from "./request.ts";
import {
  beginPause,
  EARNED,
  type Pause,
  planRetry,
  planStart,
  type RetryBudget,
} from "./retry.ts";

/** What all calls of a client share. Must not leave the closure of its `send`. */
export interface Transport extends RequestSetting {
  /** What sends requests. */
  readonly fetch: Fetch;
  /** What tells the time and waits. */
  readonly clock: Clock;
  /** What gives random numbers from 0 to 1. */
  readonly random: () => number;
  /** What to call as requests come and go. */
  readonly hooks: RequestHooks;
  /** How many retries are left. */
  readonly budget: RetryBudget;
  /** Until when calls wait. */
  readonly pause: Pause;
  /** What the answers of each operation looked like so far. */
  readonly shapes: WeakMap<Operation, Shapes>;
  /** Which calls end with which signal. */
  readonly followers: Followers;
}

/** What came of one attempt, and what to tell of it. */
interface Attempt {
  readonly outcome: Outcome;
  readonly describe: () => ResponseEvent;
}

/** Sends a call, again where that does no harm. Never rejects. */
export async function sendCall(
  transport: Transport,
  operation: Operation,
  args: readonly unknown[],
): Promise<Outcome> {
  const request = prepareRequest(transport, operation, args);
  if ("errors" in request) return request;
  const { signal: outer } = request;
  if (!outer) return await sendRequest(transport, request);
  const controller = new AbortController();
  const { signal } = controller;
  const leave = addFollower(transport.followers, outer, controller);
  try {
    return await sendRequest(transport, { ...request, signal });
  } finally {
    leave();
  }
}

async function sendRequest(
  transport: Transport,
  request: ReadyRequest,
): Promise<Outcome> {
  const { clock, hooks, budget, pause, random } = transport;
  const { operation, limits, limits: { totalTimeout }, signal } = request;
  let attempts = 0;
  try {
    const start = clock.now();
    let waited = 0;
    // What is no time tells of none that passed.
    const spent = () => Math.max(clock.now() - start || 0, waited);
    budget(EARNED);
    let delay = planStart(pause, limits, start, random);
    let failure: ApiFailure | undefined;
    for (;;) {
      if (delay) await sleep(clock, delay, signal);
      waited += delay;
      const left = totalTimeout - spent();
      // The host may have slept longer.
      if (left <= 0 && failure) return failure;
      if (left <= 0) throw describeLateness(totalTimeout);
      // Over, also by a clock that stands still.
      if (pause.until <= start + waited) pause.until = 0;
      const attempted = await attempt(transport, request, ++attempts, left);
      const { outcome, describe } = attempted;
      if (!outcome.errors) return outcome;
      failure = { ...outcome, attempts };
      beginPause(pause, failure, clock.now());
      const next = planRetry(failure, operation, limits, spent(), random);
      if (next === undefined || !budget(-1)) return failure;
      callHook(() => hooks.onRetry?.({ ...describe(), delay: next }));
      delay = next;
    }
  } catch (cause) {
    // The signal ended a wait, or what was injected throws.
    return { ...failSending(cause, request), attempts };
  }
}

/** Sends a request once, while so many milliseconds are left for it. */
async function attempt(
  { fetch, clock, hooks, shapes: seen }: Transport,
  request: ReadyRequest,
  count: number,
  left: number,
): Promise<Attempt> {
  const { operation, url, init, limits: { timeout }, signal: outer } = request;
  const { method, path } = operation;
  const about = { method, path, attempt: count };
  const shapes = seen.get(operation) ?? [];
  seen.set(operation, shapes);
  callHook(() => hooks.onRequest?.({ ...about }));
  const start = clock.now();
  const ms = Math.min(timeout, left);
  const [outcome, response] = await withDeadline(ms, outer, async (signal) => {
    const response = await fetch(url, { ...init, signal });
    const now = clock.now();
    return [
      await readAnswer(operation, response, signal, now, shapes),
      response,
    ] as const;
  }).catch((cause) => [failSending(cause, request), undefined] as const);
  const took = clock.now() - start;
  const describe = () => ({
    ...about,
    status: response?.status,
    ms: took,
    clerkTraceId: outcome.errors
      ? outcome.clerkTraceId
      : response?.headers.get("cf-ray") ?? undefined,
  });
  callHook(() => hooks.onResponse?.(describe()));
  return { outcome, describe };
}

/** Says why no answer came. */
function failSending(
  thrown: unknown,
  { signal, key }: ReadyRequest,
): ApiFailure {
  if (signal?.aborted) return failAborted(signal);
  const cause = concealSecret(thrown, key);
  const isLate = cause instanceof Error && cause.name === "TimeoutError";
  return failCall(
    isLate ? "timeout" : "network_error",
    `Cannot reach the Backend API: ${
      isLate ? cause.message : "the request failed"
    }.`,
    cause,
  );
}
