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
const PARTY = "token-invalid-authorized-parties";

/** Claims of time, and what a wrong one is refused for. */
const TIMES = [
  ["exp", "token-expired"],
  ["nbf", "token-not-active-yet"],
  ["iat", "token-iat-in-the-future"],
] as const;

/**
 * Judges the claims of a token whose signature is known to be good.
 *
 * @param nowMs The time, in milliseconds since 1970. When it is none, no token
 * is accepted.
 * @throws {TokenVerificationError} When the token is refused.
 */
export function checkClaims(
  header: JwtHeader,
  payload: JwtPayload,
  policy: ClaimsPolicy,
  nowMs: number,
): void {
  const { sub, sts, aud } = payload;
  const { headerType, clockSkewInMs } = policy;
  const { typ } = header;
  const isType = typ === undefined
    ? policy.headerTypeOptional
    : headerType.includes(foldType(typ));
  demandClaim("typ", typ, isType, headerType, INVALID);
  checkClass(header, payload, policy);
  const isSubject = sub
    ? isText(sub)
    : sub === undefined && policy.subjectOptional;
  demandClaim("sub", sub, isSubject, "text");
  const isNone = policy.audienceOptional && ![aud || []].flat().length;
  demandText("sid", payload);
  demandText("aud", payload, isNone ? undefined : policy.audience);
  demandText("azp", payload, policy.authorizedParties, PARTY);
  demandText("iss", payload, policy.issuer, "token-invalid-issuer");
  for (const [claim, reason] of TIMES) {
    const value = payload[claim];
    const isEnd = claim === "exp";
    if (value === undefined && !isEnd) continue;
    demandClaim(claim, value, Number.isFinite(value), "a time in seconds");
    const ahead = Number(value) * 1000 - nowMs;
    const isNow = isEnd ? ahead > -clockSkewInMs : ahead <= clockSkewInMs;
    const gap = isNow ? "" : tellGap(isEnd, Math.abs(ahead));
    demandClaim(claim, value, isNow, nowMs / 1000, reason, gap);
  }
  const isActive = sts !== "pending" || !policy.treatPendingAsSignedOut;
  demandClaim("sts", sts, isActive, "active", "session-pending");
}

/**
 * Judges what a token is for.
 *
 * @throws {TokenVerificationError} When it is for something else.
 */
export function checkClass(
  header: JwtHeader,
  payload: JwtPayload,
  { tokenClass }: ClaimsPolicy,
): void {
  const found = classOf(header, payload);
  const isClass = tokenClass === "any" || tokenClass === found;
  demandClaim("cat", found, isClass, tokenClass, INVALID);
}

/** Demands text, or what is wanted if anything is. */
function demandText(
  claim: string,
  payload: JwtPayload,
  wanted?: readonly string[],
  reason?: TokenVerificationErrorReason,
): void {
  const received = payload[claim];
  const all: readonly unknown[] = received === undefined ? [] : [received];
  const values = claim === "aud" ? all.flat() : all;
  demandClaim(claim, received, values.every(isText), "text");
  // What is empty is nobody's.
  const isWanted = !wanted ||
    wanted.some((each) => each && values.includes(each));
  demandClaim(claim, received, isWanted, wanted, reason);
}

function demandClaim(
  claim: string,
  received: unknown,
  isGood: boolean,
  expected: unknown,
  reason: TokenVerificationErrorReason = FAILED,
  words?: string,
): void {
  if (isGood) return;
  refuseToken(
    reason,
    `"${claim}" to be ${
      words ?? `${show(expected)}, received ${show(received, true)}`
    }`,
    { claim, expected, received },
  );
}

/** Says how far a time is on the wrong side of the clock. */
function tellGap(isEnd: boolean, ms: number): string {
  const [wanted, found] = isEnd
    ? ["ahead of", "behind"]
    : ["behind", "ahead of"];
  return `${wanted} the clock, received one ${
    Math.round(ms / 1000)
  } s ${found} it`;
}

/** Names a value, whatever it is, or several to choose from, in a bounded length. */
function show(value: unknown, isWhole?: boolean): string {
  const texts = [value].flat().map((item) =>
    Object(item) === item ? "an object" : `${JSON.stringify(item)}`
  );
  const isList = isWhole && Array.isArray(value);
  return (isList ? `[${texts}]` : texts.join(" or ")).slice(0, 500);
}
