import type { TokenVerificationErrorInit } from "../errors/token_verification_error.ts";
import { withDeadline } from "../platform/deadline.ts";
import type { Fetch } from "../platform/fetch.ts";
import { isObject, parseJson } from "../text/json.ts";
import { isJwks, type JwkMap, type Jwks, noKeys, parseJwks } from "./jwks.ts";

/** An endpoint that hands out the keys of one instance. */
export interface JwksSource {
  /** Where it is. */
  readonly url: string;
  /** What to send along; the secret key among it, when it takes one. */
  readonly headers: { readonly [name: string]: string };
}

/** What came of asking for keys: the keys, or what went wrong. */
export type JwksAnswer =
  | {
    /** The keys by their id. */
    readonly keys: JwkMap;
    /** The JWKS as it came. */
    readonly jwks: Jwks;
    /** Absent. */
    readonly failure?: undefined;
  }
  | {
    /** What went wrong. */
    readonly failure: TokenVerificationErrorInit;
    /** Whether asking again soon is in vain. */
    readonly isFinal?: boolean;
  };

/** The largest JWKS that is read, in characters. Clerk's take about 1,000. */
const LARGEST = 262_144;

/** Asks an endpoint for its keys, once. Never rejects. */
export async function fetchJwks(
  source: JwksSource,
  send: Fetch,
  timeoutInMs: number,
): Promise<JwksAnswer> {
  try {
    return await withDeadline(timeoutInMs, undefined, async (signal) => {
      const response = await send(source.url, {
        headers: { ...source.headers },
        redirect: "manual",
        signal,
      });
      if (response.status === 200) {
        return readAnswer(source, await response.text());
      }
      response.body?.cancel().catch(() => {});
      return refuseStatus(source, response.status);
    });
  } catch (cause) {
    const timedOut = isObject(cause) && cause.name === "TimeoutError";
    return {
      failure: loadFailure(
        source,
        timedOut ? `no answer within ${timeoutInMs} ms` : "the request failed",
        cause,
      ),
    };
  }
}

/** Describes why keys could not be loaded. */
export function loadFailure(
  source: JwksSource,
  why: string,
  cause?: unknown,
): TokenVerificationErrorInit {
  return {
    reason: "jwk-remote-failed-to-load",
    message: `Cannot load the JWKS from "${source.url}": ${why}.`,
    action:
      "Make sure that the server may reach it, or give the instance's public key as `jwtKey`.",
    ...(cause === undefined ? {} : { cause }),
  };
}

function readAnswer(source: JwksSource, text: string): JwksAnswer {
  const jwks = text.length > LARGEST ? undefined : parseJson(text);
  if (!isJwks(jwks)) {
    const why = `expected a JSON object with "keys", of a sound size`;
    return { failure: loadFailure(source, why) };
  }
  const keys = parseJwks(jwks);
  return keys ? { keys, jwks } : { failure: noKeys() };
}

function refuseStatus(source: JwksSource, status: number): JwksAnswer {
  const isKeyRefused = source.headers.Authorization !== undefined &&
    (status === 401 || status === 403);
  const why = `the answer has the status ${status}`;
  // The drop-in flavour has words of its own for the status.
  const failure = { ...loadFailure(source, why), received: status };
  return {
    isFinal: status < 500,
    failure: isKeyRefused
      ? {
        ...failure,
        reason: "secret-key-invalid",
        action: "Copy the secret key again from the Clerk Dashboard.",
      }
      : failure,
  };
}
