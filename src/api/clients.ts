import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import type { ApiListCall } from "../rest/result.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type { Client } from "./types/client.ts";
import type {
  GetHandshakePayloadParams,
  HandshakePayload,
} from "./types/handshake_payload.ts";
import type { PageParams } from "./types/pagination.ts";

/**
 * Everything about clients. No method rejects: each gives data or errors. Each
 * takes {@linkcode RequestOptions} as its last argument.
 */
export interface ClientsApi {
  /**
   * Reads clients, a page at a time.
   *
   * @param params Which part of the list.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The clients, and how many there are; Clerk may answer with status
   * 410, as the list is to go.
   *
   * @deprecated Use `sessions.getSessionList` for a user's sessions, each of
   * which names its client, and `getClient` for that.
   */
  getClientList(
    params?: PageParams,
    options?: RequestOptions,
  ): ApiListCall<Client>;
  /**
   * Reads one client.
   *
   * @param clientId The client's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The client, or an error `resource_not_found` with status 404.
   */
  getClient(
    clientId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<Client>>;
  /**
   * Reads the client that a token belongs to, if the token is genuine.
   *
   * @param token The client's own token, from the cookie `__client`.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The client.
   */
  verifyClient(
    token: string,
    options?: RequestOptions,
  ): Promise<ApiResult<Client>>;
  /**
   * Reads the payload of a handshake that was too long to travel itself. It is
   * no part of the API's public description.
   *
   * @param params What stands for the payload.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The payload.
   */
  getHandshakePayload(
    params: GetHandshakePayloadParams,
    options?: RequestOptions,
  ): Promise<ApiResult<HandshakePayload>>;
}

const verify = /* @__PURE__ */ op("POST /clients/verify", {
  body: true,
  safe: true,
});

/** The operations of clients. */
export const clients: Table<ClientsApi> = /* @__PURE__ */ defineTable(() => ({
  getClientList: op("GET /clients", {
    query: true,
    list: true,
    send: { paginated: true },
  }),
  getClient: op("GET /clients/{client_id}"),
  verifyClient: (send, token, options) => send(verify, { token }, options),
  getHandshakePayload: op("GET /clients/handshake_payload", { query: true }),
}));
