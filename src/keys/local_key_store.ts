import { importInstanceKey } from "../jwt/instance_key.ts";
import type { CheckingKey } from "../jwt/signature_check.ts";
import type { Jwk } from "../jwt/types.ts";
import { isText } from "../text/json.ts";
import type { KeyStore } from "./key_store.ts";

/** Makes a store of the one key that the caller gave. Sends nothing. */
export function createLocalKeyStore(jwtKey: string | Jwk): KeyStore {
  // A copy, as the caller may change the original before the first token.
  const own = isText(jwtKey) ? jwtKey : { ...jwtKey };
  let held: CheckingKey | undefined;
  return {
    peek: () => held,
    find: async () => {
      const key = held ?? await importInstanceKey(own, "jwk-local-missing");
      // Whoever imports first decides, so that there is one key object.
      return held ??= key;
    },
  };
}
