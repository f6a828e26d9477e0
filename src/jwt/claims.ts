import {
  TokenVerificationError,
  type TokenVerificationErrorReason,
} from "../errors/token_verification_error.ts";
import { isTextOrAbsent } from "../text/json.ts";
import { type ClaimsPolicy, foldType } from "./claims_policy.ts";
import { classOf } from "./token_class.ts";
import type { JwtHeader, JwtPayload } from "./types.ts";

export { createClaimsPolicy } from "./claims_policy.ts";
export type { ClaimsOptions, ClaimsPolicy } from "./claims_policy.ts";

/** One demand: on what, how to refuse it, what was expected, and what holds. */
type Rule = readonly [
  claim: string,
  reason: TokenVerificationErrorReason,
  /** Words, or the member of the policy; empty where the time is expected. */
  wanted: string,
  holds: (value: unknown, policy: ClaimsPolicy, nowMs: number) => boolean,
];

const INVALID = "token-invalid";
const FAILED = "token-verification-failed";
const TEXT = "text";
const TIME = "a time in seconds";

/**
 * All demands, in the order in which they are made. Times are compared such that
 * a clock which gives NaN accepts nothing.
 */
const RULES: readonly Rule[] = [
  [
    "typ",
    INVALID,
    "headerType",
    (typ, policy) =>
      typeof typ === "string"
        ? policy.headerType.includes(foldType(typ))
        : policy.headerTypeOptional,
  ],
  [
    "cat",
    INVALID,
    "tokenClass",
    (found, policy) =>
      policy.tokenClass === "any" || policy.tokenClass === found,
  ],
  ["iss", FAILED, TEXT, isTextOrAbsent],
  ["azp", FAILED, TEXT, isTextOrAbsent],
  ["sid", FAILED, TEXT, isTextOrAbsent],
  [
    "aud",
    FAILED,
    TEXT,
    (aud) =>
      isTextOrAbsent(aud) || Array.isArray(aud) && aud.every(isTextOrAbsent),
  ],
  [
    "sub",
    FAILED,
    TEXT,
    (sub, policy) =>
      sub
        ? typeof sub === "string"
        : sub === undefined && policy.subjectOptional,
  ],
  ["exp", FAILED, TIME, isTime],
  ["nbf", FAILED, TIME, isTimeOrAbsent],
  ["iat", FAILED, TIME, isTimeOrAbsent],
  [
    "aud",
    FAILED,
    "audience",
    (aud, policy) =>
      policy.audienceOptional && ![aud || []].flat().length ||
      isOneOf(aud, policy.audience),
  ],
  [
    "azp",
    "token-invalid-authorized-parties",
    "authorizedParties",
    (azp, policy) => isOneOf(azp, policy.authorizedParties),
  ],
  [
    "iss",
    "token-invalid-issuer",
    "issuer",
    (iss, policy) => isOneOf(iss, policy.issuer),
  ],
  [
    "exp",
    "token-expired",
    "",
    (exp, policy, nowMs) => Number(exp) * 1000 > nowMs - policy.clockSkewInMs,
  ],
  ["nbf", "token-not-active-yet", "", hasStarted],
  ["iat", "token-iat-in-the-future", "", hasStarted],
  [
    "sts",
    "session-pending",
    "active",
    (sts, policy) => sts !== "pending" || !policy.treatPendingAsSignedOut,
  ],
];

/**
 * Judges the claims of a token whose signature is known to be good.
 *
 * @param nowMs The time, in milliseconds since 1970.
 * @returns Why the token is refused, or undefined when it is not.
 */
export function checkClaims(
  header: JwtHeader,
  payload: JwtPayload,
  policy: ClaimsPolicy,
  nowMs: number,
): TokenVerificationError | undefined {
  for (const [claim, reason, wanted, holds] of RULES) {
    const received = claim === "typ"
      ? header.typ
      : claim === "cat"
      ? classOf(header, payload)
      : payload[claim];
    if (holds(received, policy, nowMs)) continue;
    const expected = wanted
      ? Reflect.get(policy, wanted) ?? wanted
      : nowMs / 1000;
    const why = wanted
      ? `expected "${claim}" to be ${show(expected)}, received ${
        show(received)
      }`
      : `${claim === "exp" ? "it expired" : `"${claim}" is ahead by`} ${
        Math.abs(Math.round(nowMs / 1000 - Number(received)))
      } s${claim === "exp" ? " ago" : ""}`;
    return new TokenVerificationError({
      reason,
      message: `Cannot accept the token: ${why}.`,
      claim,
      expected,
      received,
    });
  }
  return undefined;
}

/** Names a value, whatever it is, in a bounded length. */
function show(value: unknown): string {
  return [value].flat().map((item) =>
    typeof item === "object" ? "an object" : `${JSON.stringify(item)}`
  ).join(" or ").slice(0, 500);
}

function isTime(value: unknown): boolean {
  return Number.isFinite(value);
}

function isTimeOrAbsent(value: unknown): boolean {
  return value === undefined || isTime(value);
}

function hasStarted(
  time: unknown,
  policy: ClaimsPolicy,
  nowMs: number,
): boolean {
  return !(Number(time) * 1000 > nowMs + policy.clockSkewInMs);
}

/** Whether a claim shares a value with what is expected, if anything is. */
function isOneOf(
  claim: unknown,
  expected: readonly string[] | undefined,
): boolean {
  return !expected ||
    expected.some((value) =>
      Array.isArray(claim) ? claim.includes(value) : claim === value
    );
}
