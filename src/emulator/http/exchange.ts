import { isObject, type JsonObject, parseJson } from "../../text/json.ts";
import { isRequest } from "../../text/request.ts";
import { parseUrl } from "../../text/url.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** What a request may be given as: as to the host's own fetch. */
export type RequestInput = string | URL | Request;

/** How deep the JSON of a body may be: it must fit on a stack. */
export const DEEPEST = 200;

/** A request, whichever way it came in; its body is read once at most. */
export interface Exchange {
  /** The method, in upper case. */
  readonly method: string;
  /** Where it is for. */
  readonly url: URL;
  /** Its headers. */
  readonly headers: Headers;
  /** Ends it early. */
  readonly signal: AbortSignal | undefined;
  /** The body, not yet read. */
  readonly source: RequestInit["body"] | Request;
}

/** Brings the two arguments of a fetch into one form, without a new Request. */
export function readExchange(
  input: RequestInput,
  init: RequestInit | undefined,
): Exchange {
  const request = isRequest(input) ? input : undefined;
  const url = parseUrl(request ? request.url : `${input}`);
  if (!url) {
    throw new TypeError(
      "Cannot fetch from the emulator: expected a full URL or a Request (c.req.raw of Hono).",
    );
  }
  return {
    method: (init?.method ?? request?.method ?? "GET").toUpperCase(),
    url,
    headers: new Headers(init?.headers ?? request?.headers),
    signal: init?.signal ?? request?.signal ?? undefined,
    source: init?.body ?? request,
  };
}

/** Reads the body as JSON; an absent one is an empty object. */
export async function readJsonBody(exchange: Exchange): Promise<JsonObject> {
  const body = await readJson(exchange);
  if (body === undefined) return {};
  if (isObject(body)) return body;
  throw refuseBody();
}

/** Reads the body as a list of objects in JSON. */
export async function readListBody(
  exchange: Exchange,
): Promise<readonly JsonObject[]> {
  const body = await readJson(exchange);
  if (Array.isArray(body) && body.every(isObject)) return body;
  throw refuseBody();
}

/** Reads the body as JSON; undefined when there is none. */
async function readJson({ source }: Exchange): Promise<unknown> {
  const text = typeof source === "string" ? source : await readText(source);
  const body = text === "" ? undefined : parseJson(text) ?? null;
  if (isDeeperThan(DEEPEST, body)) throw refuseBody();
  return body;
}

function isDeeperThan(depth: number, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return depth === 0 ||
    Object.values(value).some((each) => isDeeperThan(depth - 1, each));
}

function refuseBody(): Refusal {
  return refuse(
    "request_body_invalid",
    "The request body is invalid. Please consult the API documentation for more information.",
  );
}

/** Reads the body as a form with files. */
export async function readFormBody(exchange: Exchange): Promise<FormData> {
  const { source, headers } = exchange;
  if (source instanceof FormData) return source;
  const type = headers.get("content-type") ?? "";
  try {
    return isRequest(source)
      ? await source.formData()
      : await new Response(source ?? null, {
        headers: { "content-type": type },
      })
        .formData();
  } catch {
    throw refuse(
      "request_body_invalid",
      "The request body is invalid: expected multipart/form-data.",
    );
  }
}

function readText(source: Exchange["source"]): Promise<string> | string {
  if (source === undefined || source === null) return "";
  return isRequest(source) ? source.text() : new Response(source).text();
}
