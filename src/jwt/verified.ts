import { fail, type Result, succeed } from "../errors/result.ts";
import type { TokenVerificationError } from "../errors/token_verification_error.ts";
import { checkClaims, type ClaimsPolicy } from "./claims.ts";
import type { UnverifiedJwt } from "./parse.ts";
import { verifySignature } from "./signature.ts";
import type { JwtHeader, JwtPayload, VerificationKey } from "./types.ts";

const signed: unique symbol = Symbol("signed");
const verified: unique symbol = Symbol("verified");

/** A token whose signature is good, and whose claims are still to be judged. */
export interface SignedToken {
  /** The header. */
  readonly header: JwtHeader;
  /** The claims. */
  readonly payload: JwtPayload;
  /** Only {@linkcode verifyTokenSignature} can apply it. */
  readonly [signed]: true;
}

/** A token whose signature is good and whose claims were accepted. */
export interface VerifiedToken {
  /** The header. */
  readonly header: JwtHeader;
  /** The claims. */
  readonly payload: JwtPayload;
  /** Only {@linkcode acceptClaims} can apply it. */
  readonly [verified]: true;
}

/** The first half of a verification, whose outcome may be kept for the token. */
export async function verifyTokenSignature(
  jwt: UnverifiedJwt,
  key: VerificationKey,
): Promise<Result<SignedToken, TokenVerificationError>> {
  const error = await verifySignature(jwt, key);
  if (error) return fail(error);
  return succeed({ header: jwt.header, payload: jwt.payload, [signed]: true });
}

/** The second half, which depends on the time and on the caller's options. */
export function acceptClaims(
  token: SignedToken,
  policy: ClaimsPolicy,
  nowMs: number,
): Result<VerifiedToken, TokenVerificationError> {
  const { header, payload } = token;
  const error = checkClaims(header, payload, policy, nowMs);
  return error ? fail(error) : succeed({ header, payload, [verified]: true });
}
