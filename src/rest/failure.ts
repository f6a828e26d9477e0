import type { ApiError, ApiFailure } from "../errors/api_error.ts";

/** Makes a failure of one error, with no answer to tell of. */
export function failCall(
  error: ApiError,
  rest: Partial<ApiFailure> = {},
): ApiFailure {
  return {
    status: undefined,
    clerkTraceId: undefined,
    retryAfter: undefined,
    attempts: 0,
    ...rest,
    data: undefined,
    errors: [error],
  };
}
