import {
  checkClass,
  type ClaimsOptions,
  type ClaimsPolicy,
} from "../../jwt/claims.ts";
import type { UnverifiedJwt } from "../../jwt/parse.ts";
import type { JwtPayload } from "../../jwt/types.ts";
import { type TokenCore, verifyWithCore } from "../token_core.ts";

/** What can be demanded of a machine's JWT. */
export type MachineClaimsOptions = Pick<
  ClaimsOptions,
  "audience" | "issuer" | "clockSkewInMs"
>;

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
  checkClass(jwt.header, jwt.payload, policy);
  const { payload } = await verifyWithCore(core, jwt.text, policy, jwt);
  return payload;
}
