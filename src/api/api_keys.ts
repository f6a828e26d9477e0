import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import type { ApiListCall } from "../rest/result.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type {
  APIKey,
  APIKeySecret,
  APIKeyWithSecret,
  DeletedAPIKey,
} from "./types/api_key.ts";
import type {
  CreateAPIKeyParams,
  GetAPIKeyListParams,
  RevokeAPIKeyParams,
  UpdateAPIKeyParams,
} from "./types/api_key_params.ts";

/** Keys that let whoever holds one act for a user, an organization or a machine. */
export interface ApiKeysApi {
  /**
   * Lists the keys of a user, an organization or a machine; by default those
   * that are good.
   *
   * @param params Whose, which ones, and which part of the list.
   * @param options Time-outs, retries and a signal for this call.
   * @returns A page of keys, without the keys themselves, and how many there are.
   */
  list(
    params: GetAPIKeyListParams,
    options?: RequestOptions,
  ): ApiListCall<APIKey>;
  /**
   * Makes a key.
   *
   * @param params Its name, whom it stands for, and what it permits.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new key, with the key itself as `secret`.
   *
   * @example A key of a user, for ninety days
   * ```ts
   * import { createClerkClient } from "@isoclerk/backend";
   *
   * const clerk = createClerkClient();
   * const { data: key, errors } = await clerk.apiKeys.create({
   *   name: "Deploy",
   *   subject: "user_1",
   *   scopes: ["deploy"],
   *   secondsUntilExpiration: 90 * 86_400,
   * });
   * if (errors) throw new Error(errors[0].message);
   * console.log(key.name, key.secret.length > 0); // Deploy true
   * ```
   */
  create(
    params: CreateAPIKeyParams,
    options?: RequestOptions,
  ): Promise<ApiResult<APIKeyWithSecret>>;
  /**
   * Reads what is known of one key.
   *
   * @param apiKeyId The id of the key, `ak_…`.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The key, without the key itself.
   */
  get(apiKeyId: string, options?: RequestOptions): Promise<ApiResult<APIKey>>;
  /**
   * Changes a key. What is left out stays as it is.
   *
   * @param params The id of the key, and what to change.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The key as changed.
   */
  update(
    params: UpdateAPIKeyParams,
    options?: RequestOptions,
  ): Promise<ApiResult<APIKey>>;
  /**
   * Deletes a key for good. It is refused from then on.
   *
   * @param apiKeyId The id of the key, `ak_…`.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left of it.
   */
  delete(
    apiKeyId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedAPIKey>>;
  /**
   * Revokes a key: it is refused from then on, but can still be looked at.
   *
   * @param params The id of the key, and why.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The key as revoked.
   */
  revoke(
    params: RevokeAPIKeyParams,
    options?: RequestOptions,
  ): Promise<ApiResult<APIKey>>;
  /**
   * Reads a key itself.
   *
   * @param apiKeyId The id of the key, `ak_…`.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The key itself: a secret.
   */
  getSecret(
    apiKeyId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<APIKeySecret>>;
  /**
   * Asks whether a key that came with a request is good, and whose it is.
   *
   * @param secret The key itself, as it came.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is known of the key, or an error with the status 404 for a key
   * that is unknown, revoked or over.
   *
   * @example Tell a bad key from a bad day
   * ```ts
   * import { createClerkClient } from "@isoclerk/backend";
   *
   * const clerk = createClerkClient();
   * const answer = await clerk.apiKeys.verify("ak_as_it_came");
   * if (!answer.errors) console.log(answer.data.subject, answer.data.scopes);
   * else if (answer.status === 404) console.log("No such key");
   * else console.log("Nothing is known:", answer.errors[0].message);
   * ```
   */
  verify(secret: string, options?: RequestOptions): Promise<ApiResult<APIKey>>;
}

const unversioned = true;
const verify = /* @__PURE__ */ op("POST /api_keys/verify", {
  unversioned,
  body: true,
  safe: true,
});

/** The operations of API keys. */
export const apiKeys: Table<ApiKeysApi> = /* @__PURE__ */ defineTable(() => ({
  list: op("GET /api_keys", { unversioned, query: true, list: true }),
  create: op("POST /api_keys", { unversioned, body: true }),
  get: op("GET /api_keys/{apiKeyID}", { unversioned }),
  update: op("PATCH /api_keys/{apiKeyID}", { unversioned, body: true }),
  delete: op("DELETE /api_keys/{apiKeyID}", { unversioned }),
  revoke: op("POST /api_keys/{apiKeyID}/revoke", { unversioned, body: true }),
  getSecret: op("GET /api_keys/{apiKeyID}/secret", { unversioned }),
  verify: (send, secret, options) => send(verify, { secret }, options),
}));
