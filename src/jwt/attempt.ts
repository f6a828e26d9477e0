import type { Failure, Result } from "../errors/result.ts";
import {
  refuse,
  type TokenVerificationError,
} from "../errors/token_verification_error.ts";

/**
 * Runs what may throw because of what the caller handed over: wrong options, a
 * clock that fails, an object whose members throw. Never rejects.
 */
export async function attempt<T>(
  run: () => Promise<Result<T, TokenVerificationError>>,
): Promise<Result<T, TokenVerificationError>> {
  try {
    return await run();
  } catch (cause) {
    return refuseThrown(cause);
  }
}

/** Makes an error out of what was thrown. */
export function refuseThrown(cause: unknown): Failure<TokenVerificationError> {
  const message = cause instanceof TypeError
    ? cause.message
    : "Cannot use what was given: it threw.";
  return refuse("options-invalid", message, { cause });
}
