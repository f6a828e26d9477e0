import { isObject, isText } from "../../text/json.ts";
import { isVerifiedWithin, type Reverification } from "./reverification.ts";
import { splitScoped } from "./scoped_names.ts";
import type { SignedInData } from "./types.ts";

/**
 * What to ask of a user: all of what is given must hold. An empty object, or
 * anything given as undefined, holds for nobody.
 */
export interface Authorization {
  /** A role in the active organization, such as `org:admin`. */
  readonly role?: string;
  /** A permission in the active organization, such as `org:invoices:create`. */
  readonly permission?: string;
  /**
   * A feature, of the user or the organization; of one of them with `user:` or
   * `org:` in front.
   */
  readonly feature?: string;
  /** A plan, likewise. */
  readonly plan?: string;
  /** How recently the user must have verified who they are. */
  readonly reverification?: Reverification;
}

type Check = (session: SignedInData, wanted: unknown) => boolean;

/** How each part is judged. What is no part of this table cannot be asked. */
const CHECKS: { readonly [Name in keyof Authorization]-?: Check } = {
  role: ({ orgId, orgRole }, wanted) =>
    orgId !== null && isText(wanted) && wanted !== "" && orgRole !== null &&
    withoutPrefix(orgRole) === withoutPrefix(wanted),
  permission: ({ orgId, orgPermissions }, wanted) =>
    orgId !== null && isText(wanted) && orgPermissions !== null &&
    orgPermissions.includes(`org:${withoutPrefix(wanted)}`),
  feature: ({ sessionClaims }, wanted) => hasScoped(sessionClaims.fea, wanted),
  plan: ({ sessionClaims }, wanted) => hasScoped(sessionClaims.pla, wanted),
  reverification: ({ factorVerificationAge }, wanted) =>
    isVerifiedWithin(factorVerificationAge, wanted),
};

/**
 * Tells whether the user of a session may do something. Works on data alone, so
 * also where the token is not: on what a server handed on.
 *
 * @param session The session; undefined for none, which may do nothing.
 * @param authorization What is asked: every part of it must hold.
 * @returns Whether it holds; false for nothing asked, and for malformed claims.
 * @throws {TypeError} When something unknown is asked, whoever asks it.
 */
export function isAuthorized(
  session: SignedInData | undefined,
  authorization: Authorization,
): boolean {
  const wanted: unknown = authorization;
  if (wanted === undefined || wanted === null) return false;
  const parts = isObject(wanted) ? Object.entries(wanted) : [["", wanted]];
  const judged = parts.map(([name, value]) => {
    const check = findCheck(name);
    return session !== undefined && check(session, value);
  });
  return judged.length > 0 && judged.every(Boolean);
}

/** Makes the `has` of a session, or that of none. */
export function createHas(
  session: SignedInData | undefined,
): (authorization: Authorization) => boolean {
  return (authorization) => isAuthorized(session, authorization);
}

function findCheck(name: unknown): Check {
  const known = Object.entries(CHECKS).find(([each]) => each === name);
  if (!known) {
    throw new TypeError(
      `Cannot tell whether the user has "${name}": expected ${
        Object.keys(CHECKS).join(", ")
      }.`,
    );
  }
  return known[1];
}

function withoutPrefix(name: string): string {
  return name.replace(/^(?:org:)+/, "");
}

/** What may stand in front of a name, and the letter for it in claims. */
const SCOPES: readonly (readonly [letter: string, names: readonly string[]])[] =
  [["o", ["org", "organization", "o"]], ["u", ["user", "u"]]];

function hasScoped(claim: unknown, wanted: unknown): boolean {
  if (!isText(wanted)) return false;
  const [first = "", second, rest] = wanted.split(":");
  if (rest !== undefined) return false;
  const name = second ?? first;
  const letter = second === undefined
    ? ""
    : SCOPES.find(([, names]) => names.includes(first))?.[0];
  return name !== "" && letter !== undefined &&
    splitScoped(claim).some((entry) =>
      entry.name === name && entry.scope.includes(letter)
    );
}
