import { apiKeys } from "../src/api/api_keys.ts";
import { idPOAuthAccessToken } from "../src/api/idp_oauth_access_token.ts";
import { m2m } from "../src/api/m2m.ts";
import {
  classifyMachineToken,
  type MachineToken,
} from "../src/auth/machine/classify.ts";
import type {
  ApiKeyRecord,
  M2mTokenRecord,
  OAuthTokenRecord,
} from "../src/auth/machine/types.ts";
import {
  createMachineVerifier,
  type MachineVerifierOptions,
} from "../src/auth/machine/verify.ts";
import type { MachineTokenType } from "../src/auth/objects/types.ts";
import { findCore } from "../src/auth/verify_token_once.ts";
import type { MachineTokenVerificationError as CoreError } from "../src/errors/machine_token_verification_error.ts";
import { TokenVerificationError as CoreTokenVerificationError } from "../src/errors/token_verification_error.ts";
import { bindTable } from "../src/rest/table.ts";
import {
  createTransport,
  type TransportOptions,
} from "../src/rest/transport.ts";
import type { IdPOAuthAccessToken } from "../src/api/types/idp_oauth_access_token.ts";
import { isObject, isText } from "../src/text/json.ts";
import { MachineTokenVerificationError } from "./errors.ts";
import { wordLikeOfficial } from "./messages.ts";
import type { Official } from "./official.ts";
import { createOfficialPolicy } from "./policy.ts";
import { trimKeys } from "./trim_keys.ts";
import type { APIKey, M2MToken } from "./types.ts";
import { NO_ENV, type VerifyTokenOptions } from "./verify_token.ts";

/** Options of {@linkcode verifyMachineAuthToken}. */
export interface VerifyMachineTokenOptions extends VerifyTokenOptions {
  /** The secret key of a machine, to verify the tokens of machines with. */
  readonly machineSecretKey?: string | undefined;
  /** How often to ask again at most; `false` or 0 for never. */
  readonly retry?: number | false | undefined;
}

/** What {@linkcode verifyMachineAuthToken} gives: data or errors. */
export type MachineTokenResult =
  | {
    /** What is known of the token. */
    readonly data: APIKey | Official<IdPOAuthAccessToken> | M2MToken;
    /** The kind of token. */
    readonly tokenType: MachineTokenType;
    /** Absent. */
    readonly errors?: undefined;
  }
  | {
    /** Absent. */
    readonly data?: undefined;
    /** The kind of token. */
    readonly tokenType: MachineTokenType;
    /** Why it was refused. */
    readonly errors: [MachineTokenVerificationError];
  };

/**
 * Verifies the token of a machine, an API key or an OAuth access token: JWTs with
 * the keys of the instance, others by asking the API.
 *
 * @param token The token.
 * @param options Keys, and what to demand of the token.
 * @returns What is known of it, or why it was refused.
 * @throws {Error} When it is none of these.
 * @throws {TypeError} When an option is wrong.
 */
export async function verifyMachineAuthToken(
  token: string,
  options: VerifyMachineTokenOptions,
): Promise<MachineTokenResult> {
  const known = classifyMachineToken(token);
  if (!known) return refuseUnknown(token);
  const { result, error } = await createVerifier(options)(known);
  const { tokenType } = known;
  return error
    ? { tokenType, errors: [inOfficialWords(error, known)] }
    : { tokenType, data: wholeRecord(result.record) };
}

/** Both the API and a JWT tell more than what is looked at. */
function wholeRecord(
  record: ApiKeyRecord | OAuthTokenRecord | M2mTokenRecord,
): APIKey | Official<IdPOAuthAccessToken> | M2MToken {
  return asOfficial(record) as ReturnType<typeof wholeRecord>;
}

