import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type {
  AdminPortalLinkToken,
  AdminPortalLinkTokenWithToken,
  CreateAdminPortalLinkTokenParams,
  RevokeAdminPortalLinkTokenParams,
} from "./types/admin_portal_link_token.ts";

/**
 * Tokens for links into the admin portal, by which an enterprise's own people
 * set up how its users sign in.
 */
export interface AdminPortalLinkTokensApi {
  /**
   * Makes a token.
   *
   * @param params What the link is for, and how long it lasts.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The token with its secret, which is told but this once.
   */
  create(
    params: CreateAdminPortalLinkTokenParams,
    options?: RequestOptions,
  ): Promise<ApiResult<AdminPortalLinkTokenWithToken>>;
  /**
   * Revokes a token: its link leads nowhere any more.
   *
   * @param params The token, and why.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The token as changed, without its secret.
   */
  revoke(
    params: RevokeAdminPortalLinkTokenParams,
    options?: RequestOptions,
  ): Promise<ApiResult<AdminPortalLinkToken>>;
}

/** The operations of admin portal link tokens. */
export const adminPortalLinkTokens: Table<AdminPortalLinkTokensApi> =
  /* @__PURE__ */ defineTable(() => ({
    create: op("POST /admin_portal_link_tokens", { body: true }),
    revoke: op(
      "POST /admin_portal_link_tokens/{adminPortalLinkTokenID}/revoke",
      { body: true },
    ),
  }));
