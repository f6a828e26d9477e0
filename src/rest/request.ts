import type { ApiFailure } from "../errors/api_error.ts";
import { isObject } from "../text/json.ts";
import {
  encodeBody,
  fillSlots,
  readArguments,
  readMembers,
  takeHeaders,
  takeQuery,
} from "./encode.ts";
import { failAborted, failCall } from "./failure.ts";
import { type Keys, pickKey } from "./key.ts";
import { type Limits, resolveLimits } from "./limits.ts";
import type { Operation } from "./operation.ts";
import type { RequestOptions } from "./options.ts";
import { refuse } from "./refuse.ts";

/** A request that is ready to go, as often as it takes. */
export interface ReadyRequest {
  /** What is called. */
  readonly operation: Operation;
  /** Where it goes. */
  readonly url: string;
  /** What `fetch` is to be given, but for the signal. */
  readonly init: RequestInit;
  /** The caller's signal. */
  readonly signal: AbortSignal | undefined;
  /** The key in it, which nothing that comes of it may show. */
  readonly key: string | undefined;
  /** How long and how often to try. */
  readonly limits: Limits;
}

/** What a request is made with, beyond its arguments. */
export interface RequestSetting {
  /** The API's origin and path prefix, no slash at the end. */
  readonly base: string;
  /** The version in the path, a slash in front. */
  readonly version: string;
  /** The headers of every request. */
  readonly headers: { readonly [name: string]: string };
  /** The keys to choose from. */
  readonly keys: Keys;
  /** How long and how often to try. */
  readonly limits: Limits;
}

/** Makes a request out of the arguments of a method, or says why it cannot. */
export function prepareRequest(
  setting: RequestSetting,
  operation: Operation,
  args: readonly unknown[],
): ReadyRequest | ApiFailure {
  try {
    const { ids, params, options } = readArguments(operation, args);
    const { signal, ...limits } = readOptions(options, setting.limits);
    const members = readMembers(operation, params);
    const url = setting.base + (operation.unversioned ? "" : setting.version) +
      fillSlots(operation, ids, members);
    const key = pickKey(operation, members, setting.keys);
    if (typeof key === "object") return key;
    const headers = { ...setting.headers, ...takeHeaders(operation, members) };
    const query = takeQuery(operation, members);
    const body = encodeBody(operation, params, members);
    if (key) headers["Authorization"] = `Bearer ${key}`;
    if (typeof body === "string") headers["Content-Type"] = "application/json";
    if (signal?.aborted) return failAborted(signal);
    return {
      operation,
      url: url + query,
      // Whoever follows a redirect may take the key along.
      init: {
        method: operation.method,
        redirect: "manual",
        headers,
        ...(body && { body }),
      },
      signal,
      key,
      limits,
    };
  } catch (cause) {
    return failArguments(cause);
  }
}

function readOptions(
  options: unknown,
  limits: Limits,
): Limits & Pick<RequestOptions, "signal"> {
  if (options === undefined || options === null) return limits;
  if (!isObject(options)) refuse("options", "an object", options);
  const { signal }: RequestOptions = options;
  if (signal && typeof signal.addEventListener !== "function") {
    refuse("signal", "an AbortSignal", signal);
  }
  return { ...resolveLimits(options, limits), signal };
}

/** Makes the failure of a call that was not sent, by what encoding it threw. */
function failArguments(cause: unknown): ApiFailure {
  const message = cause instanceof Error ? cause.message : String(cause);
  const isOurs = message.startsWith("Cannot use");
  return failCall(
    "invalid_argument",
    isOurs ? message : `Cannot use the arguments: ${message}.`,
    isOurs ? undefined : cause,
  );
}
