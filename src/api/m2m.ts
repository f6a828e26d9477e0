import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import type { ApiListCall } from "../rest/result.ts";
import { defineTable, type Table } from "../rest/table.ts";
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
   *
   * @example A token of the machine whose key it is
   * ```ts
   * import { createClerkClient } from "@isoclerk/backend";
   *
   * const clerk = createClerkClient();
   * const { data: token, errors } = await clerk.m2m.createToken({
   *   machineSecretKey: "ak_of_this_machine", // or CLERK_MACHINE_SECRET_KEY
   *   tokenFormat: "jwt",
   *   secondsUntilExpiration: 600,
   *   claims: { job_id: "j-7" },
   * });
   * if (errors) throw new Error(errors[0].message);
   * const headers = { authorization: `Bearer ${token.token}` };
   * console.log(Object.keys(headers), token.claims); // [ "authorization" ] { job_id: "j-7" }
   * ```
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
   *
   * @example Who is calling, and may they
   * ```ts
   * import { createClerkClient } from "@isoclerk/backend";
   *
   * const clerk = createClerkClient();
   * async function whoCalls(request: Request): Promise<string | undefined> {
   *   const token = request.headers.get("authorization")?.replace(/^Bearer +/i, "");
   *   const { data, errors } = await clerk.m2m.verify({ token: token ?? "" });
   *   if (errors) return undefined;
   *   return data.scopes?.includes("mch_this_one") ? data.subject : undefined;
   * }
   * console.log(await whoCalls(new Request("https://api.example.com/")) ?? "nobody");
   * ```
   */
  verify(
    params: VerifyM2MTokenParams,
    options?: RequestOptions,
  ): Promise<ApiResult<M2MToken>>;
}

const machine = { unversioned: true, auth: "machine" } as const;
const create = /* @__PURE__ */ op("POST /m2m_tokens", {
  unversioned: true,
  auth: "machine",
  body: true,
});

/** The operations of machines' tokens. */
export const m2m: Table<M2mApi> = /* @__PURE__ */ defineTable(() => ({
  list: op("GET /m2m_tokens", { ...machine, query: true, list: "m2m_tokens" }),
  // The API demands a body, be it empty.
  createToken: (send, params, options) => send(create, params ?? {}, options),
  revokeToken: op("POST /m2m_tokens/{m2m_token_id}/revoke", {
    ...machine,
    body: true,
  }),
  verify: op("POST /m2m_tokens/verify", { ...machine, body: true, safe: true }),
}));
