import {
  TokenVerificationError,
  type TokenVerificationErrorInit,
} from "../errors/token_verification_error.ts";
import type { Fetch } from "../platform/fetch.ts";
import { parseJson } from "../text/json.ts";
import { type JwksEntry, parseJwks } from "./jwks.ts";
import type { JwksSource } from "./jwks_cache.ts";

/** The largest JWKS that is read, in characters. Clerk's take about 1,000. */
const LARGEST = 262_144;

/**
 * Asks an endpoint for its keys, once. Rejects with a TokenVerificationError
 * when the answer holds none, and with whatever sending rejects with.
 *
 * @returns The keys by their id, and the JWKS as it came.
 */
export async function fetchJwks(
  [url, headers]: JwksSource,
  send: Fetch,
  signal: AbortSignal,
): Promise<[keys: Map<string, JwksEntry>, jwks: unknown]> {
  const response = await send(url, {
    headers: { ...headers },
    redirect: "manual",
    signal,
  });
  const { status, redirected } = response;
  // Keys from elsewhere are not this instance's.
  if (status !== 200 || redirected) {
    response.body?.cancel().catch(() => {});
    const isRefused = headers.Authorization &&
      (status === 401 || status === 403);
    throw loadFailure(
      url,
      `received ${redirected ? "a redirect" : `the status ${status}`}`,
      // The drop-in flavour has words of its own for the status.
      { received: status, ...isRefused && { reason: "secret-key-invalid" } },
    );
  }
  const text = await response.text();
  const jwks = text.length > LARGEST ? undefined : parseJson(text);
  const keys = parseJwks(jwks);
  if (keys?.size) return [keys, jwks];
  throw loadFailure(
    url,
    "expected a JWKS of keys that have an id",
    keys && { reason: "jwk-remote-missing" },
  );
}

/** Describes why keys could not be loaded. */
export function loadFailure(
  url: string,
  why: string,
  about?: Partial<TokenVerificationErrorInit>,
): TokenVerificationError {
  return new TokenVerificationError({
    reason: "jwk-remote-failed-to-load",
    message: `Cannot load the JWKS from "${url}": ${why}.`,
    ...about,
  });
}
