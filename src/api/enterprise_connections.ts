import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import type { ApiListCall } from "../rest/result.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type { DeletedObject } from "./types/deleted_object.ts";
import type { EnterpriseConnection } from "./types/enterprise_connection.ts";
import type {
  CreateEnterpriseConnectionParams,
  GetEnterpriseConnectionListParams,
  GetEnterpriseConnectionTestRunListParams,
  UpdateEnterpriseConnectionParams,
} from "./types/enterprise_connection_params.ts";
import type {
  EnterpriseConnectionTestRun,
  EnterpriseConnectionTestRunUrl,
} from "./types/enterprise_connection_test_run.ts";

/**
 * Connections to the identity providers of enterprises, by SAML or OpenID
 * Connect. An error with status 402 says that the instance's plan has none.
 */
export interface EnterpriseConnectionsApi {
  /**
   * Reads enterprise connections, a page at a time.
   *
   * @param params Which connections, and which part of them.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The connections, and how many there are.
   */
  getEnterpriseConnectionList(
    params?: GetEnterpriseConnectionListParams,
    options?: RequestOptions,
  ): ApiListCall<EnterpriseConnection>;
  /**
   * Makes an enterprise connection.
   *
   * @param params The provider, the domains, and how to speak to the provider.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new connection.
   */
  createEnterpriseConnection(
    params: CreateEnterpriseConnectionParams,
    options?: RequestOptions,
  ): Promise<ApiResult<EnterpriseConnection>>;
  /**
   * Reads one enterprise connection.
   *
   * @param enterpriseConnectionId The connection's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The connection, or an error with status 404.
   */
  getEnterpriseConnection(
    enterpriseConnectionId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<EnterpriseConnection>>;
  /**
   * Changes an enterprise connection. What is left out stays as it is.
   *
   * @param enterpriseConnectionId The connection's id.
   * @param params What to change.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The connection as changed.
   */
  updateEnterpriseConnection(
    enterpriseConnectionId: string,
    params: UpdateEnterpriseConnectionParams,
    options?: RequestOptions,
  ): Promise<ApiResult<EnterpriseConnection>>;
  /**
   * Deletes an enterprise connection. Nobody can sign in through it any more.
   *
   * @param enterpriseConnectionId The connection's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left of it.
   */
  deleteEnterpriseConnection(
    enterpriseConnectionId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedObject>>;
  /**
   * Reads the tests of an enterprise connection, a page at a time. They hold
   * tokens and answers of the provider: keep them out of logs.
   *
   * @param enterpriseConnectionId The connection's id.
   * @param params Which tests, and which part of them.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The tests, and how many there are.
   */
  getEnterpriseConnectionTestRunList(
    enterpriseConnectionId: string,
    params?: GetEnterpriseConnectionTestRunListParams,
    options?: RequestOptions,
  ): ApiListCall<EnterpriseConnectionTestRun>;
  /**
   * Begins a test of an enterprise connection: a sign-in to see what comes of it.
   *
   * @param enterpriseConnectionId The connection's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The page to open in a browser. Read the outcome by
   * `getEnterpriseConnectionTestRunList`.
   */
  createEnterpriseConnectionTestRun(
    enterpriseConnectionId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<EnterpriseConnectionTestRunUrl>>;
}

/** The operations of enterprise connections. */
export const enterpriseConnections: Table<EnterpriseConnectionsApi> =
  /* @__PURE__ */ defineTable(() => ({
    getEnterpriseConnectionList: op("GET /enterprise_connections", {
      query: true,
      list: true,
    }),
    createEnterpriseConnection: op("POST /enterprise_connections", {
      body: true,
    }),
    getEnterpriseConnection: op(
      "GET /enterprise_connections/{enterprise_connection_id}",
    ),
    updateEnterpriseConnection: op(
      "PATCH /enterprise_connections/{enterprise_connection_id}",
      { body: true },
    ),
    deleteEnterpriseConnection: op(
      "DELETE /enterprise_connections/{enterprise_connection_id}",
    ),
    getEnterpriseConnectionTestRunList: op(
      "GET /enterprise_connections/{enterprise_connection_id}/test_runs",
      {
        query: true,
        list: true,
      },
    ),
    createEnterpriseConnectionTestRun: op(
      "POST /enterprise_connections/{enterprise_connection_id}/test_runs",
    ),
  }));
