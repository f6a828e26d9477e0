// A table: exempt from the limit on lines.
// What each method of `organizations` sends and gives, one row for each
// operation of the Backend API, written from the API's own description.
import type { OrganizationsApi } from "../../src/api/organizations.ts";
import type { Row } from "./operations.ts";
import {
  domainData,
  domainJson,
  invitationData,
  invitationJson,
  membershipData,
  membershipJson,
  organizationData,
  organizationJson,
} from "./organization_json.ts";
import { metadata } from "./user_json.ts";

const patch = { ...metadata, gone_now: null };
const deleted = { id: "x_1", deleted: true };
const money = { amount: 500, amount_formatted: "5.00" };
const moneyData = { amount: 500, amountFormatted: "5.00" };

const newInvitation = {
  emailAddress: "a@example.com",
  role: "org:member",
  inviterUserId: "user_1",
  publicMetadata: metadata,
  privateMetadata: metadata,
  redirectUrl: "https://example.com/join",
  expiresInDays: 7,
  notify: false,
};

const newInvitationBody = {
  email_address: "a@example.com",
  role: "org:member",
  inviter_user_id: "user_1",
  public_metadata: metadata,
  private_metadata: metadata,
  redirect_url: "https://example.com/join",
  expires_in_days: 7,
  notify: false,
};

/** A page of two that holds one. */
function page(item: unknown): unknown {
  return { data: [item], total_count: 2 };
}

