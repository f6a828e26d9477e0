// A fetch that keeps what is sent and answers as it is told.
import type { Fetch } from "../../src/platform/fetch.ts";

/** A request, as it came. */
export interface Sent {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: BodyInit | null | undefined;
}

/** What a recorder answers with: JSON for status 200, or a response of its own. */
export type Answer = (sent: Sent) => unknown;

/** A fetch, and what has been sent through it. */
export interface Recorder {
  readonly fetch: Fetch;
  readonly sent: Sent[];
}

/** Makes a recorder. */
export function createRecorder(answer: Answer): Recorder {
  const sent: Sent[] = [];
  const fetch: Fetch = async (input, init = {}) => {
    const request: Sent = {
      method: init.method ?? "GET",
      url: new URL(input),
      headers: new Headers(init.headers),
      body: init.body,
    };
    sent.push(request);
    const given = await answer(request);
    return given instanceof Response ? given : Response.json(given);
  };
  return { fetch, sent };
}

/** Makes an answer that is an error of the API. */
export function refuse(status: number, code: string): Response {
  return Response.json({
    errors: [{ code, message: "No", long_message: "No, no." }],
    clerk_trace_id: "trace_1",
  }, { status });
}

/** A request in one line: method, path and query, its members in order. */
export function lineOf({ method, url }: Sent): string {
  return sortLine(`${method} ${url.pathname}${url.search}`);
}

/** The same line with the members of its query in order, written in one way. */
export function sortLine(line: string): string {
  const [path, query] = line.split("?");
  if (query === undefined) return line;
  const members = [...new URLSearchParams(query)].map(([name, value]) =>
    `${name}=${encodeURIComponent(value)}`
  );
  return `${path}?${members.sort().join("&")}`;
}

/** The JSON body of a request, "form" for a multipart body, else undefined. */
export function bodyOf({ body }: Sent): unknown {
  if (body instanceof FormData) return "form";
  return typeof body === "string" && body !== "" ? JSON.parse(body) : undefined;
}
