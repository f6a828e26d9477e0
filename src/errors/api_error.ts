import type { TokenVerificationErrorReason } from "./token_verification_error.ts";

/**
 * What went wrong with a call of the Backend API: one of the API's own codes
 * (`form_identifier_exists` …), or one of these when no usable answer came.
 */
export type ApiErrorCode =
  /** The request did not get through, or its answer did not get back. */
  | "network_error"
  /** No answer within the time allowed. */
  | "timeout"
  /** The caller's own signal ended the call. */
  | "aborted"
  /** An answer came that is not what the API sends: HTML, broken JSON, a redirect. */
  | "unexpected_response"
  /** The call was not sent: an argument cannot be put into a request. */
  | "invalid_argument"
  /** The call was not sent: it needs a key that the client does not have. */
  | "missing_secret_key"
  /** The function that makes the call of a run in bulk threw; see the cause. */
  | "call_threw"
  /** A token that was to be verified is refused, for a reason of its own. */
  | TokenVerificationErrorReason
  /** A code of the API. */
  | (string & Record<never, never>);

/** One error of a call. A plain object, fit for JSON. */
export interface ApiError {
  /** What went wrong, in a form to branch on. */
  readonly code: ApiErrorCode;
  /** What went wrong, for a developer. */
  readonly message: string;
  /** What went wrong, in a form fit for showing to a user. */
  readonly longMessage?: string;
  /** More about it, such as `paramName`. Its keys are in camelCase. */
  readonly meta?: { readonly [name: string]: unknown };
  /** The failure underneath, when it was not the API that answered. */
  readonly cause?: unknown;
}

/** What a failed call leaves behind. */
export interface ApiFailure {
  /** Absent. */
  readonly data: undefined;
  /** What went wrong: one error at least. */
  readonly errors: readonly [ApiError, ...ApiError[]];
  /** The HTTP status, when an answer came. */
  readonly status: number | undefined;
  /** The trace id to tell Clerk's support. */
  readonly clerkTraceId: string | undefined;
  /** How long the API asks to wait, in seconds. */
  readonly retryAfter: number | undefined;
  /** How many requests were sent. */
  readonly attempts: number;
}

/** What a call gives: data or errors, never both, never a rejection. */
export type ApiResult<T> = ApiSuccess<T> | ApiFailure;

/** The good half of an {@linkcode ApiResult}. */
export interface ApiSuccess<T> {
  /** What was asked for. */
  readonly data: T;
  /** Absent. */
  readonly errors: undefined;
}

/** A failed call of the Backend API, to throw. */
export class ClerkApiResponseError extends Error {
  /** The name of the class. */
  override readonly name: string = "ClerkApiResponseError";
  /** What went wrong: one error at least. */
  declare readonly errors: ApiFailure["errors"];
  /** The HTTP status, when an answer came. */
  declare readonly status: number | undefined;
  /** The trace id to tell Clerk's support. */
  declare readonly clerkTraceId: string | undefined;
  /** How long the API asks to wait, in seconds. */
  declare readonly retryAfter: number | undefined;
  /** How many requests were sent. */
  declare readonly attempts: number;

  /** Makes an error out of a failed call. */
  constructor(failure: ApiFailure) {
    const [first] = failure.errors;
    super(first.longMessage ?? first.message, first);
    const { data: _, ...about } = failure;
    Object.assign(this, about);
  }
}

/**
 * Takes the data out of a call's outcome, for code that would rather throw.
 *
 * @param outcome What a method of the client gave.
 * @returns Its data.
 * @throws {ClerkApiResponseError} When the call failed.
 *
 * @example
 * ```ts
 * import { createClerkClient, unwrap } from "@isoclerk/backend";
 * import { createEmulator } from "@isoclerk/backend/emulator";
 *
 * const emulator = await createEmulator({ seed: { users: [{ id: "user_1" }] } });
 * const clerk = createClerkClient({
 *   secretKey: emulator.secretKey,
 *   fetch: emulator.fetch,
 * });
 * const user = unwrap(await clerk.users.getUser("user_1"));
 * console.log(user.id);
 * ```
 */
export function unwrap<T>(outcome: ApiResult<T>): T {
  if (outcome.errors) throw new ClerkApiResponseError(outcome);
  return outcome.data;
}
