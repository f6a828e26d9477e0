import type { ApiFailure, ApiResult } from "../errors/api_error.ts";
import {
  TokenVerificationError,
  type TokenVerificationErrorInit,
  type TokenVerificationErrorReason,
} from "../errors/token_verification_error.ts";
import { failCall, failToken } from "../rest/failure.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import { defineTable, type Send, type Table } from "../rest/table.ts";
import type {
  IdPOAuthAccessToken,
  VerifyIdPOAuthAccessTokenParams,
} from "./types/idp_oauth_access_token.ts";

/** Access tokens that your instance gave to OAuth applications. */
export interface IdPOAuthAccessTokenApi {
  /**
   * Asks whether an access token that came with a request is good, and whose it
   * is.
   *
   * @param accessToken The token itself, as it came.
   * @param params Whom the token must be for.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is known of the token; an error with the status 404 for one
   * that is unknown, with the code `token-invalid` for one that is no longer
   * active, and `token-verification-failed` for one that is for somebody else.
   */
  verify(
    accessToken: string,
    params?: VerifyIdPOAuthAccessTokenParams,
    options?: RequestOptions,
  ): Promise<ApiResult<IdPOAuthAccessToken>>;
}

const ask = /* @__PURE__ */ op(
  "POST /oauth_applications/access_tokens/verify",
  {
    unversioned: true,
    body: true,
    safe: true,
  },
);

/** The operations of access tokens. */
export const idPOAuthAccessToken: Table<IdPOAuthAccessTokenApi> =
  /* @__PURE__ */ defineTable(() => ({ verify }));

async function verify(
  send: Send,
  accessToken: string,
  params?: VerifyIdPOAuthAccessTokenParams,
  options?: RequestOptions,
): Promise<ApiResult<IdPOAuthAccessToken>> {
  const { audience } = params ?? {};
  const wanted: readonly unknown[] = [audience].flat();
  const isText = (item: unknown) => item && typeof item === "string";
  if (audience !== undefined && !(wanted.length && wanted.every(isText))) {
    return failCall(
      "invalid_argument",
      'Cannot use "audience": expected a text or a list of texts.',
    );
  }
  // Of a token that is over, the API says only that it isn't active.
  const outcome = await send<IdPOAuthAccessToken | undefined>(
    ask,
    { accessToken },
    options,
  );
  if (outcome.errors) return outcome;
  const token = outcome.data;
  if (!token?.subject) {
    return refuseToken("token-invalid", "it is not active");
  }
  const received = [token.aud ?? []].flat();
  return audience === undefined || received.some((it) => wanted.includes(it))
    ? { data: token, errors: undefined }
    : refuseToken("token-verification-failed", 'it is for another "aud"', {
      claim: "aud",
      expected: audience,
      received: token.aud,
    });
}

function refuseToken(
  reason: TokenVerificationErrorReason,
  why: string,
  about?: Partial<TokenVerificationErrorInit>,
): ApiFailure {
  const message = `Cannot accept the token: ${why}.`;
  const error = new TokenVerificationError({ reason, message, ...about });
  return failToken(error, { status: 200, attempts: 1 });
}
