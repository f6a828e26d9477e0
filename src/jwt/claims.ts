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

const INVALID = "token-invalid";
const FAILED = "token-verification-failed";

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
    checkForm(payload, policy) ?? checkAudience(payload, policy) ??
    checkParty(payload, policy) ?? checkIssuer(payload, policy) ??
    checkTimes(payload, policy, nowMs) ?? checkStatus(payload, policy);
}

function refuse(
  reason: TokenVerificationErrorReason,
  claim: string,
  expected: unknown,
  received: unknown,
  wanted: string = show(expected),
): TokenVerificationError {
  const message =
    `Cannot accept the token: expected "${claim}" to be ${wanted}, received ${
      show(received)
    }.`;
  const init = { reason, message, claim, expected, received };
  return new TokenVerificationError(init);
}

/** Names a value, whatever it is, in a bounded length. */
function show(value: unknown): string {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((item) =>
    typeof item === "object" ? "an object" : `${JSON.stringify(item)}`
  ).join(" or ").slice(0, 500);
}

function checkType({ typ }: JwtHeader, policy: ClaimsPolicy): Refusal {
  const { headerType, headerTypeOptional } = policy;
  const isGood = typ === undefined
    ? headerTypeOptional
    : headerType.includes(foldType(typ));
  return isGood ? undefined : refuse(INVALID, "typ", headerType, typ);
}

function checkClass(
  header: JwtHeader,
  payload: JwtPayload,
  { tokenClass }: ClaimsPolicy,
): Refusal {
  const received = classOf(header, payload);
  return tokenClass === "any" || tokenClass === received
    ? undefined
    : refuse(INVALID, "cat", tokenClass, received, `of a ${tokenClass} token`);
}

/** The registered claims have their types, whether they are looked at or not. */
function checkForm(payload: JwtPayload, policy: ClaimsPolicy): Refusal {
  const refuseForm = (claim: string, form: string) =>
    refuse(FAILED, claim, form, payload[claim], form);
  for (const claim of ["iss", "sub", "azp", "sid"]) {
    const value = payload[claim];
    if (value !== undefined && typeof value !== "string") {
      return refuseForm(claim, "text");
    }
  }
  const { aud, sub } = payload;
  if (!toList(aud).every((entry) => typeof entry === "string")) {
    return refuseForm("aud", "text or a list of texts");
  }
  if (!sub && !(policy.subjectOptional && sub === undefined)) {
    return refuseForm("sub", "text, not empty");
  }
  for (const claim of ["exp", "nbf", "iat"]) {
    const value = payload[claim];
    if (!Number.isFinite(value) && (value !== undefined || claim === "exp")) {
      return refuseForm(claim, "a time in seconds");
    }
  }
  return undefined;
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function checkAudience({ aud }: JwtPayload, policy: ClaimsPolicy): Refusal {
  const { audience, audienceOptional } = policy;
  const isGood = !audience || (audienceOptional && !aud?.length) ||
    toList(aud).some((entry) => audience.some((name) => name === entry));
  return isGood ? undefined : refuse(FAILED, "aud", audience, aud);
}

function checkParty({ azp }: JwtPayload, policy: ClaimsPolicy): Refusal {
  const { authorizedParties, authorizedPartyOptional } = policy;
  const isGood = !authorizedParties || (authorizedPartyOptional && !azp) ||
    authorizedParties.some((origin) => origin === azp);
  return isGood ? undefined : refuse(
    "token-invalid-authorized-parties",
    "azp",
    authorizedParties,
    azp,
  );
}

function checkIssuer({ iss }: JwtPayload, { issuer }: ClaimsPolicy): Refusal {
  const isGood = !issuer || issuer.some((name) => name === iss);
  return isGood
    ? undefined
    : refuse("token-invalid-issuer", "iss", issuer, iss);
}

/** Written so that a clock which gives NaN accepts nothing. */
function checkTimes(
  { exp = NaN, nbf, iat }: JwtPayload,
  { clockSkewInMs: skew }: ClaimsPolicy,
  nowMs: number,
): Refusal {
  const now = nowMs / 1000;
  const started = `no later than the time, ${now}`;
  if (!(exp * 1000 > nowMs - skew)) {
    return refuse(
      "token-expired",
      "exp",
      now,
      exp,
      `later than the time, ${now}`,
    );
  }
  if (nbf !== undefined && !(nbf * 1000 <= nowMs + skew)) {
    return refuse("token-not-active-yet", "nbf", now, nbf, started);
  }
  if (iat !== undefined && !(iat * 1000 <= nowMs + skew)) {
    return refuse("token-iat-in-the-future", "iat", now, iat, started);
  }
  return undefined;
}

function checkStatus({ sts }: JwtPayload, policy: ClaimsPolicy): Refusal {
  return policy.treatPendingAsSignedOut && sts === "pending"
    ? refuse("session-pending", "sts", "active", sts)
    : undefined;
}
