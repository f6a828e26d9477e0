import { type Result, succeed } from "../errors/result.ts";
import {
  refuse,
  type TokenVerificationError,
} from "../errors/token_verification_error.ts";
import { failThrown } from "../jwt/attempt.ts";
import type { ClaimsPolicy } from "../jwt/claims.ts";
import {
  completeJwt,
  type HeaderCache,
  parseJwt,
  type SplitJwt,
  splitJwt,
  type UnverifiedJwt,
} from "../jwt/parse.ts";
import type { JwtPayload } from "../jwt/types.ts";
import type { CheckingKey } from "../jwt/signature_check.ts";
import {
  acceptClaims,
  type SignedToken,
  type TokenContent,
  type VerifiedToken,
  verifyTokenSignature,
} from "../jwt/verified.ts";
import {
  createInstanceKeys,
  type InstanceKeys,
  type KeyOptions,
  type KeyTuning,
  NO_KEY,
} from "../keys/create_key_store.ts";
import { refuseKid } from "../keys/jwks_store.ts";
import { type Clock, systemClock } from "../platform/clock.ts";
import { isText } from "../text/json.ts";
import {
  type CachedToken,
  createTokenCache,
  type TokenCache,
} from "./token_cache.ts";

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

/** Makes what verifies the tokens of the instance that the options name. */
export function createCore(
  options: KeyOptions,
  tuning: KeyTuning & { readonly tokenCacheSize?: number | undefined } = {},
): TokenCore {
  return {
    keys: createInstanceKeys(options, tuning),
    clock: options.clock ?? systemClock,
    seen: createTokenCache(tuning.tokenCacheSize ?? 1000),
    lastHeader: { text: "", header: undefined },
  };
}

/**
 * Reads what a token says, unverified: from memory when it was seen before.
 *
 * @throws {TokenVerificationError} When it is no token.
 */
export function readToken(
  { seen, lastHeader }: TokenCore,
  text: string,
): TokenText {
  const known = seen.get(text);
  if (known) {
    const { header, payload } = known.token;
    return { header, payload, split: undefined };
  }
  const split = parseJwt(text, lastHeader);
  return { header: split.header, payload: split.payload, split };
}

/** A token that was parsed, not verified. */
export interface TokenText extends TokenContent {
  /** In parts, when it had to be taken apart. */
  readonly split: UnverifiedJwt | undefined;
}

/**
 * Verifies the signature of a token, and nothing else.
 *
 * @throws {TokenVerificationError} When the token is refused.
 */
export async function verifySignatureWithCore(
  { keys, lastHeader }: TokenCore,
  text: unknown,
): Promise<SignedToken> {
  const jwt = parseJwt(text, lastHeader);
  refuseEmulator(keys, jwt);
  return await verifyTokenSignature(jwt, await findKey(keys, jwt));
}

/**
 * Verifies a token: signature first, then claims. When it was seen before and
 * its key is still the instance's, the claims alone are judged, at once.
 *
 * @param split The token, when it has been taken apart already.
 * @throws {TokenVerificationError} When the token is refused; or it rejects so.
 */
export function verifyWithCore(
  core: TokenCore,
  text: unknown,
  policy: ClaimsPolicy,
  split?: SplitJwt,
): VerifiedToken | Promise<VerifiedToken> {
  const { keys, clock, seen, lastHeader } = core;
  const now = clock.now();
  const known = isText(text) ? seen.get(text) : undefined;
  if (known && keys.store?.peek(known.token.header.kid, now) === known.key) {
    return acceptClaims(known.token, policy, now);
  }
  const jwt = split ?? splitJwt(text, lastHeader);
  refuseEmulator(keys, jwt);
  const key = keys.store?.peek(jwt.header.kid, now);
  return key
    ? verifyNew(core, jwt, policy, key, known)
    : findAndVerify(core, jwt, policy, known);
}

/** An emulator's keys are no live instance's. */
function refuseEmulator(
  { isLive }: InstanceKeys,
  { header: { kid } }: SplitJwt,
): void {
  if (isLive && kid?.startsWith("ins_EMULATOR")) refuseKid(kid);
}

async function findKey(
  { store }: InstanceKeys,
  { header }: SplitJwt,
): Promise<CheckingKey> {
  return await store?.find(header.kid) ??
    refuse("jwk-failed-to-resolve", NO_KEY);
}

async function findAndVerify(
  core: TokenCore,
  split: SplitJwt,
  policy: ClaimsPolicy,
  known: CachedToken | undefined,
): Promise<VerifiedToken> {
  // Malformed claims are found before anything is fetched for them.
  const jwt = completeJwt(split);
  const key = await findKey(core.keys, jwt);
  return await verifyNew(core, jwt, policy, key, known);
}

function verifyNew(
  { clock, seen }: TokenCore,
  jwt: SplitJwt,
  policy: ClaimsPolicy,
  key: CheckingKey,
  known: CachedToken | undefined,
): Promise<VerifiedToken> {
  const signed = known?.key === key
    ? Promise.resolve(known.token)
    : verifyTokenSignature(jwt, key, true);
  return signed.then((token) => {
    const accepted = acceptClaims(token, policy, clock.now());
    // As a part of a header of cookies it would keep all of them alive. Hosts cut
    // a part out of text that was put together by making new text first.
    seen.set({ text: ` ${jwt.text}`.slice(1), token, key });
    return accepted;
  });
}

/**
 * Gives the claims of a verified token, as a type that the policy it was verified
 * by has seen to. Whatever throws becomes an error: a
 * refusal, a wrong option, or something that was injected. Never rejects.
 */
export function toPayload<Payload extends JwtPayload>(
  verify: () => VerifiedToken | Promise<VerifiedToken>,
): Promise<Result<Payload, TokenVerificationError>> {
  try {
    return Promise.resolve(verify()).then(
      ({ payload }) => succeed(payload as Payload),
      failThrown,
    );
  } catch (cause) {
    return Promise.resolve(failThrown(cause));
  }
}
