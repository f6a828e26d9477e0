import { isObject, isText } from "../text/json.ts";

/** A JSON Web Key Set: the public keys of an instance. */
export interface Jwks {
  /** The keys, each judged when it is needed. Those without a `kid` are passed over. */
  readonly keys: readonly unknown[];
}

/** A key of a JWKS, not yet imported. */
export interface JwksEntry {
  /** As it came; false when several different keys share its id. */
  readonly jwk: unknown;
  /** As it came, in a form to compare. */
  readonly text: string;
}

/** Sorts the keys of a JWKS by their id; undefined when it is no JWKS. */
export function parseJwks(jwks: unknown): Map<string, JwksEntry> | undefined {
  if (!isObject(jwks) || !Array.isArray(jwks.keys)) return undefined;
  const map = new Map<string, JwksEntry>();
  for (const jwk of jwks.keys) {
    const kid = isObject(jwk) && jwk.kid;
    if (!isText(kid) || !kid) continue;
    const text = JSON.stringify(jwk);
    const isPlain = (map.get(kid)?.text ?? text) === text;
    map.set(kid, { jwk: isPlain && jwk, text: isPlain ? text : "" });
  }
  return map;
}
