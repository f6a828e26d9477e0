// A table: exempt from the limit on lines.
import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import type { ApiListCall } from "../rest/result.ts";
import { defineTable, type Send, type Table } from "../rest/table.ts";
import type {
  BillingCreditBalance,
  BillingCreditLedger,
} from "./types/billing_credit.ts";
import type { AdjustBillingCreditBalanceParams } from "./types/billing_credit_params.ts";
import type { DeletedObject } from "./types/deleted_object.ts";
import type {
  Organization,
  OrganizationWithLogo,
} from "./types/organization.ts";
import type { OrganizationDomain } from "./types/organization_domain.ts";
import type {
  CreateOrganizationDomainParams,
  GetInstanceOrganizationDomainListParams,
  GetOrganizationDomainListParams,
  OrganizationDomainIdParams,
  UpdateOrganizationDomainParams,
} from "./types/organization_domain_params.ts";
import type { OrganizationInvitation } from "./types/organization_invitation.ts";
import type {
  CreateOrganizationInvitationParams,
  GetInstanceOrganizationInvitationListParams,
  GetOrganizationInvitationListParams,
  GetOrganizationInvitationParams,
  GetPendingOrganizationInvitationListParams,
  NewOrganizationInvitation,
  RevokeOrganizationInvitationParams,
} from "./types/organization_invitation_params.ts";
import type { OrganizationMembership } from "./types/organization_membership.ts";
import type {
  CreateOrganizationMembershipParams,
  DeleteOrganizationMembershipParams,
  GetInstanceOrganizationMembershipListParams,
  GetOrganizationMembershipListParams,
  UpdateOrganizationMembershipMetadataParams,
  UpdateOrganizationMembershipParams,
} from "./types/organization_membership_params.ts";
import type {
  CreateOrganizationParams,
  GetOrganizationListParams,
  GetOrganizationParams,
  ReplaceOrganizationMetadataParams,
  UpdateOrganizationLogoParams,
  UpdateOrganizationMetadataParams,
  UpdateOrganizationParams,
} from "./types/organization_params.ts";
import { updateWithMetadata } from "./update_with_metadata.ts";

