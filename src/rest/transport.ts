import type { ApiResult } from "../errors/api_error.ts";
import { type Clock, systemClock } from "../platform/clock.ts";
import { type Fetch, systemFetch } from "../platform/fetch.ts";
import { API_URL, demandCredentials } from "../text/credentials.ts";
import { isObject } from "../text/json.ts";
import { demand } from "../text/options.ts";
import { CLERK_API_VERSION, USER_AGENT } from "../text/version.ts";
import { LIMITS, resolveLimits } from "./limits.ts";
import type {
  ItemOperation,
  ListOperation,
  Operation,
  Send,
} from "./operation.ts";
import type { RequestHooks } from "./options.ts";
import type { ApiListResult } from "./result.ts";
import { isHeaderText } from "./refuse.ts";
import { createRetryBudget } from "./retry.ts";
import type { Outcome } from "./answer.ts";
import { sendCall, type Transport } from "./send.ts";

/** What reaching the Backend API takes. */
export interface TransportOptions {
  /** The secret key of the instance; `CLERK_SECRET_KEY` by default. */
  readonly secretKey?: string | undefined;
  /** The secret key of a machine; `CLERK_MACHINE_SECRET_KEY` by default. */
  readonly machineSecretKey?: string | undefined;
  /** Where the Backend API is; `CLERK_API_URL`, else Clerk's own, by default. */
  readonly apiUrl?: string | undefined;
  /** The version in the path; `CLERK_API_VERSION`, else `v1`, by default. */
  readonly apiVersion?: string | undefined;
  /** What the requests say that they come from; this package by default. */
  readonly userAgent?: string | undefined;
  /** What sends requests; the host's `fetch` by default. */
  readonly fetch?: Fetch | undefined;
  /** What tells the time and waits; the host's clock by default. */
  readonly clock?: Clock | undefined;
  /** What gives random numbers from 0 to 1, for waits; `Math.random` by default. */
  readonly random?: (() => number) | undefined;
  /** The longest that one attempt may take, in milliseconds; 10,000 by default. */
  readonly timeout?: number | undefined;
  /**
   * The longest that a call may take, waits included, in milliseconds; 15,000 by
   * default, or as long as a longer `timeout`. A method that sends two requests one
   * after the other (`updateUser` and `updateOrganization`, when they are given
   * metadata and something else) allows each of them that time, and so does a list
   * for each of its pages.
   */
  readonly totalTimeout?: number | undefined;
  /** How often to try again at most; `false` or 0 for never; 2 by default. */
  readonly retry?: number | false | undefined;
  /** What to call as requests come and go. */
  readonly hooks?: RequestHooks | undefined;
}

/**
 * Creates what sends the calls of one client. The keys stay inside: nothing
 * that can be seen of it holds them.
 *
 * @param options Keys, addresses and limits.
 * @returns What sends operations.
 * @throws {TypeError} When an option cannot be used.
 */
export function createTransport(options: TransportOptions = {}): Send {
  return createSend(resolveTransport(options));
}

/** Hides a transport behind the function that uses it. */
function createSend(transport: Transport): Send {
  function send<T>(
    operation: ItemOperation,
    ...args: readonly unknown[]
  ): Promise<ApiResult<T>>;
  function send<T>(
    operation: ListOperation,
    ...args: readonly unknown[]
  ): Promise<ApiListResult<T>>;
  function send(
    operation: Operation,
    ...args: readonly unknown[]
  ): Promise<Outcome> {
    return sendCall(transport, operation, args);
  }
  return send;
}

function resolveTransport(options: TransportOptions): Transport {
  const {
    fetch = systemFetch,
    clock = systemClock,
    random = Math.random,
    hooks = {},
    userAgent = USER_AGENT,
    secretKey,
    machineSecretKey,
    apiUrl = API_URL,
    apiVersion = "v1",
  } = options;
  demandCredentials(options);
  const { origin, pathname } = new URL(apiUrl);
  const transport: Transport = {
    base: origin + pathname.replace(/(?<!\/)\/+$/, ""),
    version: `/${apiVersion}`,
    headers: {
      Accept: "application/json",
      "Clerk-API-Version": CLERK_API_VERSION,
      "User-Agent": userAgent,
    },
    keys: { secretKey, machineSecretKey },
    fetch,
    clock,
    random,
    hooks,
    budget: createRetryBudget(),
    pause: { until: 0 },
    shapes: new WeakMap(),
    followers: new WeakMap(),
    limits: resolveLimits(options, LIMITS),
  };
  checkTransport(transport);
  return transport;
}

function checkTransport(
  { fetch, clock, random, hooks, headers }: Transport,
): void {
  demand("hooks", isObject(hooks), "an object");
  const { onRequest, onResponse, onRetry } = hooks;
  for (
    const [name, hook] of Object.entries({ onRequest, onResponse, onRetry })
  ) {
    demand(name, !hook || typeof hook === "function", "a function");
  }
  for (const [name, value] of Object.entries({ fetch, random })) {
    demand(name, typeof value === "function", "a function");
  }
  demand("clock", typeof clock?.now === "function", "a method now");
  demand("userAgent", isHeaderText(headers["User-Agent"]), "visible ASCII");
}
