import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import type { ApiListCall } from "../rest/result.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type { DeletedObject } from "./types/deleted_object.ts";
import type { WaitlistEntry } from "./types/waitlist_entry.ts";
import type {
  WaitlistEntryBulkCreateParams,
  WaitlistEntryCreateParams,
  WaitlistEntryInviteParams,
  WaitlistEntryListParams,
} from "./types/waitlist_entry_params.ts";

/** Those who wait for access to the application. */
export interface WaitlistEntriesApi {
  /**
   * Reads the waitlist, a page at a time.
   *
   * @param params Which entries, in which order, and which part of them.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The entries, and how many there are.
   */
  list(
    params?: WaitlistEntryListParams,
    options?: RequestOptions,
  ): ApiListCall<WaitlistEntry>;
  /**
   * Puts somebody on the waitlist. Who is on it already stays as they are.
   *
   * @param params The e-mail address.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The entry.
   */
  create(
    params: WaitlistEntryCreateParams,
    options?: RequestOptions,
  ): Promise<ApiResult<WaitlistEntry>>;
  /**
   * Puts several people on the waitlist at once.
   *
   * @param params The e-mail addresses, 1 to 50, each of them once.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The entries.
   */
  createBulk(
    params: WaitlistEntryBulkCreateParams,
    options?: RequestOptions,
  ): Promise<ApiResult<readonly WaitlistEntry[]>>;
  /**
   * Removes an entry that is pending.
   *
   * @param id The entry's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left of it.
   */
  delete(
    id: string,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedObject>>;
  /**
   * Lets somebody in: sends an invitation to sign up.
   *
   * @param id The entry's id.
   * @param params What to do about an invitation that was sent before.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The entry with its invitation.
   */
  invite(
    id: string,
    params?: WaitlistEntryInviteParams,
    options?: RequestOptions,
  ): Promise<ApiResult<WaitlistEntry>>;
  /**
   * Turns somebody away.
   *
   * @param id The entry's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The entry as changed.
   */
  reject(
    id: string,
    options?: RequestOptions,
  ): Promise<ApiResult<WaitlistEntry>>;
}

/** The operations of the waitlist. */
export const waitlistEntries: Table<WaitlistEntriesApi> =
  /* @__PURE__ */ defineTable(() => ({
    list: op("GET /waitlist_entries", { query: true, list: true }),
    create: op("POST /waitlist_entries", { body: true }),
    createBulk: op("POST /waitlist_entries/bulk", { body: "array" }),
    delete: op("DELETE /waitlist_entries/{waitlist_entry_id}"),
    invite: op("POST /waitlist_entries/{waitlist_entry_id}/invite", {
      body: true,
    }),
    reject: op("POST /waitlist_entries/{waitlist_entry_id}/reject"),
  }));
