/** Why a token was refused, in a form to branch on. */
export type TokenVerificationErrorReason =
  /** Its time is over. */
  | "token-expired"
  /** It is no token, or not a token of the kind that was asked for. */
  | "token-invalid"
  /** It is signed with an algorithm that the key or the caller does not allow. */
  | "token-invalid-algorithm"
  /** It was made for another origin. */
  | "token-invalid-authorized-parties"
  /** It was made by another issuer. */
  | "token-invalid-issuer"
  /** The signature is not of the key. */
  | "token-invalid-signature"
  /** It is not valid before a time to come. */
  | "token-not-active-yet"
  /** It was issued at a time to come. */
  | "token-iat-in-the-future"
  /** A claim is missing, of the wrong type, or not what was asked for. */
  | "token-verification-failed"
  /** The session has tasks to do before it counts as signed in. */
  | "session-pending"
  /** The Backend API refuses the secret key. */
  | "secret-key-invalid"
  /** The `jwtKey` that was given cannot be read. */
  | "jwk-local-missing"
  /** The JWKS endpoint did not answer, or not with a JWKS. */
  | "jwk-remote-failed-to-load"
  /** The JWKS holds the key in a form that must not be used. */
  | "jwk-remote-invalid"
  /** The JWKS has no keys. */
  | "jwk-remote-missing"
  /** There is nothing to get a key from: no jwtKey, secret key or publishable key. */
  | "jwk-failed-to-resolve"
  /** No key of the JWKS has the token's kid. */
  | "jwk-kid-mismatch"
  /** An option of the call is of the wrong type or out of range. */
  | "options-invalid";

/** Where a token was found in a request. */
export type TokenCarrier = "header" | "cookie";

/** What a {@linkcode TokenVerificationError} is made of. */
export interface TokenVerificationErrorInit {
  /** Why, in a form to branch on. */
  readonly reason: TokenVerificationErrorReason;
  /** Why, for a person. */
  readonly message: string;
  /** What to do about it. */
  readonly action?: string | undefined;
  /** The claim or header parameter that was judged, such as `aud` or `typ`. */
  readonly claim?: string | undefined;
  /** What was expected of it. */
  readonly expected?: unknown;
  /** What it was. */
  readonly received?: unknown;
  /** What caused it, such as a network failure. */
  readonly cause?: unknown;
}

/** A token was refused. Holds neither the token nor a key. */
export class TokenVerificationError extends Error {
  /** The name of the class. */
  override readonly name: string = "TokenVerificationError";
  /** Why, in a form to branch on. */
  declare readonly reason: TokenVerificationErrorReason;
  /** What to do about it, where the message does not say so. */
  declare readonly action?: string | undefined;
  /** The claim or header parameter that was judged. */
  declare readonly claim?: string | undefined;
  /** What was expected of it. */
  declare readonly expected?: unknown;
  /** What it was. */
  declare readonly received?: unknown;
  /** Where the token was found, when it came from a request. */
  declare tokenCarrier?: TokenCarrier | undefined;

  /** Makes an error. */
  constructor(init: TokenVerificationErrorInit) {
    const { message, cause: _cause, ...about } = init;
    super(message, init);
    // Members that say nothing are left out, for those who look at the error.
    Object.assign(this, about);
  }
}

/**
 * Ends a verification. Inside of it refusals are thrown, and the function that
 * the caller called gives them as values.
 */
export function refuse(
  reason: TokenVerificationErrorReason,
  message: string,
  about?: Omit<TokenVerificationErrorInit, "reason" | "message">,
): never {
  throw new TokenVerificationError({ reason, message, ...about });
}

/** Ends a verification because of what the token is, or says. */
export function refuseToken(
  reason: TokenVerificationErrorReason,
  why: string,
  about?: Omit<TokenVerificationErrorInit, "reason" | "message">,
): never {
  refuse(reason, `Cannot accept the token: expected ${why}.`, about);
}
