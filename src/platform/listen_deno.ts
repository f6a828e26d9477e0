import { brokenOff } from "./broken_off.ts";
import type { Address, Handler, Listener } from "./listen.ts";

/** What is used of Deno's server. */
export type DenoServe = (
  options: Address & { onListen(): void },
  handler: (
    request: Request,
    info: { readonly completed: Promise<void> },
  ) => Promise<Response>,
) => {
  readonly addr: { readonly port: number };
  readonly finished: Promise<void>;
  shutdown(): Promise<void>;
};

/** Requests that are not answered yet, and what breaks each of them off. */
type Underway = Map<Request, AbortController>;

/** How long clients may take to notice that they were broken off, in milliseconds. */
const PARTING = 250;

/** Listens by Deno's own server. */
export function listenOnDeno(
  serve: DenoServe,
  handler: Handler,
  address: Address,
): Listener {
  const underway: Underway = new Map();
  const server = serve(
    { ...address, onListen() {} },
    (request, { completed }) => {
      const breaker = new AbortController();
      underway.set(request, breaker);
      completed.catch(() => breaker.abort());
      return answer(handler, request, breaker.signal)
        .finally(() => underway.delete(request));
    },
  );
  return {
    port: server.addr.port,
    async stop(graceMs) {
      const ended = server.shutdown().then(() => server.finished);
      await endWithin(ended, underway, graceMs);
    },
  };
}

/**
 * Waits for the end of a server that shuts down. It cannot be aborted any more,
 * which would throw where nobody can catch it; so its requests are, one by one.
 */
async function endWithin(
  ended: Promise<void>,
  underway: Underway,
  graceMs: number,
): Promise<void> {
  // Deno's own signal aborts also when all went well, and warns about that; so
  // it is looked at only now, for the clients that are gone already.
  for (const [{ signal }, breaker] of underway) {
    signal.addEventListener("abort", () => breaker.abort());
  }
  const grace = setTimeout(() => {
    for (const breaker of underway.values()) breaker.abort();
  }, graceMs);
  let parting: ReturnType<typeof setTimeout> | undefined;
  const parted = new Promise<void>((resolve) => {
    parting = setTimeout(resolve, graceMs + PARTING);
  });
  await Promise.race([ended, parted]);
  clearTimeout(grace);
  clearTimeout(parting);
}

/** Deno's own signal is left alone, as above. */
function answer(
  handler: Handler,
  request: Request,
  signal: AbortSignal,
): Promise<Response> {
  const broken = new Promise<Response>((resolve) => {
    signal.addEventListener("abort", () => resolve(brokenOff()), {
      once: true,
    });
  });
  const { url, method, headers, body } = request;
  const own = new Request(url, { method, headers, body, signal });
  return Promise.race([handler(own), broken]);
}
