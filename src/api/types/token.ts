/** A token of a session. */
export interface Token {
  /** What this is. */
  readonly object: "token";
  /** The token itself, a signed JWT. */
  readonly jwt: string;
}

/** The tokens of a session as cookies. */
export interface Cookies {
  /** What this is. */
  readonly object: "cookies";
  /** The cookies, each as the value of a `Set-Cookie` header. */
  readonly cookies: readonly string[];
}
