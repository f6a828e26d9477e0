import type { ApiErrorCode, ApiFailure } from "../errors/api_error.ts";
import type { TokenVerificationError } from "../errors/token_verification_error.ts";

/** Makes a failure of one error, with no answer to tell of. */
export function failCall(
  code: ApiErrorCode,
  message: string,
  cause?: unknown,
  rest: Partial<ApiFailure> = {},
): ApiFailure {
  return {
    status: undefined,
    clerkTraceId: undefined,
    retryAfter: undefined,
    attempts: 0,
    ...rest,
    data: undefined,
    errors: [{ code, message, ...(cause !== undefined && { cause }) }],
  };
}

/** Makes the failure of a call that the caller's signal ended. */
export function failAborted(
  { reason }: Pick<AbortSignal, "reason">,
): ApiFailure {
  return failCall("aborted", "The signal ended the call.", reason);
}

/** Makes the failure of a call that refused a token. */
export function failToken(
  error: TokenVerificationError,
  rest?: Partial<ApiFailure>,
): ApiFailure {
  return failCall(error.reason, error.message, error, rest);
}
