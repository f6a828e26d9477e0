// Refusals are thrown inside of a verification; here they are looked at.
import { TokenVerificationError } from "../../src/errors/token_verification_error.ts";

/** Why something was refused, as it was thrown; undefined when it was not. */
export function refusalOf(
  run: () => unknown,
): TokenVerificationError | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return expectRefusal(error);
  }
}

/** The same for what takes its time. */
export async function refusalOfAsync(
  run: () => Promise<unknown>,
): Promise<TokenVerificationError | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return expectRefusal(error);
  }
}

function expectRefusal(error: unknown): TokenVerificationError {
  if (error instanceof TokenVerificationError) return error;
  throw error;
}
