import type { Result } from "../errors/result.ts";
import type { TokenVerificationError } from "../errors/token_verification_error.ts";
import { type Clock, systemClock } from "../platform/clock.ts";
import { demand, demandOptions } from "../text/options.ts";
import { attempt } from "./attempt.ts";
import { type ClaimsOptions, createClaimsPolicy } from "./claims.ts";
import { importCheckingKey } from "./import_key.ts";
import { parseJwt } from "./parse.ts";
import type { JwtAlgorithm, JwtKey, JwtPayload } from "./types.ts";
import { acceptClaims, verifyTokenSignature } from "./verified.ts";

/** Options of {@linkcode verifyJwt}. */
export interface VerifyJwtOptions extends ClaimsOptions {
  /**
   * The key to verify with: PEM text, a JWK, a marked HMAC secret, or what
   * {@linkcode importKey} made of one, which is faster from the second token on.
   */
  readonly key: JwtKey;
  /**
   * The algorithms to allow. By default the key's own `alg`, else the usual one
   * of its kind. An HMAC secret needs to be told.
   */
  readonly algorithms?: readonly JwtAlgorithm[] | undefined;
  /** What tells the time. The host's clock by default. */
  readonly clock?: Clock | undefined;
}

/**
 * Verifies a token with a key: its form, algorithm, signature and then its
 * claims, of which `exp` must be present. Never rejects.
 *
 * @param token The token.
 * @param options The key, and what to demand of the claims.
 * @returns The claims, or an error whose reason says why the token is refused;
 * `options-invalid` when it is the options that are wrong.
 *
 * @example
 * ```ts
 * import { signJwt, verifyJwt } from "@isoclerk/backend/jwt";
 *
 * const key = { secret: "an example secret of 32 bytes or more" };
 * const claims = { sub: "user_1", exp: 4_102_444_800 };
 * const token = await signJwt(claims, key, { algorithm: "HS256" });
 * if (token.error) throw token.error;
 * const { result, error } = await verifyJwt(token.result, {
 *   key,
 *   algorithms: ["HS256"],
 * });
 * console.log(error?.reason ?? result?.sub); // user_1
 * ```
 */
export function verifyJwt(
  token: string,
  options: VerifyJwtOptions,
): Promise<Result<JwtPayload, TokenVerificationError>> {
  return attempt(async () => {
    demandOptions(options);
    const { clock = systemClock } = options;
    demand("clock", typeof clock?.now === "function", "a method now");
    const policy = createClaimsPolicy(options);
    const jwt = parseJwt(token);
    const key = await importCheckingKey(options.key, options);
    const signed = await verifyTokenSignature(jwt, key);
    return acceptClaims(signed, policy, clock.now()).payload;
  });
}
