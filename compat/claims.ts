/** Decoded tokens and their claims, as the official types promise them. */
import type { Jwt as CoreJwt, JwtPayload as Claims } from "../src/jwt/types.ts";

/**
 * The claims of a token. The official types promise of every token what session
 * tokens have; those of JWT templates and machines have no `sid`.
 */
export interface JwtPayload extends Claims {
  /** The issuer: the Frontend API of the Clerk instance. */
  readonly iss: string;
  /** The subject: the id of the user. */
  readonly sub: string;
  /** The id of the session. */
  readonly sid: string;
  /** When the token starts to be valid, in seconds since 1970. */
  readonly nbf: number;
  /** When the token expires, in seconds since 1970. */
  readonly exp: number;
  /** When the token was issued, in seconds since 1970. */
  readonly iat: number;
}

/** A token that was decoded, not verified: anybody may have written it. */
export interface Jwt extends CoreJwt {
  /** The claims. */
  readonly payload: JwtPayload;
}

/** Says of claims what the official types say, whether or not it is so. */
export function promise(claims: Claims): JwtPayload {
  return claims as JwtPayload;
}
