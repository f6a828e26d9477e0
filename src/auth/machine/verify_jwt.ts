import { refuseToken } from "../../errors/token_verification_error.ts";
import {
  type ClaimsOptions,
  type ClaimsPolicy,
  createClaimsPolicy,
} from "../../jwt/claims.ts";
import type { UnverifiedJwt } from "../../jwt/parse.ts";
import { classOf } from "../../jwt/token_class.ts";
import type { JwtPayload } from "../../jwt/types.ts";
import { type TokenCore, verifyWithCore } from "../token_core.ts";

/** What can be demanded of a machine's JWT. */
export type MachineClaimsOptions = Pick<
  ClaimsOptions,
  "audience" | "issuer" | "clockSkewInMs"
>;

/** What is demanded of the JWTs of each kind. */
export interface MachinePolicies {
  /** The token of a machine. */
  readonly m2m_token: ClaimsPolicy;
  /** An OAuth access token. */
  readonly oauth_token: ClaimsPolicy;
}

/**
 * Puts together what to demand.
 *
 * @throws {TypeError} When an option is of the wrong type or out of range.
 */
export function createMachinePolicies(
  { audience, issuer, clockSkewInMs }: MachineClaimsOptions,
): MachinePolicies {
  const demanded = { audience, issuer, clockSkewInMs };
  const subjectOptional = false;
  return {
    m2m_token: {
      ...createClaimsPolicy({ ...demanded, tokenClass: "m2m" }),
      subjectOptional,
    },
    oauth_token: {
      ...createClaimsPolicy({ ...demanded, headerType: "at+jwt" }),
      subjectOptional,
    },
  };
}

/**
 * Verifies the JWT of a machine with the keys of the instance. One of a category
 * that cannot pass is refused before any key is fetched for it.
 *
 * @returns Its claims.
 * @throws {TokenVerificationError} When the token is refused; or it rejects so.
 */
export async function verifyMachineJwt(
  core: TokenCore,
  policy: ClaimsPolicy,
  jwt: UnverifiedJwt,
): Promise<JwtPayload> {
  const found = classOf(jwt.header, jwt.payload);
  if (policy.tokenClass === "m2m" && found !== "m2m") {
    refuseToken("token-invalid", `"cat" to be m2m, received ${found}`, {
      claim: "cat",
      expected: "m2m",
      received: found,
    });
  }
  const { payload } = await verifyWithCore(core, jwt.text, policy, jwt);
  return payload;
}
