import type { M2mApi } from "../api/m2m.ts";
import { attempt } from "../jwt/attempt.ts";
import { type ClaimsOptions, createClaimsPolicy } from "../jwt/claims.ts";
import { failToken } from "../rest/failure.ts";
import { parseJwt } from "../jwt/parse.ts";
import { isM2mJwt } from "./machine/classify.ts";
import { readM2mJwt } from "./machine/read_record.ts";
import { verifyMachineJwt } from "./machine/verify_jwt.ts";
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
  const policy = createClaimsPolicy({
    issuer,
    clockSkewInMs,
    tokenClass: "m2m",
  });
  return async (params, options) => {
    const { result: jwt } = await attempt(() => parseJwt(params?.token));
    // What is not a machine's JWT by its own word is the API's to judge.
    if (!jwt || !isM2mJwt(jwt)) return verify(params, options);
    const { result, error } = await attempt(() =>
      verifyMachineJwt(core, policy, jwt)
    );
    return error
      ? failToken(error)
      : { data: readM2mJwt(result), errors: undefined };
  };
}
