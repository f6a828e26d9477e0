import type { Send } from "../../src/rest/operation.ts";
import {
  createTransport,
  type TransportOptions,
} from "../../src/rest/transport.ts";

/** A request as it was sent. */
export interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: RequestInit["body"] | undefined;
  readonly signal: AbortSignal | undefined;
  readonly redirect: string | undefined;
}

/** What the API does with a request: answer, throw, or hang. */
export type Reply = (sent: Sent) => Response | Promise<Response>;

export interface FakeApi {
  readonly send: Send;
  readonly sent: Sent[];
  /** The waits between attempts, in milliseconds. */
  readonly waits: number[];
  readonly clock: { now(): number };
}

/** An API in process: replies in turn, the last again and again. */
export function fakeApi(
  replies: Reply | readonly Reply[],
  options: TransportOptions = {},
): FakeApi {
  const list = Array.isArray(replies) ? replies : [replies];
  const sent: Sent[] = [];
  const waits: number[] = [];
  let time = 1_700_000_000_000;
  const clock = {
    now: () => time,
    sleep(ms: number, signal?: AbortSignal): Promise<void> {
      if (signal?.aborted) return Promise.reject(signal.reason);
      waits.push(ms);
      time += ms;
      return Promise.resolve();
    },
  };
  const send = createTransport({
    secretKey: "sk_test_secret",
    clock,
    random: () => 0.5,
    async fetch(url, init = {}) {
      const { method = "GET", body, signal, redirect } = init;
      const one = {
        url,
        method,
        headers: new Headers(init.headers),
        body,
        signal: signal ?? undefined,
        redirect,
      };
      sent.push(one);
      const reply = list[Math.min(sent.length, list.length) - 1];
      return await reply(one);
    },
    ...options,
  });
  return { send, sent, waits, clock };
}

/** Answers with JSON. */
export function json(
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): Reply {
  return () => Response.json(body, { status, headers });
}

/** Answers with an error of the API. */
export function apiError(
  status: number,
  code = "some_code",
  headers: Record<string, string> = {},
): Reply {
  return json(
    {
      errors: [{ code, message: "short", long_message: "long" }],
      clerk_trace_id: "trace_1",
    },
    status,
    headers,
  );
}

/** Never answers; ends with the signal. */
export const hang: Reply = ({ signal }) =>
  new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason));
  });

/** Fails as a network does. */
export const unreachable: Reply = () => {
  throw new TypeError("fetch failed");
};
