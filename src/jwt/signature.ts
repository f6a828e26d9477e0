import {
  refuse,
  type TokenVerificationError,
  type TokenVerificationErrorReason,
} from "../errors/token_verification_error.ts";
import { encodeUtf8 } from "../text/utf8.ts";
import type { SplitJwt } from "./parse.ts";
import { checksOf } from "./signature_check.ts";
import type { VerificationKey } from "./types.ts";

/**
 * Verifies a token's signature with a key, by an algorithm that the key allows.
 * Every forged token gets one and the same error. Never rejects.
 *
 * @returns Why it is refused, or undefined when the signature is of the key.
 */
export async function verifySignature(
  { header, text, signature, signedEnd }: SplitJwt,
  key: VerificationKey,
): Promise<TokenVerificationError | undefined> {
  const { alg, crit, b64 } = header;
  const check = checksOf(key)?.get(alg);
  const expected = key.algorithms;
  if (!check) {
    return refused(
      "token-invalid-algorithm",
      `"alg" to be ${expected.join(" or ")}`,
      {
        claim: "alg",
        expected,
        received: alg,
      },
    );
  }
  if (crit !== undefined || b64 === false) {
    return refused("token-invalid", 'no "crit"', { claim: "crit" });
  }
  try {
    const signed = encodeUtf8(text.slice(0, signedEnd));
    if (await check(signature, signed)) return undefined;
  } catch {
    // A host that cannot verify accepts nothing.
  }
  return refused("token-invalid-signature", "a signature of the key");
}

function refused(
  reason: TokenVerificationErrorReason,
  expected: string,
  about?: object,
): TokenVerificationError {
  return refuse(
    reason,
    `Cannot accept the token: expected ${expected}.`,
    about,
  ).error;
}
