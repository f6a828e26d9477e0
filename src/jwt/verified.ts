import { refuseToken } from "../errors/token_verification_error.ts";
import { isObject } from "../text/json.ts";
import { checkClaims, type ClaimsPolicy } from "./claims.ts";
import { parsePayload, refuseForm, type SplitJwt } from "./parse.ts";
import type { CheckingKey } from "./signature_check.ts";
import type { JwtHeader, JwtPayload } from "./types.ts";

declare const signed: unique symbol;
/** Marks tokens that were verified; nothing has it but by this module. */
export declare const verified: unique symbol;

/** Header and claims of a token. */
export interface TokenContent {
  /** The header. */
  readonly header: JwtHeader;
  /** The claims. */
  readonly payload: JwtPayload;
}

/** A token whose signature is good, and whose claims are still to be judged. */
export interface SignedToken extends TokenContent {
  /** Only {@linkcode verifyTokenSignature} can apply it. */
  readonly [signed]: true;
}

/** A token whose signature is good and whose claims were accepted. */
export interface VerifiedToken extends TokenContent {
  /** Only {@linkcode acceptClaims} can apply it. */
  readonly [verified]: true;
}

/**
 * The first half of a verification, whose outcome may be kept for the token:
 * its form, then whether it is signed with the key. Every forged token gets one
 * and the same error.
 *
 * @param isShared Whether to freeze the claims, as several callers get them.
 * @returns The token. Rejects with {@linkcode TokenVerificationError} when it is
 * refused.
 */
export function verifyTokenSignature(
  jwt: SplitJwt,
  key: CheckingKey,
  isShared?: boolean,
): Promise<SignedToken> {
  const { header, text, bytes, signature, signedEnd } = jwt;
  const check = key.checks.get(header.alg);
  let pending: unknown;
  try {
    pending = check?.(signature, bytes.subarray(0, signedEnd));
  } catch {
    // A host that cannot verify accepts nothing.
  }
  // Claims are parsed while the host computes, and believed when it is done.
  const payload = parsePayload(jwt);
  if (isShared) freeze(payload);
  const judge = (isGood: unknown) => {
    if (!isObject(payload)) refuseForm(text);
    const { alg, crit, b64 } = header;
    if (!check) {
      const expected = [...key.checks.keys()];
      const names = expected.join(" or ");
      const about = { claim: "alg", expected, received: alg };
      refuseToken("token-invalid-algorithm", `"alg" to be ${names}`, about);
    }
    if (crit !== undefined || b64 === false) {
      refuseToken("token-invalid", 'no "crit"', { claim: "crit" });
    }
    if (isGood !== true) {
      const expected = "a signature that matches the key";
      refuseToken("token-invalid-signature", expected);
    }
    return { header, payload } as SignedToken;
  };
  // Whatever a host fails with, it is no yes.
  return Promise.resolve(pending).then(judge, () => judge(false));
}

/** The second half, which depends on the time and on the caller's options. */
export function acceptClaims(
  token: SignedToken,
  policy: ClaimsPolicy,
  nowMs: number,
): VerifiedToken {
  const content: TokenContent = token;
  checkClaims(token.header, token.payload, policy, nowMs);
  return content as VerifiedToken;
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
