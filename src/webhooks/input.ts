import { isObject } from "../text/json.ts";
import type { WebhookHeaders } from "./headers.ts";
import { refuse } from "./refuse.ts";

/** A request of a server that does not speak in `Request`. */
export interface WebhookRawRequest {
  /**
   * The body as it came over the wire, neither parsed nor changed. Servers give
   * none where there was none, or where they keep none; that is refused.
   */
  readonly body: string | Uint8Array | ArrayBuffer | null | undefined;
  /** The headers of the request. */
  readonly headers: WebhookHeaders;
}

/** What can be verified: a `Request` that nobody has read, or its parts. */
export type WebhookInput = Request | WebhookRawRequest;

/** The headers of what was given. */
export function readHeaders(input: WebhookInput): WebhookHeaders {
  const headers: unknown = isObject(input) && input.headers;
  if (!headers || typeof headers !== "object") {
    refuseBody("no headers");
  }
  return input.headers;
}

/** The body of what was given, as it was signed. */
export function readBody(
  input: WebhookInput,
): string | Uint8Array | Promise<Uint8Array> {
  if ("arrayBuffer" in input) {
    return input.arrayBuffer().then(
      (bytes) => new Uint8Array(bytes),
      (cause) => refuseBody("a Request already read or cut off", { cause }),
    );
  }
  const body: unknown = input.body;
  if (typeof body === "string") return body;
  if (ArrayBuffer.isView(body)) {
    return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  }
  if (isArrayBuffer(body)) return new Uint8Array(body);
  refuseBody(`${body && typeof body}`);
}

/** Recognises those of other realms too. */
function isArrayBuffer(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === "[object ArrayBuffer]";
}

function refuseBody(received: string, more?: { cause: unknown }): never {
  refuse(
    "webhook-body-unusable",
    `expected an unread Request, or { headers, body } with the raw body, received ${received}. Express: express.raw({ type: "*/*" }), pass req. Fastify: parseAs: "buffer". Hono: pass c.req.raw. Next.js: pass the request; in pages/api, bodyParser: false`,
    more,
  );
}
