/**
 * The official wording of what goes wrong with tokens. Callers match on these
 * texts, so they are kept to the letter; everything else about an error is the
 * core's.
 */
import type { Result } from "../src/errors/result.ts";
import { formatHttpDate } from "../src/platform/calendar.ts";
import {
  TokenVerificationError,
  type TokenVerificationErrorReason,
} from "../src/errors/token_verification_error.ts";

/** What a wording needs to know beyond the error itself. */
export interface WordingContext {
  /** The token. */
  readonly token: unknown;
  /** The header types that the caller asked for. */
  readonly headerType?: string | readonly string[] | undefined;
  /** Where the keys come from. */
  readonly jwksUrl?: string | undefined;
}

type Wording = readonly [
  message: string,
  action?: string | undefined,
  reason?: TokenVerificationErrorReason,
];
type Row = (
  error: TokenVerificationError,
  context: WordingContext,
) => Wording | undefined;

const CLERK_JWT = "Make sure that this is a valid Clerk-generated JWT.";
const SUPPORT = "Contact support@clerk.com";

const NO_NUMBER: Readonly<Record<string, string>> = {
  exp: "expiry date",
  nbf: "not before date",
  iat: "issued at date",
};

/** How the official package words each reason; what is absent stays as it is. */
const ROWS: {
  readonly [Reason in TokenVerificationErrorReason]?: Row;
} = {
  "token-invalid": wordInvalid,
  "token-invalid-algorithm": ({ received }) => [
    `Invalid JWT algorithm ${show(received)}. Supported: RS256,RS384,RS512.`,
    CLERK_JWT,
  ],
  "token-invalid-signature": () => ["JWT signature is invalid."],
  "token-verification-failed": wordClaim,
  "token-invalid-authorized-parties": ({ received, expected }) => [
    `Invalid JWT Authorized party claim (azp) ${
      show(received)
    }. Expected "${expected}".`,
  ],
  "token-invalid-issuer": ({ received, expected }) => [
    `Invalid JWT issuer claim (iss) ${show(received)}. Expected "${expected}".`,
    CLERK_JWT,
  ],
  "token-expired": ({ received, expected }) => [
    `JWT is expired. Expiry date: ${date(received)}, Current date: ${
      date(expected)
    }.`,
  ],
  "token-not-active-yet": ({ received, expected }) => [
    `JWT cannot be used prior to not before date claim (nbf). Not before date: ${
      date(received)
    }; Current date: ${date(expected)};`,
  ],
  "token-iat-in-the-future": ({ received, expected }) => [
    `JWT issued at date claim (iat) is in the future. Issued at date: ${
      date(received)
    }; Current date: ${date(expected)};`,
  ],
  "jwk-local-missing": wordKey,
  "jwk-remote-invalid": wordKey,
  "jwk-failed-to-resolve": () => [
    "Failed to resolve JWK during verification.",
    "Set the CLERK_JWT_KEY environment variable.",
  ],
  "jwk-kid-mismatch": ({ received }) => [
    `Unable to find a signing key in JWKS that matches the kid='${received}' of the provided session token. Please make sure that the __session cookie or the HTTP authorization header contain a Clerk-generated session JWT.`,
    "Go to your Dashboard and validate your secret and public keys are correct. Contact support@clerk.com if the issue persists.",
  ],
  "jwk-remote-missing": () => [
    "The JWKS endpoint did not contain any signing keys. Contact support@clerk.com.",
    SUPPORT,
    "jwk-remote-failed-to-load",
  ],
  "jwk-remote-failed-to-load": ({ received, message }, { jwksUrl }) => [
    received === undefined
      ? message
      : `Error loading Clerk JWKS from ${jwksUrl} with code=${received}`,
    SUPPORT,
  ],
  "secret-key-invalid": () => [
    "The provided Clerk Secret Key is invalid. Make sure that your Clerk Secret Key is correct.",
    SUPPORT,
  ],
};

/** Gives an error of the core in the official package's words. */
export function wordLikeOfficial(
  error: TokenVerificationError,
  context: WordingContext,
): TokenVerificationError {
  const wording = ROWS[error.reason]?.(error, context);
  if (!wording) return error;
  const [message, action, reason = error.reason] = wording;
  const { claim, expected, received } = error;
  return new TokenVerificationError({
    reason,
    message,
    ...(action === undefined ? {} : { action }),
    ...(claim === undefined ? {} : { claim }),
    expected,
    received,
    cause: error,
  });
}

/** Takes the result, or throws the error in the official words. */
export function take<T>(
  outcome: Result<T, TokenVerificationError>,
  context: WordingContext,
): T {
  if (outcome.error) throw wordLikeOfficial(outcome.error, context);
  return outcome.result;
}

/** Words that a key cannot be used. */
export function wordKey(
  error: TokenVerificationError,
): Wording {
  return [
    `Error verifying JWT signature. ${error.message}`,
    CLERK_JWT,
    "token-verification-failed",
  ];
}

function wordInvalid(
  { claim, received }: TokenVerificationError,
  { token, headerType = "JWT" }: WordingContext,
): Wording | undefined {
  if (claim === "typ") {
    const types = [headerType].flat().join(", ");
    return [
      `Invalid JWT type ${show(received)}. Expected "${types}".`,
      CLERK_JWT,
    ];
  }
  if (claim === "cat") return ["Invalid session token category.", CLERK_JWT];
  if (claim !== undefined) return undefined;
  const parts = typeof token === "string" ? token.split(".").length : 0;
  return [
    `Invalid JWT form. ${
      parts === 3
        ? "The header, payload, or signature could not be decoded."
        : "A JWT consists of three parts separated by dots."
    }`,
  ];
}

function wordClaim(
  { claim = "", received, expected }: TokenVerificationError,
): Wording | undefined {
  if (claim === "sub") {
    return [
      `Subject claim (sub) is required and must be a string. Received ${
        show(received)
      }.`,
      CLERK_JWT,
    ];
  }
  if (claim === "aud" && Array.isArray(expected)) {
    const array = Array.isArray(received) ? " array" : "";
    return [
      `Invalid JWT audience claim${array} (aud) ${
        show(received)
      }. Is not included in "${show(expected)}".`,
      CLERK_JWT,
    ];
  }
  const name = NO_NUMBER[claim];
  return name === undefined ? undefined : [
    `Invalid JWT ${name} claim (${claim}) ${show(received)}. Expected number.`,
    CLERK_JWT,
  ];
}

function show(value: unknown): string {
  return `${JSON.stringify(value)}`;
}

function date(seconds: unknown): string {
  return formatHttpDate(Number(seconds) * 1000);
}

/** Makes an error of a check that the core leaves to its caller. */
export function refuse(
  reason: TokenVerificationError["reason"],
  claim?: string,
  received?: unknown,
): TokenVerificationError {
  return new TokenVerificationError({
    reason,
    message: "",
    ...(claim ? { claim } : {}),
    received,
  });
}
