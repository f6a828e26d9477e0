import { type Api, createApi } from "../src/api/client.ts";
import type { ApiResult } from "../src/errors/api_error.ts";
import type { Fetch } from "../src/platform/fetch.ts";
import type { ApiListCall, ApiListResult } from "../src/rest/result.ts";
import { createTransport } from "../src/rest/transport.ts";
import {
  type AuthenticateRequest,
  createAuthenticator,
} from "./authenticate_request.ts";
import type { ChangedMethods } from "./changed_methods.ts";
import { debugRequestState } from "./debug_request_state.ts";
import { describeFailure } from "./failure.ts";
import { changeMethods } from "./methods.ts";
import type { Official } from "./official.ts";
import { toOfficial } from "./resources.ts";
import { trimKeys } from "./trim_keys.ts";

/** A page of a list, and how many items there are on all pages. */
export interface PaginatedResourceResponse<T> {
  /** The items of the page. */
  data: T;
  /** How many items there are on all pages. */
  totalCount: number;
}

/** What a method of the core gives, without the wrapping. */
export type Plain<Given> = Given extends ApiListCall<infer Item>
  ? Promise<PaginatedResourceResponse<Official<Item>[]>>
  : Given extends Promise<ApiResult<infer T>> ? Promise<Official<T>>
  : Given;

/** A method of the core as one that throws, and gives a value. */
export type Thrown<Method> = Method extends (...args: infer Args) => infer Given
  ? (...args: Args) => Plain<Given>
  : never;

/** The official form of a method, where it is another one; else never. */
export type Changed<Name, Method> = Name extends keyof ChangedMethods
  ? Method extends keyof ChangedMethods[Name] ? ChangedMethods[Name][Method]
  : never
  : never;

/** The core's API as the official package has it: it throws, and gives values. */
export type Throwing<Resources> = {
  readonly [Name in keyof Resources]: {
    readonly [Method in keyof Resources[Name]]: [Changed<Name, Method>] extends
      [never] ? Thrown<Resources[Name][Method]> : Changed<Name, Method>;
  };
};

/** A client for one instance. */
export type ClerkClient = Throwing<Api> & {
  /**
   * Says who sent a request.
   *
   * @throws {Error} When an option is missing or wrong.
   */
  readonly authenticateRequest: AuthenticateRequest;
  /** Tells of a state what helps to find out why. */
  readonly debugRequestState: typeof debugRequestState;
};

/** What a client is made of. */
export interface ClerkOptions {
  /** The secret key of the instance. */
  readonly secretKey?: string | undefined;
  /** The secret key of a machine of the instance. */
  readonly machineSecretKey?: string | undefined;
  /** Where the Backend API is. */
  readonly apiUrl?: string | undefined;
  /** The version of the Backend API in its paths. */
  readonly apiVersion?: string | undefined;
  /** Without effect: a call that needs a key throws without one. */
  readonly requireSecretKey?: boolean | undefined;
  /** What requests say about who sends them. */
  readonly userAgent?: string | undefined;
  /** The publishable key of the instance. */
  readonly publishableKey?: string | undefined;
  /** The public key of the instance as PEM text. */
  readonly jwtKey?: string | undefined;
  /** Who session tokens may be for. */
  readonly audience?: string | readonly string[] | undefined;
  /** The domain of a satellite application. */
  readonly domain?: string | undefined;
  /** Whether the application is a satellite. */
  readonly isSatellite?: boolean | undefined;
  /** Where the Frontend API is proxied. */
  readonly proxyUrl?: string | undefined;
  /** Without effect: there is no telemetry. */
  readonly sdkMetadata?: object | undefined;
  /** Without effect: there is no telemetry. */
  readonly telemetry?: object | undefined;
  /** What sends requests; the host's `fetch` by default. */
  readonly fetch?: Fetch | undefined;
  /** The longest that one attempt may take, in milliseconds; 10 s by default. */
  readonly timeout?: number | undefined;
  /** How often to try again at most; `false` or 0 for never. */
  readonly retry?: number | false | undefined;
}

/**
 * Makes a client for one instance of Clerk. Its methods throw, and give plain
 * values.
 *
 * @param options Keys, and whatever is to be other than usual. The environment
 * is not read.
 * @returns The client.
 * @throws {TypeError} When an option cannot be used.
 *
 * @example
 * ```ts
 * import { createClerkClient } from "@isoclerk/backend/compat";
 * import { createEmulator } from "@isoclerk/backend/emulator";
 *
 * const emulator = await createEmulator({
 *   seed: { users: [{ id: "user_1", emailAddress: ["ada@example.com"] }] },
 * });
 * const clerk = createClerkClient({
 *   secretKey: emulator.secretKey,
 *   fetch: emulator.fetch,
 * });
 * const { data, totalCount } = await clerk.users.getUserList({ limit: 10 });
 * console.log(totalCount, data[0]?.primaryEmailAddress?.emailAddress);
 * ```
 */
export function createClerkClient(options: ClerkOptions = {}): ClerkClient {
  const settings = readSettings(options);
  const api = createApi(createTransport(settings));
  return {
    ...throwing(changeMethods(api, settings)),
    authenticateRequest: createAuthenticator(settings, api, settings),
    debugRequestState,
  };
}

/** An option that is empty counts as not given; no other source is looked at. */
function readSettings(options: ClerkOptions): ClerkOptions {
  const given = Object.entries(trimKeys(options)).filter(([, value]) =>
    value !== "" && value !== null
  );
  return Object.fromEntries(given);
}

type Outcome = ApiResult<unknown> | ApiListResult<unknown>;
type Method<T = unknown> = (...args: readonly unknown[]) => Promise<T>;

/** Makes methods throw what they would have given as errors. */
function throwing(api: Api): Throwing<Api>;
function throwing(api: object): object {
  return mapValues(
    api,
    (methods: object) => mapValues(methods, throwingMethod),
  );
}

function throwingMethod(method: Method<Outcome>): Method {
  return async (...args) => {
    const outcome = await method(...args);
    if (outcome.errors) throw describeFailure(outcome);
    const data = toOfficial(outcome.data);
    return "totalCount" in outcome
      ? { data, totalCount: outcome.totalCount }
      : data;
  };
}

function mapValues<Value>(
  from: object,
  change: (value: Value) => unknown,
): object {
  return Object.fromEntries(
    Object.entries(from).map(([name, value]) => [name, change(value)]),
  );
}
