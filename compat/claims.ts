/** Decoded tokens and their claims, as the official types promise them. */
import type { Declared } from "../src/api/types/declared.ts";
import type {
  Jwt as CoreJwt,
  JwtHeader as CoreHeader,
  JwtPayload as Claims,
} from "../src/jwt/types.ts";

/**
 * The claims of a token. The official types promise of every token what session
 * tokens have; those of JWT templates and machines have no `sid`.
 */
export interface JwtPayload extends Claims, Declared<"claims"> {
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
  /** Minutes since each factor was verified; -1 for never. */
  readonly fva?: [number, number];
  /** Whether the session still has tasks to do. */
  readonly sts?: SessionTokenStatus;
  /** The permissions in the active organization, in version 1. */
  readonly org_permissions?: string[];
}

/** Whether a session still has tasks to do. */
export type SessionTokenStatus = "active" | "pending";

/** The header of a token; the official types promise that it names a key. */
export interface JwtHeader extends CoreHeader {
  /** The id of the key that the token claims to be signed with. */
  readonly kid: string;
}

/** A token that was decoded, not verified: anybody may have written it. */
export interface Jwt extends CoreJwt {
  /** The header. */
  readonly header: JwtHeader;
  /** The claims. */
  readonly payload: JwtPayload;
}

/** Says of a token what the official types say, whether or not it is so. */
export function promiseJwt(jwt: CoreJwt): Jwt {
  return jwt as Jwt;
}

/** Says of claims what the official types say, whether or not it is so. */
export function promise(claims: Claims): JwtPayload {
  return claims as JwtPayload;
}
