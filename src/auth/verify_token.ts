import type { Result } from "../errors/result.ts";
import type { TokenVerificationError } from "../errors/token_verification_error.ts";
import { attempt } from "../jwt/attempt.ts";
import type { ClaimsOptions, ClaimsPolicy } from "../jwt/claims.ts";
import { createClaimsPolicy } from "../jwt/claims.ts";
import type { OfClass, PayloadOf, TokenClass } from "../jwt/token_class.ts";
import {
  type KeyOptions,
  type KeyTuning,
  NO_KEY,
} from "../keys/create_key_store.ts";
import { hydrate } from "../keys/hydrate.ts";
import type { Jwks } from "../keys/jwks.ts";
import {
  copyOptions,
  demand,
  demandOptions,
  override,
} from "../text/options.ts";
import { resolveCredentials } from "../keys/resolve_credentials.ts";
import { demandCredentials } from "../text/credentials.ts";
import {
  createCore,
  type TokenCore,
  toPayload,
  verifyWithCore,
} from "./token_core.ts";

/** Where the keys come from, and what to demand of a token. */
export interface TokenVerifierOptions
  extends KeyOptions, KeyTuning, ClaimsOptions {
  /**
   * How many tokens to remember whose signature was good, so that the next sight
   * of one costs next to nothing. All claims are judged anew each time, and a
   * key that was withdrawn voids its tokens. 1000 by default, about 1.5 KB each;
   * 0 to remember none.
   */
  readonly tokenCacheSize?: number | undefined;
}

/** What verifies the tokens of one instance. */
export interface TokenVerifier<Class extends TokenClass = "session"> {
  /**
   * Verifies a token: its signature, then its claims.
   *
   * @param token The token.
   * @param overrides What to demand of this one token instead of what the
   * verifier was made with.
   * @returns The claims, frozen, or an error that says why it is refused. Never
   * rejects.
   */
  verify<const Own extends TokenClass = Class>(
    token: string,
    overrides?: ClaimsOptions & OfClass<Own>,
  ): Promise<Result<PayloadOf<Own>, TokenVerificationError>>;
  /**
   * Gets the keys ahead of the first token, or takes them from the caller.
   *
   * @param jwks The instance's keys, when they need not be fetched.
   * @returns The ids of the keys, or an error that says why there are none. Never
   * rejects.
   */
  hydrate(
    jwks?: Jwks,
  ): Promise<Result<readonly string[], TokenVerificationError>>;
}

/**
 * Makes a verifier for the session tokens of one instance. It keeps the
 * instance's keys, so make one and keep it. Keys are never shared between
 * verifiers.
 *
 * Keys that are fetched are good for five minutes. An unknown key id causes one
 * fetch in ten seconds at most. After a failure the next fetch waits two
 * seconds, then four, up to thirty; meanwhile the keys at hand serve on.
 *
 * The issuer is not derived from the publishable key, as satellite domains and
 * proxies may have others: give `issuer` to pin it.
 *
 * @param options Where the keys come from, and what to demand of a token.
 * @returns The verifier.
 * @throws {TypeError} When there is no key, or an option is wrong.
 *
 * @example
 * ```ts
 * import { createTokenVerifier } from "@isoclerk/backend";
 * import { createEmulator } from "@isoclerk/backend/emulator";
 *
 * const emulator = await createEmulator({ seed: { users: [{ id: "user_1" }] } });
 * const { token } = await emulator.signIn("user_1");
 * const verifier = createTokenVerifier({
 *   secretKey: emulator.secretKey,
 *   fetch: emulator.fetch,
 * });
 * const { result, error } = await verifier.verify(token);
 * if (error) console.log(error.reason);
 * else console.log(result.sub); // user_1
 * ```
 */
export function createTokenVerifier<
  const Class extends TokenClass = "session",
>(
  options: TokenVerifierOptions & OfClass<Class> = {},
): TokenVerifier<Class> {
  return createVerifier(createFullCore(options), options);
}

/** Makes a verifier of what it verifies with. */
export function createVerifier<Class extends TokenClass>(
  core: TokenCore,
  options: ClaimsOptions & OfClass<Class>,
): TokenVerifier<Class> {
  const claims = copyOptions(options);
  const policy = createClaimsPolicy(claims, true);
  return {
    verify: (token, overrides) =>
      toPayload(() =>
        verifyWithCore(
          core,
          token,
          overrides ? overridePolicy(claims, overrides) : policy,
        )
      ),
    hydrate: (jwks) => attempt(() => hydrate(core.keys.store, jwks)),
  };
}

/**
 * Makes what verifies the tokens of the instance that the options name.
 *
 * @throws {TypeError} When an option is wrong, or does not fit another.
 */
export function createCheckedCore(options: TokenVerifierOptions): TokenCore {
  demandOptions(options);
  const {
    jwksCache,
    jwksTimeoutInMs = 5000,
    jwksMaxStaleInMs = 0,
    tokenCacheSize = 0,
  } = options;
  demand(
    "jwksCache",
    !jwksCache || typeof jwksCache.load === "function",
    "what createJwksCache makes",
  );
  demandMs("jwksTimeoutInMs", jwksTimeoutInMs, 1);
  demandMs("jwksMaxStaleInMs", jwksMaxStaleInMs, 0);
  demand(
    "tokenCacheSize",
    Number.isSafeInteger(tokenCacheSize) && tokenCacheSize >= 0,
    "a whole number, 0 or more",
  );
  const credentials = resolveCredentials(options);
  demandCredentials({ ...credentials, fetch: options.fetch }, options);
  return createCore(options, options);
}

/**
 * The same, for where a key must be at hand.
 *
 * @throws {TypeError} When there is no key, or an option is wrong.
 */
export function createFullCore(options: TokenVerifierOptions): TokenCore {
  const core = createCheckedCore(options);
  if (!core.keys.store) throw new TypeError(NO_KEY);
  return core;
}

function demandMs(name: string, ms: number, least: number): void {
  // Timers take no more than 31 bits, and fire at once beyond.
  const isGood = Number.isFinite(ms) && ms >= least && ms < 2 ** 31;
  demand(name, isGood, `milliseconds, ${least} or more`);
}

/** Puts together what to demand of one session token. */
export function overridePolicy(
  claims: ClaimsOptions,
  overrides: ClaimsOptions,
): ClaimsPolicy {
  demandOptions(overrides);
  return createClaimsPolicy(override(claims, overrides), true);
}
