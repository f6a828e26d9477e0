import { fail, type Result, succeed } from "../errors/result.ts";
import { SignJwtError } from "../errors/sign_jwt_error.ts";
import { type Clock, systemClock } from "../platform/clock.ts";
import { encodeBase64Url } from "../text/base64url.ts";
import { isObject, type JsonObject } from "../text/json.ts";
import { encodeUtf8 } from "../text/utf8.ts";
import { ALGORITHMS } from "./algorithms.ts";
import { decodeJwt } from "./decode.ts";
import { importSigningKey } from "./import_signing_key.ts";
import type { JwtAlgorithm, JwtSigningKey } from "./types.ts";

/** Options of {@linkcode signJwt}. */
export interface SignJwtOptions {
  /** The algorithm to sign with. */
  readonly algorithm: JwtAlgorithm;
  /**
   * Parameters for the header, such as `kid`. `typ` is `JWT` by default; `alg` is
   * always the algorithm.
   */
  readonly header?: { readonly [name: string]: unknown } | undefined;
  /** What tells the time of issue. The host's clock by default. */
  readonly clock?: Clock | undefined;
}

/**
 * Makes a signed token. Adds `iat`, the time of issue, unless the claims have it.
 * Never rejects.
 *
 * @param payload The claims.
 * @param key A private key as PEM text (PKCS #8) or as JWK, or a marked HMAC
 * secret.
 * @param options The algorithm and the header.
 * @returns The token, or an error when key, algorithm and claims don't make one.
 *
 * @example
 * ```ts
 * import { decodeJwt, signJwt } from "@isoclerk/backend/jwt";
 *
 * const key = { secret: "an example secret of 32 bytes or more" };
 * const token = await signJwt({ sub: "user_1" }, key, {
 *   algorithm: "HS256",
 *   header: { kid: "example" },
 * });
 * if (token.error) throw token.error;
 * console.log(decodeJwt(token.result).result?.header.kid); // example
 * ```
 */
export async function signJwt(
  payload: { readonly [name: string]: unknown },
  key: JwtSigningKey,
  options: SignJwtOptions,
): Promise<Result<string, SignJwtError>> {
  try {
    return await sign(payload, key, options);
  } catch {
    // What was thrown may quote the key.
    return refuse("claims, key or options threw when they were read");
  }
}

async function sign(
  payload: { readonly [name: string]: unknown },
  key: JwtSigningKey,
  options: SignJwtOptions,
): Promise<Result<string, SignJwtError>> {
  const alg = options?.algorithm;
  if (!ALGORITHMS.has(alg)) {
    const names = [...ALGORITHMS.keys()].join(", ");
    return refuse(`expected "algorithm" to be one of ${names}`);
  }
  const { header = {}, clock = systemClock } = options;
  const fault = findFault(payload, header);
  if (fault) return refuse(fault);
  const iat = payload.iat ?? Math.floor(clock.now() / 1000);
  if (!Number.isFinite(iat)) return refuse('expected "clock" to tell the time');
  const signed = encodeParts([
    { typ: "JWT", ...header, alg },
    { ...payload, iat },
  ]);
  if (!signed) return refuse("header and claims must be fit for JSON");
  // What nobody could read is no token: a "kid" that is no text, or too much.
  const { result } = decodeJwt(`${signed}.AAAA`);
  if (result?.header.alg !== alg) {
    return refuse("header and claims must be what a token can hold");
  }
  const signer = await importSigningKey(key, alg);
  if (typeof signer === "string") return refuse(signer);
  const signature = await signer(encodeUtf8(signed)).catch(() => undefined);
  return signature
    ? succeed(`${signed}.${encodeBase64Url(signature)}`)
    : refuse("the host cannot sign with this key and algorithm");
}

function refuse(why: string): Result<never, SignJwtError> {
  return fail(new SignJwtError(`Cannot sign the token: ${why}.`));
}

/** Tells what is wrong with claims and header, if anything is. */
function findFault(payload: unknown, header: unknown): string | undefined {
  if (!isObject(payload)) return "expected the claims to be an object";
  if (!isObject(header)) return `expected "header" to be an object`;
  if (header.crit !== undefined || header.b64 !== undefined) {
    return `extensions ("crit", "b64") are not supported`;
  }
  const claim = ["exp", "nbf", "iat"].find((name) =>
    payload[name] !== undefined && !Number.isFinite(payload[name])
  );
  return claim && `expected "${claim}" to be a time in seconds`;
}

/** Encodes header and claims; undefined when JSON cannot hold them. */
function encodeParts(parts: readonly JsonObject[]): string | undefined {
  try {
    return parts.map((part) =>
      encodeBase64Url(encodeUtf8(JSON.stringify(part)))
    )
      .join(".");
  } catch {
    return undefined;
  }
}
