import type { JwtActor, JwtPayload } from "../../jwt/types.ts";
import { isObject, isText } from "../../text/json.ts";
import { decodeOrganizationClaims } from "./organization_claims.ts";
import type { SignedInData, SignedOutData } from "./types.ts";

/** What is told of a request without a session. */
export const SIGNED_OUT: SignedOutData = {
  tokenType: "session_token",
  isAuthenticated: false,
  sessionClaims: null,
  sessionId: null,
  sessionStatus: null,
  userId: null,
  actor: null,
  orgId: null,
  orgRole: null,
  orgSlug: null,
  orgPermissions: null,
  factorVerificationAge: null,
};

/** Reads what the claims of a session token tell. */
export function readSession(claims: JwtPayload): SignedInData {
  const { sid, sub, sts, act, fva } = claims;
  const organization = decodeOrganizationClaims(claims);
  return {
    tokenType: "session_token",
    isAuthenticated: true,
    sessionClaims: claims,
    sessionId: sid ?? "",
    sessionStatus: isText(sts) ? sts : null,
    userId: sub ?? "",
    actor: isActor(act) ? act : null,
    orgId: organization?.id ?? null,
    orgRole: organization?.role ?? null,
    orgSlug: organization?.slug ?? null,
    orgPermissions: organization?.permissions ?? null,
    factorVerificationAge: isFactorAge(fva) ? fva : null,
  };
}

function isActor(act: unknown): act is JwtActor {
  return isObject(act) && isText(act.sub);
}

function isFactorAge(fva: unknown): fva is readonly [number, number] {
  return Array.isArray(fva) && fva.length === 2 && fva.every(isAge);
}

/** -1 stands for never. */
function isAge(minutes: unknown): boolean {
  return Number.isFinite(minutes) && Number(minutes) >= -1;
}
