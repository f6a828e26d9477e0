import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { InvitationsApi } from "../../src/api/invitations.ts";
import { type Row, setUp, testOperations } from "./operations.ts";
import { metadata } from "./user_json.ts";

const invitationJson = {
  object: "invitation",
  id: "inv_1",
  email_address: "a@example.com",
  public_metadata: metadata,
  revoked: false,
  status: "pending",
  url: "https://example.com/accept",
  expires_at: null,
  created_at: 1,
  updated_at: 2,
};

const invitationData = {
  object: "invitation",
  id: "inv_1",
  emailAddress: "a@example.com",
  publicMetadata: metadata,
  revoked: false,
  status: "pending",
  url: "https://example.com/accept",
  expiresAt: null,
  createdAt: 1,
  updatedAt: 2,
};

const newInvitation = {
  emailAddress: "a@example.com",
  publicMetadata: metadata,
  redirectUrl: "https://example.com/join",
  notify: false,
  ignoreExisting: true,
  expiresInDays: 7,
  templateSlug: "waitlist_invitation",
} as const;

const newInvitationBody = {
  email_address: "a@example.com",
  public_metadata: metadata,
  redirect_url: "https://example.com/join",
  notify: false,
  ignore_existing: true,
  expires_in_days: 7,
  template_slug: "waitlist_invitation",
};

const operations: readonly Row<InvitationsApi>[] = [
  {
    operation: "ListInvitations",
    call: (invitations) =>
      invitations.getInvitationList({
        status: "expired",
        query: "a+b",
        orderBy: "+expires_at",
        limit: 1,
        offset: 0,
      }),
    sends:
      "GET /v1/invitations?paginated=true&status=expired&query=a%2Bb&order_by=%2Bexpires_at&limit=1&offset=0",
    answer: { data: [invitationJson], total_count: 2 },
    data: [invitationData],
    totalCount: 2,
  },
  {
    operation: "ListInvitations",
    call: (invitations) => invitations.getInvitationList(),
    sends: "GET /v1/invitations?paginated=true",
    answer: { data: [], total_count: 0 },
    data: [],
    totalCount: 0,
  },
  {
    operation: "CreateInvitation",
    call: (invitations) => invitations.createInvitation(newInvitation),
    sends: "POST /v1/invitations",
    body: newInvitationBody,
    answer: invitationJson,
    data: invitationData,
  },
  {
    operation: "CreateBulkInvitations",
    call: (invitations) =>
      invitations.createInvitationBulk([newInvitation, {
        emailAddress: "b@example.com",
        publicMetadata: null,
        redirectUrl: null,
      }]),
    sends: "POST /v1/invitations/bulk",
    body: [newInvitationBody, {
      email_address: "b@example.com",
      public_metadata: null,
      redirect_url: null,
    }],
    answer: [invitationJson],
    data: [invitationData],
  },
  {
    operation: "RevokeInvitation",
    call: (invitations) => invitations.revokeInvitation("inv_1"),
    sends: "POST /v1/invitations/inv_1/revoke",
    answer: invitationJson,
    data: invitationData,
  },
  {
    operation: "deleteInvitation",
    call: (invitations) => invitations.deleteInvitation("inv_1"),
    sends: "DELETE /v1/invitations/inv_1",
    answer: { object: "invitation", id: "inv_1", deleted: true },
    data: { object: "invitation", id: "inv_1", deleted: true },
  },
];

testOperations("invitations", operations, [/^\/invitations\b/]);

describe("invitations: what is no argument", () => {
  it("gives an error and sends nothing", async () => {
    const { clerk, sent } = setUp(() => []);
    const wrong: readonly (readonly [keyof InvitationsApi, ...unknown[]])[] = [
      ["createInvitationBulk"],
      ["createInvitationBulk", []],
      ["createInvitationBulk", newInvitation],
      ["revokeInvitation", ""],
      ["deleteInvitation"],
    ];
    for (const [name, ...args] of wrong) {
      const call = Reflect.apply(clerk.invitations[name], undefined, args);
      const what = `${name}(${JSON.stringify(args)})`;
      assertEquals((await call).errors?.[0]?.code, "invalid_argument", what);
    }
    assertEquals(sent.length, 0);
  });
});
