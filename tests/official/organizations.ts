import { assertEquals } from "@std/assert";
import { ADA, type Cases, GRACE, ORG, refusalOf } from "./served.ts";

/** Organizations, who is in them, and as what. */
export const organizations: Cases = {
  async "creates an organization, whose creator is its admin"({ clerk }) {
    const { id, slug } = await clerk.organizations.createOrganization({
      name: "Compilers",
      slug: "compilers",
      createdBy: GRACE,
    });
    const read = await clerk.organizations.getOrganization({ slug });
    assertEquals([read.id, read.name], [id, "Compilers"]);
    const { data } = await clerk.users.getOrganizationMembershipList({
      userId: GRACE,
    });
    assertEquals(
      data.map(({ role, organization }) => [role, organization.id]),
      [["org:admin", id]],
    );
  },

  async "lists, updates and deletes organizations"({ clerk }) {
    const { organizations } = clerk;
    const { name } = await organizations.updateOrganization(ORG, {
      name: "Difference Engines",
    });
    await organizations.updateOrganizationMetadata(ORG, {
      publicMetadata: { tier: 1 },
    });
    const list = await organizations.getOrganizationList({
      includeMembersCount: true,
    });
    assertEquals(list.totalCount, 1);
    assertEquals(
      list.data.map((each) => [
        each.name,
        each.membersCount,
        each.publicMetadata,
      ]),
      [[name, 1, { tier: 1 }]],
    );
    await organizations.deleteOrganization(ORG);
    const after = organizations.getOrganization({ organizationId: ORG });
    assertEquals(await refusalOf(after), [404, ["resource_not_found"]]);
  },

  async "adds a member, changes the role, and takes the member out"(
    { clerk },
  ) {
    const { organizations } = clerk;
    const grace = { organizationId: ORG, userId: GRACE };
    const rolesOf = async () => {
      const { data } = await organizations.getOrganizationMembershipList({
        organizationId: ORG,
      });
      return data.map(({ publicUserData, role }) =>
        `${publicUserData?.identifier} ${role}`
      ).sort();
    };
    await organizations.createOrganizationMembership({
      ...grace,
      role: "org:member",
    });
    const ada = "ada@example.com org:admin";
    assertEquals(await rolesOf(), [ada, "grace@example.com org:member"]);
    await organizations.updateOrganizationMembership({
      ...grace,
      role: "org:admin",
    });
    assertEquals(await rolesOf(), [ada, "grace@example.com org:admin"]);
    await organizations.deleteOrganizationMembership(grace);
    assertEquals(await rolesOf(), [ada]);
  },

  async "keeps the last admin in"({ clerk }) {
    const out = clerk.organizations.deleteOrganizationMembership({
      organizationId: ORG,
      userId: ADA,
    });
    assertEquals(await refusalOf(out), [400, [
      "organization_minimum_permissions_needed",
    ]]);
  },

  async "invites somebody, and takes the invitation back"(
    { clerk, emulator },
  ) {
    const { organizations } = clerk;
    const made = await organizations.createOrganizationInvitation({
      organizationId: ORG,
      emailAddress: "radia@example.com",
      role: "org:member",
      inviterUserId: ADA,
      redirectUrl: "http://localhost:3000/welcome",
    });
    assertEquals([made.status, made.role], ["pending", "org:member"]);
    assertEquals(emulator.outbox.at(-1)?.to, "radia@example.com");
    const pending = () =>
      organizations.getOrganizationInvitationList({
        organizationId: ORG,
        status: ["pending"],
      });
    assertEquals((await pending()).data.map(({ id }) => id), [made.id]);
    const revoked = await organizations.revokeOrganizationInvitation({
      organizationId: ORG,
      invitationId: made.id,
      requestingUserId: ADA,
    });
    assertEquals([revoked.status, (await pending()).totalCount], [
      "revoked",
      0,
    ]);
  },

  async "makes a role of its own, and gives it to a member"(
    { clerk, emulator },
  ) {
    const permission = await clerk.organizationPermissions
      .createOrganizationPermission({
        name: "Read bills",
        key: "org:bills:read",
        description: "May read bills",
      });
    const role = await clerk.organizationRoles.createOrganizationRole({
      name: "Accountant",
      key: "org:accountant",
      description: "Counts",
      permissions: [permission.id],
      includeInInitialRoleSet: true,
    });
    await clerk.organizations.createOrganizationMembership({
      organizationId: ORG,
      userId: GRACE,
      role: role.key,
    });
    const { token } = await emulator.signIn(GRACE, { orgId: ORG });
    const state = await clerk.authenticateRequest(
      new Request("http://localhost:3000/api", {
        headers: { authorization: `Bearer ${token}` },
      }),
    );
    const auth = state.toAuth();
    const may = (permission: string) =>
      auth?.isAuthenticated && auth.has({ permission });
    assertEquals(
      [may("org:bills:read"), may("org:bills:manage")],
      [true, false],
    );
  },
};
