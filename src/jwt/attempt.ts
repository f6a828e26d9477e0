import { fail, type Failure, type Result, succeed } from "../errors/result.ts";
import { TokenVerificationError } from "../errors/token_verification_error.ts";

/**
 * Makes a result of what a verification gives or throws. What throws beyond
 * refusals does so because of what the caller handed over: wrong options, a
 * clock that fails, an object whose members throw. Never rejects.
 */
export async function attempt<T>(
  run: () => T | Promise<T>,
): Promise<Result<T, TokenVerificationError>> {
  try {
    return succeed(await run());
  } catch (cause) {
    return failThrown(cause);
  }
}

/** Makes the bad half of a result of what was thrown. */
export function failThrown(cause: unknown): Failure<TokenVerificationError> {
  if (cause instanceof TokenVerificationError) return fail(cause);
  const message = cause instanceof TypeError
    ? cause.message
    : "Cannot use what was given: it threw.";
  return fail(
    new TokenVerificationError({ reason: "options-invalid", message, cause }),
  );
}
