import {
  TokenVerificationError,
  type TokenVerificationErrorReason,
} from "../errors/token_verification_error.ts";
import { type ClaimsPolicy, foldType } from "./claims_policy.ts";
import { classOf } from "./token_class.ts";
import type { JwtHeader, JwtPayload } from "./types.ts";

export { createClaimsPolicy } from "./claims_policy.ts";
export type {
  ClaimsDefaults,
  ClaimsOptions,
  ClaimsPolicy,
} from "./claims_policy.ts";

/** One demand: on what, how to refuse it, what to say, and what it is. */
type Rule = readonly [
  claim: string,
  reason: TokenVerificationErrorReason,
  words: string,
  holds: (value: unknown, policy: ClaimsPolicy, nowMs: number) => boolean,
  expected?: (policy: ClaimsPolicy, nowMs: number) => unknown,
];

const INVALID = "token-invalid";
const FAILED = "token-verification-failed";
const TIME = "a time in seconds";

/**
 * All demands, in the order in which they are made. Times are compared such that
 * a clock which gives NaN accepts nothing.
 */
const RULES: readonly Rule[] = [
  ["typ", INVALID, "", isExpectedType, (policy) => policy.headerType],
  [
    "cat",
    INVALID,
    "the class ",
    (found, { tokenClass }) => tokenClass === "any" || tokenClass === found,
    (policy) => policy.tokenClass,
  ],
  ["iss", FAILED, "text", isText],
  ["azp", FAILED, "text", isText],
  ["sid", FAILED, "text", isText],
  ["aud", FAILED, "text or texts", (aud) => toList(aud).every(isText)],
  ["sub", FAILED, "text, not empty", isExpectedSubject],
  ["exp", FAILED, TIME, isTime],
  ["nbf", FAILED, TIME, (nbf) => nbf === undefined || isTime(nbf)],
  ["iat", FAILED, TIME, (iat) => iat === undefined || isTime(iat)],
  [
    "aud",
    FAILED,
    "",
    (aud, { audience, audienceOptional }) =>
      isOneOf(toList(aud), audience, audienceOptional),
    (policy) => policy.audience,
  ],
  [
    "azp",
    "token-invalid-authorized-parties",
    "",
    (azp, { authorizedParties, authorizedPartyOptional }) =>
      isOneOf(toList(azp), authorizedParties, authorizedPartyOptional),
    (policy) => policy.authorizedParties,
  ],
  [
    "iss",
    "token-invalid-issuer",
    "",
    (iss, { issuer }) => isOneOf(toList(iss), issuer, false),
    (policy) => policy.issuer,
  ],
  [
    "exp",
    "token-expired",
    "later than ",
    (exp, policy, nowMs) =>
      isTime(exp) && exp * 1000 > nowMs - policy.clockSkewInMs,
    toSeconds,
  ],
  ["nbf", "token-not-active-yet", "no later than ", hasStarted, toSeconds],
  ["iat", "token-iat-in-the-future", "no later than ", hasStarted, toSeconds],
  [
    "sts",
    "session-pending",
    "",
    (sts, policy) => sts !== "pending" || !policy.treatPendingAsSignedOut,
    () => "active",
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
  for (const [claim, reason, words, holds, expect] of RULES) {
    const received = claim === "typ"
      ? header.typ
      : claim === "cat"
      ? classOf(header, payload)
      : payload[claim];
    if (holds(received, policy, nowMs)) continue;
    const expected = expect?.(policy, nowMs) ?? words;
    const wanted = expect ? words + show(expected) : words;
    const message =
      `Cannot accept the token: expected "${claim}" to be ${wanted}, received ${
        show(received)
      }.`;
    const init = { reason, message, claim, expected, received };
    return new TokenVerificationError(init);
  }
  return undefined;
}

/** Names a value, whatever it is, in a bounded length. */
function show(value: unknown): string {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((item) =>
    typeof item === "object" ? "an object" : `${JSON.stringify(item)}`
  ).join(" or ").slice(0, 500);
}

function isText(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}

function isTime(value: unknown): value is number {
  return Number.isFinite(value);
}

function hasStarted(
  time: unknown,
  { clockSkewInMs }: ClaimsPolicy,
  nowMs: number,
): boolean {
  return !isTime(time) || time * 1000 <= nowMs + clockSkewInMs;
}

function toSeconds(_policy: ClaimsPolicy, nowMs: number): number {
  return nowMs / 1000;
}

function isExpectedType(typ: unknown, policy: ClaimsPolicy): boolean {
  return typeof typ === "string"
    ? policy.headerType.includes(foldType(typ))
    : policy.headerTypeOptional;
}

function isExpectedSubject(sub: unknown, policy: ClaimsPolicy): boolean {
  return sub === undefined
    ? policy.subjectOptional
    : typeof sub === "string" && sub !== "";
}

function toList(value: unknown): readonly unknown[] {
  if (value === undefined || value === "") return [];
  return Array.isArray(value) ? value : [value];
}

/** Whether a claim shares a value with what is expected, if anything is. */
function isOneOf(
  values: readonly unknown[],
  expected: readonly string[] | undefined,
  isOptional: boolean,
): boolean {
  return !expected || isOptional && values.length === 0 ||
    expected.some((value) => values.includes(value));
}
