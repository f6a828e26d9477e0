import type { ApiError, ApiFailure, ApiResult } from "../errors/api_error.ts";
import { parseHttpDate } from "../platform/calendar.ts";
import { toCamelCase } from "../text/case.ts";
import { isObject, type JsonObject, parseJson } from "../text/json.ts";
import { type Shapes, toCamelJson } from "./decode.ts";
import { failCall } from "./failure.ts";
import { freeForm } from "./free_form.ts";
import type { Operation } from "./operation.ts";
import type { ApiListResult } from "./result.ts";

/** An answer that was read to its end. */
export interface Answer {
  /** The HTTP status. */
  readonly status: number;
  /** The headers. */
  readonly headers: Headers;
  /** The body; undefined when it was not worth reading. */
  readonly text: string | undefined;
  /** Whether it leads elsewhere, or came from there. */
  readonly isRedirect: boolean;
}

/** Whether an answer says that it is JSON, with or without parameters. */
export function isJson(headers: Headers): boolean {
  return /^application\/(?:[^;\s]+\+)?json\s*(?:;|$)/i
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
  answer: Answer,
  now: number,
  shapes: Shapes,
): ApiResult<unknown> | ApiListResult<unknown> {
  const { status, headers, text } = answer;
  const about = {
    status,
    clerkTraceId: headers.get("cf-ray") ?? undefined,
    retryAfter: readRetryAfter(headers, now),
  };
  if (answer.isRedirect) return unexpected("a redirect", about);
  if (status < 200 || status > 299) return decodeFailure(answer, about);
  const page = operation.raw === "text" ? text : undefined;
  if (page !== undefined || (text === "" && !operation.isList)) {
    return { data: page, errors: undefined };
  }
  if (text === undefined || !isJson(headers)) {
    return unexpected(`${describe(headers)} instead of JSON`, about);
  }
  try {
    const parsed: unknown = JSON.parse(text);
    const value = operation.raw
      ? parsed
      : toCamelJson(parsed, freeForm(operation), shapes);
    return operation.isList
      ? readList(operation, value) ?? unexpected("no list", about)
      : { data: value, errors: undefined };
  } catch (cause) {
    // What hosts say about broken JSON quotes it, and it may be private.
    const isQuoting = cause instanceof SyntaxError;
    return unexpected(
      "broken JSON",
      about,
      isQuoting ? new SyntaxError("The answer is not JSON.") : cause,
    );
  }
}

type About = Pick<ApiFailure, "status" | "clerkTraceId" | "retryAfter">;

function unexpected(
  what: string,
  about: About,
  cause?: unknown,
): ApiFailure {
  return failCall(
    "unexpected_response",
    `Cannot use the answer of the Backend API: status ${about.status} with ${what}.`,
    cause,
    about,
  );
}

/** Names the media type of an answer, for a message. */
function describe(headers: Headers): string {
  return headers.get("content-type")?.split(";", 1)[0] || "no content type";
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
  const text = headers.get("retry-after")?.trim();
  if (!text) return undefined;
  if (/^\d{1,9}(?:\.\d+)?$/.test(text)) return Number(text);
  const date = parseHttpDate(text);
  return date === undefined
    ? undefined
    : Math.max(0, Math.ceil((date - now) / 1000));
}

function decodeFailure({ headers, text }: Answer, about: About): ApiFailure {
  // Of a failure, nothing but JSON was read.
  const parsed = toCamelJson(parseJson(text ?? ""), [], []);
  const body: JsonObject = isObject(parsed) ? parsed : {};
  const failure = {
    ...unexpected(`${describe(headers)} that names no error`, about),
    ...(isText(body.clerkTraceId) && { clerkTraceId: body.clerkTraceId }),
  };
  const [first, ...others] = [body.errors].flat().filter(isObject)
    .map(readError);
  return first ? { ...failure, errors: [first, ...others] } : failure;
}

function readError(
  { code, message, longMessage, meta }: { readonly [name: string]: unknown },
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
