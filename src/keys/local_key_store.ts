import { fail, type Result, succeed } from "../errors/result.ts";
import { TokenVerificationError } from "../errors/token_verification_error.ts";
import { importKey } from "../jwt/import_key.ts";
import type { Jwk, JwtAlgorithm, VerificationKey } from "../jwt/types.ts";
import type { KeyStore } from "./key_store.ts";

/** Makes a store of the one key that the caller gave. Sends nothing. */
export function createLocalKeyStore(
  jwtKey: string | Jwk,
  algorithms?: readonly JwtAlgorithm[],
): KeyStore {
  let held: VerificationKey | undefined;
  const find = async (): Promise<
    Result<VerificationKey, TokenVerificationError>
  > => {
    if (held) return succeed(held);
    const imported = await importKey(jwtKey, { algorithms });
    if (imported.error) return imported;
    // Whoever imports first decides, so that there is one key object.
    held ??= imported.result;
    return succeed(held);
  };
  return {
    peek: () => held,
    find,
    hydrate: async (jwks) => {
      if (jwks !== undefined) {
        return fail(
          new TokenVerificationError({
            reason: "options-invalid",
            message: `Cannot take a JWKS: "jwtKey" is the only key.`,
            action: `Leave "jwtKey" out, or call hydrate without a JWKS.`,
          }),
        );
      }
      const { result, error } = await find();
      if (error) return fail(error);
      return succeed(result.kid === undefined ? [] : [result.kid]);
    },
  };
}
