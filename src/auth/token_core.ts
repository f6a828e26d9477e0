import { fail, type Result, succeed } from "../errors/result.ts";
import { TokenVerificationError } from "../errors/token_verification_error.ts";
import type { ClaimsPolicy } from "../jwt/claims.ts";
import {
  type HeaderCache,
  parseJwt,
  type UnverifiedJwt,
} from "../jwt/parse.ts";
import type { VerificationKey } from "../jwt/types.ts";
import {
  acceptClaims,
  type SignedToken,
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

/** What comes of a token: at once, or when its signature was computed. */
export type TokenOutcome =
  | Result<VerifiedToken, TokenVerificationError>
  | Promise<Result<VerifiedToken, TokenVerificationError>>;

/**
 * Verifies a token: signature first, then claims. When it was seen before and
 * its key is still the instance's, the claims alone are judged. Never rejects.
 *
 * @param parsed The token, when it has been parsed already.
 */
export function verifyWithCore(
  core: TokenCore,
  text: unknown,
  policy: ClaimsPolicy,
  parsed?: UnverifiedJwt,
): TokenOutcome {
  const { store, isLive } = core.keys;
  const now = core.clock.now();
  const known = typeof text === "string" ? core.seen.get(text) : undefined;
  if (
    known && known.text === text &&
    store.peek(known.token.header.kid, now) === known.key
  ) {
    return acceptClaims(known.token, policy, now);
  }
  const { result: jwt, error } = parsed
    ? succeed(parsed)
    : parseJwt(text, core.lastHeader);
  if (error) return fail(error);
  const { kid } = jwt.header;
  if (isLive && kid?.startsWith("ins_EMULATOR")) return fail(refuseEmulator());
  const key = store.peek(kid, now);
  return key
    ? verifyWithKey(core, jwt, key, policy)
    : findAndVerify(core, jwt, policy);
}

async function findAndVerify(
  core: TokenCore,
  jwt: UnverifiedJwt,
  policy: ClaimsPolicy,
): Promise<Result<VerifiedToken, TokenVerificationError>> {
  const { result: key, error } = await core.keys.store.find(jwt.header.kid);
  if (error) return fail(error);
  const known = core.seen.get(jwt.text);
  return known && known.text === jwt.text && known.key === key
    ? acceptClaims(known.token, policy, core.clock.now())
    : verifyWithKey(core, jwt, key, policy);
}

async function verifyWithKey(
  core: TokenCore,
  jwt: UnverifiedJwt,
  key: VerificationKey,
  policy: ClaimsPolicy,
): Promise<Result<VerifiedToken, TokenVerificationError>> {
  const { result: token, error } = await verifyTokenSignature(jwt, key);
  if (error) return fail(error);
  freeze(token);
  const accepted = acceptClaims(token, policy, core.clock.now());
  if (accepted.result) core.seen.set({ text: jwt.text, token, key });
  return accepted;
}

/** Freezes what callers share, so that none of them can change it for others. */
function freeze(token: SignedToken): void {
  const rest: unknown[] = [token];
  while (rest.length > 0) {
    const value = rest.pop();
    if (typeof value !== "object" || value === null) continue;
    Object.freeze(value);
    for (const member of Object.values(value)) rest.push(member);
  }
}

function refuseEmulator(): TokenVerificationError {
  return new TokenVerificationError({
    reason: "jwk-kid-mismatch",
    message:
      "Cannot verify the token: an emulator made it, but the keys are those of a production instance.",
    action: "Configure the emulator's keys where its tokens are used.",
    claim: "kid",
  });
}
