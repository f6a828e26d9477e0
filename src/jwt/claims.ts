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

type Refusal = TokenVerificationError | undefined;

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
  return checkType(header, policy) ?? checkClass(header, payload, policy) ??
    checkForm(payload) ?? checkAudience(payload, policy) ??
    checkSubject(payload, policy) ?? checkParty(payload, policy) ??
    checkIssuer(payload, policy) ?? checkExpiry(payload, policy, nowMs) ??
    checkStart("nbf", "token-not-active-yet", payload, policy, nowMs) ??
    checkStart("iat", "token-iat-in-the-future", payload, policy, nowMs) ??
    checkStatus(payload, policy);
}

function refuse(
  reason: TokenVerificationErrorReason,
  claim: string,
  expected: unknown,
  received: unknown,
  message?: string,
): TokenVerificationError {
  return new TokenVerificationError({
    reason,
    message: message ??
      `Cannot accept the token: expected "${claim}" to be ${
        show(expected)
      }, received ${show(received)}.`,
    claim,
    expected,
    received,
  });
}

/** Names a value, whatever it is, in a bounded length. */
function show(value: unknown): string {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.slice(0, 20).map((item) =>
    typeof item === "string"
      ? `"${item.slice(0, 200)}"`
      : typeof item === "object" && item
      ? "an object"
      : `${item}`
  ).join(" or ") || "an empty list";
}

function checkType(header: JwtHeader, policy: ClaimsPolicy): Refusal {
  const { typ } = header;
  const { headerType } = policy;
  const isGood = typ === undefined
    ? policy.headerTypeOptional
    : headerType.includes(foldType(typ));
  return isGood ? undefined : refuse("token-invalid", "typ", headerType, typ);
}

function checkClass(
  header: JwtHeader,
  payload: JwtPayload,
  { tokenClass }: ClaimsPolicy,
): Refusal {
  if (tokenClass === "any") return undefined;
  const received = classOf(header, payload);
  if (received === tokenClass) return undefined;
  return refuse(
    "token-invalid",
    "cat",
    tokenClass,
    received,
    `Cannot accept the token: expected the class "${tokenClass}", received "${received}" (cat).`,
  );
}

/** The registered claims have their types, whether they are looked at or not. */
function checkForm(payload: JwtPayload): Refusal {
  const { aud } = payload;
  const claim = ["iss", "sub", "azp", "sid"].find((name) =>
    payload[name] !== undefined && typeof payload[name] !== "string"
  );
  if (claim) return refuseForm(payload, claim, "text");
  const isGood = aud === undefined || typeof aud === "string" ||
    Array.isArray(aud) && aud.every((entry) => typeof entry === "string");
  return isGood ? undefined : refuseForm(payload, "aud", "text or texts");
}

function refuseForm(
  payload: JwtPayload,
  claim: string,
  expected: string,
): TokenVerificationError {
  const received = payload[claim];
  return refuse(
    "token-verification-failed",
    claim,
    expected,
    received,
    `Cannot accept the token: expected "${claim}" to be ${expected}, received ${
      show(received)
    }.`,
  );
}

function checkAudience(payload: JwtPayload, policy: ClaimsPolicy): Refusal {
  const { aud } = payload;
  const { audience } = policy;
  if (!audience || policy.audienceOptional && !aud?.length) return undefined;
  const received = typeof aud === "string" ? [aud] : aud;
  if (received?.some((entry) => audience.includes(entry))) return undefined;
  return refuse("token-verification-failed", "aud", audience, aud);
}

function checkSubject(payload: JwtPayload, policy: ClaimsPolicy): Refusal {
  return payload.sub || policy.subjectOptional && payload.sub === undefined
    ? undefined
    : refuseForm(payload, "sub", "text, not empty");
}

function checkParty({ azp }: JwtPayload, policy: ClaimsPolicy): Refusal {
  const { authorizedParties: expected } = policy;
  if (!expected || policy.authorizedPartyOptional && !azp) return undefined;
  return azp !== undefined && expected.includes(azp)
    ? undefined
    : refuse("token-invalid-authorized-parties", "azp", expected, azp);
}

function checkIssuer({ iss }: JwtPayload, { issuer }: ClaimsPolicy): Refusal {
  return !issuer || iss !== undefined && issuer.includes(iss)
    ? undefined
    : refuse("token-invalid-issuer", "iss", issuer, iss);
}

// The comparisons below are such that a clock which gives NaN refuses.
function checkExpiry(
  payload: JwtPayload,
  { clockSkewInMs }: ClaimsPolicy,
  nowMs: number,
): Refusal {
  const { exp } = payload;
  if (!isTime(exp)) return refuseForm(payload, "exp", "a time in seconds");
  if (exp * 1000 > nowMs - clockSkewInMs) return undefined;
  const ago = Math.round(nowMs / 1000 - exp);
  const message = `Cannot accept the token: it expired ${ago} s ago (exp).`;
  return refuse("token-expired", "exp", nowMs / 1000, exp, message);
}

function checkStart(
  claim: "nbf" | "iat",
  reason: TokenVerificationErrorReason,
  payload: JwtPayload,
  { clockSkewInMs }: ClaimsPolicy,
  nowMs: number,
): Refusal {
  const start = payload[claim];
  if (start === undefined) return undefined;
  if (!isTime(start)) return refuseForm(payload, claim, "a time in seconds");
  if (start * 1000 <= nowMs + clockSkewInMs) return undefined;
  const ahead = Math.round(start - nowMs / 1000);
  const message =
    `Cannot accept the token: it starts in ${ahead} s (${claim}). Is the clock right?`;
  return refuse(reason, claim, nowMs / 1000, start, message);
}

function isTime(value: unknown): value is number {
  return Number.isFinite(value);
}

function checkStatus({ sts }: JwtPayload, policy: ClaimsPolicy): Refusal {
  return policy.treatPendingAsSignedOut && sts === "pending"
    ? refuse(
      "session-pending",
      "sts",
      "active",
      sts,
      "Cannot accept the token: its session still has tasks to do (sts).",
    )
    : undefined;
}
