/**
 * The functions of `@clerk/backend/jwt`, as drop-in: they throw, and give plain
 * values.
 *
 * @module
 */
import { decodeJwt as decode } from "../src/jwt/decode.ts";
import { hasValidSignature as isSigned } from "../src/jwt/has_valid_signature.ts";
import { signJwt as sign } from "../src/jwt/sign.ts";
import type { Jwk } from "../src/jwt/types.ts";
import { encodeBase64Url } from "../src/text/base64url.ts";
import { isObject } from "../src/text/json.ts";
import { type Jwt, promiseJwt } from "./claims.ts";
import { SignJWTError } from "./errors.ts";
import { wordLikeOfficial } from "./messages.ts";
import { RSA } from "./verify_jwt.ts";

export type {
  Jwk,
  JwtActor,
  JwtOrganization,
  JwtText,
} from "../src/jwt/types.ts";
export type {
  Jwt,
  JwtHeader,
  JwtPayload,
  SessionTokenStatus,
} from "./claims.ts";
export type { OfficialClaimsOptions } from "./policy.ts";
export { verifyJwt } from "./verify_jwt.ts";
export type { VerifyJwtOptions } from "./verify_jwt.ts";

/** Options of {@linkcode signJwt}. */
export interface SignJwtOptions {
  /** The algorithm: RS256, RS384 or RS512. */
  readonly algorithm?: string | undefined;
  /** The header; `typ` is `JWT` unless this is given. `alg` is always set. */
  readonly header?: { readonly [name: string]: unknown } | undefined;
}

/**
 * Decodes a token without verifying it: anybody may have written what comes out.
 *
 * @param token The token.
 * @returns Its parts.
 * @throws {TokenVerificationError} When it is no token.
 *
 * @example
 * ```ts
 * import { decodeJwt } from "@isoclerk/backend/compat/jwt";
 *
 * const { payload } = decodeJwt("eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1In0.AA");
 * console.log(payload.sub); // u
 * ```
 */
export function decodeJwt(token: string): Jwt {
  const { result, error } = decode(token);
  if (error) throw wordLikeOfficial(error, { token });
  return promiseJwt(result);
}

/**
 * Tells whether a decoded token is signed by a key, and nothing more.
 *
 * @param jwt The token, as {@linkcode decodeJwt} gave it.
 * @param key The public key, as PEM text or as JWK.
 * @returns Whether it is.
 * @throws {TokenVerificationError} When the key cannot be used.
 * @throws {Error} When the algorithm is not RS256, RS384 or RS512.
 */
export async function hasValidSignature(
  jwt: Jwt,
  key: string | Jwk,
): Promise<boolean> {
  const { header, payload } = jwt.raw;
  const text = `${header}.${payload}.${encodeBase64Url(jwt.signature)}`;
  const { result: parsed } = decode(text);
  if (!parsed) return false;
  const algorithm = RSA.find((name) => name === parsed.header.alg);
  if (!algorithm) throw new Error(unsupported(parsed.header.alg));
  const { result, error } = await isSigned(parsed, key, {
    algorithms: [algorithm],
  });
  if (error) throw error;
  return result;
}

/**
 * Makes a signed token. Sets `iat` to the time.
 *
 * @param payload The claims.
 * @param key The private key, as PEM text (PKCS #8) or as JWK.
 * @param options The algorithm and the header.
 * @returns The token.
 * @throws {SignJWTError} When key, algorithm and claims don't make one.
 */
export async function signJwt(
  payload: { readonly [name: string]: unknown },
  key: string | Jwk,
  options: SignJwtOptions,
): Promise<string> {
  const name = options?.algorithm;
  if (!name) throw new SignJWTError("No algorithm specified");
  const algorithm = RSA.find((known) => known === name);
  if (!algorithm) throw new SignJWTError(unsupported(name));
  const claims = isObject(payload) ? { ...payload, iat: undefined } : payload;
  const { result, error } = await sign(claims, key, {
    algorithm,
    header: options.header && { typ: undefined, ...options.header },
  });
  if (error) throw new SignJWTError(error.message, { cause: error });
  return result;
}

function unsupported(algorithm: string): string {
  return `Unsupported algorithm ${algorithm}, expected one of ${RSA}.`;
}
