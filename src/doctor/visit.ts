import { TokenVerificationError } from "../errors/token_verification_error.ts";
import { fetchJwks, type JwksSource } from "../keys/fetch_jwks.ts";
import type { JwksEntry } from "../keys/jwks.ts";
import { parseHttpDate } from "../platform/calendar.ts";
import type { Clock } from "../platform/clock.ts";
import { withDeadline } from "../platform/deadline.ts";

/** What came of asking an API for its keys. */
export interface Visit {
  readonly url: string;
  /** How long it took, in milliseconds. */
  readonly ms: number;
  /** The keys by their id, if it gave any. */
  readonly keys?: ReadonlyMap<string, JwksEntry>;
  /** The status, if it answered. */
  readonly status?: number | undefined;
  /** By how much this machine's clock is ahead, as the answer's date tells. */
  readonly skewInMs?: number | undefined;
  /** Why there are no keys. */
  readonly failure?: string;
}

/** Asks an API for its keys, once, and no longer than it may take. */
export async function visit(
  [url, own, fetch]: JwksSource,
  clock: Clock,
  timeoutInMs: number,
  secrets: readonly (string | undefined)[],
): Promise<Visit> {
  const start = clock.now();
  let answer: Pick<Visit, "status" | "skewInMs"> = {};
  let end = start;
  const watched: JwksSource = [url, own, async (input, init) => {
    const response = await fetch(input, init);
    end = clock.now();
    const { status, headers } = response;
    answer = { status, skewInMs: measureSkew(headers.get("date"), start, end) };
    return response;
  }];
  let keys: ReadonlyMap<string, JwksEntry> = new Map();
  try {
    await withDeadline(
      timeoutInMs,
      undefined,
      (signal) => fetchJwks(watched, (found) => (keys = found), signal, ""),
    );
    return { url, ms: end - start, ...answer, keys };
  } catch (thrown) {
    const failure = secrets.reduce<string>(
      (told, secret) => secret ? told.replaceAll(secret, "[redacted]") : told,
      describe(thrown, timeoutInMs),
    );
    return { url, ms: clock.now() - start, ...answer, failure };
  }
}

/** The least that a clock can be ahead, or behind, to explain the answer's date. */
function measureSkew(
  date: string | null,
  start: number,
  end: number,
): number | undefined {
  const server = parseHttpDate(date ?? "");
  if (server === undefined) return undefined;
  // The date is of some moment of its second, while the request was under way.
  const [least, most] = [start - (server + 1000), end - server];
  return least > 0 ? least : most < 0 ? most : 0;
}

function describe(thrown: unknown, timeoutInMs: number): string {
  if (thrown instanceof TokenVerificationError) {
    const { reason, received } = thrown;
    if (reason === "jwk-remote-missing") return "it has no keys";
    return typeof received === "number" && received !== 200
      ? `it answered with the status ${received}`
      : "its answer is no JWKS";
  }
  if (!(thrown instanceof Error)) return "the request failed";
  if (thrown.name === "TimeoutError") return `no answer in ${timeoutInMs} ms`;
  const { cause } = thrown;
  const code = cause instanceof Error ? `: ${cause.message}` : "";
  return `the request failed: ${thrown.message}${code}`;
}
