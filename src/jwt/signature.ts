import { type Result, succeed } from "../errors/result.ts";
import {
  refuse,
  type TokenVerificationError,
} from "../errors/token_verification_error.ts";
import { checksOf, type SignatureCheck } from "./signature_check.ts";
import type { JwtHeader, VerificationKey } from "./types.ts";

/**
 * Finds what judges the signature of a token with a key, by an algorithm that the
 * key allows.
 */
export function findCheck(
  { alg, crit, b64 }: JwtHeader,
  key: VerificationKey,
): Result<SignatureCheck, TokenVerificationError> {
  const check = checksOf(key)?.get(alg);
  const expected = key.algorithms;
  if (!check) {
    return refuse(
      "token-invalid-algorithm",
      `Cannot accept the token: expected "alg" to be ${expected.join(" or ")}.`,
      { claim: "alg", expected, received: alg },
    );
  }
  return crit === undefined && b64 !== false ? succeed(check) : refuse(
    "token-invalid",
    'Cannot accept the token: expected no "crit".',
    { claim: "crit" },
  );
}
