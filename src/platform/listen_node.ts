import type { Address, Handler, Listener } from "./listen.ts";

/** What is used of Node's module for HTTP. */
export interface NodeHttp {
  /** Makes a server that does not listen yet. */
  createServer(
    answer: (incoming: Incoming, outgoing: Outgoing) => void,
  ): NodeServer;
}

interface NodeServer {
  listen(port: number, hostname: string, listening: () => void): void;
  once(event: "error", listener: (error: Error) => void): void;
  address(): unknown;
  close(closed: () => void): void;
  closeIdleConnections(): void;
  closeAllConnections(): void;
}

interface Incoming extends AsyncIterable<Uint8Array<ArrayBuffer>> {
  readonly method?: string;
  readonly url?: string;
  readonly rawHeaders: readonly string[];
  readonly headers: { readonly host?: string };
}

interface Outgoing {
  writeHead(status: number, headers: readonly string[]): void;
  once(event: "close", listener: () => void): void;
  end(body?: Uint8Array): void;
  destroy(): void;
}

/** Listens by Node's own server. */
export function listenOnNode(
  http: NodeHttp,
  handler: Handler,
  { hostname, port }: Address,
): Promise<Listener> {
  const underway = new Set<Outgoing>();
  const server = http.createServer((incoming, outgoing) => {
    underway.add(outgoing);
    outgoing.once("close", () => underway.delete(outgoing));
    // A connection that broke has nobody to tell.
    answer(handler, incoming, outgoing).catch(() => outgoing.destroy());
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, hostname, () => {
      resolve({
        port: readPort(server.address()),
        stop: (graceMs) => stop(server, underway, graceMs),
      });
    });
  });
}

function stop(
  server: NodeServer,
  underway: ReadonlySet<Outgoing>,
  graceMs: number,
): Promise<void> {
  // Clients open connections ahead, which count as idle only after a request.
  const endIdle = () => {
    if (underway.size === 0) server.closeAllConnections();
  };
  for (const outgoing of underway) outgoing.once("close", endIdle);
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
    endIdle();
  });
}

function readPort(address: unknown): number {
  return typeof address === "object" && address !== null && "port" in address
    ? Number(address.port)
    : 0;
}

async function answer(
  handler: Handler,
  incoming: Incoming,
  outgoing: Outgoing,
): Promise<void> {
  const breaker = new AbortController();
  outgoing.once("close", () => breaker.abort());
  const response = await handler(await readRequest(incoming, breaker.signal));
  const body = new Uint8Array(await response.arrayBuffer());
  outgoing.writeHead(response.status, flatten(response.headers));
  outgoing.end(body);
}

async function readRequest(
  incoming: Incoming,
  signal: AbortSignal,
): Promise<Request> {
  const { method = "GET", url = "/", rawHeaders } = incoming;
  const headers = new Headers();
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    headers.append(rawHeaders[i] ?? "", rawHeaders[i + 1] ?? "");
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of incoming) parts.push(part);
  const host = incoming.headers.host ?? "localhost";
  return new Request(`http://${host}${url}`, {
    method,
    headers,
    signal,
    ...(parts.length > 0 && { body: await new Blob(parts).arrayBuffer() }),
  });
}

/** Cookies stay apart, as a list of names and values in turn allows. */
function flatten(headers: Headers): string[] {
  const flat: string[] = [];
  headers.forEach((value, name) => {
    if (name !== "set-cookie") flat.push(name, value);
  });
  for (const cookie of headers.getSetCookie()) flat.push("set-cookie", cookie);
  return flat;
}
