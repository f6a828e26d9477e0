import type { ApiFailure, ApiResult } from "../errors/api_error.ts";
import { concealSecret } from "../errors/conceal.ts";
import { type Clock, sleep } from "../platform/clock.ts";
import { withDeadline } from "../platform/deadline.ts";
import type { Fetch } from "../platform/fetch.ts";
import { type Answer, decodeAnswer, isJson } from "./answer.ts";
import type { Shapes } from "./decode.ts";
import { failAborted, failCall } from "./failure.ts";
import { callHook } from "./hooks.ts";
import type { Operation } from "./operation.ts";
import type { RequestHooks, ResponseEvent } from "./options.ts";
import {
  prepareRequest,
  type ReadyRequest,
  type RequestSetting,
} from "./request.ts";
import type { ApiListResult } from "./result.ts";
import { canRetry, type RetryBudget, retryDelay } from "./retry.ts";

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
  /** What the answers of each operation looked like so far. */
  readonly shapes: WeakMap<Operation, Shapes>;
}

/** What a call gives, a list or anything else. */
export type Outcome = ApiResult<unknown> | ApiListResult<unknown>;

/** What came of one attempt, and what to tell of it. */
interface Attempt {
  readonly outcome: Outcome;
  readonly event: ResponseEvent;
}

/** Sends a call, again where that does no harm. Never rejects. */
export async function sendCall(
  transport: Transport,
  operation: Operation,
  args: readonly unknown[],
): Promise<Outcome> {
  const request = prepareRequest(transport, operation, args);
  if ("errors" in request) return request;
  const { clock, hooks } = transport;
  const start = clock.now();
  let waited = 0;
  const spent = () => Math.max(clock.now() - start, waited);
  transport.budget.earn();
  for (let count = 1;; count++) {
    const { outcome, event } = await attempt(
      transport,
      request,
      count,
      spent(),
    );
    callHook(hooks.onResponse, event);
    if (!outcome.errors) return outcome;
    const failure = { ...outcome, attempts: count };
    const delay = planRetry(transport, request, failure, spent());
    if (delay === undefined) return failure;
    callHook(hooks.onRetry, { ...event, delay });
    try {
      await sleep(clock, delay, request.signal);
    } catch (cause) {
      return { ...failSending(cause, request), attempts: count };
    }
    waited += delay;
  }
}

/** How long to wait for another attempt; undefined when there is to be none. */
function planRetry(
  { budget, random }: Transport,
  { limits, operation }: ReadyRequest,
  failure: ApiFailure,
  spent: number,
): number | undefined {
  const { attempts, retryAfter } = failure;
  const safe = operation.safe ?? operation.method === "GET";
  if (attempts > limits.retry || !canRetry(failure, safe)) return undefined;
  const delay = retryDelay(attempts - 1, retryAfter, random);
  if (spent + delay >= limits.totalTimeout) return undefined;
  return budget.spend() ? delay : undefined;
}

async function attempt(
  { fetch, clock, hooks, shapes: seen }: Transport,
  request: ReadyRequest,
  count: number,
  spent: number,
): Promise<Attempt> {
  const { operation, limits, signal } = request;
  const { method, path } = operation;
  const shapes = seen.get(operation) ?? [];
  seen.set(operation, shapes);
  callHook(hooks.onRequest, { method, path, attempt: count });
  const start = clock.now();
  let answer: Answer | undefined;
  let outcome: Outcome;
  try {
    const ms = Math.min(limits.timeout, limits.totalTimeout - spent);
    answer = await withDeadline(
      ms,
      signal,
      (signal) => fetchAnswer(fetch, request, signal),
    );
    outcome = decodeAnswer(operation, answer, clock.now(), shapes);
  } catch (cause) {
    outcome = failSending(cause, request);
  }
  const event = {
    method,
    path,
    attempt: count,
    status: answer?.status,
    ms: clock.now() - start,
    clerkTraceId: outcome.errors
      ? outcome.clerkTraceId
      : answer?.headers.get("cf-ray") ?? undefined,
  };
  return { outcome, event };
}

/** Sends a request and reads the answer, unless nothing in it can be of use. */
async function fetchAnswer(
  fetch: Fetch,
  { url, init }: ReadyRequest,
  signal: AbortSignal,
): Promise<Answer> {
  const response = await fetch(url, { ...init, signal });
  const { status, headers, redirected, type } = response;
  const isRedirect = redirected || type === "opaqueredirect" ||
    (status >= 300 && status < 400);
  const isUseful = !isRedirect && !signal.aborted &&
    (response.ok || isJson(headers));
  const text = isUseful ? await response.text() : await cancelBody(response);
  return { status, headers, text, isRedirect };
}

/** Lets go of a body, so that its connection is not kept waiting. */
async function cancelBody(response: Response): Promise<undefined> {
  try {
    await response.body?.cancel();
  } catch {
    // It is of no use, and so is a failure to let go of it.
  }
}

/** Says why no answer came. */
function failSending(
  thrown: unknown,
  { signal, key }: ReadyRequest,
): ApiFailure {
  const cause = concealSecret(thrown, key);
  if (signal?.aborted) return failAborted(cause);
  const isLate = cause instanceof Error && cause.name === "TimeoutError";
  return failCall(
    isLate ? "timeout" : "network_error",
    `Cannot reach the Backend API: ${
      isLate ? cause.message : "the request failed"
    }.`,
    cause,
  );
}
