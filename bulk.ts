/**
 * Calls in bulk: imports, migrations, clean-ups. For as many items as there are,
 * at the rate that the API allows.
 *
 * @module
 */
export { runInBulk } from "./src/rest/bulk.ts";
export type {
  BulkCallOptions,
  BulkOptions,
  BulkOutcome,
} from "./src/rest/bulk.ts";
export type {
  ApiError,
  ApiErrorCode,
  ApiFailure,
} from "./src/errors/api_error.ts";
export type { TokenVerificationErrorReason } from "./src/errors/token_verification_error.ts";
export type { Clock } from "./src/platform/clock.ts";
