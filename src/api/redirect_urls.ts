import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import type { ApiListCall } from "../rest/result.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type { DeletedObject } from "./types/deleted_object.ts";
import type { PageParams } from "./types/pagination.ts";
import type {
  CreateRedirectUrlParams,
  RedirectUrl,
} from "./types/redirect_url.ts";

/** Where native applications may be sent back to after signing in. */
export interface RedirectUrlsApi {
  /**
   * Reads the redirect URLs of the instance, a page at a time.
   *
   * @param params Which part of the list.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The redirect URLs, and how many there are.
   */
  getRedirectUrlList(
    params?: PageParams,
    options?: RequestOptions,
  ): ApiListCall<RedirectUrl>;
  /**
   * Reads one redirect URL.
   *
   * @param redirectUrlId The redirect URL's id, `ru_…`.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The redirect URL.
   */
  getRedirectUrl(
    redirectUrlId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<RedirectUrl>>;
  /**
   * Adds a redirect URL.
   *
   * @param params The address.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new redirect URL.
   */
  createRedirectUrl(
    params: CreateRedirectUrlParams,
    options?: RequestOptions,
  ): Promise<ApiResult<RedirectUrl>>;
  /**
   * Removes a redirect URL.
   *
   * @param redirectUrlId The redirect URL's id, `ru_…`.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left of it.
   */
  deleteRedirectUrl(
    redirectUrlId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedObject>>;
}

/** The operations of redirect URLs. */
export const redirectUrls: Table<RedirectUrlsApi> = /* @__PURE__ */ defineTable(
  () => ({
    getRedirectUrlList: op("GET /redirect_urls", {
      query: true,
      list: true,
      send: { paginated: true },
    }),
    getRedirectUrl: op("GET /redirect_urls/{id}"),
    createRedirectUrl: op("POST /redirect_urls", { body: true }),
    deleteRedirectUrl: op("DELETE /redirect_urls/{id}"),
  }),
);
