import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type { SvixUrl } from "./types/svix_url.ts";

/**
 * The instance's application at Svix, which delivers its webhooks. To verify
 * webhooks see `verifyWebhook` of `@isoclerk/backend/webhooks`.
 */
export interface WebhooksApi {
  /**
   * Makes the application at Svix.
   *
   * @param options Time-outs, retries and a signal for this call.
   * @returns The address of its dashboard.
   */
  createSvixApp(options?: RequestOptions): Promise<ApiResult<SvixUrl>>;
  /**
   * Makes a new address of the dashboard at Svix, signed in.
   *
   * @param options Time-outs, retries and a signal for this call.
   * @returns The address.
   */
  generateSvixAuthURL(options?: RequestOptions): Promise<ApiResult<SvixUrl>>;
  /**
   * Deletes the application at Svix: no more webhooks are delivered.
   *
   * @param options Time-outs, retries and a signal for this call.
   * @returns Nothing, once it is done.
   */
  deleteSvixApp(options?: RequestOptions): Promise<ApiResult<undefined>>;
}

/** The operations of webhooks. */
export const webhooks: Table<WebhooksApi> = /* @__PURE__ */ defineTable(() => ({
  createSvixApp: op("POST /webhooks/svix"),
  generateSvixAuthURL: op("POST /webhooks/svix_url"),
  deleteSvixApp: op("DELETE /webhooks/svix"),
}));
