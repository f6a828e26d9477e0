import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type { GetInterstitialParams } from "./types/interstitial_params.ts";

/** The page that finds out in a browser whether somebody is signed in. */
export interface InterstitialApi {
  /**
   * Reads the page. It needs no key of the client.
   *
   * @param params What tells the page whose it is.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The page in HTML, as it came.
   */
  get(
    params?: GetInterstitialParams,
    options?: RequestOptions,
  ): Promise<ApiResult<string>>;
}

/** The operation of the page. */
export const interstitial: Table<InterstitialApi> = /* @__PURE__ */ defineTable(
  () => ({
    get: op("GET /public/interstitial", {
      query: true,
      auth: "none",
      raw: "text",
    }),
  }),
);
