import { TokenVerificationError } from "../errors/token_verification_error.ts";
import { encodeUtf8 } from "../text/utf8.ts";
import type { UnverifiedJwt } from "./parse.ts";
import { checksOf } from "./signature_check.ts";
import type { VerificationKey } from "./types.ts";

/**
 * Verifies a token's signature with a key, by an algorithm that the key allows.
 * Every forged token gets one and the same error.
 *
 * @returns Why it is refused, or undefined when the signature is of the key.
 */
export async function verifySignature(
  jwt: UnverifiedJwt,
  key: VerificationKey,
): Promise<TokenVerificationError | undefined> {
  const { header, text, signature, signedEnd } = jwt;
  const check = checksOf(key)?.get(header.alg);
  if (!check) return refuseAlgorithm(header.alg, key);
  if (header.crit !== undefined || header.b64 === false) {
    return refuseCritical();
  }
  const signed = encodeUtf8(text.slice(0, signedEnd));
  const isGood = await check(signature, signed).catch(() => false);
  return isGood ? undefined : refuseSignature();
}

function refuseAlgorithm(
  received: string,
  key: VerificationKey,
): TokenVerificationError {
  const expected = key.algorithms;
  return new TokenVerificationError({
    reason: "token-invalid-algorithm",
    message: `The token is not signed with ${expected.join(" or ")} (alg).`,
    action: "Make sure that it is a token of this instance.",
    claim: "alg",
    expected,
    received,
  });
}

function refuseCritical(): TokenVerificationError {
  return new TokenVerificationError({
    reason: "token-invalid",
    message: "The token uses an extension that is not supported (crit).",
    action: "Make sure that it is a token of this instance.",
    claim: "crit",
  });
}

function refuseSignature(): TokenVerificationError {
  return new TokenVerificationError({
    reason: "token-invalid-signature",
    message: "The signature of the token is not of the key.",
    action: "Make sure that the key is that of the instance which made it.",
  });
}
