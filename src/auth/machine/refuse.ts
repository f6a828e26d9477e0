import type { ApiFailure } from "../../errors/api_error.ts";
import {
  MachineTokenVerificationError,
  type MachineTokenVerificationErrorCode,
} from "../../errors/machine_token_verification_error.ts";
import {
  TokenVerificationError,
  type TokenVerificationErrorReason,
} from "../../errors/token_verification_error.ts";
import type { MachineTokenType } from "../objects/types.ts";

const NAMES: { readonly [Type in MachineTokenType]: string } = {
  api_key: "API key",
  m2m_token: "Machine token",
  oauth_token: "OAuth token",
};

/** What a refused JWT is called here; what is left out failed verification. */
const CODES: {
  readonly [Reason in TokenVerificationErrorReason]?:
    MachineTokenVerificationErrorCode;
} = {
  "token-invalid": "token-invalid",
  "secret-key-invalid": "secret-key-invalid",
  "jwk-failed-to-resolve": "secret-key-invalid",
  "jwk-local-missing": "secret-key-invalid",
  "jwk-remote-failed-to-load": "unexpected-error",
  "jwk-remote-invalid": "unexpected-error",
  "jwk-remote-missing": "unexpected-error",
  "options-invalid": "unexpected-error",
};

/** Makes the error of a token that is known not to be good. */
export function invalidToken(
  tokenType: MachineTokenType,
  why: string,
): MachineTokenVerificationError {
  return new MachineTokenVerificationError({
    code: "token-invalid",
    message: `${NAMES[tokenType]} ${why}`,
  });
}

/** Makes the error of what should not have happened. */
export function unexpected(cause?: unknown): MachineTokenVerificationError {
  return new MachineTokenVerificationError({
    code: "unexpected-error",
    message: "Cannot verify the token: the Backend API gave no usable answer.",
    cause,
  });
}

/** Makes an error of whatever was thrown. */
export function describe(cause: unknown): MachineTokenVerificationError {
  if (cause instanceof MachineTokenVerificationError) return cause;
  return cause instanceof TokenVerificationError
    ? refusedJwt(cause)
    : unexpected(cause);
}

/** Makes the error of a JWT that was refused. */
function refusedJwt(
  cause: TokenVerificationError,
  status?: number,
): MachineTokenVerificationError {
  const { reason, message } = cause;
  const code = CODES[reason] ?? "token-verification-failed";
  return new MachineTokenVerificationError({ code, message, status, cause });
}

/** Makes the error of a call of the Backend API that gave no token. */
export function refusedByApi(
  tokenType: MachineTokenType,
  { errors, status }: ApiFailure,
): MachineTokenVerificationError {
  const [first] = errors;
  if (first.cause instanceof TokenVerificationError) {
    return refusedJwt(first.cause, status);
  }
  const isKey = status === 401 || first.code === "missing_secret_key";
  const code = status === 404
    ? "token-invalid"
    : isKey
    ? "secret-key-invalid"
    : "unexpected-error";
  return new MachineTokenVerificationError({
    code,
    message: status === 404 ? `${NAMES[tokenType]} not found` : first.message,
    status,
    cause: first,
  });
}
