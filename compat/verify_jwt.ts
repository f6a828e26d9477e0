import { TokenVerificationError } from "../src/errors/token_verification_error.ts";
import { importCheckingKey } from "../src/jwt/import_key.ts";
import { parseJwt } from "../src/jwt/parse.ts";
import type { CheckingKey } from "../src/jwt/signature_check.ts";
import type { Jwk, JwtAlgorithm } from "../src/jwt/types.ts";
import { acceptClaims, verifyTokenSignature } from "../src/jwt/verified.ts";
import { systemClock } from "../src/platform/clock.ts";
import { type JwtPayload, promise } from "./claims.ts";
import { inOfficialWords, refusal } from "./messages.ts";
import { createOfficialPolicy, type OfficialClaimsOptions } from "./policy.ts";

/** Options of {@linkcode verifyJwt}. */
export interface VerifyJwtOptions extends OfficialClaimsOptions {
  /** The public key, as PEM text or as JWK. */
  readonly key: string | Jwk;
}

/** The algorithms that the official package knows. */
export const RSA: readonly JwtAlgorithm[] = ["RS256", "RS384", "RS512"];

/**
 * Verifies a token with a key at hand.
 *
 * @param token The token.
 * @param options The key, and what to demand of the token.
 * @returns The claims.
 * @throws {TokenVerificationError} When the token is refused.
 * @throws {TypeError} When an option is wrong.
 */
export async function verifyJwt(
  token: string,
  options: VerifyJwtOptions,
): Promise<JwtPayload> {
  const policy = createOfficialPolicy(options);
  const context = { token, headerType: options.headerType };
  return await inOfficialWords(context, async () => {
    const jwt = parseJwt(token);
    const key = await importOfficialKey(options.key, jwt.header.alg);
    const signed = await verifyTokenSignature(jwt, key);
    return promise(acceptClaims(signed, policy, systemClock.now()).payload);
  });
}

/** Imports a key for the algorithm that the header names, if that is for RSA. */
async function importOfficialKey(
  key: string | Jwk,
  alg: string,
): Promise<CheckingKey> {
  const algorithm = RSA.find((name) => name === alg);
  if (!algorithm) throw refusal("token-invalid-algorithm", "alg", alg);
  try {
    return await importCheckingKey(key, { algorithms: [algorithm] });
  } catch (cause) {
    // Whatever is wrong with the key has one reason there.
    const message = cause instanceof Error ? cause.message : "";
    throw new TokenVerificationError({ reason: "jwk-local-missing", message });
  }
}
