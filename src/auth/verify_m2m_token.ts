import type { M2mApi } from "../api/m2m.ts";
import type { M2MToken } from "../api/types/m2m_token.ts";
import { attempt } from "../jwt/attempt.ts";
import { type ClaimsOptions, createClaimsPolicy } from "../jwt/claims.ts";
import { parseJwt } from "../jwt/parse.ts";
import type { JwtPayload } from "../jwt/types.ts";
import { failToken } from "../rest/failure.ts";
import { type TokenCore, toPayload, verifyWithCore } from "./token_core.ts";

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
    const sub: unknown = jwt?.payload.sub;
    // What is not a machine's JWT by its own word is the API's to judge.
    if (typeof sub !== "string" || !sub.startsWith("mch_")) {
      return verify(params, options);
    }
    const { result, error } = await toPayload(() =>
      verifyWithCore(core, params.token, policy, jwt)
    );
    return error
      ? failToken(error)
      : { data: readM2mToken(result), errors: undefined };
  };
}

/** What the Backend API would tell of a token, as far as the token tells it. */
function readM2mToken(payload: JwtPayload): M2MToken {
  const { iss: _, sub = "", exp = 0, nbf: _n, iat = 0, jti = "", ...claims } =
    payload;
  const { scopes, aud = [] } = claims;
  return {
    object: "machine_to_machine_token",
    id: jti,
    subject: sub,
    claims,
    scopes: typeof scopes === "string"
      ? scopes.split(" ").filter(Boolean)
      : [scopes ?? aud].flat().filter((id) => typeof id === "string"),
    revoked: false,
    revocationReason: null,
    expired: false,
    expiration: exp * 1000,
    lastUsedAt: null,
    createdAt: iat * 1000,
    updatedAt: iat * 1000,
  };
}
