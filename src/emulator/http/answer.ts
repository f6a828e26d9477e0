import type { WireError } from "./refusal.ts";

/** Clerk's SDK takes anything but this very text for something else than JSON. */
const JSON_TYPE = "application/json";

/** The statuses whose answers have no body. */
export const EMPTY: readonly number[] = [204, 205, 304];

/** Makes an answer in JSON. */
export function answer(
  body: unknown,
  status = 200,
  headers?: { readonly [name: string]: string },
): Response {
  return answerText(JSON.stringify(body), JSON_TYPE, status, headers);
}

/** Makes an answer of any text. */
export function answerText(
  text: string,
  type: string,
  status: number,
  headers?: { readonly [name: string]: string },
): Response {
  return new Response(EMPTY.includes(status) ? null : text, {
    status,
    headers: { "content-type": type, "x-clerk-emulator": "1", ...headers },
  });
}

/** Makes an answer that says no, in the envelope of the API. */
export function answerErrors(
  status: number,
  errors: readonly WireError[],
  traceId: string,
  headers?: { readonly [name: string]: string },
): Response {
  return answer({ errors, clerk_trace_id: traceId }, status, headers);
}
