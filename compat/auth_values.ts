/** What a request turned out to be. */
export const AuthStatus: {
  /** It has a good token. */
  readonly SignedIn: "signed-in";
  /** It has none. */
  readonly SignedOut: "signed-out";
  /** The browser has to be sent elsewhere to find out. */
  readonly Handshake: "handshake";
} = {
  SignedIn: "signed-in",
  SignedOut: "signed-out",
  Handshake: "handshake",
};

/** What a request turned out to be. */
export type AuthStatus = (typeof AuthStatus)[keyof typeof AuthStatus];

/** The kinds of token by which a request can be authenticated. */
export const TokenType: {
  /** Of a session. */
  readonly SessionToken: "session_token";
  /** An API key. */
  readonly ApiKey: "api_key";
  /** Of a machine. */
  readonly M2MToken: "m2m_token";
  /** An OAuth access token. */
  readonly OAuthToken: "oauth_token";
} = {
  SessionToken: "session_token",
  ApiKey: "api_key",
  M2MToken: "m2m_token",
  OAuthToken: "oauth_token",
};

/** A kind of token by which a request can be authenticated. */
export type TokenType = (typeof TokenType)[keyof typeof TokenType];
