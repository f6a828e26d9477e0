import {
  TokenVerificationError,
  type TokenVerificationErrorInit,
} from "../errors/token_verification_error.ts";
import { type Fetch, systemFetch } from "../platform/fetch.ts";
import { parseJson } from "../text/json.ts";
import { type JwksEntry, parseJwks } from "./jwks.ts";

/** Where keys are fetched from: the URL, what to send along, and what sends it. */
export type JwksSource = readonly [
  url: string,
  headers: { readonly [name: string]: string },
  fetch: Fetch,
];

/**
 * Asks a source for its keys and hands over what there is, once or more often:
 * the keys by their id, and their age in milliseconds. Rejects with a
 * TokenVerificationError when there are none, and with whatever sending rejects
 * with.
 *
 * @param kid The id of the key that is wanted, if it is a certain one.
 */
export type LoadJwks = (
  source: JwksSource,
  take: (keys: Map<string, JwksEntry>, age: number, jwks?: unknown) => void,
  signal: AbortSignal,
  kid: string,
) => Promise<void>;

/** The largest JWKS that is read, in characters. Clerk's take about 1,000. */
const LARGEST = 262_144;

/** Asks the endpoint, once. */
export const fetchJwks: LoadJwks = async (source, take, signal) => {
  const [url, headers, fetch] = source;
  const response = await fetch(url, {
    headers: { ...headers },
    redirect: "manual",
    signal,
  });
  const { status, redirected } = response;
  // Keys from elsewhere are not this instance's.
  if (status !== 200 || redirected) {
    response.body?.cancel().catch(() => {});
    const isRefused = headers.Authorization && /40[13]/.test(`${status}`);
    throw loadFailure(
      source,
      `received ${redirected ? "a redirect" : `the status ${status}`}`,
      // The drop-in flavour has words of its own for the status.
      { received: status, ...isRefused && { reason: "secret-key-invalid" } },
    );
  }
  const text = await response.text();
  const jwks = text.length > LARGEST ? undefined : parseJson(text);
  const keys = parseJwks(jwks);
  if (!keys?.size) {
    throw loadFailure(
      source,
      "expected keys that have an id",
      keys && { reason: "jwk-remote-missing" },
    );
  }
  take(keys, 0, jwks);
};

function loadFailure(
  [url]: JwksSource,
  why: string,
  about?: Partial<TokenVerificationErrorInit>,
): TokenVerificationError {
  return new TokenVerificationError({
    reason: "jwk-remote-failed-to-load",
    message: `Cannot load the JWKS from "${url}": ${why}.`,
    ...about,
  });
}

/** Says why there are no keys, whatever was thrown. */
export function describeLoadFailure(
  source: JwksSource,
  cause: unknown,
): TokenVerificationError {
  if (cause instanceof TokenVerificationError) return cause;
  const [, { Authorization }, fetch] = source;
  const secret = Authorization?.slice(7);
  let told: unknown;
  try {
    // Whatever fetch was injected may throw errors that hold the request's key.
    told = fetch === systemFetch || !secret
      ? cause
      : new Error(`${cause}`.replaceAll(secret, "[redacted]"));
  } catch {
    // Not even text can be made of it.
  }
  return loadFailure(source, "no answer came", { cause: told });
}
