import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type {
  CreateSignInTokenParams,
  SignInToken,
} from "./types/sign_in_token.ts";

/**
 * Everything about sign-in tokens. No method rejects: each gives data or errors.
 * Each takes {@linkcode RequestOptions} as its last argument.
 */
export interface SignInTokensApi {
  /**
   * Makes a token with which a user can sign in once.
   *
   * @param params Whom it is to let in, and for how long.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The token, and a link that uses it.
   */
  createSignInToken(
    params: CreateSignInTokenParams,
    options?: RequestOptions,
  ): Promise<ApiResult<SignInToken>>;
  /**
   * Revokes a sign-in token that was not used yet.
   *
   * @param signInTokenId The token's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The token as changed.
   */
  revokeSignInToken(
    signInTokenId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<SignInToken>>;
}

/** The operations of sign-in tokens. */
export const signInTokens: Table<SignInTokensApi> = /* @__PURE__ */ defineTable(
  () => ({
    createSignInToken: op("POST /sign_in_tokens", { body: true }),
    revokeSignInToken: op("POST /sign_in_tokens/{sign_in_token_id}/revoke"),
  }),
);
