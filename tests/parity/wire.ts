/** What matters of a request on its way, in a form to compare. */
import { sortLine } from "../api/recorder.ts";
import type { SentRequest } from "./fetch_switch.ts";

/** A request. */
export interface Wire {
  /** The method and the whole URL, the members of the query in order. */
  readonly line: string;
  /** What its JSON says; the name, file name and type of what is in a form. */
  readonly body: unknown;
  readonly authorization: string | null;
  readonly version: string | null;
  readonly idempotencyKey: string | null;
  /** Undefined where there is no body, or where the host writes it. */
  readonly contentType: string | null | undefined;
  /** A header that only the caller can have given. */
  readonly own: string | null;
}

/** What is other in each of several requests. */
export type Sends = readonly Partial<Wire>[];

/** Describes requests; those that go out together may come in any order. */
export function describeWire(
  requests: readonly SentRequest[],
): readonly Wire[] {
  return requests.map(describeRequest)
    .sort(({ line: a }, { line: b }) => a < b ? -1 : 1);
}

function describeRequest(
  { method, url, headers, body }: SentRequest,
): Wire {
  return {
    line: sortLine(`${method} ${new URL(url).href}`),
    body: describeBody(body),
    authorization: headers.get("authorization"),
    version: headers.get("clerk-api-version"),
    idempotencyKey: headers.get("idempotency-key"),
    contentType: typeof body === "string"
      ? headers.get("content-type")
      : undefined,
    own: headers.get("x-own") ?? headers.get("clerk-own"),
  };
}

function describeBody(body: SentRequest["body"]): unknown {
  if (typeof body === "string") return JSON.parse(body);
  return body &&
    [...body].map(([name, value]) =>
      typeof value === "string" ? [name, value] : [name, value.name, value.type]
    );
}
