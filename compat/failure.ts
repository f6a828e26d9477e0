import type { ApiFailure } from "../src/errors/api_error.ts";
import { ClerkAPIResponseError } from "./errors.ts";

/** What HTTP/1.1 calls the statuses that the API answers with. */
const PHRASES: { readonly [status: number]: string } = {
  400: "Bad Request",
  401: "Unauthorized",
  402: "Payment Required",
  403: "Forbidden",
  404: "Not Found",
  409: "Conflict",
  410: "Gone",
  413: "Payload Too Large",
  422: "Unprocessable Entity",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
};

/** What the core says of an id that is not there. */
const NO_ID = /expected an id .*received (?:undefined|null|"")/;

/** Makes the error that the official package throws for a failed call. */
export function describeFailure(failure: ApiFailure): Error {
  const { errors, status, clerkTraceId = "", retryAfter } = failure;
  const [{ code, message, cause }] = errors;
  if (code === "missing_secret_key") {
    return new Error(
      "Missing Clerk Secret Key. Go to https://dashboard.clerk.com and get your key for your instance.",
    );
  }
  if (code === "invalid_argument") {
    return NO_ID.test(message)
      ? new Error("A valid resource ID is required.")
      : new TypeError(message);
  }
  return new ClerkAPIResponseError(PHRASES[status ?? 0] ?? message, {
    data: errors,
    status,
    clerkTraceId,
    retryAfter,
    ...(cause === undefined ? {} : { cause }),
  });
}
