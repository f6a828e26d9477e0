import type { ApiFailure } from "../errors/api_error.ts";
import { isObject } from "../text/json.ts";
import { encodeCall, type EncodedCall, readArguments } from "./encode.ts";
import { failAborted, failCall } from "./failure.ts";
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
  /** The version in the path. */
  readonly version: string;
  /** The headers of every request. */
  readonly headers: { readonly [name: string]: string };
  /** The key for an operation, if it needs one, or why there is none. */
  readonly key: (
    operation: Operation,
    machineKey: unknown,
  ) => string | undefined | ApiFailure;
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
    const known = readArguments(operation, args);
    const options = readOptions(known.options);
    const call = encodeCall(operation, known);
    const key = setting.key(operation, call.machineKey);
    if (typeof key === "object") return key;
    const { signal } = options;
    const limits = resolveLimits(options, setting.limits);
    return signal?.aborted ? failAborted(signal.reason) : {
      operation,
      url: buildUrl(setting, operation, call),
      init: buildInit(setting, operation, call, key),
      signal,
      key,
      limits,
    };
  } catch (cause) {
    return failArguments(cause);
  }
}

function readOptions(options: unknown): RequestOptions {
  const known: unknown = options ?? {};
  if (!isObject(known)) refuse("options", "an object", options);
  const { signal }: RequestOptions = known;
  if (signal && typeof signal.addEventListener !== "function") {
    refuse("signal", "an AbortSignal", signal);
  }
  return known;
}

/** Builds the URL, and looks at it again as whoever sends it will. */
function buildUrl(
  { base, version }: RequestSetting,
  { unversioned }: Operation,
  { path, query }: EncodedCall,
): string {
  const address = `${base}${unversioned ? "" : `/${version}`}${path}`;
  const { origin, pathname } = new URL(address + query);
  if (origin + pathname !== address) {
    throw new TypeError("Cannot use the arguments: they lead to another path.");
  }
  return address + query;
}

function buildInit(
  { headers }: RequestSetting,
  { method }: Operation,
  { body, headers: more }: EncodedCall,
  key: string | undefined,
): RequestInit {
  return {
    method,
    redirect: "manual",
    headers: {
      ...headers,
      ...more,
      ...(key && { Authorization: `Bearer ${key}` }),
      ...(typeof body === "string" && { "Content-Type": "application/json" }),
    },
    ...(body && { body }),
  };
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
