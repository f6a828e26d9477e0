import { brokenOff } from "./broken_off.ts";
import { findBuiltin } from "./builtin.ts";
import { type DenoServe, listenOnDeno } from "./listen_deno.ts";
import { listenOnNode, type NodeHttp } from "./listen_node.ts";

/** Answers requests. */
export type Handler = (request: Request) => Promise<Response>;

/** Where to listen. */
export interface Address {
  /** The address of the interface, such as `127.0.0.1`. */
  readonly hostname: string;
  /** The port; 0 for any that is free. */
  readonly port: number;
}

/** A server that listens. */
export interface Listener {
  /** The port that it listens on. */
  readonly port: number;
  /**
   * Stops to listen. Requests under way are answered, those that take longer
   * than the given time are broken off.
   *
   * @param graceMs The time, in milliseconds.
   */
  stop(graceMs: number): Promise<void>;
}

interface Host {
  readonly Deno?: { readonly serve?: DenoServe };
  readonly Bun?: {
    serve(options: Address & { fetch: Handler; idleTimeout: number }): {
      readonly port: number;
      stop(now?: boolean): Promise<void>;
    };
  };
  /** Known to every compiler, with the types of any host or of none. */
  readonly globalThis?: unknown;
}

/**
 * Listens for requests over HTTP, on Deno, Bun and Node.
 *
 * @param handler Answers them.
 * @param address Where to listen.
 * @throws The host's error when the port is taken, and a TypeError on a host
 * that cannot listen.
 */
export async function listen(
  handler: Handler,
  address: Address,
): Promise<Listener> {
  const { Deno, Bun }: Host = globalThis;
  if (Deno?.serve) return listenOnDeno(Deno.serve, handler, address);
  if (Bun) return listenOnBun(Bun, handler, address);
  const http = findBuiltin("http");
  if (http && isNodeHttp(http)) {
    return await listenOnNode(http, handler, address);
  }
  throw new TypeError(
    "Cannot listen: expected Deno, Bun, or Node 20.16 or later.",
  );
}

function isNodeHttp(http: object): http is NodeHttp {
  return "createServer" in http;
}

function listenOnBun(
  Bun: NonNullable<Host["Bun"]>,
  handler: Handler,
  address: Address,
): Listener {
  const underway = new Set<() => void>();
  const server = Bun.serve({
    ...address,
    fetch: (request) => answerUnlessBroken(handler(request), underway),
    idleTimeout: 0,
  });
  return {
    port: server.port,
    async stop(graceMs) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      // Bun's own promise is not kept when requests have to be broken off, and
      // their connections stay until there is an answer.
      const broken = new Promise<void>((resolve) => {
        timer = setTimeout(() => {
          for (const breakOff of underway) breakOff();
          setTimeout(() => {
            void server.stop(true);
            resolve();
          }, 0);
        }, graceMs);
      });
      await Promise.race([server.stop(), broken]);
      clearTimeout(timer);
    },
  };
}

/** Gives an answer, or one that breaks off when that is asked for before. */
function answerUnlessBroken(
  answering: Promise<Response>,
  underway: Set<() => void>,
): Promise<Response> {
  return new Promise<Response>((resolve, reject) => {
    const end = () => resolve(brokenOff());
    underway.add(end);
    answering.then(resolve, reject).finally(() => underway.delete(end));
  });
}
