import {
  refuseToken,
  type TokenVerificationErrorReason,
} from "../errors/token_verification_error.ts";
import { isText } from "../text/json.ts";
import { type ClaimsPolicy, foldType } from "./claims_policy.ts";
import { classOf } from "./token_class.ts";
import type { JwtHeader, JwtPayload } from "./types.ts";

export { createClaimsPolicy } from "./claims_policy.ts";
export type { ClaimsOptions, ClaimsPolicy } from "./claims_policy.ts";

const INVALID = "token-invalid";
const FAILED = "token-verification-failed";

/** Claims of text: what a wrong one is refused for, and what may be wanted. */
const TEXTS = [
  ["sid", FAILED, undefined],
  ["aud", FAILED, "audience"],
  ["azp", "token-invalid-authorized-parties", "authorizedParties"],
  ["iss", "token-invalid-issuer", "issuer"],
] as const;

/** Claims of time, and what a wrong one is refused for. */
const TIMES = [
  ["exp", "token-expired"],
  ["nbf", "token-not-active-yet"],
  ["iat", "token-iat-in-the-future"],
] as const;

/**
 * Judges the claims of a token whose signature is known to be good.
 *
 * @param nowMs The time, in milliseconds since 1970.
 * @throws {TokenVerificationError} When the token is refused.
 */
export function checkClaims(
  header: JwtHeader,
  payload: JwtPayload,
  policy: ClaimsPolicy,
  nowMs: number,
): void {
  const { typ } = header;
  const { sub, sts } = payload;
  const { headerType, tokenClass } = policy;
  const found = classOf(header, payload);
  demandClaim(
    typ === undefined
      ? policy.headerTypeOptional
      : headerType.includes(foldType(typ)),
    ["typ", typ, headerType, INVALID],
  );
  demandClaim(
    tokenClass === "any" || tokenClass === found,
    ["cat", found, tokenClass, INVALID],
  );
  demandClaim(
    sub ? isText(sub) : sub === undefined && policy.subjectOptional,
    ["sub", sub, "text"],
  );
  for (const row of TEXTS) checkText(payload, policy, row);
  for (const row of TIMES) checkTime(payload, policy, nowMs, row);
  demandClaim(
    sts !== "pending" || !policy.treatPendingAsSignedOut,
    ["sts", sts, "active", "session-pending"],
  );
}

function checkText(
  payload: JwtPayload,
  policy: ClaimsPolicy,
  [claim, reason, option]: typeof TEXTS[number],
): void {
  const value = payload[claim];
  const wanted = option && policy[option];
  const isAbsent = value === undefined;
  const values = claim === "aud" && Array.isArray(value) ? value : [value];
  demandClaim(isAbsent || values.every(isText), [claim, value, "text"]);
  demandClaim(
    !wanted || values.some((each) => wanted.includes(each)) ||
      claim === "aud" && policy.audienceOptional && !values.join(),
    [claim, value, wanted, reason],
  );
}

/** Written such that a clock which gives NaN accepts nothing. */
function checkTime(
  payload: JwtPayload,
  { clockSkewInMs }: ClaimsPolicy,
  nowMs: number,
  [claim, reason]: typeof TIMES[number],
): void {
  const value = payload[claim];
  const isEnd = claim === "exp";
  if (value === undefined && !isEnd) return;
  demandClaim(Number.isFinite(value), [claim, value, "a time in seconds"]);
  const ahead = Number(value) * 1000 - nowMs;
  const now = nowMs / 1000;
  demandClaim(
    isEnd ? ahead > -clockSkewInMs : ahead <= clockSkewInMs,
    [claim, value, now, reason, isEnd ? "after " : "before "],
  );
}

/** What is demanded of a claim. */
type Demand = readonly [
  claim: string,
  received: unknown,
  expected: unknown,
  reason?: TokenVerificationErrorReason,
  relation?: string,
];

function demandClaim(
  isGood: unknown,
  [claim, received, expected, reason = FAILED, relation = ""]: Demand,
): void {
  if (isGood) return;
  refuseToken(
    reason,
    `"${claim}" to be ${relation}${show(expected)}, received ${show(received)}`,
    { claim, expected, received },
  );
}

/** Names a value, whatever it is, in a bounded length. */
function show(value: unknown): string {
  return [value].flat().map((item) =>
    typeof item === "object" ? "an object" : `${JSON.stringify(item)}`
  ).join(" or ").slice(0, 500);
}