/** Organizations, their members, their invitations and their domains. */
export interface OrganizationsApi {
  /**
   * Reads organizations, a page at a time, newest first unless `orderBy` says
   * otherwise.
   *
   * @param params Which organizations, in which order, and which part of them.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The organizations, and how many there are.
   *
   * @example One page, or all organizations
   * ```ts
   * import { createClerkClient } from "@isoclerk/backend";
   *
   * const clerk = createClerkClient();
   * const organizations = clerk.organizations.getOrganizationList({
   *   query: "acme",
   *   orderBy: "-created_at",
   *   limit: 100,
   * });
   * const { data, totalCount, errors } = await organizations;
   * if (!errors) console.log(data.length, "of", totalCount);
   * for await (const organization of organizations) console.log(organization.id);
   * ```
   */
  getOrganizationList(
    params?: GetOrganizationListParams,
    options?: RequestOptions,
  ): ApiListCall<Organization>;
  /**
   * Reads one organization, by its id or by its slug.
   *
   * @param params Its id or its slug, and what to find out beyond the usual.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The organization, or an error `resource_not_found` with status 404.
   */
  getOrganization(
    params: GetOrganizationParams,
    options?: RequestOptions,
  ): Promise<ApiResult<Organization>>;
  /**
   * Makes an organization. It has no member unless `createdBy` names one.
   *
   * @param params What is known about it.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new organization, or an error such as `form_identifier_exists`.
   *
   * @example With its first member
   * ```ts
   * import { createClerkClient } from "@isoclerk/backend";
   *
   * const clerk = createClerkClient();
   * const { data: organization, errors } = await clerk.organizations
   *   .createOrganization({
   *     name: "Acme",
   *     createdBy: "user_1",
   *     publicMetadata: { plan_name: "pro" },
   *   });
   * if (errors) console.log(errors[0].code, errors[0].message);
   * else console.log(organization.publicMetadata); // { plan_name: "pro" }
   * ```
   */
  createOrganization(
    params: CreateOrganizationParams,
    options?: RequestOptions,
  ): Promise<ApiResult<Organization>>;
  /**
   * Changes an organization. What is left out stays as it is.
   *
   * Metadata goes by a second request after the first one, and is replaced as a
   * whole. The two are not one transaction: when the second fails, the error's
   * `meta.applied` names the members that the first has changed.
   *
   * @param organizationId The organization's id.
   * @param params What to change.
   * @param options Time-outs, retries and a signal, for each request.
   * @returns The organization as changed.
   */
  updateOrganization(
    organizationId: string,
    params: UpdateOrganizationParams,
    options?: RequestOptions,
  ): Promise<ApiResult<Organization>>;
  /**
   * Merges changes into an organization's metadata, at any depth. A member that is
   * left out stays as it is; one that is null is removed.
   *
   * @param organizationId The organization's id.
   * @param params The changes.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The organization as changed.
   */
  updateOrganizationMetadata(
    organizationId: string,
    params: UpdateOrganizationMetadataParams,
    options?: RequestOptions,
  ): Promise<ApiResult<Organization>>;
  /**
   * Replaces an organization's metadata. Each kind that is given is replaced as a
   * whole; one that is left out stays as it is.
   *
   * @param organizationId The organization's id.
   * @param params The new metadata.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The organization as changed.
   */
  replaceOrganizationMetadata(
    organizationId: string,
    params: ReplaceOrganizationMetadataParams,
    options?: RequestOptions,
  ): Promise<ApiResult<Organization>>;
  /**
   * Deletes an organization with all memberships and invitations. There is no way
   * back.
   *
   * @param organizationId The organization's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left: the id, and that it is gone.
   */
  deleteOrganization(
    organizationId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedObject>>;
  /**
   * Sets an organization's logo.
   *
   * @param organizationId The organization's id.
   * @param params The picture.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The organization with the new logo.
   */
  updateOrganizationLogo(
    organizationId: string,
    params: UpdateOrganizationLogoParams,
    options?: RequestOptions,
  ): Promise<ApiResult<OrganizationWithLogo>>;
  /**
   * Removes an organization's logo.
   *
   * @param organizationId The organization's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The organization without a logo.
   */
  deleteOrganizationLogo(
    organizationId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<Organization>>;
  /**
   * Reads how many credits an organization has.
   *
   * @param organizationId The organization's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The balance.
   */
  getOrganizationBillingCreditBalance(
    organizationId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<BillingCreditBalance>>;
  /**
   * Gives credits to an organization, or takes some away. Repeating the call with
   * the same `idempotencyKey` changes nothing.
   *
   * @param organizationId The organization's id.
   * @param params By how much, which way and why.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The change.
   */
  adjustOrganizationBillingCreditBalance(
    organizationId: string,
    params: AdjustBillingCreditBalanceParams,
    options?: RequestOptions,
  ): Promise<ApiResult<BillingCreditLedger>>;
  /**
   * Reads an organization's memberships, a page at a time.
   *
   * @param params The organization, which memberships, and in which order.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The memberships, and how many there are.
   */
  getOrganizationMembershipList(
    params: GetOrganizationMembershipListParams,
    options?: RequestOptions,
  ): ApiListCall<OrganizationMembership>;
  /**
   * Reads the memberships in all organizations, a page at a time.
   *
   * @param params In which order, and which part of the list.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The memberships, and how many there are.
   */
  getInstanceOrganizationMembershipList(
    params?: GetInstanceOrganizationMembershipListParams,
    options?: RequestOptions,
  ): ApiListCall<OrganizationMembership>;
  /**
   * Makes a user a member of an organization, without an invitation.
   *
   * @param params The organization, the user and the role.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The membership.
   */
  createOrganizationMembership(
    params: CreateOrganizationMembershipParams,
    options?: RequestOptions,
  ): Promise<ApiResult<OrganizationMembership>>;
  /**
   * Gives a member another role.
   *
   * @param params The organization, the user and the role.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The membership as changed.
   */
  updateOrganizationMembership(
    params: UpdateOrganizationMembershipParams,
    options?: RequestOptions,
  ): Promise<ApiResult<OrganizationMembership>>;
  /**
   * Merges changes into a membership's metadata, at any depth. A member that is
   * left out stays as it is; one that is null is removed.
   *
   * @param params The organization, the user and the changes.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The membership as changed.
   */
  updateOrganizationMembershipMetadata(
    params: UpdateOrganizationMembershipMetadataParams,
    options?: RequestOptions,
  ): Promise<ApiResult<OrganizationMembership>>;
  /**
   * Takes a user out of an organization.
   *
   * @param params The organization and the user.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The membership that was.
   */
  deleteOrganizationMembership(
    params: DeleteOrganizationMembershipParams,
    options?: RequestOptions,
  ): Promise<ApiResult<OrganizationMembership>>;
  /**
   * Reads an organization's invitations, a page at a time, newest first unless
   * `orderBy` says otherwise.
   *
   * @param params The organization, which invitations, and in which order.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The invitations, and how many there are.
   */
  getOrganizationInvitationList(
    params: GetOrganizationInvitationListParams,
    options?: RequestOptions,
  ): ApiListCall<OrganizationInvitation>;
  /**
   * Reads the invitations to all organizations, a page at a time, newest first
   * unless `orderBy` says otherwise.
   *
   * @param params Which invitations, in which order, and which part of them.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The invitations with their organizations, and how many there are.
   */
  getInstanceOrganizationInvitationList(
    params?: GetInstanceOrganizationInvitationListParams,
    options?: RequestOptions,
  ): ApiListCall<OrganizationInvitation>;
  /**
   * Reads an organization's invitations that wait for an answer, a page at a time.
   *
   * @param params The organization, and which part of the list.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The invitations, and how many there are.
   * @deprecated Use `getOrganizationInvitationList` with the status `pending`.
   */
  getPendingOrganizationInvitationList(
    params: GetPendingOrganizationInvitationListParams,
    options?: RequestOptions,
  ): ApiListCall<OrganizationInvitation>;
  /**
   * Invites somebody to an organization, by an e-mail unless `notify` is false.
   *
   * @param params The organization, whom, and to which role.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The invitation.
   */
  createOrganizationInvitation(
    params: CreateOrganizationInvitationParams,
    options?: RequestOptions,
  ): Promise<ApiResult<OrganizationInvitation>>;
  /**
   * Invites several people to an organization at once.
   *
   * @param organizationId The organization's id.
   * @param params Whom, and to which roles: 1 to 10. An empty list is an error
   * `invalid_argument`, and nothing is sent.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The invitations. Walking through them sends nothing more.
   */
  createOrganizationInvitationBulk(
    organizationId: string,
    params: readonly NewOrganizationInvitation[],
    options?: RequestOptions,
  ): ApiListCall<OrganizationInvitation>;
  /**
   * Reads one invitation to an organization.
   *
   * @param params The organization and the invitation.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The invitation, or an error `resource_not_found` with status 404.
   */
  getOrganizationInvitation(
    params: GetOrganizationInvitationParams,
    options?: RequestOptions,
  ): Promise<ApiResult<OrganizationInvitation>>;
  /**
   * Revokes an invitation to an organization that waits for an answer.
   *
   * @param params The organization, the invitation, and who revokes it.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The invitation as changed.
   */
  revokeOrganizationInvitation(
    params: RevokeOrganizationInvitationParams,
    options?: RequestOptions,
  ): Promise<ApiResult<OrganizationInvitation>>;
  /**
   * Reads an organization's domains, a page at a time.
   *
   * @param params The organization, and which domains.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The domains, and how many there are.
   */
  getOrganizationDomainList(
    params: GetOrganizationDomainListParams,
    options?: RequestOptions,
  ): ApiListCall<OrganizationDomain>;
  /**
   * Reads the domains of all organizations, a page at a time, newest first unless
   * `orderBy` says otherwise.
   *
   * @param params Which domains, in which order, and which part of them.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The domains, and how many there are.
   */
  getInstanceOrganizationDomainList(
    params?: GetInstanceOrganizationDomainListParams,
    options?: RequestOptions,
  ): ApiListCall<OrganizationDomain>;
  /**
   * Adds a domain to an organization. It counts as verified unless `verified` is
   * false.
   *
   * @param params The organization and the domain.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new domain.
   */
  createOrganizationDomain(
    params: CreateOrganizationDomainParams,
    options?: RequestOptions,
  ): Promise<ApiResult<OrganizationDomain>>;
  /**
   * Changes a domain of an organization. What is left out stays as it is.
   *
   * @param params The organization, the domain, and what to change.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The domain as changed.
   */
  updateOrganizationDomain(
    params: UpdateOrganizationDomainParams,
    options?: RequestOptions,
  ): Promise<ApiResult<OrganizationDomain>>;
  /**
   * Declares that an organization controls the DNS of its domain, without looking
   * for the record that proves it. Doing so again changes nothing.
   *
   * @param params The organization and the domain.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The domain as changed.
   */
  verifyOrganizationDomainOwnership(
    params: OrganizationDomainIdParams,
    options?: RequestOptions,
  ): Promise<ApiResult<OrganizationDomain>>;
  /**
   * Removes a domain from an organization.
   *
   * @param params The organization and the domain.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left of it.
   */
  deleteOrganizationDomain(
    params: OrganizationDomainIdParams,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedObject>>;
}

const readOrganization = /* @__PURE__ */ op(
  "GET /organizations/{organization_id}",
  {
    query: true,
  },
);
const replaceMetadata = /* @__PURE__ */ op(
  "PUT /organizations/{organization_id}/metadata",
  {
    body: true,
  },
);
const addDomain = /* @__PURE__ */ op(
  "POST /organizations/{organization_id}/domains",
  {
    body: true,
  },
);

/** The operations of organizations. */
export const organizations: Table<OrganizationsApi> =
  /* @__PURE__ */ defineTable(() => ({
    getOrganizationList: op("GET /organizations", { query: true, list: true }),
    getOrganization,
    createOrganization: op("POST /organizations", { body: true }),
    updateOrganization: updateWithMetadata<Organization>(
      op("PATCH /organizations/{organization_id}", { body: true }),
      replaceMetadata,
    ),
    updateOrganizationMetadata: op(
      "PATCH /organizations/{organization_id}/metadata",
      { body: true },
    ),
    replaceOrganizationMetadata: replaceMetadata,
    deleteOrganization: op("DELETE /organizations/{organization_id}"),
    updateOrganizationLogo: op("PUT /organizations/{organization_id}/logo", {
      body: "form",
    }),
    deleteOrganizationLogo: op("DELETE /organizations/{organization_id}/logo"),
    getOrganizationBillingCreditBalance: op(
      "GET /organizations/{organization_id}/billing/credits",
    ),
    adjustOrganizationBillingCreditBalance: op(
      "POST /organizations/{organization_id}/billing/credits",
      { body: true },
    ),
    getOrganizationMembershipList: op(
      "GET /organizations/{organization_id}/memberships",
      { query: true, list: true },
    ),
    getInstanceOrganizationMembershipList: op("GET /organization_memberships", {
      query: true,
      list: true,
    }),
    createOrganizationMembership: op(
      "POST /organizations/{organization_id}/memberships",
      { body: true },
    ),
    updateOrganizationMembership: op(
      "PATCH /organizations/{organization_id}/memberships/{user_id}",
      { body: true },
    ),
    updateOrganizationMembershipMetadata: op(
      "PATCH /organizations/{organization_id}/memberships/{user_id}/metadata",
      { body: true },
    ),
    deleteOrganizationMembership: op(
      "DELETE /organizations/{organization_id}/memberships/{user_id}",
    ),
    getOrganizationInvitationList: op(
      "GET /organizations/{organization_id}/invitations",
      { query: true, list: true },
    ),
    getInstanceOrganizationInvitationList: op("GET /organization_invitations", {
      query: true,
      list: true,
    }),
    getPendingOrganizationInvitationList: op(
      "GET /organizations/{organization_id}/invitations/pending",
      { query: true, list: true },
    ),
    createOrganizationInvitation: op(
      "POST /organizations/{organization_id}/invitations",
      { body: true },
    ),
    createOrganizationInvitationBulk: op(
      "POST /organizations/{organization_id}/invitations/bulk",
      { body: "array", list: true },
    ),
    getOrganizationInvitation: op(
      "GET /organizations/{organization_id}/invitations/{invitation_id}",
    ),
    revokeOrganizationInvitation: op(
      "POST /organizations/{organization_id}/invitations/{invitation_id}/revoke",
      { body: true },
    ),
    getOrganizationDomainList: op(
      "GET /organizations/{organization_id}/domains",
      { query: true, list: true },
    ),
    getInstanceOrganizationDomainList: op("GET /organization_domains", {
      query: true,
      list: true,
      joined: ["enrollment_mode"],
    }),
    createOrganizationDomain,
    updateOrganizationDomain: op(
      "PATCH /organizations/{organization_id}/domains/{domain_id}",
      { body: true },
    ),
    verifyOrganizationDomainOwnership: op(
      "POST /organizations/{organization_id}/domains/{domain_id}/verify_ownership",
    ),
    deleteOrganizationDomain: op(
      "DELETE /organizations/{organization_id}/domains/{domain_id}",
    ),
  }));

function getOrganization(
  send: Send,
  params: GetOrganizationParams,
  options?: RequestOptions,
): Promise<ApiResult<Organization>> {
  const { organizationId, slug, ...query } = params ?? {};
  return send(readOrganization, organizationId ?? slug, query, options);
}

function createOrganizationDomain(
  send: Send,
  params: CreateOrganizationDomainParams,
  options?: RequestOptions,
): Promise<ApiResult<OrganizationDomain>> {
  const { verified = true, ...rest } = params ?? {};
  return send(addDomain, { ...rest, verified }, options);
}
