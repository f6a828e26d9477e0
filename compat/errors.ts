/**
 * The error classes and codes of `@clerk/backend/errors`, as drop-in.
 *
 * @module
 */
import { isObject } from "../src/text/json.ts";
import { toCamelCase } from "../src/text/case.ts";

export { TokenVerificationError } from "../src/errors/token_verification_error.ts";
export type { TokenCarrier } from "../src/errors/token_verification_error.ts";

/** One error of the Backend API. */
export interface ClerkAPIError {
  /** What went wrong, in a form to branch on. */
  readonly code: string;
  /** What went wrong, for a developer. */
  readonly message: string;
  /** What went wrong, in a form fit for showing to a user. */
  readonly longMessage?: string | undefined;
  /** More about it, such as `paramName`; empty when there is no more. */
  readonly meta: { readonly [name: string]: unknown };
}

/** What a {@linkcode ClerkAPIResponseError} is made of. */
export interface ClerkAPIResponseOptions {
  /** The errors, as the API sends them: names in snake_case. */
  readonly data: readonly unknown[];
  /** The HTTP status. */
  readonly status?: number | undefined;
  /** The trace id to tell Clerk's support. */
  readonly clerkTraceId?: string | undefined;
  /** How long the API asks to wait, in seconds. */
  readonly retryAfter?: number | undefined;
  /** The failure underneath, when it was not the API that answered. */
  readonly cause?: unknown;
}

/** A call of the Backend API failed. */
export class ClerkAPIResponseError extends Error {
  /** What {@linkcode isClerkAPIResponseError} goes by. */
  static readonly kind: string = "ClerkAPIResponseError";
  /** The name of the class. */
  override readonly name: string = "ClerkAPIResponseError";
  /** Marks errors of Clerk. */
  readonly clerkError = true as const;
  /** The code of all errors of this class; those of the API are in `errors`. */
  readonly code: string = "api_response_error";
  /** Absent. */
  readonly longMessage: string | undefined = undefined;
  /** Absent. */
  readonly docsUrl: string | undefined = undefined;
  /** The HTTP status, when an answer came. */
  readonly status: number;
  /** The trace id to tell Clerk's support. */
  readonly clerkTraceId: string | undefined;
  /** How long the API asks to wait, in seconds. */
  readonly retryAfter: number | undefined;
  /** What went wrong. */
  readonly errors: ClerkAPIError[];

  /** Makes an error out of the API's answer. */
  constructor(message: string, options: ClerkAPIResponseOptions) {
    super(message, "cause" in options ? { cause: options.cause } : undefined);
    this.status = options.status as number;
    this.clerkTraceId = options.clerkTraceId;
    this.retryAfter = options.retryAfter;
    this.errors = options.data.map(parseError);
  }

  /**
   * The message, the status and all errors.
   *
   * @returns A few lines for a log.
   */
  override toString(): string {
    const errors = this.errors.map((error) => JSON.stringify(error)).join(",");
    const trace = this.clerkTraceId
      ? `\nClerk Trace ID: ${this.clerkTraceId}`
      : "";
    return `[${this.name}]\nMessage:${this.message}\nStatus:${this.status}\nSerialized errors: ${errors}${trace}`;
  }
}

/** Reads an error of the API, its names in either case. */
function parseError(error: unknown): ClerkAPIError {
  const { code, message, long_message, longMessage, meta } = isObject(error)
    ? error
    : {};
  const names = isObject(meta) ? Object.entries(meta) : [];
  return {
    code: `${code ?? ""}`,
    message: `${message ?? ""}`,
    longMessage: textOf(longMessage ?? long_message),
    meta: Object.fromEntries(
      names.map(([n, value]) => [toCamelCase(n), value]),
    ),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/**
 * Whether something that was caught is a failed call of the Backend API, be it
 * of this copy of the package or of another one.
 *
 * @param error What was caught.
 * @returns Whether it is.
 *
 * @example
 * ```ts
 * import { createClerkClient } from "@isoclerk/backend/compat";
 * import { isClerkAPIResponseError } from "@isoclerk/backend/compat/errors";
 * import { createEmulator } from "@isoclerk/backend/emulator";
 *
 * const emulator = await createEmulator();
 * const clerk = createClerkClient({
 *   secretKey: emulator.secretKey,
 *   fetch: emulator.fetch,
 * });
 * try {
 *   await clerk.users.getUser("user_of_nobody");
 * } catch (error) {
 *   if (isClerkAPIResponseError(error)) console.log(error.status); // 404
 * }
 * ```
 */
export function isClerkAPIResponseError(
  error: unknown,
): error is ClerkAPIResponseError {
  const { constructor } = isObject(error) ? error : {};
  return (isObject(constructor) || typeof constructor === "function") &&
    Reflect.get(constructor, "kind") === ClerkAPIResponseError.kind;
}

/** A token could not be signed: the key, the algorithm or the claims are wrong. */
export class SignJWTError extends Error {
  /** The name of the class. */
  override readonly name: string = "SignJWTError";
}

/** What a {@linkcode MachineTokenVerificationError} is made of. */
export interface MachineTokenVerificationErrorInit {
  /** Why, for a person. */
  readonly message: string;
  /** Why, in a form to branch on. */
  readonly code: MachineTokenVerificationErrorCode;
  /** The HTTP status, when the API refused it. */
  readonly status?: number | undefined;
  /** What to do about it. */
  readonly action?: string | undefined;
  /** What caused it. */
  readonly cause?: unknown;
}

/** The token of a machine, an API key or an OAuth access token was refused. */
export class MachineTokenVerificationError extends Error {
  /** The name of the class. */
  override readonly name: string = "MachineTokenVerificationError";
  /** Marks errors of Clerk. */
  readonly clerkError = true as const;
  /** Why, in a form to branch on. */
  readonly code: MachineTokenVerificationErrorCode;
  /** Absent. */
  readonly longMessage: string | undefined = undefined;
  /** Absent. */
  readonly docsUrl: string | undefined = undefined;
  /** The HTTP status, when the API refused it. */
  readonly status: number | undefined;
  /** What to do about it. */
  readonly action: string | undefined;

  /** Makes an error. */
  constructor(init: MachineTokenVerificationErrorInit) {
    super(init.message, "cause" in init ? { cause: init.cause } : undefined);
    this.code = init.code;
    this.status = init.status;
    this.action = init.action;
  }

  /**
   * The message with the code and the status.
   *
   * @returns One line for a log.
   */
  getFullMessage(): string {
    return `${this.message} (code=${this.code}, status=${this.status})`;
  }
}

/** Codes of {@linkcode MachineTokenVerificationError}. */
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

/** A code of {@linkcode MachineTokenVerificationError}. */
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

/** Reasons of {@linkcode TokenVerificationError}. */
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

/** A reason of {@linkcode TokenVerificationError}. */
export type TokenVerificationErrorReason =
  (typeof TokenVerificationErrorReason)[
    keyof typeof TokenVerificationErrorReason
  ];

/** What a {@linkcode TokenVerificationError} tells to do. */
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

/** What a {@linkcode TokenVerificationError} tells to do. */
export type TokenVerificationErrorAction =
  (typeof TokenVerificationErrorAction)[
    keyof typeof TokenVerificationErrorAction
  ];
