import { isObject, type JsonObject } from "../text/json.ts";

/** A JSON Web Key Set: the public keys of an instance. */
export interface Jwks {
  /** The keys, each judged when it is needed. Those without a `kid` are passed over. */
  readonly keys: readonly unknown[];
}

/** A key of a JWKS, not yet imported. */
export interface JwksEntry {
  /** As it came; undefined when several different keys share its id. */
  readonly jwk: JsonObject | undefined;
  /** As it came, in a form to compare. */
  readonly text: string;
}

/** Whether a value has the form of a JWKS. */
export function isJwks(value: unknown): value is Jwks {
  return isObject(value) && Array.isArray(value.keys);
}

/** Sorts the keys of a JWKS by their id; undefined when it is no JWKS. */
export function parseJwks(jwks: unknown): Map<string, JwksEntry> | undefined {
  if (!isJwks(jwks)) return undefined;
  const map = new Map<string, JwksEntry>();
  for (const jwk of jwks.keys) {
    if (!isObject(jwk) || typeof jwk.kid !== "string" || !jwk.kid) continue;
    const text = JSON.stringify(jwk);
    const twin = map.get(jwk.kid);
    const isPlain = !twin || twin.text === text;
    map.set(jwk.kid, isPlain ? { jwk, text } : { jwk: undefined, text: "" });
  }
  return map;
}
