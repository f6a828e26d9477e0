import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import type { ApiListCall } from "../rest/result.ts";
import type { Table } from "../rest/table.ts";
import type {
  CreateM2MTokenParams,
  GetM2MTokenListParams,
  M2MToken,
  M2MTokenWithToken,
  RevokeM2MTokenParams,
  VerifyM2MTokenParams,
} from "./types/m2m_token.ts";

/**
 * Tokens by which machines make themselves known to each other. Calls are sent
 * with the secret key of a machine: that of the parameters, else the client's;
 * without one, with the secret key of the instance.
 */
export interface M2mApi {
  /**
   * Lists the tokens of a machine.
   *
   * @param params Whose, which ones, and which part of the list.
   * @param options Time-outs, retries and a signal for this call.
   * @returns A page of tokens, without the tokens themselves, and how many there
   * are.
   */
  list(
    params: GetM2MTokenListParams,
    options?: RequestOptions,
  ): ApiListCall<M2MToken>;
  /**
   * Makes a token of the machine whose secret key it is sent with.
   *
   * @param params Its form, its time and what it says.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new token, with the token itself as `token`.
   */
  createToken(
    params?: CreateM2MTokenParams,
    options?: RequestOptions,
  ): Promise<ApiResult<M2MTokenWithToken>>;
  /**
   * Revokes a token. One that is a JWT goes on being accepted, until it ends, by
   * whoever verifies it without asking Clerk.
   *
   * @param params The id of the token, and why.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The token as revoked.
   */
  revokeToken(
    params: RevokeM2MTokenParams,
    options?: RequestOptions,
  ): Promise<ApiResult<M2MToken>>;
  /**
   * Verifies a token that came with a request, and tells which machine sent it.
   *
   * On a client that verifies tokens, one that is a JWT is verified with the keys
   * of the instance, and nothing is sent for it but, at times, for the keys. Of
   * the client's own demands those on `issuer` and `clockSkewInMs` count.
   * Any other token is Clerk's to judge.
   *
   * @param params The token as it came.
   * @param options Time-outs, retries and a signal for the call, where there is
   * one.
   * @returns What is known of the token; an error with the status 404 for one
   * that Clerk refuses, or with a reason of {@linkcode TokenVerificationError}
   * as its code and that error as its cause.
   */
  verify(
    params: VerifyM2MTokenParams,
    options?: RequestOptions,
  ): Promise<ApiResult<M2MToken>>;
}

const machine = { unversioned: true, auth: "machine" } as const;
const create = op("POST /m2m_tokens", { ...machine, body: true });

/** The operations of machines' tokens. */
export const m2m: Table<M2mApi> = {
  list: op("GET /m2m_tokens", { ...machine, query: true, list: "m2m_tokens" }),
  // The API demands a body, be it empty.
  createToken: (send, params, options) => send(create, params ?? {}, options),
  revokeToken: op("POST /m2m_tokens/{m2m_token_id}/revoke", {
    ...machine,
    body: true,
  }),
  verify: op("POST /m2m_tokens/verify", { ...machine, body: true, safe: true }),
};
