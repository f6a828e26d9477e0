/**
 * The official wording of what goes wrong with tokens. Callers match on these
 * texts, so they are kept to the letter; everything else about an error is the
 * core's.
 */
import {
  TokenVerificationError as CoreTokenVerificationError,
  type TokenVerificationErrorReason,
} from "../src/errors/token_verification_error.ts";
import { formatHttpDate } from "../src/platform/calendar.ts";
import { TokenVerificationError } from "./errors.ts";

/** What a wording needs to know beyond the error itself. */
export interface WordingContext {
  /** The token. */
  readonly token: unknown;
  /** The header types that the caller asked for. */
  readonly headerType?: string | readonly string[] | undefined;
}

/** What an error is about, its values as JSON. */
interface Facts {
  readonly claim: string | undefined;
  readonly expected: unknown;
  readonly value: unknown;
  readonly shown: string;
  readonly message: string;
  readonly context: WordingContext;
}

/** A text; without one the core's own words stay. */
type Wording = (facts: Facts) => string | undefined;
type Reason = TokenVerificationErrorReason;

const CLERK_JWT = "Make sure that this is a valid Clerk-generated JWT.";
const SUPPORT = "Contact support@clerk.com";
const NO_KEYS =
  `The JWKS endpoint did not contain any signing keys. ${SUPPORT}.`;

/** What the official package advises; nothing for the reasons left out. */
const ACTIONS: { readonly [R in Reason]?: string } = {
  "token-invalid-algorithm": CLERK_JWT,
  "token-invalid-issuer": CLERK_JWT,
  "token-verification-failed": CLERK_JWT,
  "jwk-failed-to-resolve": "Set the CLERK_JWT_KEY environment variable.",
  "jwk-kid-mismatch":
    `Go to your Dashboard and validate your secret and public keys are correct. ${SUPPORT} if the issue persists.`,
  "jwk-remote-failed-to-load": SUPPORT,
  "secret-key-invalid": SUPPORT,
};

/** Reasons of the core for which the official package has another one. */
const REASONS: { readonly [R in Reason]?: Reason } = {
  "jwk-local-missing": "token-verification-failed",
  "jwk-remote-invalid": "token-verification-failed",
  "jwk-remote-missing": "jwk-remote-failed-to-load",
};

const wordKey: Wording = ({ message }) =>
  `Error verifying JWT signature. ${message}`;

const wordStart: Wording = ({ value, expected }) =>
  `${date(value)}; Current date: ${date(expected)};`;

/** How the official package words each reason. */
const WORDINGS: { readonly [R in Reason]?: Wording } = {
  "token-invalid": wordInvalid,
  "token-invalid-algorithm": ({ shown }) =>
    `Invalid JWT algorithm ${shown}. Supported: RS256,RS384,RS512.`,
  "token-invalid-signature": () => "JWT signature is invalid.",
  "token-verification-failed": wordClaim,
  "token-invalid-authorized-parties": ({ shown, expected }) =>
    `Invalid JWT Authorized party claim (azp) ${shown}. Expected "${expected}".`,
  "token-invalid-issuer": ({ shown, expected }) =>
    `Invalid JWT issuer claim (iss) ${shown}. Expected "${expected}".`,
  "token-expired": ({ value, expected }) =>
    `JWT is expired. Expiry date: ${date(value)}, Current date: ${
      date(expected)
    }.`,
  "token-not-active-yet": (facts) =>
    `JWT cannot be used prior to not before date claim (nbf). Not before date: ${
      wordStart(facts)
    }`,
  "token-iat-in-the-future": (facts) =>
    `JWT issued at date claim (iat) is in the future. Issued at date: ${
      wordStart(facts)
    }`,
  "jwk-local-missing": wordKey,
  "jwk-remote-invalid": wordKey,
  "jwk-failed-to-resolve": () => "Failed to resolve JWK during verification.",
  "jwk-kid-mismatch": ({ value }) =>
    `Unable to find a signing key in JWKS that matches the kid='${value}' of the provided session token. Please make sure that the __session cookie or the HTTP authorization header contain a Clerk-generated session JWT.`,
  "jwk-remote-missing": () => NO_KEYS,
  "jwk-remote-failed-to-load": ({ value, message }) =>
    value === undefined
      // An answer came, and it is no JWKS.
      ? message.includes("expected keys") ? NO_KEYS : undefined
      : `Error loading Clerk JWKS from ${quoted(message)} with code=${value}`,
  "secret-key-invalid": () =>
    "The provided Clerk Secret Key is invalid. Make sure that your Clerk Secret Key is correct.",
};

/** Gives an error of the core in the official package's words. */
export function wordLikeOfficial(
  error: CoreTokenVerificationError,
  context: WordingContext,
): TokenVerificationError {
  const { claim, expected, received: value, message } = error;
  const shown = show(value);
  const text = WORDINGS[error.reason]?.({
    claim,
    expected,
    value,
    shown,
    message,
    context,
  });
  const reason = REASONS[error.reason] ?? error.reason;
  const isOfHeader = claim === "typ" || claim === "cat";
  const action = isOfHeader ? CLERK_JWT : ACTIONS[reason];
  return new TokenVerificationError({
    reason,
    message: text ?? message,
    cause: error,
    ...(action ? { action } : {}),
  });
}

/** Runs a step of a verification, and throws its refusals in the official words. */
export async function inOfficialWords<T>(
  context: WordingContext,
  run: () => T | Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof CoreTokenVerificationError
      ? wordLikeOfficial(error, context)
      : error;
  }
}

/** Makes an error of a check that the core leaves to its caller. */
export function refusal(
  reason: Reason,
  claim: string,
  received?: unknown,
): CoreTokenVerificationError {
  return new CoreTokenVerificationError({
    reason,
    message: "",
    claim,
    received,
  });
}

function wordInvalid({ claim, shown, context }: Facts): string | undefined {
  const { token, headerType = "JWT" } = context;
  if (claim === "typ") {
    const types = [headerType].flat().join(", ");
    return `Invalid JWT type ${shown}. Expected "${types}".`;
  }
  if (claim === "cat") return "Invalid session token category.";
  if (claim) return undefined;
  return `Invalid JWT form. ${
    typeof token === "string" && token.split(".").length === 3
      ? "The header, payload, or signature could not be decoded."
      : "A JWT consists of three parts separated by dots."
  }`;
}

const TIMES: { readonly [claim: string]: string } = {
  exp: "expiry",
  nbf: "not before",
  iat: "issued at",
};

function wordClaim(
  { claim = "", value, shown, expected }: Facts,
): string | undefined {
  if (claim === "sub") {
    return `Subject claim (sub) is required and must be a string. Received ${shown}.`;
  }
  if (claim === "aud" && Array.isArray(expected)) {
    return `Invalid JWT audience claim${
      Array.isArray(value) ? " array" : ""
    } (aud) ${shown}. Is not included in "${show(expected)}".`;
  }
  const time = TIMES[claim];
  return time &&
    `Invalid JWT ${time} date claim (${claim}) ${shown}. Expected number.`;
}

function show(value: unknown): string {
  return `${JSON.stringify(value)}`;
}

function quoted(message: string): string {
  return /"(.+)"/.exec(message)?.[1] ?? "";
}

function date(seconds: unknown): string {
  return formatHttpDate(Number(seconds) * 1000);
}
