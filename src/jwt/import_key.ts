import { type Failure, type Result, succeed } from "../errors/result.ts";
import {
  refuse,
  type TokenVerificationError,
  type TokenVerificationErrorReason,
} from "../errors/token_verification_error.ts";
import { subtle } from "../platform/subtle.ts";
import { isObject } from "../text/json.ts";
import { attempt } from "./attempt.ts";
import { type Algorithm, ALGORITHMS } from "./algorithms.ts";
import { importCryptoKey, lengthOf } from "./crypto_key.ts";
import { type RawKey, readKey } from "./read_key.ts";
import {
  checksOf,
  createVerificationKey,
  type SignatureCheck,
} from "./signature_check.ts";
import type { JwtAlgorithm, JwtKey, VerificationKey } from "./types.ts";

export type { VerificationKey } from "./types.ts";

const LOCAL = "jwk-local-missing";
const MISFIT = "token-invalid-algorithm";

/** Options of {@linkcode importKey}. */
export interface ImportKeyOptions {
  /**
   * The algorithms that the key may verify. By default the key's own `alg`, else
   * the usual one of its kind: RS256 for RSA, by the curve for EC, EdDSA for
   * Ed25519. An HMAC secret has no default: it needs to be told.
   */
  readonly algorithms?: readonly JwtAlgorithm[] | undefined;
}

/**
 * Makes a key ready for use. Importing costs about as much as verifying, so
 * whoever verifies many tokens with one key keeps what this gives.
 *
 * @param key A public key as PEM text or JWK, or a marked HMAC secret. What is
 * imported already is given back.
 * @param options The algorithms that the key may verify.
 * @returns The key, or an error with the reason `jwk-local-missing` when it
 * cannot be read, `token-invalid-algorithm` when it is for none of the
 * algorithms, and `options-invalid` when these are no list of algorithms.
 *
 * @example
 * ```ts
 * import { importKey, signJwt, verifyJwt } from "@isoclerk/backend/jwt";
 *
 * const secret = { secret: "an example secret of 32 bytes or more" };
 * const imported = await importKey(secret, { algorithms: ["HS256"] });
 * if (imported.error) throw imported.error;
 * const claims = { sub: "user_1", exp: 4_102_444_800 };
 * const token = await signJwt(claims, secret, { algorithm: "HS256" });
 * if (token.error) throw token.error;
 * const { result } = await verifyJwt(token.result, { key: imported.result });
 * console.log(result?.sub); // user_1
 * ```
 */
export function importKey(
  key: JwtKey,
  options?: ImportKeyOptions,
): Promise<Result<VerificationKey, TokenVerificationError>> {
  return attempt(() => importAny(key, options));
}

async function importAny(
  key: JwtKey,
  options: ImportKeyOptions | undefined,
): Promise<Result<VerificationKey, TokenVerificationError>> {
  const algorithms = options?.algorithms;
  if (algorithms !== undefined && !isAlgorithmList(algorithms)) {
    return refuse(
      "options-invalid",
      `Cannot use "algorithms": expected a list of names such as "RS256".`,
    );
  }
  if (!isImported(key)) {
    return await importRaw(readKey(key), algorithms);
  }
  if (!algorithms) return succeed(key);
  const checks = checksOf(key);
  return finish(
    key.kid,
    algorithms.flatMap((name) => {
      const check = checks?.get(name);
      return check ? [[name, check]] : [];
    }),
  );
}

function unusable(
  reason: TokenVerificationErrorReason,
  why: string,
): Failure<TokenVerificationError> {
  return refuse(reason, `Cannot use the key: ${why}.`);
}

function isAlgorithmList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 &&
    value.every((name) => ALGORITHMS.has(name));
}

function isImported(key: JwtKey): key is VerificationKey {
  return isObject(key) && checksOf(key) !== undefined;
}

function finish(
  kid: string | undefined,
  checks: readonly (readonly [JwtAlgorithm, SignatureCheck])[],
): Result<VerificationKey, TokenVerificationError> {
  return checks.length > 0
    ? succeed(createVerificationKey(kid, checks))
    : unusable(MISFIT, "it is not for the algorithms that are allowed");
}

async function importRaw(
  raw: RawKey | string,
  algorithms: readonly JwtAlgorithm[] | undefined,
): Promise<Result<VerificationKey, TokenVerificationError>> {
  if (typeof raw === "string") return unusable(LOCAL, raw);
  const checks: [JwtAlgorithm, SignatureCheck][] = [];
  try {
    for (const [name, row] of allow(raw, algorithms)) {
      const key = await importCryptoKey(raw.data, row, "verify");
      if (!key) return unusable(LOCAL, "it is too weak to be safe");
      const length = lengthOf(key);
      checks.push([
        name,
        (signature, signed) =>
          (length ?? signature.length) === signature.length &&
          subtle().verify(row.params, key, signature, signed),
      ]);
    }
  } catch {
    // What the host says about the failure may quote the key.
    return unusable(LOCAL, "its parts do not make a key");
  }
  return finish(raw.kid, checks);
}

/**
 * What a raw key may verify: its own `alg` when it has one, within what the
 * caller allows; without either the first algorithm of its family. The header
 * of a token has no say in it.
 */
function allow(
  { alg, family }: RawKey,
  algorithms: readonly JwtAlgorithm[] | undefined,
): readonly (readonly [JwtAlgorithm, Algorithm])[] {
  const usable = [...ALGORITHMS].filter(([name, row]) =>
    row.family === family && (alg ?? name) === name &&
    (algorithms?.includes(name) ?? family !== "HMAC")
  );
  return algorithms ? usable : usable.slice(0, 1);
}
