/** A token of an OAuth provider, to call the provider on a user's behalf. */
export interface OauthAccessToken {
  /** What this is. */
  readonly object: "oauth_access_token";
  /** The external account that it belongs to, `eac_…`. */
  readonly externalAccountId: string;
  /** The user's id at the provider. */
  readonly providerUserId: string;
  /** The token: a secret. */
  readonly token: string;
  /** When it ends, in milliseconds since 1970, or null when unknown. */
  readonly expiresAt: number | null;
  /** The provider, such as `oauth_google`. */
  readonly provider: string;
  /** What the provider told beyond the above; keys as they were sent. */
  readonly publicMetadata: { readonly [name: string]: unknown };
  /** A name that tells two accounts of one provider apart, or null. */
  readonly label: string | null;
  /** What it permits at the provider. */
  readonly scopes?: readonly string[];
  /** The provider's OpenID Connect id token. */
  readonly idToken?: string;
  /** The secret that goes with a token of OAuth 1.0. */
  readonly tokenSecret?: string;
}
