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
  const given = parseJwks(jwks);
  if (jwks !== undefined && !(given?.size && store.load)) {
    refuse(
      "options-invalid",
      `Cannot use the JWKS: expected ${
        store.load ? "keys that have an id" : 'none beside "jwtKey"'
      }.`,
    );
  }
  const kids: string[] = [];
  if (!store.load) await store.find(undefined);
  for (const id of await store.load?.(given) ?? []) {
    // A key of another kind is passed over, like one without an id.
    const key = await store.find(id).catch(() => undefined);
    if (key) kids.push(id);
  }
  return kids;
}
