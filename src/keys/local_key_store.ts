import type { Jwk } from "../jwt/types.ts";
import { isText } from "../text/json.ts";
import { type HeldKey, importHeld } from "./held_key.ts";
import type { KeyStore } from "./key_store.ts";

/** Makes a store of the one key that the caller gave. Sends nothing. */
export function createLocalKeyStore(jwtKey: string | Jwk): KeyStore {
  // A copy, as the caller may change the original before the first token.
  const held: HeldKey = { jwk: isText(jwtKey) ? jwtKey : { ...jwtKey } };
  return {
    peek: () => held.imported,
    find: () => importHeld(held, "jwk-local-missing"),
  };
}
