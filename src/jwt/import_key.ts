import { fail, type Failure, type Result, succeed } from "../errors/result.ts";
import { TokenVerificationError } from "../errors/token_verification_error.ts";
import { subtle } from "../platform/subtle.ts";
import { isObject } from "../text/json.ts";
import { type Algorithm, ALGORITHMS } from "./algorithms.ts";
import { type RawKey, readJwk, readKey } from "./read_key.ts";
import {
  checksOf,
  createVerificationKey,
  type SignatureCheck,
} from "./signature_check.ts";
import type { JwtAlgorithm, JwtKey, VerificationKey } from "./types.ts";

export type { VerificationKey } from "./types.ts";

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
export async function importKey(
  key: JwtKey,
  options?: ImportKeyOptions,
): Promise<Result<VerificationKey, TokenVerificationError>> {
  const algorithms = options?.algorithms;
  if (algorithms !== undefined && !isAlgorithmList(algorithms)) {
    return refuse(
      "options-invalid",
      `"algorithms" is not a list of one or more of ${
        [...ALGORITHMS.keys()].join(", ")
      }`,
    );
  }
  if (isImported(key)) return narrow(key, algorithms);
  const raw = readKey(key);
  if (typeof raw === "string") return refuse("jwk-local-missing", raw);
  return await importRaw(raw, algorithms, "jwk-local-missing");
}

/** Makes one key of a JWKS ready for use. It must have a kid. */
export async function importJwksKey(
  jwk: unknown,
): Promise<Result<VerificationKey, TokenVerificationError>> {
  const reason = "jwk-remote-invalid";
  const raw = isObject(jwk) ? readJwk(jwk) : "it is not an object";
  if (typeof raw === "string") return refuse(reason, raw);
  if (!raw.kid) return refuse(reason, `it has no "kid"`);
  return await importRaw(raw, undefined, reason);
}

type Unreadable = "jwk-local-missing" | "jwk-remote-invalid";

function refuse(
  reason: Unreadable | "token-invalid-algorithm" | "options-invalid",
  why: string,
): Failure<TokenVerificationError> {
  return fail(
    new TokenVerificationError({
      reason,
      message: `Cannot use the key: ${why}.`,
      action: "Give the instance's public key, as PEM text or as JWK.",
    }),
  );
}

function isAlgorithmList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 &&
    value.every((name) => ALGORITHMS.has(name));
}

function isImported(key: JwtKey): key is VerificationKey {
  return isObject(key) && checksOf(key) !== undefined;
}

/** Leaves of an imported key what the algorithms allow. */
function narrow(
  key: VerificationKey,
  algorithms: readonly JwtAlgorithm[] | undefined,
): Result<VerificationKey, TokenVerificationError> {
  if (!algorithms) return succeed(key);
  const left = new Map<JwtAlgorithm, SignatureCheck>();
  for (const name of key.algorithms) {
    const check = checksOf(key)?.get(name);
    if (check && algorithms.includes(name)) left.set(name, check);
  }
  return left.size > 0
    ? succeed(createVerificationKey(key.kid, left))
    : refuse("token-invalid-algorithm", "it is for none of the algorithms");
}

async function importRaw(
  raw: RawKey,
  algorithms: readonly JwtAlgorithm[] | undefined,
  reason: Unreadable,
): Promise<Result<VerificationKey, TokenVerificationError>> {
  const { alg, kid } = raw;
  if (kid !== undefined && typeof kid !== "string") {
    return refuse(reason, `its "kid" is not text`);
  }
  const allowed = allow(raw, algorithms);
  if (allowed.length === 0) {
    return refuse(
      alg === undefined || algorithms ? "token-invalid-algorithm" : reason,
      "it is for none of the algorithms",
    );
  }
  try {
    const ready = new Map<JwtAlgorithm, SignatureCheck>();
    for (const [name, algorithm] of allowed) {
      const check = await importCheck(raw, algorithm);
      if (typeof check === "string") return refuse(reason, check);
      ready.set(name, check);
    }
    return succeed(createVerificationKey(kid, ready));
  } catch {
    // What the host says about the failure may quote the key.
    return refuse(reason, "its parts do not make a valid key");
  }
}

/**
 * What a raw key may verify: its own `alg` when it has one, within what the
 * caller allows; without either the first algorithm of its family. The header
 * of a token has no say in it.
 */
function allow(
  raw: RawKey,
  algorithms: readonly JwtAlgorithm[] | undefined,
): readonly (readonly [JwtAlgorithm, Algorithm])[] {
  const { alg, family } = raw;
  const usable = [...ALGORITHMS].filter(([name, row]) =>
    row.family === family && (alg === undefined || alg === name) &&
    (!algorithms || algorithms.includes(name))
  );
  if (algorithms) return usable;
  return family === "HMAC" ? [] : usable.slice(0, 1);
}

/** Imports a key for one algorithm; gives the reason when it is too weak. */
async function importCheck(
  raw: RawKey,
  { params, family }: Algorithm,
): Promise<SignatureCheck | string> {
  if (raw.format === "raw" && raw.data.length < params.saltLength) {
    return `a secret for it has ${params.saltLength} bytes or more`;
  }
  const key = raw.format === "jwk"
    ? await subtle().importKey("jwk", raw.data, params, false, ["verify"])
    : await subtle().importKey(raw.format, raw.data, params, false, ["verify"]);
  if (family === "RSA") {
    const bits: unknown = Reflect.get(key.algorithm, "modulusLength");
    if (!(Number(bits) >= 2048)) return "an RSA key has 2048 bits or more";
  }
  return async (signature, signed) =>
    await subtle().verify(params, key, signature, signed);
}
