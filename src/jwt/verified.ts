import { fail, type Result, succeed } from "../errors/result.ts";
import {
  refuse,
  type TokenVerificationError,
} from "../errors/token_verification_error.ts";
import { encodeUtf8 } from "../text/utf8.ts";
import { checkClaims, type ClaimsPolicy } from "./claims.ts";
import { completeJwt, type SplitJwt, type UnverifiedJwt } from "./parse.ts";
import { findCheck } from "./signature.ts";
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
 * The first half of a verification, whose outcome may be kept for the token:
 * its form, then whether it is signed with the key. Every forged token gets one
 * and the same error. Never rejects.
 *
 * @param isShared Whether to freeze the claims, as several callers get them.
 */
export async function verifyTokenSignature(
  jwt: SplitJwt,
  key: VerificationKey,
  isShared = false,
): Promise<Result<SignedToken, TokenVerificationError>> {
  const { header, text, signature, signedEnd } = jwt;
  const check = findCheck(header, key);
  let isGood = false;
  let parsed: Result<UnverifiedJwt, TokenVerificationError> | undefined;
  try {
    const signed = encodeUtf8(text.slice(0, signedEnd));
    const pending = check.result?.(signature, signed);
    // Claims are parsed while the host computes, and believed when it is done.
    parsed = completeJwt(jwt);
    if (isShared) freeze(parsed.result?.payload);
    isGood = await pending === true;
  } catch {
    // A host that cannot verify accepts nothing.
  }
  parsed ??= completeJwt(jwt);
  if (!parsed.result) return parsed;
  if (!check.result) return check;
  const { payload } = parsed.result;
  return isGood ? succeed({ header, payload } as SignedToken) : refuse(
    "token-invalid-signature",
    "Cannot accept the token: its signature does not match the key.",
  );
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
    for (const member of Object.values(Object.freeze(each) ?? {})) {
      if (typeof member === "object") rest.push(member);
    }
  }
}
