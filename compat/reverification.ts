import type { Reverification } from "../src/auth/objects/reverification.ts";
import {
  createReverificationError,
  createReverificationResponse,
  type ReverificationError,
} from "../src/auth/reverification_error.ts";

/**
 * Makes what a server action returns when the user has to verify who they are
 * again.
 *
 * @param missingConfig What is demanded, as it was asked of `has`.
 * @returns What to return.
 */
export function reverificationError(
  missingConfig?: Reverification,
): ReverificationError {
  return createReverificationError(missingConfig);
}

/**
 * Makes the same as a response, with the status 403.
 *
 * @param missingConfig What is demanded, as it was asked of `has`.
 * @returns The response.
 */
export function reverificationErrorResponse(
  missingConfig?: Reverification,
): Response {
  return createReverificationResponse(missingConfig);
}
