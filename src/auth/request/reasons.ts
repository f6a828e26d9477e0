// A table: exempt from the limit on lines.
import type { TokenVerificationErrorReason } from "../../errors/token_verification_error.ts";

/** Why a request is not signed in, in a form to branch on. */
export type AuthReason =
  | StateReason
  | `session-token-expired-refresh-${string}`
  | TokenVerificationErrorReason;

/** The reasons that are a state's own; docs/reasons.md explains them. */
export type StateReason =
  | "session-token-and-uat-missing"
  | "session-token-missing"
  | "session-token-but-no-client-uat"
  | "client-uat-but-no-session-token"
  | "session-token-iat-before-client-uat"
  | "session-token-expired"
  | "session-token-nbf"
  | "session-token-iat-in-the-future"
  | "dev-browser-missing"
  | "dev-browser-sync"
  | "satellite-needs-syncing"
  | "primary-responds-to-syncing"
  | "primary-domain-cross-origin-sync"
  | "active-organization-mismatch"
  | "token-type-mismatch"
  | "No token in header"
  | "handshake-invalid"
  | "unexpected-error";

/** Why an expired session token was not refreshed, unless the API says why. */
export type RefreshReason =
  | "non-eligible-non-get"
  | "non-eligible-no-refresh-cookie"
  | "missing-api-client"
  | "expired-session-token-decode-failed"
  | "expired-session-token-missing-sid-claim"
  | "fetch-error"
  | "unexpected-bapi-error"
  | "unexpected-sdk-error"
  | "invalid-session-token";

/** What a reason means, and what to do about it. */
export interface ReasonNote {
  /** What it means. */
  readonly meaning: string;
  /** What to do about it. */
  readonly remedy: string;
}

const NOTHING = "Nothing: it settles itself.";

/**
 * Every reason that a state can have, but for those of a token's verification,
 * which docs/errors.md explains. No code but documentation reads this.
 */
export const REASONS: { readonly [R in StateReason]: ReasonNote } = {
  "session-token-and-uat-missing": {
    meaning:
      "There is neither a session token nor a sign of a signed-in client.",
    remedy:
      "Nothing: nobody is signed in. If nobody ever is in development, no publishable key was found: see whether `.env` gets into the environment.",
  },
  "session-token-missing": {
    meaning: "The handshake brought no session: nobody is signed in.",
    remedy:
      "Nothing, unless it comes with a handshake that could not be fetched: then see whether the Backend API can be reached, and the secret key is that of the instance.",
  },
  "session-token-but-no-client-uat": {
    meaning:
      "There is a session token, but no `__client_uat` cookie that says whether it is still good.",
    remedy:
      "Nothing in a browser: the handshake sets it. Send the token in the `Authorization` header where there is no browser.",
  },
  "client-uat-but-no-session-token": {
    meaning: "The client is signed in, but its session token is not there.",
    remedy: NOTHING,
  },
  "session-token-iat-before-client-uat": {
    meaning:
      "The session token is older than the last time that somebody signed in or out.",
    remedy: NOTHING,
  },
  "session-token-expired": {
    meaning: "The session token is expired.",
    remedy: NOTHING,
  },
  "session-token-nbf": {
    meaning: "The session token is not valid yet.",
    remedy:
      "The server's clock is behind: synchronise it. The message says by how much.",
  },
  "session-token-iat-in-the-future": {
    meaning: "The session token was issued in the future.",
    remedy:
      "The server's clock is behind: synchronise it. The message says by how much.",
  },
  "dev-browser-missing": {
    meaning:
      "In development, the browser has to be known to Clerk first, by a `__clerk_db_jwt` cookie.",
    remedy: "Nothing in a browser: the handshake sets it.",
  },
  "dev-browser-sync": {
    meaning: "In development, the browser comes back from Clerk's pages.",
    remedy: NOTHING,
  },
  "satellite-needs-syncing": {
    meaning:
      "The application is a satellite, and has to ask the primary domain whether somebody is signed in.",
    remedy:
      "Nothing. If it repeats, the domain is not a satellite of the instance: see `domain` and the Clerk Dashboard.",
  },
  "primary-responds-to-syncing": {
    meaning: "In development, the primary domain answers a satellite.",
    remedy: NOTHING,
  },
  "primary-domain-cross-origin-sync": {
    meaning:
      "The browser came from another origin, where the session may have changed.",
    remedy: NOTHING,
  },
  "active-organization-mismatch": {
    meaning:
      "The path names another organization than the active one, as `organizationSyncOptions` has it.",
    remedy:
      "Nothing. If it repeats, the user is not a member of the organization that the path names.",
  },
  "token-type-mismatch": {
    meaning:
      "The token is of a kind that is not accepted here: a machine's, or of a JWT template.",
    remedy:
      "Name the kinds that you want in `acceptsToken`. Tokens of JWT templates are for other services, and are verified by `verifyToken`.",
  },
  "No token in header": {
    meaning:
      "A machine token is asked for, and there is none in the `Authorization` header.",
    remedy: "Send it as `Authorization: Bearer …`.",
  },
  "handshake-invalid": {
    meaning:
      "In development, what came back from the handshake cannot be believed.",
    remedy:
      "See the message. After changing keys, clear the browser's cookies.",
  },
  "unexpected-error": {
    meaning: "Something that was handed over threw an error.",
    remedy: "See what you handed over, such as a clock of your own.",
  },
};

/**
 * Why an expired session token was not refreshed, in the reason
 * `session-token-expired-refresh-…`. Codes of the Backend API can stand there
 * as well.
 */
export const REFRESH_REASONS: { readonly [R in RefreshReason]: ReasonNote } = {
  "non-eligible-non-get": {
    meaning: "Only for GET requests a token is refreshed.",
    remedy: "Let the frontend send a fresh token.",
  },
  "non-eligible-no-refresh-cookie": {
    meaning: "There is no `__refresh` cookie of the instance.",
    remedy: NOTHING,
  },
  "missing-api-client": {
    meaning: "There is no secret key, without which nothing is refreshed.",
    remedy: "Give `secretKey`, or leave it at the handshake.",
  },
  "expired-session-token-decode-failed": {
    meaning: "The session cookie holds no token.",
    remedy: NOTHING,
  },
  "expired-session-token-missing-sid-claim": {
    meaning: "The expired token names no session.",
    remedy: NOTHING,
  },
  "fetch-error": {
    meaning: "The Backend API could not be reached.",
    remedy: "Let the server reach it.",
  },
  "unexpected-bapi-error": {
    meaning: "The Backend API failed without saying why.",
    remedy: "Try again; see Clerk's status page.",
  },
  "unexpected-sdk-error": {
    meaning: "The Backend API's answer was of another form than expected.",
    remedy: "See whether this package is up to date.",
  },
  "invalid-session-token": {
    meaning: "The Backend API gave no session token that is good.",
    remedy: NOTHING,
  },
};
