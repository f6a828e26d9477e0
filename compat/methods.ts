/** The methods that the official package has in another form than the core. */
import type { Api } from "../src/api/client.ts";
import { createM2mVerifier } from "../src/auth/verify_m2m_token.ts";
import { findCore } from "../src/auth/verify_token_once.ts";
import type { ApiFailure, ApiResult } from "../src/errors/api_error.ts";
import { TokenVerificationError as Refusal } from "../src/errors/token_verification_error.ts";
import type { KeyOptions } from "../src/keys/create_key_store.ts";
import { mapData } from "../src/rest/result.ts";
import { isObject } from "../src/text/json.ts";
import {
  MachineTokenVerificationError,
  TokenVerificationError,
} from "./errors.ts";
import { wordLikeOfficial } from "./messages.ts";

/** Where the keys come from that tokens of machines are verified with. */
export type KeySettings = Pick<
  KeyOptions,
  "secretKey" | "jwtKey" | "apiUrl" | "apiVersion" | "fetch" | "clock"
>;

/** Stands for an environment without variables: options alone count here. */
const NO_ENV: object = {};

/** Gives an API the official form of the methods that have another one. */
export function changeMethods(api: Api, settings: KeySettings): Api {
  const { users, betaFeatures, idPOAuthAccessToken, m2m } = api;
  return {
    ...api,
    users: {
      ...users,
      getUserList: (params, options) =>
        users.getUserList({ ...params, includeTotalCount: true }, options),
      updateUser: (id, params, options) =>
        users.updateUser(id, nameIds(params), options),
    },
    betaFeatures: {
      ...betaFeatures,
      changeDomain: (params, options) =>
        nothingAsText(betaFeatures.changeDomain(params, options)),
    },
    idPOAuthAccessToken: {
      verify: async (token, params, options) =>
        refuseWith(
          wordAudience,
          await idPOAuthAccessToken.verify(token, params, options),
        ),
    },
    m2m: { ...m2m, verify: createMachineVerifier(m2m.verify, settings) },
  };
}

/** The members that end in `ID` there end in `Id` here. */
function nameIds<Params>(params: Params): Params;
function nameIds(params: unknown): unknown {
  if (!isObject(params)) return params;
  return Object.fromEntries(
    Object.entries(params).map((
      [name, value],
    ) => [name.replace(/ID$/, "Id"), value]),
  );
}

/** An answer without a body is an empty text there. */
function nothingAsText<T>(call: Promise<ApiResult<T>>): Promise<ApiResult<T>>;
function nothingAsText(
  call: Promise<ApiResult<unknown>>,
): Promise<ApiResult<unknown>> {
  return mapData(call, (data) => data ?? "");
}

/** Puts an official error in the place of the core's refusal of a token. */
function refuseWith<T>(
  word: (refusal: Refusal) => Error,
  outcome: ApiResult<T>,
): ApiResult<T> {
  if (!outcome.errors) return outcome;
  const [{ cause, ...error }] = outcome.errors;
  if (!(cause instanceof Refusal)) return outcome;
  const failure: ApiFailure = {
    ...outcome,
    errors: [{ ...error, cause: word(cause) }],
  };
  return failure;
}

function createMachineVerifier(
  ask: Api["m2m"]["verify"],
  settings: KeySettings,
): Api["m2m"]["verify"] {
  const { secretKey, jwtKey, apiUrl, apiVersion, fetch, clock } = settings;
  return async (params, options) => {
    const core = findCore({
      secretKey: jwtKey ? undefined : secretKey,
      jwtKey,
      apiUrl,
      apiVersion,
      fetch,
      clock,
      env: NO_ENV,
    });
    return refuseWith(
      (refusal) => wordMachine(refusal, params.token),
      await createM2mVerifier(core, {}, ask)(params, options),
    );
  };
}

function wordMachine(refusal: Refusal, token: string): Error {
  const { message, action, cause } = wordLikeOfficial(refusal, { token });
  const isOfCategory = refusal.claim === "cat";
  return new MachineTokenVerificationError({
    message: isOfCategory ? "Invalid M2M JWT category." : message,
    code: isOfCategory ? "token-invalid" : "token-verification-failed",
    // The only one that says what to do.
    action: refusal.reason === "jwk-failed-to-resolve" ? action : undefined,
    cause,
  });
}

function wordAudience(refusal: Refusal): Error {
  const { claim, expected, received, reason, message } = refusal;
  const texts = [received].flat();
  const isMade = texts.length > 0 &&
    texts.every((text) => typeof text === "string" && text !== "");
  const shown = JSON.stringify(received);
  return new TokenVerificationError({
    reason,
    cause: refusal,
    message: claim !== "aud"
      ? message
      : isMade
      ? `OAuth audience mismatch. Verification expected audience ${
        JSON.stringify([expected].flat())
      }, but incoming token has aud ${shown}.`
      : `Invalid OAuth audience claim (aud) ${shown}. Expected a non-empty string or a non-empty array of non-empty strings.`,
  });
}
