import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type { InstanceJwks } from "./types/jwks.ts";

/** The keys that the instance signs its tokens with. */
export interface JwksApi {
  /**
   * Reads the keys, their member names as RFC 7517 has them. To verify tokens
   * there is no need to: the client fetches and keeps the keys by itself.
   *
   * @param options Time-outs, retries and a signal for this call.
   * @returns The keys.
   */
  getJwks(options?: RequestOptions): Promise<ApiResult<InstanceJwks>>;
}

/** The operations of keys. */
export const jwks: Table<JwksApi> = /* @__PURE__ */ defineTable(() => ({
  getJwks: op("GET /jwks", { raw: true }),
}));
