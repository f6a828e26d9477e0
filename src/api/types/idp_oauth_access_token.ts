/** An access token that your instance gave to an OAuth application. */
export interface IdPOAuthAccessToken {
  /** What this is. */
  readonly object: "clerk_idp_oauth_access_token";
  /** The id of the token, `oat_…`; not the token itself. */
  readonly id: string;
  /** The client id of the application that it was given to. */
  readonly clientId: string;
  /** The user who let the application in, `user_…`. */
  readonly subject: string;
  /** What it permits. */
  readonly scopes: readonly string[];
  /** Whether it was revoked. */
  readonly revoked: boolean;
  /** Why it was revoked, when somebody said so. */
  readonly revocationReason: string | null;
  /** Whether its time is over. */
  readonly expired: boolean;
  /** When it ends, in milliseconds since 1970, or null for never. */
  readonly expiration: number | null;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
  /** What kind of token it is, where the answer says so. */
  readonly type?: string;
  /** Whom it is for, where the answer says so. */
  readonly aud?: string | readonly string[];
  /** Who acts as the user, where somebody does; names as they came. */
  readonly act?: IdPOAuthAccessTokenActor;
}

/** Who acts as the user of an access token. */
export interface IdPOAuthAccessTokenActor {
  /** Who says so. */
  readonly iss?: string;
  /** Who it is. */
  readonly sub?: string;
  /** Who acts as the actor, in turn. */
  readonly act?: IdPOAuthAccessTokenActor;
}

/** What to demand of an access token. */
export interface VerifyIdPOAuthAccessTokenParams {
  /**
   * Whom the token must be for: it must name one of these. Not checked by
   * default.
   */
  readonly audience?: string | readonly string[] | undefined;
}
