import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import type { ApiListCall } from "../rest/result.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type { DeletedObject } from "./types/deleted_object.ts";
import type { SamlConnection } from "./types/saml_connection.ts";
import type {
  CreateSamlConnectionParams,
  GetSamlConnectionListParams,
  UpdateSamlConnectionParams,
} from "./types/saml_connection_params.ts";

/**
 * Connections to SAML identity providers. An error with status 402 says that the
 * instance's plan has none.
 *
 * @deprecated Use {@linkcode EnterpriseConnectionsApi}.
 */
export interface SamlConnectionsApi {
  /**
   * Reads SAML connections, a page at a time.
   *
   * @param params Which connections, and which part of them.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The connections, and how many there are.
   *
   * @deprecated Use `enterpriseConnections.getEnterpriseConnectionList`.
   */
  getSamlConnectionList(
    params?: GetSamlConnectionListParams,
    options?: RequestOptions,
  ): ApiListCall<SamlConnection>;
  /**
   * Makes a SAML connection.
   *
   * @param params The provider, the domains, and how to speak to the provider.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new connection.
   *
   * @deprecated Use `enterpriseConnections.createEnterpriseConnection`.
   */
  createSamlConnection(
    params: CreateSamlConnectionParams,
    options?: RequestOptions,
  ): Promise<ApiResult<SamlConnection>>;
  /**
   * Reads one SAML connection.
   *
   * @param samlConnectionId The connection's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The connection, or an error with status 404.
   *
   * @deprecated Use `enterpriseConnections.getEnterpriseConnection`.
   */
  getSamlConnection(
    samlConnectionId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<SamlConnection>>;
  /**
   * Changes a SAML connection. What is left out stays as it is.
   *
   * @param samlConnectionId The connection's id.
   * @param params What to change.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The connection as changed.
   *
   * @deprecated Use `enterpriseConnections.updateEnterpriseConnection`.
   */
  updateSamlConnection(
    samlConnectionId: string,
    params?: UpdateSamlConnectionParams,
    options?: RequestOptions,
  ): Promise<ApiResult<SamlConnection>>;
  /**
   * Deletes a SAML connection. Nobody can sign in through it any more.
   *
   * @param samlConnectionId The connection's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left of it.
   *
   * @deprecated Use `enterpriseConnections.deleteEnterpriseConnection`.
   */
  deleteSamlConnection(
    samlConnectionId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedObject>>;
}

/** The operations of SAML connections. */
export const samlConnections: Table<SamlConnectionsApi> =
  /* @__PURE__ */ defineTable(() => ({
    getSamlConnectionList: op("GET /saml_connections", {
      query: true,
      list: true,
    }),
    createSamlConnection: op("POST /saml_connections", { body: true }),
    getSamlConnection: op("GET /saml_connections/{saml_connection_id}"),
    updateSamlConnection: op("PATCH /saml_connections/{saml_connection_id}", {
      body: true,
    }),
    deleteSamlConnection: op("DELETE /saml_connections/{saml_connection_id}"),
  }));
