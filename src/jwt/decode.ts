import { type Result, succeed } from "../errors/result.ts";
import type { TokenVerificationError } from "../errors/token_verification_error.ts";
import { failThrown } from "./attempt.ts";
import { parseJwt } from "./parse.ts";
import type { Jwt } from "./types.ts";

/**
 * Decodes a token without verifying it: anybody may have written what comes
 * out. Use {@linkcode verifyJwt} for anything that matters.
 *
 * @param token The token.
 * @returns The decoded token, or an error with the reason `token-invalid` when
 * it is not three parts of strict base64url that hold JSON objects.
 *
 * @example
 * ```ts
 * import { decodeJwt } from "@isoclerk/backend/jwt";
 *
 * const { result, error } = decodeJwt("eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1In0.AA");
 * if (error) console.log(error.reason);
 * else console.log(result.payload.sub); // u
 * ```
 */
export function decodeJwt(token: string): Result<Jwt, TokenVerificationError> {
  try {
    return succeed(decode(token));
  } catch (cause) {
    return failThrown(cause);
  }
}

function decode(token: string): Jwt {
  const { text, header, payload, signature, signedEnd } = parseJwt(token);
  const headerEnd = text.indexOf(".");
  return {
    header,
    payload,
    // Not a view of more than itself.
    signature: signature.slice(),
    raw: {
      header: text.slice(0, headerEnd),
      payload: text.slice(headerEnd + 1, signedEnd),
      signature: text.slice(signedEnd + 1),
      text,
    },
  };
}
