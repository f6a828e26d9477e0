/**
 * The errors that this package gives and throws, and their codes.
 *
 * @module
 */
export { ClerkApiResponseError, unwrap } from "./src/errors/api_error.ts";
export type {
  ApiError,
  ApiErrorCode,
  ApiFailure,
  ApiResult,
  ApiSuccess,
} from "./src/errors/api_error.ts";
export type { Failure, Result, Success } from "./src/errors/result.ts";
export { MachineTokenVerificationError } from "./src/errors/machine_token_verification_error.ts";
export type {
  MachineTokenVerificationErrorCode,
  MachineTokenVerificationErrorInit,
} from "./src/errors/machine_token_verification_error.ts";
export { SignJwtError } from "./src/errors/sign_jwt_error.ts";
export { TokenVerificationError } from "./src/errors/token_verification_error.ts";
export type {
  TokenCarrier,
  TokenVerificationErrorInit,
  TokenVerificationErrorReason,
} from "./src/errors/token_verification_error.ts";
export { WebhookVerificationError } from "./src/errors/webhook_verification_error.ts";
export type {
  WebhookVerificationErrorCode,
  WebhookVerificationErrorInit,
} from "./src/errors/webhook_verification_error.ts";
