import type { ApiError, ApiFailure } from "../src/errors/api_error.ts";
import { TokenVerificationError } from "../src/errors/token_verification_error.ts";
import { toSnakeJson } from "../src/rest/encode.ts";
import {
  ClerkAPIResponseError,
  MachineTokenVerificationError,
} from "./errors.ts";

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

/** What the core says of arguments for which there are official words, and these. */
const REFUSALS: readonly (readonly [RegExp, string])[] = [
  [
    /expected an id .*received (?:undefined|null|"")/,
    "A valid resource ID is required.",
  ],
  [
    /"idempotencyKey"/,
    "Idempotency key must contain only ASCII letters, digits, underscores, and hyphens and cannot exceed 255 characters.",
  ],
  [
    /a list of 1 to 100 messages/,
    "A batch must contain between 1 and 100 messages.",
  ],
];

/** What members of `meta` hold has the names of the API there. */
function nameAsSent(error: ApiError): ApiError {
  const { meta } = error;
  if (!meta) return error;
  const sent = Object.entries(meta).map(([name, value]) => [
    name,
    toSnakeJson(value, [], []),
  ]);
  return { ...error, meta: Object.fromEntries(sent) };
}

/** Makes the error that the official package throws for a failed call. */
export function describeFailure(failure: ApiFailure): Error {
  const { errors, status, clerkTraceId = "", retryAfter } = failure;
  const [{ code, message, cause }] = errors;
  if (
    cause instanceof TokenVerificationError ||
    cause instanceof MachineTokenVerificationError
  ) return cause;
  if (code === "missing_secret_key") {
    return new Error(
      "Missing Clerk Secret Key. Go to https://dashboard.clerk.com and get your key for your instance.",
    );
  }
  if (code === "invalid_argument") {
    const known = REFUSALS.find(([pattern]) => pattern.test(message));
    return known ? new Error(known[1]) : new TypeError(message);
  }
  return new ClerkAPIResponseError(PHRASES[status ?? 0] ?? message, {
    data: errors.map(nameAsSent),
    status,
    clerkTraceId,
    retryAfter,
    ...(cause === undefined ? {} : { cause }),
  });
}
