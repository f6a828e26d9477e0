import { assert, assertEquals, assertRejects } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator, type Seed } from "../../emulator.ts";
import { decodeJwt } from "../../jwt.ts";
import { unwrap } from "../../mod.ts";
import { assertCodes, judge } from "./judged_client.ts";

const SEED: Seed = {
  users: ["ada", "bob", "cyd"].map((name) => ({
    id: `user_${name}`,
    emailAddress: [`${name}@example.com`],
    firstName: name,
  })),
};

describe("the emulator's organizations", () => {
  it("are made with who makes them as administrator", async () => {
    const { emulator, clerk, heard } = await judge({ seed: SEED });
    emulator.clock.freeze(Date.UTC(2026, 0, 1));
    const made = unwrap(
      await clerk.organizations.createOrganization({
        name: "Acme Ltd",
        createdBy: "user_ada",
        publicMetadata: { own_Key: [1] },
        privateMetadata: { customer: "c1" },
      }),
    );
    assert(/^org_\w{27}$/.test(made.id));
    assertEquals(
      [made.slug, made.createdBy, made.hasImage, made.maxAllowedMemberships],
      ["acme-ltd", "user_ada", false, 5],
    );
    assertEquals(made.publicMetadata, { own_Key: [1] });
    assertEquals(made.privateMetadata, { customer: "c1" });
    assertEquals(made.createdAt, Date.UTC(2026, 0, 1));
    assertEquals(made.roleSetKey, "role_set:default");
    assertEquals(await heard(), [
      "organization.created",
      "organizationMembership.created",
    ]);
    const [place] = unwrap(
      await clerk.organizations.getOrganizationMembershipList({
        organizationId: made.id,
      }),
    );
    assertEquals(
      [place?.role, place?.roleName, place?.publicUserData?.userId],
      ["org:admin", "Admin", "user_ada"],
    );
    const again = await clerk.organizations.createOrganization({
      name: "ACME ltd!",
      createdAt: "2020-01-01T00:00:00Z",
    });
    assertEquals(
      [again.data?.slug, again.data?.createdAt],
      ["acme-ltd-2", Date.UTC(2020, 0, 1)],
    );
    assertEquals(await heard(), ["organization.created"]);
  });

  it("are read by id or by slug, and tell more to who asks", async () => {
    const { clerk } = await judge({
      seed: {
        ...SEED,
        organizations: [{
          id: "org_1",
          name: "Acme",
          members: [{ userId: "user_ada" }, { userId: "user_bob" }],
        }],
      },
    });
    const { getOrganization } = clerk.organizations;
    const byId = unwrap(await getOrganization({ organizationId: "org_1" }));
    assertEquals(byId, unwrap(await getOrganization({ slug: "acme" })));
    assertEquals(byId.membersCount, undefined);
    const more = unwrap(
      await getOrganization({
        slug: "acme",
        includeMembersCount: true,
        includeMissingMemberWithElevatedPermissions: true,
      }),
    );
    assertEquals(
      [more.membersCount, more.missingMemberWithElevatedPermissions],
      [2, true],
    );
    await clerk.organizations.updateOrganizationMembership({
      organizationId: "org_1",
      userId: "user_ada",
      role: "org:admin",
    });
    const less = await getOrganization({
      slug: "acme",
      includeMissingMemberWithElevatedPermissions: true,
    });
    assertEquals(less.data?.missingMemberWithElevatedPermissions, false);
  });

  it("are changed, and say when", async () => {
    const { emulator, clerk, heard } = await judge({
      seed: { organizations: [{ id: "org_1", name: "Acme" }] },
    });
    emulator.clock.freeze(Date.UTC(2030, 0, 1));
    const changed = unwrap(
      await clerk.organizations.updateOrganization("org_1", {
        name: "Bcme",
        slug: "acme",
        maxAllowedMemberships: 3,
        adminDeleteEnabled: false,
        createdAt: new Date(Date.UTC(2025, 0, 1)),
        publicMetadata: { a: 1 },
      }),
    );
    const { name, slug, maxAllowedMemberships, adminDeleteEnabled } = changed;
    assertEquals(
      [name, slug, maxAllowedMemberships, adminDeleteEnabled],
      ["Bcme", "acme", 3, false],
    );
    assertEquals(
      [changed.createdAt, changed.updatedAt, changed.publicMetadata],
      [Date.UTC(2025, 0, 1), Date.UTC(2030, 0, 1), { a: 1 }],
    );
    assertEquals(await heard(), [
      "organization.updated",
      "organization.updated",
    ]);
  });

  it("merge metadata and replace it", async () => {
    const { clerk } = await judge({
      seed: {
        organizations: [{
          id: "org_1",
          name: "Acme",
          publicMetadata: { a: { b: 1, c: 2 }, d: 3 },
          privateMetadata: { e: 4 },
        }],
      },
    });
    const merged = await clerk.organizations.updateOrganizationMetadata(
      "org_1",
      { publicMetadata: { a: { b: null, x: 5 }, y: [1] } },
    );
    assertEquals(merged.data?.publicMetadata, {
      a: { c: 2, x: 5 },
      d: 3,
      y: [1],
    });
    assertEquals(merged.data?.privateMetadata, { e: 4 });
    const replaced = await clerk.organizations.replaceOrganizationMetadata(
      "org_1",
      { publicMetadata: { z: 1 } },
    );
    assertEquals(replaced.data?.publicMetadata, { z: 1 });
    assertEquals(replaced.data?.privateMetadata, { e: 4 });
  });

  it("take a logo and let it go", async () => {
    const { clerk } = await judge({
      seed: { organizations: [{ id: "org_1", name: "Acme" }] },
    });
    const { organizations } = clerk;
    const upload = (type: string, size = 3) =>
      organizations.updateOrganizationLogo("org_1", {
        file: new Blob([new Uint8Array(size)], { type }),
      });
    const first = unwrap(await upload("image/png"));
    assert(/\/images\/img_\w+$/.test(first.imageUrl ?? ""));
    assertEquals([first.hasImage, first.logoUrl], [true, first.imageUrl]);
    const second = unwrap(await upload("image/webp"));
    assert(second.imageUrl !== first.imageUrl);
    const gone = await organizations.deleteOrganizationLogo("org_1");
    assertEquals(gone.data?.hasImage, false);
    await assertCodes([
      [upload("image/svg+xml"), "400 request_body_invalid"],
      [upload("image/png", 10_000_001), "413 image_too_large"],
      [organizations.deleteOrganizationLogo("org_1"), "404 image_not_found"],
      [
        organizations.updateOrganizationLogo("org_1", {
          file: new Blob(["x"], { type: "image/png" }),
          uploaderUserId: "user_x",
        }),
        "404 resource_not_found",
      ],
    ]);
  });

  it("are listed in pages, in order, by what is looked for", async () => {
    const names = ["Delta", "alpha", "Charlie", "bravo"];
    const { clerk } = await judge({
      seed: {
        ...SEED,
        organizations: names.map((name, i) => ({
          id: `org_${name.charAt(0).toLowerCase()}`,
          name,
          createdAt: 1_000 * (i + 1),
          members: [{ userId: "user_ada" }, { userId: "user_bob" }]
            .slice(0, i % 3),
        })),
      },
    });
    const list = async (
      params: Parameters<typeof clerk.organizations.getOrganizationList>[0],
    ) => {
      const { data, totalCount } = await clerk.organizations
        .getOrganizationList(params);
      return [(data ?? []).map(({ id }) => id.slice(-1)).join(""), totalCount];
    };
    const cases = [
      [{}, "bcad", 4],
      [{ limit: 2 }, "bc", 4],
      [{ limit: 2, offset: 3 }, "d", 4],
      [{ offset: 4 }, "", 4],
      [{ orderBy: "created_at" }, "dacb", 4],
      [{ orderBy: "name" }, "abcd", 4],
      [{ orderBy: "-name", limit: 3 }, "dcb", 4],
      [{ orderBy: "-members_count", limit: 1 }, "c", 4],
      [{ query: "AL" }, "a", 1],
      [{ query: "ra" }, "b", 1],
      [{ query: "org_d" }, "d", 1],
      [{ query: "org" }, "", 0],
      [{ organizationId: ["org_a", "org_b", "org_x"] }, "ba", 2],
      [{ organizationId: ["-org_a"] }, "bcd", 3],
      [{ userId: ["user_ada"] }, "ca", 2],
      [{ userId: ["user_bob"] }, "c", 1],
      [{ userId: ["+user_ada", "-user_bob"] }, "a", 1],
      [{ userId: ["user_ada"], query: "charlie" }, "c", 1],
    ] as const;
    for (const [params, ids, total] of cases) {
      assertEquals(await list(params), [ids, total], JSON.stringify(params));
    }
    const counted = await clerk.organizations.getOrganizationList({
      includeMembersCount: true,
      orderBy: "+members_count",
    });
    assertEquals(
      counted.data?.map(({ membersCount }) => membersCount),
      [0, 0, 1, 2],
    );
  });

  it("take all that is theirs with them", async () => {
    const { clerk, emulator, heard } = await judge({
      seed: {
        ...SEED,
        organizations: [{
          id: "org_1",
          name: "Acme",
          members: [{ userId: "user_ada", role: "admin" }],
          invitations: [{ emailAddress: "bob@example.com" }],
          domains: [{ name: "acme.example" }],
        }, { id: "org_2", name: "Other", members: [{ userId: "user_ada" }] }],
      },
    });
    const gone = await clerk.organizations.deleteOrganization("org_1");
    assertEquals(gone.data, {
      object: "organization",
      id: "org_1",
      slug: "acme",
      deleted: true,
    });
    assertEquals(await heard(), [
      "organizationMembership.deleted",
      "organizationDomain.deleted",
      "organization.deleted",
    ]);
    const { tables } = emulator.snapshot();
    const { memberships, invitations, organizationDomains } = tables;
    assertEquals(memberships?.length, 1);
    assertEquals([invitations, organizationDomains], [[], []]);
    const lists = await Promise.all([
      clerk.users.getOrganizationMembershipList({ userId: "user_ada" }),
      clerk.users.getOrganizationInvitationList({ userId: "user_bob" }),
    ]);
    assertEquals(lists.map(({ totalCount }) => totalCount), [1, 0]);
    await assertCodes([
      [
        clerk.organizations.getOrganization({ slug: "acme" }),
        "404 resource_not_found",
      ],
      [
        clerk.organizations.deleteOrganization("org_1"),
        "404 resource_not_found",
      ],
    ]);
  });

  it("lose the place of a user who is deleted", async () => {
    const { clerk } = await judge({
      seed: {
        ...SEED,
        organizations: [{
          id: "org_1",
          name: "Acme",
          members: [{ userId: "user_ada", role: "admin" }],
        }],
      },
    });
    unwrap(await clerk.users.deleteUser("user_ada"));
    const { totalCount } = await clerk.organizations
      .getInstanceOrganizationMembershipList();
    assertEquals(totalCount, 0);
  });

  it("say no, each time with its code", async () => {
    const { clerk, heard } = await judge({
      seed: {
        users: [{ id: "user_ada" }],
        organizations: [
          { id: "org_1", name: "Acme" },
          { id: "org_2", name: "Other" },
        ],
      },
    });
    const { organizations } = clerk;
    const create = (params: object) =>
      organizations.createOrganization({ name: "A", ...params });
    const update = (params: object, id = "org_1") =>
      organizations.updateOrganization(id, params);
    await assertCodes([
      [create({ name: "" }), "422 form_param_value_invalid name"],
      [create({ name: "<b>A</b>" }), "422 form_param_value_invalid name"],
      [create({ name: "see http://a" }), "422 form_param_value_invalid name"],
      [
        create({ name: "a".repeat(257) }),
        "422 form_param_max_length_exceeded name",
      ],
      [create({ slug: "A b" }), "422 form_param_format_invalid slug"],
      [create({ slug: "acme" }), "422 form_identifier_exists slug"],
      [create({ createdBy: "user_x" }), "400 organization_creator_not_found"],
      [create({ createdAt: "soon" }), "422 form_param_invalid_time created_at"],
      [
        create({ maxAllowedMemberships: -1 }),
        "422 form_param_value_invalid max_allowed_memberships",
      ],
      [
        create({ roleSetKey: "role_set:x" }),
        "404 resource_not_found role_set_key",
      ],
      [update({ slug: "other" }), "422 form_identifier_exists slug"],
      [update({ name: " " }), "422 form_param_value_invalid name"],
      [update({ name: "A" }, "org_x"), "404 resource_not_found"],
      [
        organizations.updateOrganizationMetadata("org_x", {}),
        "404 resource_not_found",
      ],
      [
        organizations.getOrganizationList({ limit: 501 }),
        "422 form_param_value_invalid limit",
      ],
      [
        organizations.getOrganizationList({
          orderBy: "slug" as "name",
        }),
        "422 form_param_value_invalid order_by",
      ],
    ]);
    assertEquals(await heard(), []);
  });

  it("are as many as their maker may make", async () => {
    const { clerk } = await judge({ seed: SEED });
    const { users, organizations } = clerk;
    unwrap(
      await users.updateUser("user_ada", { createOrganizationsLimit: 1 }),
    );
    const create = () =>
      organizations.createOrganization({ name: "A", createdBy: "user_ada" });
    unwrap(await create());
    await assertCodes([[create(), "403 org_creation_limit_exceeded"]]);
  });

  it("give a session their slug, and the role and permissions in them", async () => {
    const emulator = await createEmulator({
      seed: {
        ...SEED,
        roles: [{ key: "editor", permissions: ["org:posts:edit"] }],
        organizations: [{
          id: "org_1",
          name: "Acme",
          members: [{ userId: "user_ada", role: "editor" }],
        }],
      },
    });
    const claims = async () => {
      const { token } = await emulator.signIn("user_ada", { orgId: "org_1" });
      return Object(decodeJwt(token).result?.payload).o;
    };
    assertEquals(await claims(), {
      id: "org_1",
      slg: "acme",
      rol: "editor",
      per: "edit",
      fpm: "1",
    });
    await assertRejects(
      () => emulator.signIn("user_bob", { orgId: "org_1" }),
      TypeError,
      "org_1",
    );
  });
});

