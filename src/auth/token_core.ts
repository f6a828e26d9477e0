import { refuseThrown } from "../jwt/attempt.ts";
import { fail, type Result, succeed } from "../errors/result.ts";
import type { TokenVerificationError } from "../errors/token_verification_error.ts";
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
import { refuseKid } from "../keys/jwks_store.ts";
import type { Clock } from "../platform/clock.ts";
import type { CachedToken, TokenCache } from "./token_cache.ts";

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
  const known = typeof text === "string" ? seen.get(text) : undefined;
  if (known && store.peek(known.token.header.kid, now) === known.key) {
    return acceptClaims(known.token, policy, now);
  }
  const jwt = split ? succeed(split) : splitJwt(text, lastHeader);
  if (!jwt.result) return jwt;
  const { kid } = jwt.result.header;
  return isLive && kid?.startsWith("ins_EMULATOR")
    ? refuseKid(kid)
    : verifyNew(core, jwt.result, policy, store.peek(kid, now), known);
}

async function verifyNew(
  { keys: { store }, clock, seen }: TokenCore,
  split: SplitJwt,
  policy: ClaimsPolicy,
  peeked: VerificationKey | undefined,
  known: CachedToken | undefined,
): Promise<Outcome<VerifiedToken>> {
  let key = peeked;
  let jwt = split;
  if (!key) {
    // Malformed claims are found before anything is fetched for them.
    const parsed = completeJwt(split);
    if (!parsed.result) return parsed;
    jwt = parsed.result;
    const found = await store.find(split.header.kid);
    if (!found.result) return found;
    key = found.result;
  }
  const signed = known?.key === key
    ? succeed(known.token)
    : await verifyTokenSignature(jwt, key, true);
  if (!signed.result) return signed;
  const accepted = acceptClaims(signed.result, policy, clock.now());
  if (accepted.result) seen.set({ text: jwt.text, token: signed.result, key });
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
    return refuseThrown(cause);
  }
}
