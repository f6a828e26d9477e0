import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type { ProxyCheck, VerifyProxyParams } from "./types/proxy_check.ts";

/** Checks of proxies before the Frontend API. */
export interface ProxyChecksApi {
  /**
   * Checks whether a proxy leads to the Frontend API, before a domain is told to
   * use it or after.
   *
   * @param params The domain and the proxy.
   * @param options Time-outs, retries and a signal for this call.
   * @returns Whether it works, or an error with status 422 that says why not.
   */
  verify(
    params: VerifyProxyParams,
    options?: RequestOptions,
  ): Promise<ApiResult<ProxyCheck>>;
}

/** The operations of proxy checks. */
export const proxyChecks: Table<ProxyChecksApi> = /* @__PURE__ */ defineTable(
  () => ({
    verify: op("POST /proxy_checks", { body: true }),
  }),
);
