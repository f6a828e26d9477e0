import { type Result, succeed } from "../errors/result.ts";
import type { TokenVerificationError } from "../errors/token_verification_error.ts";
import { importInstanceKey } from "../jwt/instance_key.ts";
import type { Jwk, VerificationKey } from "../jwt/types.ts";
import type { KeyStore } from "./key_store.ts";

/** Makes a store of the one key that the caller gave. Sends nothing. */
export function createLocalKeyStore(jwtKey: string | Jwk): KeyStore {
  let held: VerificationKey | undefined;
  async function find(): Promise<
    Result<VerificationKey, TokenVerificationError>
  > {
    const key = held
      ? succeed(held)
      : await importInstanceKey(jwtKey, "jwk-local-missing");
    // Whoever imports first decides, so that there is one key object.
    return key.result ? succeed(held ??= key.result) : key;
  }
  return { peek: () => held, find };
}
