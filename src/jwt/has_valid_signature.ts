import type { Result } from "../errors/result.ts";
import { TokenVerificationError } from "../errors/token_verification_error.ts";
import { attempt } from "./attempt.ts";
import { importCheckingKey, type ImportKeyOptions } from "./import_key.ts";
import { parseJwt } from "./parse.ts";
import type { Jwt, JwtKey } from "./types.ts";
import { verifyTokenSignature } from "./verified.ts";

/**
 * Tells whether a decoded token is signed by a key, and nothing more: it may be
 * expired or meant for somebody else. What is verified is the text that the
 * token was decoded from.
 *
 * @param jwt The token, as {@linkcode decodeJwt} gave it.
 * @param key The key.
 * @param options The algorithms to allow.
 * @returns Whether the signature is of the key, or an error when that cannot be
 * told: the key cannot be used, or is not for the token's algorithm.
 *
 * @example
 * ```ts
 * import { decodeJwt, hasValidSignature, signJwt } from "@isoclerk/backend/jwt";
 *
 * const key = { secret: "an example secret of 32 bytes or more" };
 * const token = await signJwt({ sub: "user_1" }, key, { algorithm: "HS256" });
 * if (token.error) throw token.error;
 * const jwt = decodeJwt(token.result);
 * if (jwt.error) throw jwt.error;
 * const { result } = await hasValidSignature(jwt.result, key, {
 *   algorithms: ["HS256"],
 * });
 * console.log(result); // true
 * ```
 */
export function hasValidSignature(
  jwt: Jwt,
  key: JwtKey,
  options?: ImportKeyOptions,
): Promise<Result<boolean, TokenVerificationError>> {
  return attempt(async () => {
    const parsed = parseJwt(jwt?.raw?.text);
    const imported = await importCheckingKey(key, options);
    try {
      await verifyTokenSignature(parsed, imported);
      return true;
    } catch (error) {
      const isForged = error instanceof TokenVerificationError &&
        error.reason === "token-invalid-signature";
      if (isForged) return false;
      throw error;
    }
  });
}
