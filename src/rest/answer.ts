import type { ApiError, ApiFailure, ApiResult } from "../errors/api_error.ts";
import { parseHttpDate } from "../platform/calendar.ts";
import { isObject, type JsonObject } from "../text/json.ts";
import { type Shapes, toCamelJson } from "./decode.ts";
import { failCall } from "./failure.ts";
import { freeForm } from "./free_form.ts";
import type { Operation } from "./operation.ts";
import type { ApiListResult } from "./result.ts";

/** What a call gives, a list or anything else. */
export type Outcome = ApiResult<unknown> | ApiListResult<unknown>;

/**
 * Reads an answer, unless nothing in it can be of use, and makes the outcome of
 * a call out of it.
 *
 * @param signal Tells when nobody waits for it any more.
 * @param now The time, for a `Retry-After` that is a date.
 * @param shapes What earlier answers of the operation looked like.
 */
export async function readAnswer(
  operation: Operation,
  response: Response,
  signal: AbortSignal,
  now: number,
  shapes: Shapes,
): Promise<Outcome> {
  const { ok, status, headers, redirected, type } = response;
  const media = headers.get("content-type") || "no content type";
  const isJson = /^application\/([^;\s]+\+)?json\s*(;|$)/i.test(media);
  const isElsewhere = redirected || type === "opaqueredirect" ||
    status >= 300 && status < 400;
  const fail = (what: string, cause?: unknown) =>
    failAnswer(response, now, what, cause);
  if (isElsewhere || signal.aborted || !(ok || isJson)) {
    // Let go of, so that its connection is not kept waiting.
    await response.body?.cancel().catch(() => {});
    return fail(isElsewhere ? "a redirect" : media);
  }
  const text = await response.text();
  const page = operation.raw === "text" ? text : undefined;
  if (ok && (page !== undefined || text === "" && !operation.isList)) {
    return { data: page, errors: undefined };
  }
  if (!isJson) return fail(media);
  try {
    const body: unknown = JSON.parse(text);
    return ok
      ? readBody(operation, body, shapes) ?? fail("JSON of another kind")
      : readErrors(toCamelJson(body, [], []), fail("no error"));
  } catch {
    // What hosts say about broken JSON quotes it, and it may be private.
    return fail("broken JSON", new SyntaxError("The answer is not JSON."));
  }
}

function failAnswer(
  { status, headers }: Response,
  now: number,
  what: string,
  cause: unknown,
): ApiFailure {
  return failCall(
    "unexpected_response",
    `Cannot use the answer of the Backend API: status ${status} with ${what}.`,
    cause,
    {
      status,
      clerkTraceId: headers.get("cf-ray") ?? undefined,
      retryAfter: readRetryAfter(headers.get("retry-after") ?? "", now),
    },
  );
}

/** Takes the data out of a body; undefined when it is not the list or object it should be. */
function readBody(
  operation: Operation,
  body: unknown,
  shapes: Shapes,
): Outcome | undefined {
  const { list, isList, raw } = operation;
  const name = typeof list === "string" ? list : "data";
  const { [name]: items, total_count: total }: JsonObject = isObject(body)
    ? body
    : { [name]: body };
  const value = isList ? items : body;
  const data = raw ? value : toCamelJson(value, freeForm(operation), shapes);
  const isMany = Array.isArray(data);
  if (!isList) {
    return isMany || isObject(data) ? { data, errors: undefined } : undefined;
  }
  const totalCount = typeof total === "number" ? total : undefined;
  return isMany ? { data, totalCount, errors: undefined } : undefined;
}

/** Reads `Retry-After`, seconds or a date, as seconds. */
function readRetryAfter(text: string, now: number): number | undefined {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  const date = parseHttpDate(text);
  return date && Math.max(0, Math.ceil((date - now) / 1000));
}

/** Puts the errors that a body names into a failure. */
function readErrors(body: unknown, failure: ApiFailure): ApiFailure {
  const { errors, clerkTraceId }: JsonObject = isObject(body) ? body : {};
  const [first, ...others] = [errors].flat().filter(isObject).map((error) =>
    readError(error, failure.errors[0])
  );
  return {
    ...failure,
    clerkTraceId: readText(clerkTraceId) ?? failure.clerkTraceId,
    ...(first && { errors: [first, ...others] }),
  };
}

/** Reads an error; what it does not tell is what can be told of the answer. */
function readError(error: JsonObject, { code, message }: ApiError): ApiError {
  const longMessage = readText(error["longMessage"]);
  const { meta } = error;
  return {
    code: readText(error["code"]) || code,
    message: readText(error["message"]) || longMessage || message,
    ...(longMessage && { longMessage }),
    ...(isObject(meta) && { meta }),
  };
}

function readText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
