import { isObject } from "../text/json.ts";
import type { WebhookHeaders } from "./headers.ts";
import { refuse } from "./refuse.ts";

/** A request of a server that does not speak in `Request`. */
export interface WebhookRawRequest {
  /** The body as it came over the wire, neither parsed nor changed. */
  readonly body: string | Uint8Array | ArrayBuffer;
  /** The headers of the request. */
  readonly headers: WebhookHeaders;
}

/** What can be verified: a `Request` that nobody has read, or its parts. */
export type WebhookInput = Request | WebhookRawRequest;

const HOW_TO = 'In Express, use express.raw({ type: "application/json" }) on ' +
  'the route and pass req. In Fastify, addContentTypeParser("application/json", ' +
  '{ parseAs: "buffer" }, (_, body, done) => done(null, body)) and pass ' +
  "request. In Hono, pass c.req.raw. In Next.js, pass the route handler's " +
  "request; under pages/api, export config = { api: { bodyParser: false } } and " +
  "collect the stream";

/** The headers of what was given. */
export function readHeaders(input: WebhookInput): WebhookHeaders {
  const headers: unknown = isObject(input) ? input.headers : undefined;
  if (typeof headers !== "object" || headers === null) {
    refuse("webhook-body-unusable", "expected a Request or { body, headers }");
  }
  return input.headers;
}

/** The body of what was given, as it was signed. */
export async function readBody(
  input: WebhookInput,
): Promise<string | Uint8Array> {
  if ("arrayBuffer" in input && typeof input.arrayBuffer === "function") {
    return await readRequest(input);
  }
  const body: unknown = input.body;
  if (typeof body === "string") return body;
  if (ArrayBuffer.isView(body)) {
    return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  }
  if (isArrayBuffer(body)) return new Uint8Array(body);
  refuse(
    "webhook-body-unusable",
    `only the raw body can be verified, but the body is ${
      describe(body)
    }. ${HOW_TO}`,
  );
}

async function readRequest(request: Request): Promise<Uint8Array> {
  if (request.bodyUsed || request.body?.locked) {
    refuse(
      "webhook-body-unusable",
      `the body of the Request was read before. Verify first, or read it once as text and pass { body: text, headers: request.headers }. ${HOW_TO}`,
    );
  }
  try {
    return new Uint8Array(await request.arrayBuffer());
  } catch (cause) {
    refuse("webhook-body-unusable", "the body could not be read", cause);
  }
}

/** Recognises those of other realms too. */
function isArrayBuffer(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === "[object ArrayBuffer]";
}

function describe(body: unknown): string {
  if (body === undefined || body === null) return `${body}`;
  return typeof body === "object" ? "a parsed object" : `a ${typeof body}`;
}
