import {
  TokenVerificationError,
  type TokenVerificationErrorInit,
} from "../errors/token_verification_error.ts";
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
  const { alg, crit, b64 } = header;
  const check = checksOf(key)?.find(([name]) => name === alg)?.[1];
  if (!check) {
    const expected = key.algorithms;
    return refuse({
      reason: "token-invalid-algorithm",
      message: `the algorithm must be ${expected.join(" or ")} (alg)`,
      claim: "alg",
      expected,
      received: alg,
    });
  }
  if (crit !== undefined || b64 === false) {
    return refuse({
      reason: "token-invalid",
      message: "it uses an extension that is not supported (crit)",
      claim: "crit",
    });
  }
  const signed = encodeUtf8(text.slice(0, signedEnd));
  if (await check(signature, signed).catch(() => false)) return undefined;
  return refuse({
    reason: "token-invalid-signature",
    message: "the signature is not of the key",
  });
}

function refuse(init: TokenVerificationErrorInit): TokenVerificationError {
  return new TokenVerificationError({
    ...init,
    message: `Cannot accept the token: ${init.message}.`,
    action: "Make sure that token and key are of the same instance.",
  });
}
