import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import type { ApiListCall } from "../rest/result.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type { DeletedObject } from "./types/deleted_object.ts";
import type {
  AddDomainParams,
  Domain,
  UpdateDomainParams,
} from "./types/domain.ts";

/** The primary domain of the instance, and its satellites. */
export interface DomainsApi {
  /**
   * Reads all domains.
   *
   * @param options Time-outs, retries and a signal for this call.
   * @returns The domains, and how many there are.
   */
  list(options?: RequestOptions): ApiListCall<Domain>;
  /**
   * Adds a satellite domain.
   *
   * @param params The domain, and the proxy where there is one.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new domain, with the DNS records that it needs.
   */
  add(
    params: AddDomainParams,
    options?: RequestOptions,
  ): Promise<ApiResult<Domain>>;
  /**
   * Changes a domain. A new name for the primary domain in production stops
   * the application until DNS and e-mail are set up for it.
   *
   * @param params The domain, and what to change.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The domain as changed.
   */
  update(
    params: UpdateDomainParams,
    options?: RequestOptions,
  ): Promise<ApiResult<Domain>>;
  /**
   * Removes a satellite domain. The primary domain cannot be removed.
   *
   * @param domainId The domain's id, `dmn_…`.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left of it.
   */
  delete(
    domainId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedObject>>;
  /**
   * Removes a satellite domain.
   *
   * @deprecated Use `delete`.
   *
   * @param satelliteDomainId The domain's id, `dmn_…`.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left of it.
   */
  deleteDomain(
    satelliteDomainId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedObject>>;
}

const remove = /* @__PURE__ */ op("DELETE /domains/{domain_id}");

/** The operations of domains. */
export const domains: Table<DomainsApi> = /* @__PURE__ */ defineTable(() => ({
  list: op("GET /domains", { list: true }),
  add: op("POST /domains", { body: true }),
  update: op("PATCH /domains/{domain_id}", { body: true }),
  delete: remove,
  deleteDomain: remove,
}));
