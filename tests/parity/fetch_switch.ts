/** What a stand-in for `fetch` sees of a request. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | FormData | undefined;
}

type Answer = (request: SentRequest) => Response | Promise<Response>;

let answer: Answer | undefined;
let reached: string[] = [];
const hostFetch = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  if (answer) return await answer(await describeRequest(input, init));
  const url = input instanceof Request ? input.url : String(input);
  reached.push(new URL(url).origin);
  return await hostFetch(input, init);
};

/** The origins that were asked over the network, since this was called last. */
export function takeReached(): ReadonlySet<string> {
  const origins = new Set(reached);
  reached = [];
  return origins;
}

async function describeRequest(
  input: RequestInfo | URL,
  init: RequestInit = {},
): Promise<SentRequest> {
  const { body } = init;
  if (input instanceof Request) {
    const { method, url, headers } = input;
    return { method, url, headers, body: await input.text() || undefined };
  }
  return {
    method: init.method ?? "GET",
    url: `${input}`,
    headers: new Headers(init.headers),
    body: typeof body === "string" || body instanceof FormData
      ? body
      : undefined,
  };
}

/**
 * Lets a function answer the host's `fetch` while another one runs, and tells
 * what was asked.
 */
export async function answerWith<T>(
  next: Answer,
  run: () => Promise<T>,
): Promise<{ readonly value: T; readonly requests: readonly SentRequest[] }> {
  const requests: SentRequest[] = [];
  const before = answer;
  answer = (request) => (requests.push(request), next(request));
  try {
    return { value: await run(), requests };
  } finally {
    answer = before;
  }
}

/**
 * An answer in JSON. `Response.json` of Bun names a charset, which makes the
 * official package take the answer for text.
 */
export function json(body: unknown, init: ResponseInit = {}): Response {
  const headers = new Headers({ "content-type": "application/json" });
  new Headers(init.headers).forEach((value, name) => headers.set(name, value));
  return new Response(JSON.stringify(body), { ...init, headers });
}
