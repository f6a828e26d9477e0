import type { JwtPayload } from "../../jwt/types.ts";
import { isText } from "../../text/json.ts";

/** What the Backend API would tell of a token, as far as a JWT tells it. */
export interface JwtRecord {
  /** The id of the token; empty when it does not tell. */
  readonly id: string;
  /** Whom the token stands for. */
  readonly subject: string;
  /** What the token is for. */
  readonly scopes: readonly string[];
  /** Not known to be. */
  readonly revoked: false;
  /** None. */
  readonly revocationReason: null;
  /** Its time is not over. */
  readonly expired: false;
  /** When it ends, in milliseconds since 1970. */
  readonly expiration: number;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed: never. */
  readonly updatedAt: number;
}

/** What the JWT of a machine tells. */
export interface M2mJwtRecord extends JwtRecord {
  /** What this is. */
  readonly object: "machine_to_machine_token";
  /** What the token says beyond the usual. */
  readonly claims: { readonly [name: string]: unknown };
  /** Not known. */
  readonly lastUsedAt: null;
}

/** What an OAuth access token that is a JWT tells. */
export interface OAuthJwtRecord extends JwtRecord {
  /** What this is. */
  readonly object: "clerk_idp_oauth_access_token";
  /** What this is. */
  readonly type: "oauth_token";
  /** The application that it was granted to; empty when it does not tell. */
  readonly clientId: string;
}

/** Reads the claims of a machine's JWT, which have been verified. */
export function readM2mJwt(payload: JwtPayload): M2mJwtRecord {
  const { iss: _, sub: _s, exp: _e, nbf: _n, iat: _i, jti: _j, ...claims } =
    payload;
  const { scopes, aud } = claims;
  return {
    object: "machine_to_machine_token",
    ...readCommon(payload, listOf(scopes ?? aud)),
    claims,
    lastUsedAt: null,
  };
}

/** Reads the claims of an OAuth access token, which have been verified. */
export function readOAuthJwt(payload: JwtPayload): OAuthJwtRecord {
  const { client_id, scope, scp } = payload;
  return {
    object: "clerk_idp_oauth_access_token",
    type: "oauth_token",
    ...readCommon(payload, listOf(scope || scp)),
    clientId: isText(client_id) ? client_id : "",
  };
}

function readCommon(
  { sub = "", jti, iat = 0, exp = 0 }: JwtPayload,
  scopes: readonly string[],
): JwtRecord {
  return {
    id: isText(jti) ? jti : "",
    subject: sub,
    scopes,
    revoked: false,
    revocationReason: null,
    expired: false,
    expiration: exp * 1000,
    createdAt: iat * 1000,
    updatedAt: iat * 1000,
  };
}

/** A list of names, or names separated by spaces. */
function listOf(claim: unknown): readonly string[] {
  const entries: readonly unknown[] = isText(claim)
    ? claim.split(" ")
    : [claim].flat();
  return entries.filter(isText).filter(Boolean);
}
