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

/** One demand: on what, how to refuse it, what holds, and what was expected. */
type Rule = readonly [
  claim: string,
  reason: TokenVerificationErrorReason,
  holds: (value: unknown, policy: ClaimsPolicy, nowMs: number) => boolean,
  /** A member of the policy, or words; absent where the time is expected. */
  expected?: string,
];

const INVALID = "token-invalid";
const FAILED = "token-verification-failed";
const SECONDS = "a time in seconds";

/**
 * All demands, in the order in which they are made. Times are compared such that
 * a clock which gives NaN accepts nothing.
 */
const RULES: readonly Rule[] = [
  ["typ", INVALID, isExpectedType, "headerType"],
  ["cat", INVALID, isExpectedClass, "tokenClass"],
  ["iss", FAILED, isTextOrAbsent, "text"],
  ["azp", FAILED, isTextOrAbsent, "text"],
  ["sid", FAILED, isTextOrAbsent, "text"],
  ["aud", FAILED, (aud) => toList(aud).every(isTextOrAbsent), "text"],
  ["sub", FAILED, isExpectedSubject, "text"],
  ["exp", FAILED, isTime, SECONDS],
  ["nbf", FAILED, isTimeOrAbsent, SECONDS],
  ["iat", FAILED, isTimeOrAbsent, SECONDS],
  [
    "aud",
    FAILED,
    (aud, { audience, audienceOptional }) =>
      isOneOf(aud, audience, audienceOptional),
    "audience",
  ],
  [
    "azp",
    "token-invalid-authorized-parties",
    (azp, { authorizedParties, authorizedPartyOptional }) =>
      isOneOf(azp, authorizedParties, authorizedPartyOptional),
    "authorizedParties",
  ],
  [
    "iss",
    "token-invalid-issuer",
    (iss, { issuer }) => isOneOf(iss, issuer),
    "issuer",
  ],
  [
    "exp",
    "token-expired",
    (exp, { clockSkewInMs }, nowMs) =>
      Number(exp) * 1000 > nowMs - clockSkewInMs,
  ],
  ["nbf", "token-not-active-yet", hasStarted],
  ["iat", "token-iat-in-the-future", hasStarted],
  [
    "sts",
    "session-pending",
    (sts, policy) => sts !== "pending" || !policy.treatPendingAsSignedOut,
    "active",
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
  for (const [claim, reason, holds, wanted] of RULES) {
    const received = claim === "typ"
      ? header.typ
      : claim === "cat"
      ? classOf(header, payload)
      : payload[claim];
    if (holds(received, policy, nowMs)) continue;
    const seconds = nowMs / 1000;
    const expected = wanted ? Reflect.get(policy, wanted) ?? wanted : seconds;
    const why = wanted
      ? `expected "${claim}" to be ${
        expected === wanted ? wanted : show(expected)
      }, received ${show(received)}`
      : claim === "exp"
      ? `it expired ${Math.round(seconds - Number(received))} s ago`
      : `its "${claim}" is ${Math.round(Number(received) - seconds)} s ahead`;
    const message = `Cannot accept the token: ${why}.`;
    const init = { reason, message, claim, expected, received };
    return new TokenVerificationError(init);
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
  { clockSkewInMs }: ClaimsPolicy,
  nowMs: number,
): boolean {
  return time === undefined || Number(time) * 1000 <= nowMs + clockSkewInMs;
}

function isExpectedType(typ: unknown, policy: ClaimsPolicy): boolean {
  return typeof typ === "string"
    ? policy.headerType.includes(foldType(typ))
    : policy.headerTypeOptional;
}

function isExpectedClass(
  found: unknown,
  { tokenClass }: ClaimsPolicy,
): boolean {
  return tokenClass === "any" || tokenClass === found;
}

function isExpectedSubject(sub: unknown, policy: ClaimsPolicy): boolean {
  return sub === undefined
    ? policy.subjectOptional
    : typeof sub === "string" && sub !== "";
}

/** Whether a claim shares a value with what is expected, if anything is. */
function isOneOf(
  claim: unknown,
  expected: readonly string[] | undefined,
  isOptional?: boolean,
): boolean {
  const values = toList(claim);
  return !expected || isOptional && values.length === 0 ||
    expected.some((value) => values.includes(value));
}

function toList(value: unknown): readonly unknown[] {
  if (value === undefined || value === "") return [];
  return Array.isArray(value) ? value : [value];
}
