import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import type { ApiListCall } from "../rest/result.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type {
  AllowlistIdentifier,
  AllowlistIdentifierCreateParams,
} from "./types/allowlist_identifier.ts";
import type { DeletedObject } from "./types/deleted_object.ts";
import type { PageParams } from "./types/pagination.ts";

/** Who may sign up while sign-ups are restricted. */
export interface AllowlistIdentifiersApi {
  /**
   * Reads the allowlist, a page at a time.
   *
   * @param params Which part of the list.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The identifiers, and how many there are.
   */
  getAllowlistIdentifierList(
    params?: PageParams,
    options?: RequestOptions,
  ): ApiListCall<AllowlistIdentifier>;
  /**
   * Puts an identifier on the allowlist. The list has an effect only when the
   * instance's restrictions say so.
   *
   * @param params The identifier, and whether to invite it.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new identifier.
   */
  createAllowlistIdentifier(
    params: AllowlistIdentifierCreateParams,
    options?: RequestOptions,
  ): Promise<ApiResult<AllowlistIdentifier>>;
  /**
   * Takes an identifier off the allowlist. Users who have signed up stay.
   *
   * @param allowlistIdentifierId The identifier's id, `alid_…`.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left of it.
   */
  deleteAllowlistIdentifier(
    allowlistIdentifierId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedObject>>;
}

/** The operations of the allowlist. */
export const allowlistIdentifiers: Table<AllowlistIdentifiersApi> =
  /* @__PURE__ */ defineTable(() => ({
    getAllowlistIdentifierList: op("GET /allowlist_identifiers", {
      query: true,
      list: true,
      send: { paginated: true },
    }),
    createAllowlistIdentifier: op("POST /allowlist_identifiers", {
      body: true,
    }),
    deleteAllowlistIdentifier: op(
      "DELETE /allowlist_identifiers/{identifier_id}",
    ),
  }));
