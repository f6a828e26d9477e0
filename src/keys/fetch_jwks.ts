import {
  TokenVerificationError,
  type TokenVerificationErrorInit,
} from "../errors/token_verification_error.ts";
import type { Fetch } from "../platform/fetch.ts";
import { parseJson } from "../text/json.ts";
import { isJwks, type Jwks, type JwksEntry, parseJwks } from "./jwks.ts";
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
  source: JwksSource,
  send: Fetch,
  signal: AbortSignal,
): Promise<[keys: Map<string, JwksEntry>, jwks: Jwks]> {
  const [url, headers] = source;
  const init = { headers: { ...headers }, redirect: "manual", signal } as const;
  const response = await send(url, init);
  const { status } = response;
  if (status !== 200) {
    response.body?.cancel().catch(() => {});
    const isKeyRefused = headers.Authorization && /^40[13]$/.test(`${status}`);
    throw loadFailure(url, `the answer has the status ${status}`, {
      // The drop-in flavour has words of its own for the status.
      received: status,
      ...isKeyRefused && {
        reason: "secret-key-invalid",
        action: 'Check "secretKey".',
      },
    });
  }
  const text = await response.text();
  const jwks = text.length > LARGEST ? undefined : parseJson(text);
  const keys = parseJwks(jwks);
  if (!keys || !isJwks(jwks)) {
    throw loadFailure(url, 'expected a JSON object with "keys"');
  }
  if (!keys.size) {
    throw loadFailure(url, "expected keys that have an id", {
      reason: "jwk-remote-missing",
    });
  }
  return [keys, jwks];
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
