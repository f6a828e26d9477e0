import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { Seed } from "../../emulator.ts";
import { unwrap } from "../../mod.ts";
import { assertCodes, codeOf, judge } from "./judged_client.ts";

const ORG = { organizationId: "org_1" } as const;
const ADA = { ...ORG, userId: "user_ada" } as const;
const BOB = { ...ORG, userId: "user_bob" } as const;

const SEED: Seed = {
  users: ["ada", "bob", "cyd", "dan"].map((name, i) => ({
    id: `user_${name}`,
    emailAddress: [`${name}@example.com`],
    phoneNumber: [`+1555555010${i}`],
    username: `${name}_${9 - i}`,
    firstName: name,
    lastName: `L${i}`,
    createdAt: 1_000 * (i + 1),
  })),
  organizations: [{
    id: "org_1",
    name: "Acme",
    members: [
      { userId: "user_ada", role: "admin" },
      { userId: "user_bob" },
      { userId: "user_cyd" },
    ],
  }],
};

describe("the emulator's memberships", () => {
  it("are made, with metadata, changed and ended", async () => {
    const { clerk, heard, emulator } = await judge({ seed: SEED });
    const { organizations } = clerk;
    const place = { ...ORG, userId: "user_dan" };
    const made = unwrap(
      await organizations.createOrganizationMembership({
        ...place,
        role: "org:member",
        publicMetadata: { desk: { floor: 1, room: 2 } },
        privateMetadata: { pay: 1 },
      }),
    );
    assertEquals(
      [made.role, made.roleName, made.organization.id],
      ["org:member", "Member", "org_1"],
    );
    assertEquals(made.permissions, [
      "org:sys_memberships:read",
      "org:sys_billing:read",
    ]);
    assertEquals(made.publicUserData, {
      userId: "user_dan",
      firstName: "dan",
      lastName: "L3",
      profileImageUrl: `${emulator.origin}/images/default`,
      imageUrl: `${emulator.origin}/images/default`,
      hasImage: false,
      identifier: "dan@example.com",
      username: "dan_6",
      banned: false,
    });
    const changed = await organizations.updateOrganizationMembership({
      ...place,
      role: "org:admin",
    });
    assertEquals([changed.data?.role, changed.data?.id], [
      "org:admin",
      made.id,
    ]);
    const noted = await organizations.updateOrganizationMembershipMetadata({
      ...place,
      publicMetadata: { desk: { room: null } },
    });
    assertEquals(noted.data?.publicMetadata, { desk: { floor: 1 } });
    assertEquals(noted.data?.privateMetadata, { pay: 1 });
    const ended = await organizations.deleteOrganizationMembership(place);
    assertEquals(ended.data?.id, made.id);
    assertEquals(await heard(), [
      "organizationMembership.created",
      "organizationMembership.updated",
      "organizationMembership.updated",
      "organizationMembership.deleted",
    ]);
    const list = await clerk.users.getOrganizationMembershipList({
      userId: "user_dan",
    });
    assertEquals([list.data, list.totalCount], [[], 0]);
  });

  it("say the same in the user's list, the organization's and the instance's", async () => {
    const { clerk } = await judge({ seed: SEED });
    const { organizations, users } = clerk;
    const [ofUser] = unwrap(
      await users.getOrganizationMembershipList({ userId: "user_ada" }),
    );
    const [ofOrganization] = unwrap(
      await organizations.getOrganizationMembershipList({
        ...ORG,
        userId: ["user_ada"],
      }),
    );
    const all = await organizations.getInstanceOrganizationMembershipList({
      orderBy: "first_name",
    });
    assertEquals(ofUser, ofOrganization);
    assertEquals(ofUser, all.data?.[0]);
    assertEquals(all.totalCount, 3);
  });

  it("are looked for as users are, and by role", async () => {
    const { clerk } = await judge({ seed: SEED });
    const { getOrganizationMembershipList } = clerk.organizations;
    type Params = Omit<
      Parameters<typeof getOrganizationMembershipList>[0],
      "organizationId"
    >;
    const list = async (params: Params) => {
      const { data, totalCount } = await getOrganizationMembershipList({
        ...ORG,
        ...params,
      });
      const names = (data ?? []).map((each) => each.publicUserData?.firstName);
      return `${names.join(" ")} ${totalCount}`;
    };
    const cases: readonly (readonly [Params, string])[] = [
      [{}, "cyd bob ada 3"],
      [{ limit: 1, offset: 1 }, "bob 3"],
      [{ orderBy: "created_at" }, "ada bob cyd 3"],
      [{ orderBy: "+username" }, "ada bob cyd 3"],
      [{ orderBy: "-last_name" }, "cyd bob ada 3"],
      [{ orderBy: "phone_number", limit: 2 }, "ada bob 3"],
      [{ orderBy: "-email_address", limit: 1 }, "cyd 3"],
      [{ role: ["org:admin"] }, "ada 1"],
      [{ role: ["org:admin", "org:member"] }, "cyd bob ada 3"],
      [{ role: ["org:none"] }, " 0"],
      [{ userId: ["user_bob", "user_dan"] }, "bob 1"],
      [{ userId: ["-user_bob"] }, "cyd ada 2"],
      [{ emailAddress: ["CYD@example.com"] }, "cyd 1"],
      [{ phoneNumber: ["+15555550100"] }, "ada 1"],
      [{ username: ["bob_8"] }, "bob 1"],
      [{ query: "L1" }, "bob 1"],
      [{ emailAddressQuery: "yd@" }, "cyd 1"],
      [{ usernameQuery: "_9" }, "ada 1"],
      [{ nameQuery: "bo" }, "bob 1"],
      [{ createdAtBefore: 2_500 }, "bob ada 2"],
      [{ createdAtAfter: 2_500, role: ["org:member"] }, "cyd 1"],
      [{ lastActiveAtAfter: 1 }, " 0"],
    ];
    for (const [params, expected] of cases) {
      assertEquals(await list(params), expected, JSON.stringify(params));
    }
  });

  it("cannot leave an organization without an administrator", async () => {
    const { clerk } = await judge({ seed: SEED });
    const { organizations } = clerk;
    const leave = () => organizations.deleteOrganizationMembership(ADA);
    const change = (role: string) =>
      organizations.updateOrganizationMembership({ ...ADA, role });
    await assertCodes([
      [leave(), "400 organization_minimum_permissions_needed"],
      [change("org:member"), "400 organization_minimum_permissions_needed"],
    ]);
    unwrap(await change("org:admin"));
    unwrap(
      await organizations.updateOrganizationMembership({
        ...BOB,
        role: "org:admin",
      }),
    );
    unwrap(await leave());
    assertEquals(
      await codeOf(organizations.deleteOrganizationMembership(BOB)),
      "400 organization_minimum_permissions_needed",
    );
  });

  it("count with open invitations against the limit", async () => {
    const { clerk, emulator } = await judge({ seed: SEED });
    const { organizations } = clerk;
    unwrap(
      await organizations.updateOrganization("org_1", {
        maxAllowedMemberships: 4,
      }),
    );
    const invite = (emailAddress: string) =>
      organizations.createOrganizationInvitation({
        ...ORG,
        emailAddress,
        role: "org:member",
        expiresInDays: 1,
      });
    const join = () =>
      organizations.createOrganizationMembership({
        ...ORG,
        userId: "user_dan",
        role: "org:member",
      });
    unwrap(await invite("eve@example.com"));
    await assertCodes([
      [join(), "403 organization_membership_quota_exceeded"],
      [
        invite("fay@example.com"),
        "403 organization_membership_quota_exceeded",
      ],
    ]);
    emulator.clock.advance("1d");
    unwrap(await join());
    assertEquals(
      await codeOf(invite("fay@example.com")),
      "403 organization_membership_quota_exceeded",
    );
  });

  it("say no, each time with its code", async () => {
    const { clerk, heard } = await judge({ seed: SEED });
    const { organizations } = clerk;
    const add = (params: object) =>
      organizations.createOrganizationMembership({
        ...ORG,
        userId: "user_dan",
        role: "org:member",
        ...params,
      });
    await assertCodes([
      [add({ organizationId: "org_x" }), "404 resource_not_found"],
      [add({ userId: "user_x" }), "404 resource_not_found"],
      [add({ role: "org:x" }), "404 resource_not_found role"],
      [add({ role: "member" }), "404 resource_not_found role"],
      [add({ userId: "user_bob" }), "400 already_a_member_in_organization"],
      [
        organizations.updateOrganizationMembership({
          ...ORG,
          userId: "user_dan",
          role: "org:admin",
        }),
        "404 resource_not_found",
      ],
      [
        organizations.updateOrganizationMembership({ ...BOB, role: "org:x" }),
        "404 resource_not_found role",
      ],
      [
        organizations.getOrganizationMembershipList({
          organizationId: "org_x",
        }),
        "404 resource_not_found",
      ],
      [
        organizations.getInstanceOrganizationMembershipList({
          orderBy: "role" as "username",
        }),
        "422 form_param_value_invalid order_by",
      ],
    ]);
    assertEquals(await heard(), []);
  });
});
