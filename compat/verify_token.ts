import { verifyWithCore } from "../src/auth/token_core.ts";
import { findCore } from "../src/auth/verify_token_once.ts";
import { parseJwt } from "../src/jwt/parse.ts";
import type { Fetch } from "../src/platform/fetch.ts";
import { type JwtPayload, promise } from "./claims.ts";
import { inOfficialWords, refusal } from "./messages.ts";
import { createOfficialPolicy, type OfficialClaimsOptions } from "./policy.ts";

/** Options of {@linkcode verifyToken}. */
export interface VerifyTokenOptions extends OfficialClaimsOptions {
  /** The secret key of the instance, to fetch its public keys with. */
  readonly secretKey?: string | undefined;
  /** The public key of the instance as PEM text; nothing is fetched then. */
  readonly jwtKey?: string | undefined;
  /** Where the Backend API is. */
  readonly apiUrl?: string | undefined;
  /** The version of the Backend API in its paths. */
  readonly apiVersion?: string | undefined;
  /** Whether to fetch the keys for each verification. */
  readonly skipJwksCache?: boolean | undefined;
  /**
   * Without effect, as it is in the official package.
   *
   * @deprecated Leave it out.
   */
  readonly jwksCacheTtlInMs?: number | undefined;
  /** What sends requests; the host's `fetch` by default. */
  readonly fetch?: Fetch | undefined;
}

/** The category of the tokens of machines. */
const M2M = "cl_B7d4PD333AAA";

/** Stands for an environment without variables: options alone count here. */
export const NO_ENV: object = {};

/**
 * Verifies a token with the keys of the instance.
 *
 * @param token The token.
 * @param options Where the keys come from, and what to demand of the token.
 * @returns The claims.
 * @throws {TokenVerificationError} When the token is refused.
 * @throws {TypeError} When an option is wrong.
 *
 * @example
 * ```ts
 * import { verifyToken } from "@isoclerk/backend/compat";
 * import { createEmulator } from "@isoclerk/backend/emulator";
 *
 * const emulator = await createEmulator({ seed: { users: [{ id: "user_1" }] } });
 * const { token } = await emulator.signIn("user_1");
 * const { sub } = await verifyToken(token, {
 *   secretKey: emulator.secretKey,
 *   fetch: emulator.fetch,
 * });
 * console.log(sub); // user_1
 * ```
 */
export async function verifyToken(
  token: string,
  options: VerifyTokenOptions,
): Promise<JwtPayload> {
  const { secretKey, jwtKey, apiUrl, apiVersion, skipJwksCache, fetch } =
    options;
  const policy = createOfficialPolicy(options);
  const context = { token, headerType: options.headerType };
  return await inOfficialWords(context, async () => {
    if (!secretKey && !jwtKey) {
      parseJwt(token);
      throw refusal("jwk-failed-to-resolve", "kid");
    }
    const core = findCore({
      secretKey: jwtKey ? undefined : secretKey,
      jwtKey: jwtKey || undefined,
      apiUrl: apiUrl || undefined,
      apiVersion: apiVersion || undefined,
      skipJwksCache,
      fetch,
      env: NO_ENV,
    });
    const { header, payload } = await verifyWithCore(core, token, policy);
    if (header.cat === M2M || payload.sub?.startsWith("mch_")) {
      throw refusal("token-invalid", "cat");
    }
    // The same claims once more, for the caller to change. Cloning them would
    // fail on claims that are nested deeply.
    return promise(parseJwt(token).payload);
  });
}
