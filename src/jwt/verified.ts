import { fail, type Result, succeed } from "../errors/result.ts";
import type { TokenVerificationError } from "../errors/token_verification_error.ts";
import { checkClaims, type ClaimsPolicy } from "./claims.ts";
import { completeJwt, type SplitJwt } from "./parse.ts";
import { verifySignature } from "./signature.ts";
import type { JwtHeader, JwtPayload, VerificationKey } from "./types.ts";

declare const signed: unique symbol;
declare const verified: unique symbol;

/** Header and claims of a token. */
interface Content {
  /** The header. */
  readonly header: JwtHeader;
  /** The claims. */
  readonly payload: JwtPayload;
}

/** A token whose signature is good, and whose claims are still to be judged. */
export interface SignedToken extends Content {
  /** Only {@linkcode verifyTokenSignature} can apply it. */
  readonly [signed]: true;
}

/** A token whose signature is good and whose claims were accepted. */
export interface VerifiedToken extends Content {
  /** Only {@linkcode acceptClaims} can apply it. */
  readonly [verified]: true;
}

/**
 * The first half of a verification, whose outcome may be kept for the token.
 *
 * @param isShared Whether to freeze the claims, as several callers get them.
 */
export async function verifyTokenSignature(
  jwt: SplitJwt,
  key: VerificationKey,
  isShared = false,
): Promise<Result<SignedToken, TokenVerificationError>> {
  // The claims are parsed while the host computes, and believed when it is done.
  const pending = verifySignature(jwt, key);
  const parsed = completeJwt(jwt);
  if (!parsed.result) return parsed;
  const { header, payload } = parsed.result;
  if (isShared) freeze(payload);
  const error = await pending;
  return error ? fail(error) : succeed({ header, payload } as SignedToken);
}

/** The second half, which depends on the time and on the caller's options. */
export function acceptClaims(
  token: SignedToken,
  policy: ClaimsPolicy,
  nowMs: number,
): Result<VerifiedToken, TokenVerificationError> {
  const content: Content = token;
  const error = checkClaims(token.header, token.payload, policy, nowMs);
  return error ? fail(error) : succeed(content as VerifiedToken);
}

/** Freezes what callers share, so that none of them can change it for others. */
function freeze(value: unknown): void {
  const rest = [value];
  for (const each of rest) {
    if (typeof each !== "object" || !each) continue;
    for (const member of Object.values(Object.freeze(each))) rest.push(member);
  }
}
