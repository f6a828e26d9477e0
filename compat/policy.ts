/** What the official package demands of claims, in terms of the core's policy. */
import { type ClaimsPolicy, foldType } from "../src/jwt/claims_policy.ts";

/** What the official package lets callers demand of a token's claims. */
export interface OfficialClaimsOptions {
  /** Who the token may be for; a token without audience passes all the same. */
  readonly audience?: string | readonly string[] | undefined;
  /** The origins that the token may be made for, compared exactly. */
  readonly authorizedParties?: readonly string[] | undefined;
  /**
   * How far clocks may be apart, in milliseconds; 5000 by default, and for
   * anything that is no finite number.
   */
  readonly clockSkewInMs?: number | undefined;
  /** Who must have issued the token. */
  readonly issuer?: string | readonly string[] | undefined;
  /** The types that the header may name; `JWT` by default. */
  readonly headerType?: string | readonly string[] | undefined;
}

/**
 * Makes the policy that goes with options of the official package: laxer than
 * the core's own where callers rely on it.
 *
 * @throws {TypeError} When `authorizedParties` is text: a part of an origin
 * would pass for the whole.
 */
export function createOfficialPolicy(
  options: OfficialClaimsOptions,
): ClaimsPolicy {
  const { audience, issuer, headerType } = options;
  const parties: unknown = options.authorizedParties;
  if (parties && !Array.isArray(parties)) {
    throw new TypeError(
      'Cannot use "authorizedParties": expected a list of origins.',
    );
  }
  const skew: unknown = options.clockSkewInMs;
  return {
    audience: listOf(audience),
    audienceOptional: true,
    authorizedParties: Array.isArray(parties) && parties.length > 0
      ? parties
      : undefined,
    issuer: listOf(issuer),
    clockSkewInMs: typeof skew === "number" && Number.isFinite(skew)
      ? skew
      : 5000,
    headerType: [headerType ?? "JWT"].flat().map(foldType),
    headerTypeOptional: headerType === undefined,
    tokenClass: "any",
    subjectOptional: false,
    treatPendingAsSignedOut: false,
  };
}

/** What is left of a list without its falsy entries; undefined for nothing. */
function listOf(value: unknown): readonly string[] | undefined {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  const left = entries.filter((entry): entry is string => Boolean(entry));
  return left.length > 0 ? left : undefined;
}
