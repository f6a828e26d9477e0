import type { ApiError, ApiFailure, ApiResult } from "../errors/api_error.ts";
import { parseHttpDate } from "../platform/calendar.ts";
import { toCamelCase } from "../text/case.ts";
import { isObject, type JsonObject } from "../text/json.ts";
import { type Shapes, toCamelJson } from "./decode.ts";
import { failCall } from "./failure.ts";
import { freeForm } from "./free_form.ts";
import type { Operation } from "./operation.ts";
import type { ApiListResult } from "./result.ts";

/** An answer that was read to its end. */
export interface Answer {
  /** What came, its body read or let go of. */
  readonly response: Response;
  /** The body; undefined when it was not worth reading. */
  readonly text: string | undefined;
}

/** Reads an answer, unless nothing in it can be of use. */
export async function readAnswer(
  response: Response,
  signal: AbortSignal,
): Promise<Answer> {
  const isUseful = !signal.aborted && !isRedirect(response) &&
    (response.ok || isJson(response));
  if (isUseful) return { response, text: await response.text() };
  try {
    // Its connection must not be kept waiting.
    await response.body?.cancel();
  } catch {
    // It is of no use, and so is a failure to let go of it.
  }
  return { response, text: undefined };
}

/** Whether an answer leads elsewhere, or came from there. */
function isRedirect({ status, redirected, type }: Response): boolean {
  return redirected || type === "opaqueredirect" ||
    status >= 300 && status < 400;
}

/** Whether an answer says that it is JSON, with or without parameters. */
function isJson({ headers }: Response): boolean {
  return /^application\/([^;\s]+\+)?json\s*(;|$)/i
    .test(headers.get("content-type") ?? "");
}

/**
 * Makes the outcome of a call out of an answer.
 *
 * @param now The time, for a `Retry-After` that is a date.
 * @param shapes What earlier answers of the operation looked like.
 */
export function decodeAnswer(
  operation: Operation,
  { response, text }: Answer,
  now: number,
  shapes: Shapes,
): ApiResult<unknown> | ApiListResult<unknown> {
  const { ok, status, headers } = response;
  const fail = (what: string, cause?: unknown) =>
    failCall(
      "unexpected_response",
      `Cannot use the answer of the Backend API: status ${status} with ${what}.`,
      cause,
      {
        status,
        clerkTraceId: headers.get("cf-ray") ?? undefined,
        retryAfter: readRetryAfter(headers, now),
      },
    );
  if (isRedirect(response)) return fail("a redirect");
  if (ok && text === "" && !operation.isList) {
    return { data: undefined, errors: undefined };
  }
  if (text === undefined || !isJson(response)) {
    const [type] = headers.get("content-type")?.split(";") ?? [];
    return fail(`${type || "no content type"} instead of JSON`);
  }
  try {
    const parsed: unknown = JSON.parse(text);
    if (!ok) return readErrors(toCamelJson(parsed, [], []), fail("no error"));
    const value = operation.raw
      ? parsed
      : toCamelJson(parsed, freeForm(operation), shapes);
    return operation.isList
      ? readList(operation, value) ?? fail("no list")
      : { data: value, errors: undefined };
  } catch {
    // What hosts say about broken JSON quotes it, and it may be private.
    return fail("broken JSON", new SyntaxError("The answer is not JSON."));
  }
}

/** Brings the forms of a list into one. */
function readList(
  { list, raw }: Operation,
  value: unknown,
): ApiListResult<unknown> | undefined {
  const rename = raw ? String : toCamelCase;
  const body: JsonObject = isObject(value) ? value : { data: value };
  const name = typeof list === "string" && body === value ? list : "data";
  const data = body[rename(name)];
  const total = body[rename("total_count")];
  return Array.isArray(data)
    ? {
      data,
      totalCount: typeof total === "number" ? total : undefined,
      errors: undefined,
    }
    : undefined;
}

/** Reads `Retry-After`, seconds or a date, as seconds. */
function readRetryAfter(headers: Headers, now: number): number | undefined {
  const text = headers.get("retry-after")?.trim() ?? "";
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return Number(text);
  const date = parseHttpDate(text);
  return date && Math.max(0, Math.ceil((date - now) / 1000));
}

/** Puts the errors that a body names into a failure. */
function readErrors(body: unknown, failure: ApiFailure): ApiFailure {
  if (!isObject(body)) return failure;
  const [first, ...others] = [body["errors"]].flat().filter(isObject)
    .map(readError);
  const { clerkTraceId } = body;
  return {
    ...failure,
    ...(isText(clerkTraceId) && { clerkTraceId }),
    ...(first && { errors: [first, ...others] }),
  };
}

function readError(
  { code, message, longMessage, meta }: JsonObject,
): ApiError {
  return {
    code: isText(code) ? code : "unexpected_response",
    message: isText(message) ? message : String(longMessage ?? ""),
    ...(isText(longMessage) && { longMessage }),
    ...(isObject(meta) && { meta }),
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
