import type { Result } from "../errors/result.ts";
import type { TokenVerificationError } from "../errors/token_verification_error.ts";
import { type ClaimsOptions, createClaimsPolicy } from "../jwt/claims.ts";
import type { OfClass, PayloadOf, TokenClass } from "../jwt/token_class.ts";
import type { KeyOptions } from "../keys/create_key_store.ts";
import { CREDENTIALS } from "../keys/resolve_credentials.ts";
import { demandOptions } from "../text/options.ts";
import {
  createCore,
  type TokenCore,
  toPayload,
  verifyWithCore,
} from "./token_core.ts";

/** Where the keys come from, and what to demand of the token. */
export interface VerifyTokenOptions extends KeyOptions, ClaimsOptions {}

/** Every option that decides about keys, or about what is kept. */
const KEY_OPTIONS = [
  ...CREDENTIALS,
  "env",
  "fetch",
  "clock",
  "skipJwksCache",
] as const;

/**
 * What the latest calls were made with, newest first: a call with the very same
 * values goes on with the keys that it has. Nothing else is ever shared.
 */
let kept: readonly (readonly [readonly unknown[], TokenCore])[] = [];

/**
 * Verifies a session token: its signature, then its claims. The keys are kept
 * between calls with the very same options, each compared by `===`, for the
 * eight latest of them; the environment is read when options are first seen.
 * {@linkcode createTokenVerifier} leaves none of that to guess.
 *
 * @param token The token.
 * @param options Where the keys come from, and what to demand of the token.
 * @returns The claims, frozen, or an error that says why the token is refused,
 * with the reason `options-invalid` for wrong options. Never rejects.
 *
 * @example
 * ```ts
 * import { verifyToken } from "@isoclerk/backend";
 * import { createEmulator } from "@isoclerk/backend/emulator";
 *
 * const emulator = await createEmulator({ seed: { users: [{ id: "user_1" }] } });
 * const { token } = await emulator.signIn("user_1");
 * const { result, error } = await verifyToken(token, {
 *   secretKey: emulator.secretKey,
 *   fetch: emulator.fetch,
 * });
 * if (error) console.log(error.reason);
 * else console.log(result.sub); // user_1
 * ```
 */
export function verifyToken<const Class extends TokenClass = "session">(
  token: string,
  options: VerifyTokenOptions & OfClass<Class> = {},
): Promise<Result<PayloadOf<Class>, TokenVerificationError>> {
  return toPayload(() =>
    verifyWithCore(findCore(options), token, createClaimsPolicy(options, true))
  );
}

/**
 * What verifies tokens with the keys that the options name: that of an earlier
 * call, if it was given the same.
 *
 * @throws {TypeError} When an option is wrong.
 */
export function findCore(options: VerifyTokenOptions): TokenCore {
  demandOptions(options);
  // Each by its name: a spread misses what stands in a prototype.
  const given = KEY_OPTIONS.map((name) => options[name]);
  const found =
    kept.find(([earlier]) => given.every((value, i) => value === earlier[i])) ??
      [given, createCore(options)] as const;
  if (found !== kept[0]) {
    kept = [found, ...kept.filter((entry) => entry !== found)].slice(0, 8);
  }
  return found[1];
}
