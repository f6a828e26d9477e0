import type { TokenVerificationErrorInit } from "../errors/token_verification_error.ts";
import { isObject, type JsonObject } from "../text/json.ts";

/** A JSON Web Key Set: the public keys of an instance. */
export interface Jwks {
  /** The keys, each judged when it is needed. Those without a `kid` are passed over. */
  readonly keys: readonly unknown[];
}

/**
 * The keys of a JWKS by their id, not yet imported. Undefined stands for an id
 * that several different keys have: none of them can be meant.
 */
export type JwkMap = ReadonlyMap<string, JsonObject | undefined>;

/** Whether a value has the form of a JWKS. */
export function isJwks(value: unknown): value is Jwks {
  return isObject(value) && Array.isArray(value.keys);
}

/** Sorts the keys of a JWKS by their id; undefined when none has one. */
export function parseJwks(jwks: Jwks): JwkMap | undefined {
  const map = new Map<string, JsonObject | undefined>();
  for (const key of jwks.keys) {
    if (!isObject(key) || typeof key.kid !== "string" || !key.kid) continue;
    const { kid } = key;
    const isPlain = !map.has(kid) ||
      JSON.stringify(map.get(kid)) === JSON.stringify(key);
    map.set(kid, isPlain ? key : undefined);
  }
  return map.size > 0 ? map : undefined;
}

/** Describes a JWKS with nothing to use in it. */
export function noKeys(): TokenVerificationErrorInit {
  return {
    reason: "jwk-remote-missing",
    message: "Cannot use the JWKS: no key in it has an id.",
  };
}
