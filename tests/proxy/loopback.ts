import { createServer, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

/** A Frontend API on this machine, over a real network. */
export interface Loopback {
  readonly url: string;
  readonly publishableKey: string;
  close(): Promise<void>;
}

type Answer = (response: ServerResponse, accepted: string) => void;

const ANSWERS: { readonly [path: string]: Answer } = {
  "/v1/cookies": (response) => {
    response.setHeader("Set-Cookie", ["a=1; Path=/", "b=2; HttpOnly"]);
    response.end("cookies");
  },
  "/v1/maybe-gzip": (response, accepted) => {
    const isGzip = accepted.includes("gzip");
    if (isGzip) response.setHeader("Content-Encoding", "gzip");
    response.setHeader("Content-Type", "text/plain");
    response.end(isGzip ? gzipSync("plain") : "plain");
  },
  "/v1/redirect": (response) => {
    response.writeHead(307, { Location: "/v1/elsewhere" });
    response.end();
  },
  "/v1/nothing": (response) => {
    response.writeHead(204);
    response.end();
  },
  "/v1/broken": (response) => {
    response.destroy();
  },
};

/** Starts one. What it has no answer of its own for, it tells back as JSON. */
export async function openLoopback(): Promise<Loopback> {
  const server = createServer((request, response) => {
    const { url = "", method, headers } = request;
    const chunks: Uint8Array[] = [];
    request.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    request.on("end", () => {
      const answer = ANSWERS[url];
      if (answer) {
        return answer(response, `${headers["accept-encoding"]}`);
      }
      const body = chunks.map((chunk) => new TextDecoder().decode(chunk));
      response.setHeader("Content-Type", "application/json");
      const told = { method, url, headers, body: body.join("") };
      response.end(JSON.stringify(told));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve());
  });
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("no port");
  const url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    publishableKey: `pk_test_${btoa(`${url}$`)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
