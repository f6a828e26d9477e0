import { refuse } from "../errors/token_verification_error.ts";
import { NO_KEY } from "./create_key_store.ts";
import { parseJwks } from "./jwks.ts";
import type { KeyStore } from "./key_store.ts";

/**
 * Makes all keys of a store ready for use.
 *
 * @param jwks The keys, when they need not be fetched.
 * @returns The ids of the keys. Rejects when there are none.
 */
export async function hydrate(
  store: KeyStore | undefined,
  jwks?: unknown,
): Promise<readonly string[]> {
  if (!store) refuse("jwk-failed-to-resolve", NO_KEY);
  if (jwks !== undefined) {
    const keys = parseJwks(jwks);
    const isFit = keys?.size && store.take;
    if (!isFit) {
      const expected = store.take ? "keys that have an id" : 'no "jwtKey"';
      refuse("options-invalid", `Cannot use the JWKS: expected ${expected}.`);
    }
    store.take?.(keys);
  }
  if (!store.list) await store.find();
  const kids: string[] = [];
  let fault: unknown;
  for (const id of await store.list?.() ?? []) {
    try {
      await store.find(id);
      kids.push(id);
    } catch (error) {
      // A key of another kind is passed over, like one without an id.
      fault = error;
    }
  }
  if (!kids.length && fault) throw fault;
  return kids;
}
