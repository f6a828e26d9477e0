import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type {
  ActorToken,
  CreateActorTokenParams,
} from "./types/actor_token.ts";

/**
 * Everything about actor tokens. No method rejects: each gives data or errors.
 * Each takes {@linkcode RequestOptions} as its last argument.
 */
export interface ActorTokensApi {
  /**
   * Makes a token with which somebody can sign in as a user. The session tells
   * who acts.
   *
   * @param params Who may act as whom, and for how long.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The token, and a link that uses it.
   */
  create(
    params: CreateActorTokenParams,
    options?: RequestOptions,
  ): Promise<ApiResult<ActorToken>>;
  /**
   * Revokes an actor token that was not used yet.
   *
   * @param actorTokenId The token's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The token as changed.
   */
  revoke(
    actorTokenId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<ActorToken>>;
}

/** The operations of actor tokens. */
export const actorTokens: Table<ActorTokensApi> = /* @__PURE__ */ defineTable(
  () => ({
    create: op("POST /actor_tokens", { body: true }),
    revoke: op("POST /actor_tokens/{actor_token_id}/revoke"),
  }),
);
