/** Codes of `MachineTokenVerificationError`. */
export const MachineTokenVerificationErrorCode: {
  /** It is no such token. */
  readonly TokenInvalid: "token-invalid";
  /** The API refuses the secret key. */
  readonly InvalidSecretKey: "secret-key-invalid";
  /** The API did not answer as it should. */
  readonly UnexpectedError: "unexpected-error";
  /** The token does not hold what it should. */
  readonly TokenVerificationFailed: "token-verification-failed";
} = {
  TokenInvalid: "token-invalid",
  InvalidSecretKey: "secret-key-invalid",
  UnexpectedError: "unexpected-error",
  TokenVerificationFailed: "token-verification-failed",
};

/** A code of `MachineTokenVerificationError`. */
export type MachineTokenVerificationErrorCode =
  (typeof MachineTokenVerificationErrorCode)[
    keyof typeof MachineTokenVerificationErrorCode
  ];

/** Codes of the API that are about tokens. */
export const TokenVerificationErrorCode: {
  /** The API refuses the secret key. */
  readonly InvalidSecretKey: "clerk_key_invalid";
} = { InvalidSecretKey: "clerk_key_invalid" };

/** A code of the API that is about tokens. */
export type TokenVerificationErrorCode =
  (typeof TokenVerificationErrorCode)[keyof typeof TokenVerificationErrorCode];

/** Reasons of `TokenVerificationError`. */
export const TokenVerificationErrorReason: {
  /** Its time is over. */
  readonly TokenExpired: "token-expired";
  /** It is no token, or not one of the kind that was asked for. */
  readonly TokenInvalid: "token-invalid";
  /** It is signed with an algorithm that is not supported. */
  readonly TokenInvalidAlgorithm: "token-invalid-algorithm";
  /** It was made for another origin. */
  readonly TokenInvalidAuthorizedParties: "token-invalid-authorized-parties";
  /** It was made by another issuer. */
  readonly TokenInvalidIssuer: "token-invalid-issuer";
  /** The signature is not of the key. */
  readonly TokenInvalidSignature: "token-invalid-signature";
  /** It is not valid before a time to come. */
  readonly TokenNotActiveYet: "token-not-active-yet";
  /** It was issued at a time to come. */
  readonly TokenIatInTheFuture: "token-iat-in-the-future";
  /** A claim is missing or wrong. */
  readonly TokenVerificationFailed: "token-verification-failed";
  /** The API refuses the secret key. */
  readonly InvalidSecretKey: "secret-key-invalid";
  /** The `jwtKey` cannot be read. */
  readonly LocalJWKMissing: "jwk-local-missing";
  /** The keys of the instance cannot be loaded. */
  readonly RemoteJWKFailedToLoad: "jwk-remote-failed-to-load";
  /** A key of the instance must not be used. */
  readonly RemoteJWKInvalid: "jwk-remote-invalid";
  /** The instance has no keys. */
  readonly RemoteJWKMissing: "jwk-remote-missing";
  /** There is nothing to get a key from. */
  readonly JWKFailedToResolve: "jwk-failed-to-resolve";
  /** No key of the instance has the token's kid. */
  readonly JWKKidMismatch: "jwk-kid-mismatch";
} = {
  TokenExpired: "token-expired",
  TokenInvalid: "token-invalid",
  TokenInvalidAlgorithm: "token-invalid-algorithm",
  TokenInvalidAuthorizedParties: "token-invalid-authorized-parties",
  TokenInvalidIssuer: "token-invalid-issuer",
  TokenInvalidSignature: "token-invalid-signature",
  TokenNotActiveYet: "token-not-active-yet",
  TokenIatInTheFuture: "token-iat-in-the-future",
  TokenVerificationFailed: "token-verification-failed",
  InvalidSecretKey: "secret-key-invalid",
  LocalJWKMissing: "jwk-local-missing",
  RemoteJWKFailedToLoad: "jwk-remote-failed-to-load",
  RemoteJWKInvalid: "jwk-remote-invalid",
  RemoteJWKMissing: "jwk-remote-missing",
  JWKFailedToResolve: "jwk-failed-to-resolve",
  JWKKidMismatch: "jwk-kid-mismatch",
};

/** A reason of `TokenVerificationError`. */
export type TokenVerificationErrorReason =
  (typeof TokenVerificationErrorReason)[
    keyof typeof TokenVerificationErrorReason
  ];

/** What a `TokenVerificationError` tells to do. */
export const TokenVerificationErrorAction: {
  /** It is not your mistake. */
  readonly ContactSupport: "Contact support@clerk.com";
  /** It may be the token of another issuer. */
  readonly EnsureClerkJWT:
    "Make sure that this is a valid Clerk-generated JWT.";
  /** The public key is missing. */
  readonly SetClerkJWTKey: "Set the CLERK_JWT_KEY environment variable.";
  /** The secret key is missing. */
  readonly SetClerkSecretKey: "Set the CLERK_SECRET_KEY environment variable.";
  /** The clock may be wrong. */
  readonly EnsureClockSync:
    "Make sure your system clock is in sync (e.g. turn off and on automatic time synchronization).";
} = {
  ContactSupport: "Contact support@clerk.com",
  EnsureClerkJWT: "Make sure that this is a valid Clerk-generated JWT.",
  SetClerkJWTKey: "Set the CLERK_JWT_KEY environment variable.",
  SetClerkSecretKey: "Set the CLERK_SECRET_KEY environment variable.",
  EnsureClockSync:
    "Make sure your system clock is in sync (e.g. turn off and on automatic time synchronization).",
};

/** What a `TokenVerificationError` tells to do. */
export type TokenVerificationErrorAction =
  (typeof TokenVerificationErrorAction)[
    keyof typeof TokenVerificationErrorAction
  ];
