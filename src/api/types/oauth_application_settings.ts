/** What holds for all OAuth applications of an instance. */
export interface OauthApplicationSettings {
  /** What this is. */
  readonly object: "oauth_application_settings";
  /** Whether applications may register themselves, as RFC 7591 has it. */
  readonly dynamicOauthClientRegistration: boolean;
  /** The scopes of an application that asks for none, or null. */
  readonly defaultScopes: readonly string[] | null;
  /** Whether access tokens are JWTs; else they are opaque. */
  readonly oauthJwtAccessTokens: boolean;
  /** Whether it is announced that a client's id may be the URL of its metadata. */
  readonly clientIdMetadataDocumentsAdvertised: boolean;
  /** Whether such clients must be registered before. */
  readonly clientIdMetadataDocumentsOnlyAllowPreRegisteredClients: boolean;
  /** Whether such clients that nobody allowed expressly are refused. */
  readonly clientIdMetadataDocumentsBlockImplicitlyAllowedClients: boolean;
}

/** What `instance.updateOauthApplicationSettings` takes. A member left out stays as it is. */
export interface UpdateOauthApplicationSettingsParams {
  /** Whether applications may register themselves, as RFC 7591 has it. */
  readonly dynamicOauthClientRegistration?: boolean | null | undefined;
  /** The scopes of an application that asks for none. */
  readonly defaultScopes?: readonly string[] | null | undefined;
  /** Whether access tokens are JWTs; else they are opaque. */
  readonly oauthJwtAccessTokens?: boolean | null | undefined;
  /** Whether it is announced that a client's id may be the URL of its metadata. */
  readonly clientIdMetadataDocumentsAdvertised?: boolean | null | undefined;
  /** Whether such clients must be registered before. */
  readonly clientIdMetadataDocumentsOnlyAllowPreRegisteredClients?:
    | boolean
    | null
    | undefined;
  /** Whether such clients that nobody allowed expressly are refused. */
  readonly clientIdMetadataDocumentsBlockImplicitlyAllowedClients?:
    | boolean
    | null
    | undefined;
}
