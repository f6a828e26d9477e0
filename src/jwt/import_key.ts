import { refuse } from "../errors/token_verification_error.ts";
import type { TokenVerificationError } from "../errors/token_verification_error.ts";
import type { Result } from "../errors/result.ts";
import { subtle } from "../platform/subtle.ts";
import { isObject } from "../text/json.ts";
import { attempt } from "./attempt.ts";
import { type Algorithm, ALGORITHMS } from "./algorithms.ts";
import { importCryptoKey, lengthOf } from "./crypto_key.ts";
import { type RawKey, readKey } from "./read_key.ts";
import {
  type CheckingKey,
  createCheckingKey,
  type SignatureCheck,
} from "./signature_check.ts";
import type { JwtAlgorithm, JwtKey, VerificationKey } from "./types.ts";

export type { VerificationKey } from "./types.ts";

/** The keys that callers hold, each with what it stands for, out of their reach. */
const imported = new WeakMap<object, CheckingKey>();

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
  return attempt(async () => {
    const checking = await importCheckingKey(key, options);
    if (isImported(key) && imported.get(key) === checking) return key;
    const { kid, checks } = checking;
    const algorithms = [...ALGORITHMS.keys()].filter((name) =>
      checks.has(name)
    );
    const held = Object.freeze({ kid, algorithms: Object.freeze(algorithms) });
    imported.set(held, checking);
    return held;
  });
}

/** Makes a key ready for use, for as long as a call takes. */
export async function importCheckingKey(
  key: JwtKey,
  options: ImportKeyOptions | undefined,
): Promise<CheckingKey> {
  const algorithms = options?.algorithms;
  if (algorithms !== undefined && !isAlgorithmList(algorithms)) {
    refuse(
      "options-invalid",
      `Cannot use "algorithms": expected a list of names such as "RS256".`,
    );
  }
  const known = isObject(key) ? imported.get(key) : undefined;
  if (!known) return await importRaw(readKey(key), algorithms);
  if (!algorithms) return known;
  return finish(
    known.kid,
    algorithms.flatMap((name) => {
      const check = known.checks.get(name);
      return check ? [[name, check]] : [];
    }),
  );
}

function unusable(why: string, reason: typeof LOCAL | typeof MISFIT = LOCAL) {
  return refuse(reason, `Cannot use the key: ${why}.`);
}

function isAlgorithmList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 &&
    value.every((name) => ALGORITHMS.has(name));
}

function isImported(key: JwtKey): key is VerificationKey {
  return isObject(key) && imported.has(key);
}

function finish(
  kid: unknown,
  checks: readonly (readonly [JwtAlgorithm, SignatureCheck])[],
): CheckingKey {
  return checks.length > 0
    ? createCheckingKey(kid, checks)
    : unusable("it is not for the algorithms that are allowed", MISFIT);
}

async function importRaw(
  raw: RawKey | string,
  algorithms: readonly JwtAlgorithm[] | undefined,
): Promise<CheckingKey> {
  if (typeof raw === "string") return unusable(raw);
  const checks: [JwtAlgorithm, SignatureCheck][] = [];
  for (const [name, row] of allow(raw, algorithms)) {
    const key = await importCryptoKey(raw.data, row, "verify")
      // What the host says about the failure may quote the key.
      .catch(() => unusable("its parts do not make a key"));
    if (!key) return unusable("it is too weak to be safe");
    const length = lengthOf(key);
    checks.push([
      name,
      (signature, signed) =>
        (length ?? signature.length) === signature.length &&
        subtle().verify(row.params, key, signature, signed),
    ]);
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
