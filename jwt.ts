/**
 * JSON Web Tokens: decode, verify and sign them with a key at hand.
 *
 * @module
 */
export type { Failure, Result, Success } from "./src/errors/result.ts";
export { SignJwtError } from "./src/errors/sign_jwt_error.ts";
export { TokenVerificationError } from "./src/errors/token_verification_error.ts";
export type {
  TokenCarrier,
  TokenVerificationErrorInit,
  TokenVerificationErrorReason,
} from "./src/errors/token_verification_error.ts";
export type { ClaimsOptions } from "./src/jwt/claims.ts";
export { decodeJwt } from "./src/jwt/decode.ts";
export { hasValidSignature } from "./src/jwt/has_valid_signature.ts";
export { importKey } from "./src/jwt/import_key.ts";
export type { ImportKeyOptions } from "./src/jwt/import_key.ts";
export { signJwt } from "./src/jwt/sign.ts";
export type { SignJwtOptions } from "./src/jwt/sign.ts";
export type { TokenClass } from "./src/jwt/token_class.ts";
export type {
  HmacSecret,
  Jwk,
  Jwt,
  JwtActor,
  JwtAlgorithm,
  JwtHeader,
  JwtKey,
  JwtOrganization,
  JwtPayload,
  JwtSigningKey,
  JwtText,
  VerificationKey,
} from "./src/jwt/types.ts";
export { verifyJwt } from "./src/jwt/verify.ts";
export type { VerifyJwtOptions } from "./src/jwt/verify.ts";
export type { Clock } from "./src/platform/clock.ts";