describe("a seed of organizations", () => {
  it("is refused when it contradicts itself, and says where", async () => {
    const organization = { id: "org_1", name: "Acme" };
    const twice = { userId: "user_ada" };
    const seeds: readonly [Seed, string][] = [
      [{ organizations: [organization, organization] }, "org_1"],
      [
        {
          organizations: [organization, {
            id: "org_2",
            name: "B",
            slug: "acme",
          }],
        },
        "org_2",
      ],
      [
        {
          users: [{ id: "user_ada" }],
          organizations: [{ ...organization, members: [twice, twice] }],
        },
        "user_ada",
      ],
    ];
    for (const [seed, named] of seeds) {
      await assertRejects(() => createEmulator({ seed }), TypeError, named);
    }
  });

  it("makes the roles that it names", async () => {
    const { clerk } = await judge({
      seed: {
        users: [{ id: "user_ada" }],
        roles: [
          { key: "org:admin", permissions: ["org:posts:edit"] },
          { key: "editor", name: "Author", permissions: ["org:posts:edit"] },
        ],
        organizations: [{
          name: "Acme",
          members: [{ userId: "user_ada", role: "org:night_guard" }],
        }],
      },
    });
    const roles = unwrap(
      await clerk.organizationRoles.getOrganizationRoleList({ orderBy: "key" }),
    );
    assertEquals(
      roles.map(({ key, name }) => [key, name]),
      [
        ["org:admin", "Admin"],
        ["org:editor", "Author"],
        ["org:member", "Member"],
        ["org:night_guard", "Night guard"],
      ],
    );
    assert(roles[0]?.permissions.some(({ key }) => key === "org:posts:edit"));
    const { data: set } = await clerk.roleSets.getRoleSet("role_set:default");
    assertEquals(set?.roles.length, 4);
  });
});
