import { fail, type Result, succeed } from "../errors/result.ts";
import {
  refuse,
  TokenVerificationError,
} from "../errors/token_verification_error.ts";
import { parseJwks } from "./jwks.ts";
import type { KeyStore } from "./key_store.ts";

/**
 * Makes all keys of a store ready for use. Never rejects.
 *
 * @param jwks The keys, when they need not be fetched.
 * @returns The ids of the keys.
 */
export async function hydrate(
  store: KeyStore,
  jwks: unknown,
): Promise<Result<readonly string[], TokenVerificationError>> {
  const given = jwks === undefined ? undefined : parseJwks(jwks);
  if (jwks !== undefined && !(given?.size && store.load)) {
    return refuse(
      "options-invalid",
      `Cannot use the JWKS: expected ${
        store.load ? "keys that have an id" : 'none beside "jwtKey"'
      }.`,
    );
  }
  const loaded = await store.load?.(given) ?? [undefined];
  if (loaded instanceof TokenVerificationError) {
    return fail(new TokenVerificationError(loaded));
  }
  const kids: string[] = [];
  for (const id of loaded) {
    const { result, error } = await store.find(id);
    if (error && id === undefined) return fail(error);
    if (result?.kid !== undefined) kids.push(result.kid);
  }
  return succeed(kids);
}
