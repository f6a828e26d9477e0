import type { ApiResult } from "../errors/api_error.ts";
import { failCall } from "../rest/failure.ts";
import { isHeaderText } from "../rest/refuse.ts";
import { type ItemOperation, op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import { defineTable, type Send, type Table } from "../rest/table.ts";
import type {
  AccountlessApplication,
  AccountlessApplicationParams,
} from "./types/accountless_application.ts";

/**
 * Applications for development that begin without an account at Clerk, as
 * frameworks make them in keyless mode. Experimental, and no part of the API's
 * public description. No method rejects: each gives data or errors.
 */
export interface AccountlessApplicationsApi {
  /**
   * Makes an application that nobody owns yet. It needs no key.
   *
   * @param params What asks for it.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The application with its keys.
   */
  createAccountlessApplication(
    params?: AccountlessApplicationParams,
    options?: RequestOptions,
  ): Promise<ApiResult<AccountlessApplication>>;
  /**
   * Tells Clerk that the application of the client's secret key has been claimed
   * and is in use.
   *
   * @param params What tells it.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The application with its keys.
   */
  completeAccountlessApplicationOnboarding(
    params?: AccountlessApplicationParams,
    options?: RequestOptions,
  ): Promise<ApiResult<AccountlessApplication>>;
}

/** The headers that go along: not what the transport itself has to say. */
const FORWARDED = /^clerk-(?!api-version$|secret-key$)/i;

/** The operations of applications that begin without an account. */
export const accountlessApplications: Table<AccountlessApplicationsApi> =
  /* @__PURE__ */ defineTable(() => ({
    createAccountlessApplication: forwarding(
      op("POST /accountless_applications", { query: true, auth: "none" }),
    ),
    completeAccountlessApplicationOnboarding: forwarding(
      op("POST /accountless_applications/complete", {
        query: true,
        auth: "optional",
      }),
    ),
  }));

type Method = (
  send: Send,
  params?: AccountlessApplicationParams,
  options?: RequestOptions,
) => Promise<ApiResult<AccountlessApplication>>;

/** Makes a row whose headers are known only when it is called. */
function forwarding(operation: ItemOperation): Method {
  return async (send, params, options) => {
    const { requestHeaders, ...query } = params ?? {};
    if (requestHeaders && typeof requestHeaders.forEach !== "function") {
      return failCall(
        "invalid_argument",
        `Cannot use "requestHeaders": expected Headers, received ${typeof requestHeaders}.`,
      );
    }
    const headers: { [name: string]: string } = {};
    const members: { [name: string]: unknown } = query;
    requestHeaders?.forEach((value, name) => {
      if (!FORWARDED.test(name) || !isHeaderText(value)) return;
      headers[name] = name;
      members[name] = value;
    });
    return await send<AccountlessApplication>(
      { ...operation, headers },
      members,
      options,
    );
  };
}