/** All operations of organizations, but that of their subscriptions. */
export const organizationsOperations: readonly Row<OrganizationsApi>[] = [
  {
    operation: "ListOrganizations",
    call: (organizations) =>
      organizations.getOrganizationList({
        includeMembersCount: true,
        includeMissingMemberWithElevatedPermissions: false,
        query: "a&b",
        userId: ["user_1", "-user_2"],
        organizationId: ["org_1", "org_2"],
        orderBy: "-members_count",
        limit: 1,
        offset: 0,
      }),
    sends:
      "GET /v1/organizations?include_members_count=true&include_missing_member_with_elevated_permissions=false&query=a%26b&user_id=user_1&user_id=-user_2&organization_id=org_1&organization_id=org_2&order_by=-members_count&limit=1&offset=0",
    answer: page(organizationJson),
    data: [organizationData],
    totalCount: 2,
  },
  {
    operation: "ListOrganizations",
    call: (organizations) => organizations.getOrganizationList(),
    sends: "GET /v1/organizations",
    answer: { data: [], total_count: 0 },
    data: [],
    totalCount: 0,
  },
  {
    operation: "CreateOrganization",
    call: (organizations) =>
      organizations.createOrganization({
        name: "Acme",
        createdBy: "user_1",
        slug: "acme",
        maxAllowedMemberships: 0,
        publicMetadata: metadata,
        privateMetadata: null,
        createdAt: new Date(0),
        roleSetKey: "role_set:default",
      }),
    sends: "POST /v1/organizations",
    body: {
      name: "Acme",
      created_by: "user_1",
      slug: "acme",
      max_allowed_memberships: 0,
      public_metadata: metadata,
      private_metadata: null,
      created_at: "1970-01-01T00:00:00.000Z",
      role_set_key: "role_set:default",
    },
    answer: organizationJson,
    data: organizationData,
  },
  {
    operation: "GetOrganization",
    call: (organizations) =>
      organizations.getOrganization({
        organizationId: "org_1",
        includeMembersCount: false,
        includeMissingMemberWithElevatedPermissions: true,
      }),
    sends:
      "GET /v1/organizations/org_1?include_members_count=false&include_missing_member_with_elevated_permissions=true",
    answer: organizationJson,
    data: organizationData,
  },
  {
    operation: "GetOrganization",
    call: (organizations) =>
      organizations.getOrganization({
        slug: "acme",
        includeMembersCount: true,
      }),
    sends: "GET /v1/organizations/acme?include_members_count=true",
  },
  {
    operation: "UpdateOrganization",
    call: (organizations) =>
      organizations.updateOrganization("org_1", {
        name: "Acme",
        slug: null,
        maxAllowedMemberships: 0,
        adminDeleteEnabled: false,
        createdAt: "2026-01-01T00:00:00Z",
        roleSetKey: "role_set:default",
      }),
    sends: "PATCH /v1/organizations/org_1",
    body: {
      name: "Acme",
      slug: null,
      max_allowed_memberships: 0,
      admin_delete_enabled: false,
      created_at: "2026-01-01T00:00:00Z",
      role_set_key: "role_set:default",
    },
  },
  {
    operation: "ReplaceOrganizationMetadata",
    call: (organizations) =>
      organizations.updateOrganization("org_1", { privateMetadata: metadata }),
    sends: "PUT /v1/organizations/org_1/metadata",
    body: { private_metadata: metadata },
  },
  {
    operation: "DeleteOrganization",
    call: (organizations) => organizations.deleteOrganization("org_1"),
    sends: "DELETE /v1/organizations/org_1",
    answer: { object: "organization", slug: "acme", ...deleted },
    data: { object: "organization", slug: "acme", ...deleted },
  },
  {
    operation: "ReplaceOrganizationMetadata",
    call: (organizations) =>
      organizations.replaceOrganizationMetadata("org_1", {
        publicMetadata: metadata,
        privateMetadata: metadata,
      }),
    sends: "PUT /v1/organizations/org_1/metadata",
    body: { public_metadata: metadata, private_metadata: metadata },
    answer: organizationJson,
    data: organizationData,
  },
  {
    operation: "MergeOrganizationMetadata",
    call: (organizations) =>
      organizations.updateOrganizationMetadata("org_1", {
        publicMetadata: patch,
        privateMetadata: patch,
      }),
    sends: "PATCH /v1/organizations/org_1/metadata",
    body: { public_metadata: patch, private_metadata: patch },
    answer: organizationJson,
    data: organizationData,
  },
  {
    operation: "UploadOrganizationLogo",
    call: (organizations) =>
      organizations.updateOrganizationLogo("org_1", {
        file: new File(["png"], "logo.png", { type: "image/png" }),
        uploaderUserId: "user_1",
      }),
    sends: "PUT /v1/organizations/org_1/logo",
    body: "form",
    answer: { ...organizationJson, logo_url: "https://img.example.com/1" },
    data: { ...organizationData, logoUrl: "https://img.example.com/1" },
  },
  {
    operation: "DeleteOrganizationLogo",
    call: (organizations) => organizations.deleteOrganizationLogo("org_1"),
    sends: "DELETE /v1/organizations/org_1/logo",
  },
  {
    operation: "GetOrganizationBillingCreditBalance",
    call: (organizations) =>
      organizations.getOrganizationBillingCreditBalance("org_1"),
    sends: "GET /v1/organizations/org_1/billing/credits",
    answer: { object: "commerce_credit_balance", balance: money },
    data: { object: "commerce_credit_balance", balance: moneyData },
  },
  {
    operation: "AdjustOrganizationBillingCreditBalance",
    call: (organizations) =>
      organizations.adjustOrganizationBillingCreditBalance("org_1", {
        amount: 500,
        action: "decrease",
        currency: "USD",
        idempotencyKey: "key_1",
        note: "Sorry",
      }),
    sends: "POST /v1/organizations/org_1/billing/credits",
    body: {
      amount: 500,
      action: "decrease",
      currency: "USD",
      idempotency_key: "key_1",
      note: "Sorry",
    },
    answer: { object: "commerce_credit_ledger", payer_id: "p", amount: money },
    data: { object: "commerce_credit_ledger", payerId: "p", amount: moneyData },
  },
  {
    operation: "ListOrganizationMemberships",
    call: (organizations) =>
      organizations.getOrganizationMembershipList({
        organizationId: "org_1",
        orderBy: "+phone_number",
        userId: ["user_1", "-user_2"],
        emailAddress: ["a@example.com"],
        phoneNumber: ["+15555550100"],
        username: ["ada", "bob"],
        web3Wallet: ["0x1"],
        role: ["org:admin", "org:member"],
        query: "a b",
        emailAddressQuery: "ex",
        phoneNumberQuery: "555",
        usernameQuery: "ad",
        nameQuery: "Ada L",
        lastActiveAtBefore: 1,
        lastActiveAtAfter: new Date(2),
        createdAtBefore: 3,
        createdAtAfter: 0,
        limit: 1,
        offset: 5,
      }),
    sends: "GET /v1/organizations/org_1/memberships?" + [
      "order_by=%2Bphone_number",
      "user_id=user_1",
      "user_id=-user_2",
      "email_address=a%40example.com",
      "phone_number=%2B15555550100",
      "username=ada",
      "username=bob",
      "web3_wallet=0x1",
      "role=org%3Aadmin",
      "role=org%3Amember",
      "query=a+b",
      "email_address_query=ex",
      "phone_number_query=555",
      "username_query=ad",
      "name_query=Ada+L",
      "last_active_at_before=1",
      "last_active_at_after=2",
      "created_at_before=3",
      "created_at_after=0",
      "limit=1",
      "offset=5",
    ].join("&"),
    answer: page(membershipJson),
    data: [membershipData],
    totalCount: 2,
  },
  {
    operation: "InstanceGetOrganizationMemberships",
    call: (organizations) =>
      organizations.getInstanceOrganizationMembershipList({
        orderBy: "-created_at",
        limit: 1,
        offset: 1,
      }),
    sends:
      "GET /v1/organization_memberships?order_by=-created_at&limit=1&offset=1",
    answer: page(membershipJson),
    data: [membershipData],
    totalCount: 2,
  },
  {
    operation: "CreateOrganizationMembership",
    call: (organizations) =>
      organizations.createOrganizationMembership({
        organizationId: "org_1",
        userId: "user_1",
        role: "org:admin",
        publicMetadata: metadata,
        privateMetadata: null,
      }),
    sends: "POST /v1/organizations/org_1/memberships",
    body: {
      user_id: "user_1",
      role: "org:admin",
      public_metadata: metadata,
      private_metadata: null,
    },
    answer: membershipJson,
    data: membershipData,
  },
  {
    operation: "UpdateOrganizationMembership",
    call: (organizations) =>
      organizations.updateOrganizationMembership({
        organizationId: "org_1",
        userId: "user_1",
        role: "org:member",
      }),
    sends: "PATCH /v1/organizations/org_1/memberships/user_1",
    body: { role: "org:member" },
    answer: membershipJson,
    data: membershipData,
  },
  {
    operation: "UpdateOrganizationMembershipMetadata",
    call: (organizations) =>
      organizations.updateOrganizationMembershipMetadata({
        organizationId: "org_1",
        userId: "user_1",
        publicMetadata: patch,
        privateMetadata: patch,
      }),
    sends: "PATCH /v1/organizations/org_1/memberships/user_1/metadata",
    body: { public_metadata: patch, private_metadata: patch },
    answer: membershipJson,
    data: membershipData,
  },
  {
    operation: "DeleteOrganizationMembership",
    call: (organizations) =>
      organizations.deleteOrganizationMembership({
        organizationId: "org_1",
        userId: "user_1",
      }),
    sends: "DELETE /v1/organizations/org_1/memberships/user_1",
    answer: membershipJson,
    data: membershipData,
  },
  {
    operation: "ListOrganizationInvitations",
    call: (organizations) =>
      organizations.getOrganizationInvitationList({
        organizationId: "org_1",
        status: ["pending", "expired"],
        emailAddress: "a+b@example.com",
        orderBy: "email_address",
        limit: 1,
        offset: 0,
      }),
    sends:
      "GET /v1/organizations/org_1/invitations?status=pending&status=expired&email_address=a%2Bb%40example.com&order_by=email_address&limit=1&offset=0",
    answer: page(invitationJson),
    data: [invitationData],
    totalCount: 2,
  },
  {
    operation: "ListOrganizationInvitations",
    call: (organizations) =>
      organizations.getOrganizationInvitationList({
        organizationId: "org_1",
        status: "accepted",
      }),
    sends: "GET /v1/organizations/org_1/invitations?status=accepted",
    answer: { data: [], total_count: 0 },
    data: [],
    totalCount: 0,
  },
  {
    operation: "ListInstanceOrganizationInvitations",
    call: (organizations) =>
      organizations.getInstanceOrganizationInvitationList({
        status: "revoked",
        query: "example.com",
        orderBy: "-email_address",
        limit: 1,
        offset: 0,
      }),
    sends:
      "GET /v1/organization_invitations?status=revoked&query=example.com&order_by=-email_address&limit=1&offset=0",
    answer: page(invitationJson),
    data: [invitationData],
    totalCount: 2,
  },
  {
    operation: "ListPendingOrganizationInvitations",
    call: (organizations) =>
      organizations.getPendingOrganizationInvitationList({
        organizationId: "org_1",
        limit: 1,
        offset: 0,
      }),
    sends: "GET /v1/organizations/org_1/invitations/pending?limit=1&offset=0",
    answer: page(invitationJson),
    data: [invitationData],
    totalCount: 2,
  },
  {
    operation: "CreateOrganizationInvitation",
    call: (organizations) =>
      organizations.createOrganizationInvitation({
        organizationId: "org_1",
        ...newInvitation,
      }),
    sends: "POST /v1/organizations/org_1/invitations",
    body: newInvitationBody,
    answer: invitationJson,
    data: invitationData,
  },
  {
    operation: "CreateOrganizationInvitationBulk",
    call: (organizations) =>
      organizations.createOrganizationInvitationBulk("org_1", [
        newInvitation,
        { emailAddress: "b@example.com", role: "org:admin", notify: null },
      ]),
    sends: "POST /v1/organizations/org_1/invitations/bulk",
    body: [
      newInvitationBody,
      { email_address: "b@example.com", role: "org:admin", notify: null },
    ],
    answer: page(invitationJson),
    data: [invitationData],
    totalCount: 2,
  },
  {
    operation: "GetOrganizationInvitation",
    call: (organizations) =>
      organizations.getOrganizationInvitation({
        organizationId: "org_1",
        invitationId: "orginv_1",
      }),
    sends: "GET /v1/organizations/org_1/invitations/orginv_1",
    answer: invitationJson,
    data: invitationData,
  },
  {
    operation: "RevokeOrganizationInvitation",
    call: (organizations) =>
      organizations.revokeOrganizationInvitation({
        organizationId: "org_1",
        invitationId: "orginv_1",
        requestingUserId: "user_1",
      }),
    sends: "POST /v1/organizations/org_1/invitations/orginv_1/revoke",
    body: { requesting_user_id: "user_1" },
    answer: invitationJson,
    data: invitationData,
  },
  {
    operation: "ListOrganizationDomains",
    call: (organizations) =>
      organizations.getOrganizationDomainList({
        organizationId: "org_1",
        verified: false,
        enrollmentMode: "enterprise_sso",
        limit: 1,
        offset: 0,
      }),
    sends:
      "GET /v1/organizations/org_1/domains?verified=false&enrollment_mode=enterprise_sso&limit=1&offset=0",
    answer: page(domainJson),
    data: [domainData],
    totalCount: 2,
  },
  {
    operation: "ListAllOrganizationDomains",
    call: (organizations) =>
      organizations.getInstanceOrganizationDomainList({
        organizationId: "org_1",
        verified: true,
        enrollmentMode: ["manual_invitation", "-automatic_suggestion"],
        query: "example",
        domains: ["example.com", "example.org"],
        orderBy: "+name",
        offset: 0,
        limit: 1,
      }),
    sends:
      "GET /v1/organization_domains?organization_id=org_1&verified=true&enrollment_mode=manual_invitation,-automatic_suggestion&query=example&domains=example.com&domains=example.org&order_by=%2Bname&offset=0&limit=1",
    answer: page(domainJson),
    data: [domainData],
    totalCount: 2,
  },
  {
    operation: "CreateOrganizationDomain",
    call: (organizations) =>
      organizations.createOrganizationDomain({
        organizationId: "org_1",
        name: "example.com",
        enrollmentMode: "automatic_invitation",
      }),
    sends: "POST /v1/organizations/org_1/domains",
    body: {
      name: "example.com",
      enrollment_mode: "automatic_invitation",
      verified: true,
    },
    answer: domainJson,
    data: domainData,
  },
  {
    operation: "UpdateOrganizationDomain",
    call: (organizations) =>
      organizations.updateOrganizationDomain({
        organizationId: "org_1",
        domainId: "orgdmn_1",
        name: "example.org",
        enrollmentMode: "manual_invitation",
        verified: null,
      }),
    sends: "PATCH /v1/organizations/org_1/domains/orgdmn_1",
    body: {
      name: "example.org",
      enrollment_mode: "manual_invitation",
      verified: null,
    },
    answer: domainJson,
    data: domainData,
  },
  {
    operation: "DeleteOrganizationDomain",
    call: (organizations) =>
      organizations.deleteOrganizationDomain({
        organizationId: "org_1",
        domainId: "orgdmn_1",
      }),
    sends: "DELETE /v1/organizations/org_1/domains/orgdmn_1",
    answer: { object: "organization_domain", ...deleted },
    data: { object: "organization_domain", ...deleted },
  },
  {
    operation: "VerifyOrganizationDomainOwnership",
    call: (organizations) =>
      organizations.verifyOrganizationDomainOwnership({
        organizationId: "org_1",
        domainId: "orgdmn_1",
      }),
    sends: "POST /v1/organizations/org_1/domains/orgdmn_1/verify_ownership",
    answer: domainJson,
    data: domainData,
  },
];
