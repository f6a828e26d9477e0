import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import type { ApiListCall } from "../rest/result.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type {
  BlocklistIdentifier,
  BlocklistIdentifierCreateParams,
} from "./types/blocklist_identifier.ts";
import type { DeletedObject } from "./types/deleted_object.ts";
import type { PageParams } from "./types/pagination.ts";

/** Who may neither sign up nor sign in. */
export interface BlocklistIdentifiersApi {
  /**
   * Reads the blocklist.
   *
   * @param params Which part of the list. The API's description knows no parts:
   * it may give the whole list whatever is asked for.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The identifiers, and how many there are.
   */
  getBlocklistIdentifierList(
    params?: PageParams,
    options?: RequestOptions,
  ): ApiListCall<BlocklistIdentifier>;
  /**
   * Puts an identifier on the blocklist. The list has an effect only when the
   * instance's restrictions say so.
   *
   * @param params The identifier.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new identifier.
   */
  createBlocklistIdentifier(
    params: BlocklistIdentifierCreateParams,
    options?: RequestOptions,
  ): Promise<ApiResult<BlocklistIdentifier>>;
  /**
   * Takes an identifier off the blocklist.
   *
   * @param blocklistIdentifierId The identifier's id, `blid_…`.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left of it.
   */
  deleteBlocklistIdentifier(
    blocklistIdentifierId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedObject>>;
}

/** The operations of the blocklist. */
export const blocklistIdentifiers: Table<BlocklistIdentifiersApi> =
  /* @__PURE__ */ defineTable(() => ({
    getBlocklistIdentifierList: op("GET /blocklist_identifiers", {
      query: true,
      list: true,
    }),
    createBlocklistIdentifier: op("POST /blocklist_identifiers", {
      body: true,
    }),
    deleteBlocklistIdentifier: op(
      "DELETE /blocklist_identifiers/{identifier_id}",
    ),
  }));
