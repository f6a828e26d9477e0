import { fail, type Result, succeed } from "../errors/result.ts";
import {
  refuse,
  type TokenVerificationError,
} from "../errors/token_verification_error.ts";
import type { ClaimsPolicy } from "../jwt/claims.ts";
import {
  completeJwt,
  type HeaderCache,
  type SplitJwt,
  splitJwt,
} from "../jwt/parse.ts";
import type { JwtPayload, VerificationKey } from "../jwt/types.ts";
import {
  acceptClaims,
  type VerifiedToken,
  verifyTokenSignature,
} from "../jwt/verified.ts";
import type { InstanceKeys } from "../keys/create_key_store.ts";
import type { Clock } from "../platform/clock.ts";
import { createTokenCache, type TokenCache } from "./token_cache.ts";

/** What verifies the tokens of one instance. */
export interface TokenCore {
  /** The instance's keys. */
  readonly keys: InstanceKeys;
  /** What tells the time. */
  readonly clock: Clock;
  /** Tokens whose signature was found good before. */
  readonly seen: TokenCache;
  /** The header that the instance's tokens share. */
  readonly lastHeader: HeaderCache;
}

/** Makes what verifies the tokens of one instance. */
export function createTokenCore(
  keys: InstanceKeys,
  clock: Clock,
  cacheSize: number,
): TokenCore {
  return {
    keys,
    clock,
    seen: createTokenCache(cacheSize),
    lastHeader: { text: "", header: undefined },
  };
}

type Outcome<T> = Result<T, TokenVerificationError>;

/** What comes of a token: at once, or when its signature was computed. */
export type TokenOutcome =
  | Outcome<VerifiedToken>
  | Promise<Outcome<VerifiedToken>>;

/**
 * Verifies a token: signature first, then claims. When it was seen before and
 * its key is still the instance's, the claims alone are judged.
 *
 * @param split The token, when it has been taken apart already.
 */
export function verifyWithCore(
  core: TokenCore,
  text: unknown,
  policy: ClaimsPolicy,
  split?: SplitJwt,
): TokenOutcome {
  const { keys: { store, isLive }, clock, seen, lastHeader } = core;
  const now = clock.now();
  const known = typeof text === "string" && seen.get(text);
  if (known && store.peek(known.token.header.kid, now) === known.key) {
    return acceptClaims(known.token, policy, now);
  }
  const jwt = split ? succeed(split) : splitJwt(text, lastHeader);
  if (!jwt.result) return jwt;
  const { kid } = jwt.result.header;
  if (isLive && kid?.startsWith("ins_EMULATOR")) {
    return refuse(
      "jwk-kid-mismatch",
      "Cannot verify the token: expected one of a production instance, received an emulator's.",
      { claim: "kid" },
    );
  }
  const key = store.peek(kid, now);
  return key
    ? verifyWithKey(core, jwt.result, key, policy)
    : findAndVerify(core, jwt.result, policy);
}

async function findAndVerify(
  core: TokenCore,
  split: SplitJwt,
  policy: ClaimsPolicy,
): Promise<Outcome<VerifiedToken>> {
  // Malformed claims are found before anything is fetched for them.
  const jwt = completeJwt(split);
  if (!jwt.result) return jwt;
  const key = await core.keys.store.find(split.header.kid);
  if (!key.result) return key;
  const known = core.seen.get(split.text);
  return known?.key === key.result
    ? acceptClaims(known.token, policy, core.clock.now())
    : verifyWithKey(core, jwt.result, key.result, policy);
}

async function verifyWithKey(
  { clock, seen }: TokenCore,
  jwt: SplitJwt,
  key: VerificationKey,
  policy: ClaimsPolicy,
): Promise<Outcome<VerifiedToken>> {
  const { result: token, error } = await verifyTokenSignature(jwt, key, true);
  if (!token) return fail(error);
  const accepted = acceptClaims(token, policy, clock.now());
  if (accepted.result) seen.set({ text: jwt.text, token, key });
  return accepted;
}

/**
 * Gives the claims of a verified token. Whatever throws becomes an error: a wrong
 * option, or something that was injected.
 */
export async function toPayload(
  verify: () => TokenOutcome,
): Promise<Outcome<JwtPayload>> {
  try {
    const outcome = verify();
    const { result, error } = outcome instanceof Promise
      ? await outcome
      : outcome;
    return result ? succeed(result.payload) : fail(error);
  } catch (cause) {
    return refuse(
      "options-invalid",
      cause instanceof TypeError
        ? cause.message
        : "Cannot verify the token: something that was injected threw.",
      { cause },
    );
  }
}
