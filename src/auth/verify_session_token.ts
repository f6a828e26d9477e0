import type { Result } from "../errors/result.ts";
import type { TokenVerificationError } from "../errors/token_verification_error.ts";
import { attempt } from "../jwt/attempt.ts";
import type { VerifiedToken } from "../jwt/verified.ts";
import { copyOptions } from "../text/options.ts";
import { verifyWithCore } from "./token_core.ts";
import { overridePolicy } from "./verify_token.ts";
import { findCore, type VerifyTokenOptions } from "./verify_token_once.ts";

/**
 * Verifies a session token as `verifyToken` does, and gives what an auth object
 * can be made of. The token of a session with tasks to do passes, as
 * `createSessionAuth` decides about those.
 *
 * @param token The token.
 * @param options Where the keys come from, and what to demand of the token.
 * @returns The verified token, or an error that says why it is refused. Never
 * rejects.
 *
 * @example
 * ```ts
 * import { createSessionAuth, verifySessionToken } from "@isoclerk/backend/internal";
 * import { createEmulator } from "@isoclerk/backend/emulator";
 *
 * const emulator = await createEmulator({ seed: { users: [{ id: "user_1" }] } });
 * const { token } = await emulator.signIn("user_1");
 * const { result: verified, error } = await verifySessionToken(token, {
 *   secretKey: emulator.secretKey,
 *   fetch: emulator.fetch,
 * });
 * if (error) throw error;
 * const auth = createSessionAuth({ verified, token });
 * console.log(auth.userId, auth.has({ role: "org:admin" })); // user_1 false
 * ```
 */
export function verifySessionToken(
  token: string,
  options: Omit<VerifyTokenOptions, "tokenClass"> = {},
): Promise<Result<VerifiedToken, TokenVerificationError>> {
  return attempt(() =>
    verifyWithCore(
      findCore(options),
      token,
      overridePolicy({ treatPendingAsSignedOut: false }, {
        ...copyOptions(options),
        tokenClass: "session",
      }),
    )
  );
}
