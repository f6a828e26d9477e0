import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { Seed } from "../../emulator.ts";
import { unwrap } from "../../mod.ts";
import { assertCodes, judge, type Judged } from "./judged_client.ts";

const ORG = { organizationId: "org_1" } as const;
const DAY = 86_400_000;

const SEED: Seed = {
  users: ["ada", "bob", "eve"].map((name) => ({
    id: `user_${name}`,
    emailAddress: [`${name}@example.com`],
  })),
  organizations: [
    {
      id: "org_1",
      name: "Acme",
      members: [{ userId: "user_ada", role: "admin" }, { userId: "user_bob" }],
    },
    { id: "org_2", name: "Other" },
  ],
};

function makeInvite({ clerk }: Judged) {
  return (params: object = {}) =>
    clerk.organizations.createOrganizationInvitation({
      ...ORG,
      emailAddress: "eve@example.com",
      role: "org:member",
      ...params,
    });
}

describe("the emulator's invitations to organizations", () => {
  it("are made, say who invites, and are found by who is invited", async () => {
    const judged = await judge({ seed: SEED });
    const { clerk, emulator, heard } = judged;
    emulator.clock.freeze(Date.UTC(2026, 0, 1));
    const made = unwrap(
      await makeInvite(judged)({
        emailAddress: "Eve@Example.com",
        inviterUserId: "user_ada",
        publicMetadata: { a: 1 },
        privateMetadata: { b: 2 },
        expiresInDays: 7,
        redirectUrl: "https://app.example.com/in",
        notify: false,
      }),
    );
    assert(/^orginv_\w{27}$/.test(made.id));
    const { emailAddress, role, roleName, status, organizationId } = made;
    assertEquals(
      { emailAddress, role, roleName, status, organizationId },
      {
        emailAddress: "eve@example.com",
        role: "org:member",
        roleName: "Member",
        status: "pending",
        organizationId: "org_1",
      },
    );
    assertEquals(made.publicInviterData?.identifier, "ada@example.com");
    assertEquals([made.publicMetadata, made.privateMetadata], [
      { a: 1 },
      { b: 2 },
    ]);
    assertEquals(made.expiresAt, Date.UTC(2026, 0, 8));
    assert(made.url?.startsWith(emulator.origin));
    assertEquals(await heard(), ["organizationInvitation.created"]);
    const read = await clerk.organizations.getOrganizationInvitation({
      ...ORG,
      invitationId: made.id,
    });
    assertEquals(read.data, made);
    const [own] = unwrap(
      await clerk.users.getOrganizationInvitationList({ userId: "user_eve" }),
    );
    assertEquals(own?.publicOrganizationData?.name, "Acme");
    assertEquals(own?.id, made.id);
  });

  it("are open for 30 days, and expire by the clock", async () => {
    const judged = await judge({ seed: SEED });
    const { clerk, emulator } = judged;
    emulator.clock.freeze();
    const made = unwrap(await makeInvite(judged)());
    assertEquals(made.expiresAt, emulator.clock.now() + 30 * DAY);
    const count = async (status: "pending" | "expired") =>
      (await clerk.organizations.getOrganizationInvitationList({
        ...ORG,
        status,
      })).totalCount;
    emulator.clock.advance(30 * DAY - 1);
    assertEquals([await count("pending"), await count("expired")], [1, 0]);
    emulator.clock.advance(1);
    assertEquals([await count("pending"), await count("expired")], [0, 1]);
    const revoke = clerk.organizations.revokeOrganizationInvitation({
      ...ORG,
      invitationId: made.id,
    });
    await assertCodes([[revoke, "404 organization_invitation_not_pending"]]);
    unwrap(await makeInvite(judged)());
  });

  it("are revoked once, by who may", async () => {
    const judged = await judge({ seed: SEED });
    const { clerk, heard } = judged;
    const { id: invitationId } = unwrap(await makeInvite(judged)());
    const revoke = (params: object = {}) =>
      clerk.organizations.revokeOrganizationInvitation({
        ...ORG,
        invitationId,
        ...params,
      });
    await assertCodes([
      [
        revoke({ requestingUserId: "user_bob" }),
        "403 missing_organization_permission",
      ],
      [
        revoke({ requestingUserId: "user_eve" }),
        "403 not_a_member_in_organization",
      ],
      [revoke({ requestingUserId: "user_x" }), "404 resource_not_found"],
      [revoke({ organizationId: "org_2" }), "404 resource_not_found"],
      [revoke({ invitationId: "orginv_x" }), "404 resource_not_found"],
    ]);
    const revoked = unwrap(await revoke({ requestingUserId: "user_ada" }));
    assertEquals([revoked.status, revoked.url], ["revoked", null]);
    await assertCodes([[revoke(), "404 organization_invitation_not_pending"]]);
    assertEquals(await heard(), [
      "organizationInvitation.created",
      "email.created",
      "organizationInvitation.revoked",
    ]);
  });

  it("are made ten at once, all or none", async () => {
    const { clerk, heard } = await judge({ seed: SEED });
    const { organizations } = clerk;
    const bulk = (emails: readonly string[], more: object = {}) =>
      organizations.createOrganizationInvitationBulk(
        "org_1",
        emails.map((emailAddress) => ({
          emailAddress,
          role: "org:member",
          ...more,
        })),
      );
    const made = unwrap(await bulk(["c@example.com", "d@example.com"]));
    assertEquals(
      made.map(({ emailAddress }) => emailAddress),
      ["c@example.com", "d@example.com"],
    );
    assertEquals((await heard()).length, 4);
    const many = Array.from({ length: 11 }, (_, i) => `u${i}@example.com`);
    await assertCodes([
      [bulk(many), "400 bulk_size_exceeded"],
      [
        bulk(["f@example.com", "F@example.com"]),
        "400 organization_invitation_not_unique",
      ],
      [
        bulk(["g@example.com", "c@example.com"]),
        "400 organization_invitation_not_unique",
      ],
      [
        bulk(["g@example.com", "ada@example.com"]),
        "400 already_a_member_in_organization",
      ],
      [
        bulk(["g@example.com", "nobody"]),
        "422 form_param_format_invalid email_address",
      ],
      [
        bulk(["g@example.com"], { expiresInDays: 366 }),
        "422 form_param_value_invalid expires_in_days",
      ],
    ]);
    assertEquals(await heard(), []);
    const all = await organizations.getInstanceOrganizationInvitationList();
    assertEquals(all.totalCount, 2);
  });

  it("are listed by status, address and order, of one organization or all", async () => {
    const { clerk } = await judge({
      seed: {
        organizations: [
          {
            id: "org_1",
            name: "Acme",
            invitations: [
              { emailAddress: "b@example.com" },
              { emailAddress: "a@example.com", status: "accepted" },
              { emailAddress: "c@example.com", status: "revoked" },
            ],
          },
          {
            id: "org_2",
            name: "Other",
            invitations: [{ emailAddress: "d@example.com" }],
          },
        ],
      },
    });
    const { organizations } = clerk;
    const show = async (
      list: PromiseLike<{
        readonly data?:
          | readonly { readonly emailAddress: string }[]
          | undefined;
        readonly totalCount?: number | undefined;
      }>,
    ) => {
      const { data = [], totalCount } = await list;
      return `${
        data.map((each) => each.emailAddress.charAt(0)).join("")
      } ${totalCount}`;
    };
    const one = organizations.getOrganizationInvitationList;
    const all = organizations.getInstanceOrganizationInvitationList;
    const cases = [
      [one(ORG), "cab 3"],
      [one({ ...ORG, orderBy: "email_address" }), "abc 3"],
      [one({ ...ORG, orderBy: "-email_address", limit: 1 }), "c 3"],
      [one({ ...ORG, status: "accepted" }), "a 1"],
      [one({ ...ORG, emailAddress: "B@example.com" }), "b 1"],
      [organizations.getPendingOrganizationInvitationList(ORG), "b 1"],
      [all(), "dcab 4"],
      [all({ status: "pending" }), "db 2"],
      [all({ query: "A@" }), "a 1"],
      [all({ orderBy: "email_address", limit: 2, offset: 1 }), "bc 4"],
    ] as const;
    for (const [list, expected] of cases) {
      assertEquals(await show(list), expected);
    }
  });

  it("say no, each time with its code", async () => {
    const judged = await judge({ seed: SEED });
    const invite = makeInvite(judged);
    unwrap(await invite({ emailAddress: "twice@example.com" }));
    await assertCodes([
      [
        invite({ emailAddress: "nobody" }),
        "422 form_param_format_invalid email_address",
      ],
      [
        invite({ emailAddress: "Bob@example.com" }),
        "400 already_a_member_in_organization",
      ],
      [
        invite({ emailAddress: "TWICE@example.com" }),
        "400 organization_invitation_not_unique",
      ],
      [invite({ role: "org:x" }), "404 resource_not_found role"],
      [invite({ organizationId: "org_x" }), "404 resource_not_found"],
      [invite({ inviterUserId: "user_x" }), "404 resource_not_found"],
      [
        invite({ inviterUserId: "user_eve" }),
        "403 not_a_member_in_organization",
      ],
      [
        invite({ inviterUserId: "user_bob" }),
        "403 missing_organization_permission",
      ],
      [
        invite({ expiresInDays: 0 }),
        "422 form_param_value_invalid expires_in_days",
      ],
    ]);
    unwrap(
      await invite({
        organizationId: "org_2",
        emailAddress: "twice@example.com",
      }),
    );
  });
});
