import type { ApiResult } from "../errors/api_error.ts";
import { type Clock, systemClock } from "../platform/clock.ts";
import { readEnv } from "../platform/env.ts";
import { type Fetch, systemFetch } from "../platform/fetch.ts";
import { API_URL, checkCredentials } from "../text/credentials.ts";
import { CLERK_API_VERSION, USER_AGENT } from "../text/version.ts";
import { isHeaderText, pickKey } from "./key.ts";
import { checkLimits, LIMITS, resolveLimits } from "./limits.ts";
import type {
  ItemOperation,
  ListOperation,
  Operation,
  Send,
} from "./operation.ts";
import type { RequestHooks } from "./options.ts";
import type { ApiListResult } from "./result.ts";
import { createRetryBudget } from "./retry.ts";
import { type Outcome, sendCall, type Transport } from "./send.ts";

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
  /** Where to read environment variables; the process's environment by default. */
  readonly env?: object | undefined;
  /** What sends requests; the host's `fetch` by default. */
  readonly fetch?: Fetch | undefined;
  /** What tells the time and waits; the host's clock by default. */
  readonly clock?: Clock | undefined;
  /** What gives random numbers from 0 to 1, for waits; `Math.random` by default. */
  readonly random?: (() => number) | undefined;
  /** The longest that one attempt may take, in milliseconds; 10,000 by default. */
  readonly timeout?: number | undefined;
  /** The longest that a call may take, waits included, in milliseconds; 15,000 by default. */
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
  const { env, fetch } = options;
  const keys = {
    secretKey: options.secretKey ?? readEnv("CLERK_SECRET_KEY", env),
    machineSecretKey: options.machineSecretKey ??
      readEnv("CLERK_MACHINE_SECRET_KEY", env),
  };
  const apiUrl = options.apiUrl ?? readEnv("CLERK_API_URL", env);
  const version = options.apiVersion ?? readEnv("CLERK_API_VERSION", env) ??
    "v1";
  refuse(checkCredentials({ ...keys, apiUrl, apiVersion: version, fetch }));
  checkOptions(options, version);
  const { origin, pathname } = new URL(apiUrl ?? API_URL);
  return {
    base: origin + pathname.replace(/\/+$/, ""),
    version,
    headers: {
      Accept: "application/json",
      "Clerk-API-Version": CLERK_API_VERSION,
      "User-Agent": options.userAgent ?? USER_AGENT,
    },
    key: (operation, machineKey) => pickKey(operation, machineKey, keys),
    fetch: fetch ?? systemFetch,
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
    hooks: options.hooks ?? {},
    budget: createRetryBudget(),
    shapes: new WeakMap(),
    limits: resolveLimits(options, LIMITS),
  };
}

function refuse(wrong: string | undefined): void {
  if (wrong !== undefined) throw new TypeError(wrong);
}

function checkOptions(options: TransportOptions, version: string): void {
  refuse(checkLimits(options));
  for (const [name, value] of Object.entries(options)) {
    const wanted = /^(?:fetch|random)$/.test(name)
      ? "function"
      : /^(?:env|clock|hooks)$/.test(name)
      ? "object"
      : undefined;
    if (wanted && value !== undefined && (typeof value !== wanted || !value)) {
      refuse(
        `Cannot use "${name}": expected ${
          wanted === "object" ? "an object" : "a function"
        }.`,
      );
    }
  }
  const { userAgent } = options;
  if (userAgent !== undefined && !isHeaderText(userAgent)) {
    refuse(`Cannot use "userAgent": expected visible ASCII characters.`);
  }
  if (!/^[A-Za-z0-9][\w.-]*$/.test(version)) {
    refuse(`Cannot use "apiVersion": expected a name such as "v1".`);
  }
}
