import type { M2mApi } from "../api/m2m.ts";
import { attempt } from "../jwt/attempt.ts";
import type { ClaimsOptions } from "../jwt/claims.ts";
import { failToken } from "../rest/failure.ts";
import { classifyMachineToken } from "./machine/classify.ts";
import { readM2mJwt } from "./machine/read_record.ts";
import {
  createMachinePolicies,
  verifyMachineJwt,
} from "./machine/verify_jwt.ts";
import type { TokenCore } from "./token_core.ts";

type VerifyM2mToken = M2mApi["verify"];

/**
 * Makes what verifies the tokens of machines: JWTs with the keys of the
 * instance, any others as before. Of the client's demands, those on audience and
 * origin are about sessions, and do not hold for machines.
 *
 * @param core What verifies the tokens of the instance.
 * @param options What the client demands of claims.
 * @param verify What asks the Backend API.
 */
export function createM2mVerifier(
  core: TokenCore,
  { issuer, clockSkewInMs }: ClaimsOptions,
  verify: VerifyM2mToken,
): VerifyM2mToken {
  const policies = createMachinePolicies({ issuer, clockSkewInMs });
  return async (params, options) => {
    const token = classifyMachineToken(params?.token);
    // What is not a machine's JWT by its own word is the API's to judge.
    if (token?.tokenType !== "m2m_token" || !token.jwt) {
      return verify(params, options);
    }
    const { jwt } = token;
    const { result, error } = await attempt(() =>
      verifyMachineJwt(core, policies.m2m_token, jwt)
    );
    return error
      ? failToken(error)
      : { data: readM2mJwt(result), errors: undefined };
  };
}
