import type { ApiErrorCode, ApiFailure } from "../errors/api_error.ts";
import type { TokenVerificationError } from "../errors/token_verification_error.ts";

/** Makes a failure of one error, with no answer to tell of. */
export function failCall(
  code: ApiErrorCode,
  message: string,
  cause?: unknown,
  rest: Partial<ApiFailure> = {},
): ApiFailure {
  const error = { code, message };
  return {
    status: undefined,
    clerkTraceId: undefined,
    retryAfter: undefined,
    attempts: 0,
    ...rest,
    data: undefined,
    errors: [cause === undefined ? error : { ...error, cause }],
  };
}

/** Makes the failure of a call that the caller's signal ended. */
export function failAborted(cause: unknown): ApiFailure {
  return failCall("aborted", "The signal ended the call.", cause);
}

/** Makes the failure of a call that refused a token. */
export function failToken(
  error: TokenVerificationError,
  rest?: Partial<ApiFailure>,
): ApiFailure {
  return failCall(error.reason, error.message, error, rest);
}
