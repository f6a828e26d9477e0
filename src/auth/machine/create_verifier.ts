import { fail, type Result } from "../../errors/result.ts";
import { MachineTokenVerificationError } from "../../errors/machine_token_verification_error.ts";
import type { KeyOptions, KeyTuning } from "../../keys/create_key_store.ts";
import { classifyMachineToken } from "./classify.ts";
import {
  createOpaqueTokenCache,
  type OpaqueTokenCacheOptions,
} from "./opaque_token_cache.ts";
import type { VerifiedMachineToken } from "./types.ts";
import {
  createMachineVerifier,
  type MachineVerifierOptions,
} from "./verify.ts";
import type { MachineClaimsOptions } from "./verify_jwt.ts";

/** Where keys come from, and what to demand of machine tokens. */
export interface MachineTokenVerifierOptions
  extends KeyOptions, KeyTuning, MachineClaimsOptions {
  /**
   * How long opaque tokens are believed without asking again; not at all by
   * default.
   */
  readonly opaqueTokenCache?: OpaqueTokenCacheOptions | undefined;
}

/** What verifies the tokens of machines. */
export interface MachineTokenVerifier {
  /**
   * Verifies a token: an API key, a token of a machine or an OAuth access token.
   *
   * @param token The token as it came.
   * @returns What is known of it, to make an auth object of, or an error that
   * says why it is refused. Never rejects.
   */
  verify(
    token: string,
  ): Promise<Result<VerifiedMachineToken, MachineTokenVerificationError>>;
}

/** Makes a verifier of what it verifies with. */
export function createMachineTokenVerifierWith(
  options:
    & MachineVerifierOptions
    & Pick<MachineTokenVerifierOptions, "opaqueTokenCache">,
): MachineTokenVerifier {
  const { core, opaqueTokenCache } = options;
  const verify = createMachineVerifier({
    ...options,
    cache: opaqueTokenCache &&
      createOpaqueTokenCache(opaqueTokenCache, core.clock),
  });
  return {
    verify: async (token) => {
      const known = classifyMachineToken(token);
      return known ? await verify(known) : fail(
        new MachineTokenVerificationError({
          code: "token-invalid",
          message:
            'Cannot accept the token: expected one that begins with "ak_", "mt_" or "oat_", or the JWT of a machine.',
        }),
      );
    },
  };
}