/** Makes a verifier. An option that is empty counts as not given. */
export function createVerifier(
  options: VerifyMachineTokenOptions,
  { timeout, retry }: TransportOptions = {},
): ReturnType<typeof createMachineVerifier> {
  const { secretKey, machineSecretKey, apiUrl, apiVersion } = trimKeys(options);
  const { jwtKey, skipJwksCache, fetch } = options;
  const { audience, clockSkewInMs } = createOfficialPolicy(options);
  const settings = {
    secretKey,
    apiUrl,
    apiVersion,
    fetch,
    // The same for all calls, as what was fetched is found again by it.
    env: NO_ENV,
  };
  const send = createTransport({
    ...settings,
    machineSecretKey,
    timeout,
    retry: retry ?? options.retry,
  });
  const common: MachineVerifierOptions = {
    core: findCore({
      ...settings,
      secretKey: jwtKey ? undefined : settings.secretKey,
      jwtKey: jwtKey || undefined,
      skipJwksCache,
    }),
    backend: {
      apiKeys: bindTable(apiKeys, send),
      idPOAuthAccessToken: bindTable(idPOAuthAccessToken, send),
      m2m: bindTable(m2m, send),
    },
    clockSkewInMs: Math.max(clockSkewInMs, 0),
  };
  return createJudge(common, audience);
}

/** Judges all else of a JWT before whom it is for, as officially. */
function createJudge(
  common: MachineVerifierOptions,
  audience: MachineVerifierOptions["audience"],
): ReturnType<typeof createMachineVerifier> {
  const verify = createMachineVerifier({ ...common, audience });
  const verifyForAny = createMachineVerifier(common);
  return async (token) => {
    if (!token.jwt) return await verify(token);
    const verified = await verifyForAny(token);
    return verified.error || isForAny(token) ? verified : await verify(token);
  };
}

/** Whether a token is a machine's JWT that names nobody whom it is for. */
function isForAny({ tokenType, jwt }: MachineToken): boolean {
  return tokenType === "m2m_token" && !jwt?.payload.aud?.length;
}

/** What is JWT-shaped is still answered; anything else is the caller's mistake. */
function refuseUnknown(token: string): MachineTokenResult {
  if (String(token).split(".").length !== 3) {
    throw new Error("Unknown machine token type");
  }
  return {
    tokenType: "oauth_token",
    errors: [
      new MachineTokenVerificationError({
        code: "token-verification-failed",
        message: "Invalid JWT type: expected at+jwt, or the token of a machine",
      }),
    ],
  };
}

/** A machine's JWT without claims of its own has none to tell of. */
export function asOfficial<
  T extends ApiKeyRecord | OAuthTokenRecord | M2mTokenRecord,
>(record: T): T {
  return "claims" in record && isObject(record.claims) &&
      Object.keys(record.claims).length === 0
    ? { ...record, claims: null }
    : record;
}

/** Gives an error of the core in the official package's words. */
export function inOfficialWords(
  error: CoreError,
  { tokenType, text }: MachineToken,
): MachineTokenVerificationError {
  const { cause, status } = error;
  if (!(cause instanceof CoreTokenVerificationError)) {
    const message = error.code === "unexpected-error"
      ? "Unexpected error"
      : error.message;
    const { code } = error;
    return new MachineTokenVerificationError({ code, message, status, cause });
  }
  const isCategory = cause.reason === "token-invalid" && cause.claim !== "typ";
  const headerType = tokenType === "oauth_token"
    ? ["at+jwt", "application/at+jwt"]
    : undefined;
  const isAudience = tokenType === "oauth_token" && cause.claim === "aud";
  return new MachineTokenVerificationError({
    code: isCategory ? "token-invalid" : "token-verification-failed",
    message: cause.claim === "cat"
      ? "Invalid M2M JWT category."
      : isAudience
      ? wordAudience(cause)
      : wordLikeOfficial(cause, { token: text, headerType }).message,
    cause,
    ...(status === undefined || isAudience ? {} : { status }),
  });
}

function wordAudience(
  { received, expected }: CoreTokenVerificationError,
): string {
  const entries: readonly unknown[] = [received].flat();
  const isGood = entries.length > 0 &&
    entries.every((entry) => isText(entry) && entry !== "");
  const shown = JSON.stringify(received);
  return isGood
    ? `OAuth audience mismatch. Verification expected audience ${
      JSON.stringify(expected)
    }, but incoming token has aud ${shown}.`
    : `Invalid OAuth audience claim (aud) ${shown}. Expected a non-empty string or a non-empty array of non-empty strings.`;
}
