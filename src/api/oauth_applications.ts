import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import type { ApiListCall } from "../rest/result.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type { DeletedObject } from "./types/deleted_object.ts";
import type {
  CreateOAuthApplicationParams,
  GetOAuthApplicationListParams,
  OAuthApplication,
  OAuthApplicationWithSecret,
  RevokeOAuthApplicationTokenParams,
  UpdateOAuthApplicationLogoParams,
  UpdateOAuthApplicationParams,
} from "./types/oauth_application.ts";

/** Applications that let people sign in with their account at your instance. */
export interface OAuthApplicationsApi {
  /**
   * Lists the applications of the instance.
   *
   * @param params Which ones, in which order, and which part of the list.
   * @param options Time-outs, retries and a signal for this call.
   * @returns A page of applications, and how many there are.
   */
  list(
    params?: GetOAuthApplicationListParams,
    options?: RequestOptions,
  ): ApiListCall<OAuthApplication>;
  /**
   * Reads one application.
   *
   * @param oauthApplicationId The id of the application.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The application, without its secret.
   */
  get(
    oauthApplicationId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<OAuthApplication>>;
  /**
   * Makes an application.
   *
   * @param params Its name, and what it may do.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new application, with its client secret unless it is public.
   */
  create(
    params: CreateOAuthApplicationParams,
    options?: RequestOptions,
  ): Promise<ApiResult<OAuthApplicationWithSecret>>;
  /**
   * Changes an application. What is left out stays as it is.
   *
   * @param params The id of the application, and what to change.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The application as changed.
   */
  update(
    params: UpdateOAuthApplicationParams,
    options?: RequestOptions,
  ): Promise<ApiResult<OAuthApplication>>;
  /**
   * Deletes an application. Nobody can sign in with it any more.
   *
   * @param oauthApplicationId The id of the application.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left of it.
   */
  delete(
    oauthApplicationId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedObject>>;
  /**
   * Sets the logo of an application.
   *
   * @param oauthApplicationId The id of the application.
   * @param params The picture.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The application with the new logo, or an error with the status 413
   * for a picture that is too large.
   */
  updateLogo(
    oauthApplicationId: string,
    params: UpdateOAuthApplicationLogoParams,
    options?: RequestOptions,
  ): Promise<ApiResult<OAuthApplication>>;
  /**
   * Gives an application a new client secret in place of the one that it has.
   *
   * @param oauthApplicationId The id of the application.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The application with the new secret.
   */
  rotateSecret(
    oauthApplicationId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<OAuthApplicationWithSecret>>;
  /**
   * Revokes a token that an application was given.
   *
   * @param params The id of the application, and the token.
   * @param options Time-outs, retries and a signal for this call.
   * @returns Nothing.
   */
  revokeToken(
    params: RevokeOAuthApplicationTokenParams,
    options?: RequestOptions,
  ): Promise<ApiResult<undefined>>;
}

/** The operations of OAuth applications. */
export const oauthApplications: Table<OAuthApplicationsApi> =
  /* @__PURE__ */ defineTable(() => ({
    list: op("GET /oauth_applications", { query: true, list: true }),
    get: op("GET /oauth_applications/{oauth_application_id}"),
    create: op("POST /oauth_applications", { body: true }),
    update: op("PATCH /oauth_applications/{oauth_application_id}", {
      body: true,
    }),
    delete: op("DELETE /oauth_applications/{oauth_application_id}"),
    updateLogo: op("PUT /oauth_applications/{oauth_application_id}/logo", {
      body: "form",
    }),
    rotateSecret: op(
      "POST /oauth_applications/{oauth_application_id}/rotate_secret",
    ),
    revokeToken: op(
      "POST /oauth_applications/{oauth_application_id}/revoke_token",
      { body: true },
    ),
  }));
