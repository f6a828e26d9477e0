import type { Jwk } from "../../jwt/types.ts";

/** A set of keys as RFC 7517 has it. Its member names are the standard's own. */
export interface InstanceJwks {
  /** The keys. */
  readonly keys: readonly InstanceJwk[];
}

/** A key of a {@linkcode InstanceJwks}. */
export interface InstanceJwk extends Jwk {
  /** A chain of certificates for the key, each in base64. */
  readonly x5c?: readonly string[] | undefined;
  /** The SHA-1 thumbprint of the certificate, in base64url. */
  readonly x5t?: string | undefined;
  /** The SHA-256 thumbprint of the certificate, in base64url. */
  readonly "x5t#S256"?: string | undefined;
  /** Where the certificate is. */
  readonly x5u?: string | undefined;
}
