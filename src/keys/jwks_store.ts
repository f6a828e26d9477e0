import { fail, type Result, succeed } from "../errors/result.ts";
import { TokenVerificationError } from "../errors/token_verification_error.ts";
import { importJwksKey } from "../jwt/import_key.ts";
import type { VerificationKey } from "../jwt/types.ts";
import { isJwks, noKeys, parseJwks } from "./jwks.ts";
import {
  forgetFailures,
  type HeldKey,
  isFailing,
  isFresh,
  type JwksState,
  type JwksStoreOptions,
  mayAsk,
  measure,
  refresh,
  replaceKeys,
} from "./jwks_refresh.ts";
import type { KeyStore } from "./key_store.ts";

/**
 * Makes a store of the keys that an endpoint hands out.
 *
 * Keys are good for `freshForMs`; then somebody asks again, and the answer
 * replaces all of them. While asking fails, held keys serve on, up to
 * `maxStaleInMs`. All who need keys at a time share one request.
 */
export function createJwksStore(options: JwksStoreOptions): KeyStore {
  const state: JwksState = {
    ...options,
    keys: new Map(),
    loadedAt: -Infinity,
    loadedBy: 0,
    triedAt: -Infinity,
    failures: 0,
    failure: undefined,
    pause: 0,
    flights: 0,
    flight: undefined,
    clockAt: options.clock.now(),
    passed: 0,
  };
  return {
    peek: (kid, nowMs) => peek(state, kid, nowMs),
    find: (kid) => find(state, kid),
    hydrate: (jwks) => hydrate(state, jwks),
  };
}

function peek(
  state: JwksState,
  kid: string | undefined,
  nowMs: number,
): VerificationKey | undefined {
  const key = kid === undefined ? undefined : state.keys.get(kid)?.imported;
  return key && isFresh(state, measure(state, nowMs)) ? key : undefined;
}

async function find(
  state: JwksState,
  kid: string | undefined,
): Promise<Result<VerificationKey, TokenVerificationError>> {
  if (!kid) return fail(mismatch("it names no key", undefined));
  const now = measure(state, state.clock.now());
  const isHeld = state.keys.has(kid);
  if (!(isHeld && isFresh(state, now)) && mayAsk(state, now)) {
    // While asking keeps failing, whoever has a key does not wait for it.
    const waits = !isHeld || !isFailing(state, now);
    const refreshed = refresh(state, kid, now);
    if (waits) await refreshed;
  }
  return await readHeld(state, kid);
}

async function readHeld(
  state: JwksState,
  kid: string,
): Promise<Result<VerificationKey, TokenVerificationError>> {
  const age = measure(state, state.clock.now()) - state.loadedAt;
  // Written so that an age which is no number is too old.
  const isUsable = age <= Math.max(state.maxStaleInMs, state.freshForMs);
  if (!isUsable) state.keys = new Map();
  const held = state.keys.get(kid);
  if (held) return await importHeld(held);
  return fail(
    state.failure
      ? new TokenVerificationError(state.failure)
      : mismatch("the instance has no key of the id that it names", kid),
  );
}

async function importHeld(
  held: HeldKey,
): Promise<Result<VerificationKey, TokenVerificationError>> {
  if (held.imported) return succeed(held.imported);
  const imported = await importJwksKey(held.jwk);
  if (imported.error) return imported;
  // Whoever imports first decides, so that there is one key object.
  return succeed(held.imported ??= imported.result);
}

function mismatch(
  why: string,
  kid: string | undefined,
): TokenVerificationError {
  return new TokenVerificationError({
    reason: "jwk-kid-mismatch",
    message: `Cannot verify the token: ${why}.`,
    action:
      "Make sure that the token and the keys that you configured are of the same instance.",
    claim: "kid",
    received: kid?.slice(0, 64),
  });
}

async function hydrate(
  state: JwksState,
  jwks: unknown,
): Promise<Result<readonly string[], TokenVerificationError>> {
  const now = measure(state, state.clock.now());
  if (jwks !== undefined) {
    const keys = isJwks(jwks) ? parseJwks(jwks) : undefined;
    if (!keys) {
      return fail(
        new TokenVerificationError({ ...noKeys(), reason: "options-invalid" }),
      );
    }
    replaceKeys(state, state.flights, keys, now);
    forgetFailures(state);
  } else if (!isFresh(state, now)) {
    if (mayAsk(state, now)) await refresh(state, undefined, now);
    if (state.failure) return fail(new TokenVerificationError(state.failure));
  }
  const kids: string[] = [];
  for (const [kid, held] of state.keys) {
    if ((await importHeld(held)).result) kids.push(kid);
  }
  return succeed(kids);
}
