import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import type { ApiListCall } from "../rest/result.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type { DeletedObject } from "./types/deleted_object.ts";
import type { Invitation } from "./types/invitation.ts";
import type {
  CreateInvitationParams,
  GetInvitationListParams,
  NewInvitation,
} from "./types/invitation_params.ts";

/** Invitations to sign up to the application; those to organizations are theirs. */
export interface InvitationsApi {
  /**
   * Reads invitations, a page at a time, newest first unless `orderBy` says
   * otherwise.
   *
   * @param params Which invitations, in which order, and which part of them.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The invitations, and how many there are.
   */
  getInvitationList(
    params?: GetInvitationListParams,
    options?: RequestOptions,
  ): ApiListCall<Invitation>;
  /**
   * Invites somebody to sign up, by an e-mail unless `notify` is false.
   *
   * @param params Whom, and how.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The invitation, or an error when the address has been invited or has
   * a user already and `ignoreExisting` is not true.
   */
  createInvitation(
    params: CreateInvitationParams,
    options?: RequestOptions,
  ): Promise<ApiResult<Invitation>>;
  /**
   * Invites several people to sign up at once.
   *
   * @param params Whom, and how: 1 to 10. An empty list is an error
   * `invalid_argument`, and nothing is sent.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The invitations, in the same order.
   *
   * @example Two at once
   * ```ts
   * import { createClerkClient } from "@isoclerk/backend";
   *
   * const clerk = createClerkClient();
   * const { data: invitations, errors } = await clerk.invitations
   *   .createInvitationBulk([
   *     { emailAddress: "alan@example.com", publicMetadata: { plan_name: "pro" } },
   *     { emailAddress: "grace@example.com", notify: false },
   *   ]);
   * if (errors) console.log(errors[0].code, errors[0].message);
   * else console.log(invitations.length); // 2
   * ```
   */
  createInvitationBulk(
    params: readonly NewInvitation[],
    options?: RequestOptions,
  ): Promise<ApiResult<readonly Invitation[]>>;
  /**
   * Revokes an invitation: its link is of no use any more. Signing up without it
   * stays possible where the application allows it.
   *
   * @param invitationId The invitation's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The invitation as changed, or an error with status 400 when it is
   * accepted or revoked already.
   */
  revokeInvitation(
    invitationId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<Invitation>>;
  /**
   * Deletes an invitation. The API's own description does not list this; use
   * `revokeInvitation` where that will do.
   *
   * @param invitationId The invitation's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left: the id, and that it is gone.
   */
  deleteInvitation(
    invitationId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedObject>>;
}

/** The operations of invitations. */
export const invitations: Table<InvitationsApi> = /* @__PURE__ */ defineTable(
  () => ({
    getInvitationList: op("GET /invitations", {
      query: true,
      list: true,
      send: { paginated: true },
    }),
    createInvitation: op("POST /invitations", { body: true }),
    createInvitationBulk: op("POST /invitations/bulk", { body: "array" }),
    revokeInvitation: op("POST /invitations/{invitation_id}/revoke"),
    deleteInvitation: op("DELETE /invitations/{invitation_id}"),
  }),
);
