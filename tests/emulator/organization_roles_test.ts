import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { Seed } from "../../emulator.ts";
import { unwrap } from "../../mod.ts";
import { assertCodes, judge, type Judged } from "./judged_client.ts";

const SEED: Seed = {
  users: [{ id: "user_ada" }, { id: "user_bob" }],
  roles: [{ key: "editor", permissions: ["org:posts:edit"] }],
  organizations: [{
    id: "org_1",
    name: "Acme",
    members: [
      { userId: "user_ada", role: "admin" },
      { userId: "user_bob", role: "editor" },
    ],
    invitations: [{ emailAddress: "eve@example.com", role: "editor" }],
  }],
};

/** The ids of the built-in and seeded roles and permissions, by their keys. */
async function readIds({ clerk }: Judged) {
  const roles = unwrap(
    await clerk.organizationRoles.getOrganizationRoleList(),
  );
  const permissions = unwrap(
    await clerk.organizationPermissions.getOrganizationPermissionList({
      limit: 100,
    }),
  );
  const all = new Map([...roles, ...permissions].map((row) => [row.key, row]));
  return (key: string) => all.get(key)?.id ?? `no_${key}`;
}

async function roleOf({ clerk }: Judged, userId: string) {
  const [place] = unwrap(
    await clerk.users.getOrganizationMembershipList({ userId }),
  );
  return place;
}

describe("the emulator's permissions", () => {
  it("are Clerk's own, and those that are made, changed and deleted", async () => {
    const judged = await judge({ seed: SEED });
    const { clerk, heard } = judged;
    const { organizationPermissions: permissions } = clerk;
    const made = unwrap(
      await permissions.createOrganizationPermission({
        name: "Read invoices",
        key: "org:invoices:read",
        description: "To read them",
      }),
    );
    assertEquals([made.type, made.description], ["user", "To read them"]);
    const changed = await permissions.updateOrganizationPermission({
      permissionId: made.id,
      key: "org:bills:read",
    });
    assertEquals(
      [changed.data?.key, changed.data?.name],
      ["org:bills:read", "Read invoices"],
    );
    const read = await permissions.getOrganizationPermission(made.id);
    assertEquals(read.data, changed.data);
    const id = await readIds(judged);
    const gone = await permissions.deleteOrganizationPermission(
      id("org:posts:edit"),
    );
    assertEquals(gone.data?.deleted, true);
    assertEquals((await roleOf(judged, "user_bob"))?.permissions, []);
    assertEquals(await heard(), [
      "permission.created",
      "permission.updated",
      "permission.deleted",
    ]);
  });

  it("are listed by name, key or id, in order", async () => {
    const judged = await judge({ seed: SEED });
    const { getOrganizationPermissionList: list } =
      judged.clerk.organizationPermissions;
    const id = await readIds(judged);
    const keys = async (params: Parameters<typeof list>[0]) =>
      unwrap(await list(params)).map(({ key }) => key.replace(/^org:/, ""));
    assertEquals(await keys({ query: "POSTS" }), ["posts:edit"]);
    assertEquals(await keys({ query: id("org:posts:edit") }), ["posts:edit"]);
    assertEquals(
      await keys({ query: "sys_domains", orderBy: "-key" }),
      ["sys_domains:read", "sys_domains:manage"],
    );
    assertEquals(await keys({ limit: 1 }), ["posts:edit"]);
    assertEquals(await keys({ orderBy: "name", limit: 1 }), [
      "sys_profile:delete",
    ]);
  });

  it("say no, each time with its code", async () => {
    const judged = await judge({ seed: SEED });
    const { organizationPermissions: permissions } = judged.clerk;
    const id = await readIds(judged);
    const create = (key: string) =>
      permissions.createOrganizationPermission({ name: "A", key });
    const system = id("org:sys_profile:manage");
    await assertCodes([
      [create("invoices:read"), "422 form_param_format_invalid key"],
      [create("org:Invoices:read"), "422 form_param_format_invalid key"],
      [create("org:invoices"), "422 form_param_format_invalid key"],
      [create("org:sys_invoices:read"), "422 form_param_format_invalid key"],
      [create("org:posts:edit"), "422 form_identifier_exists key"],
      [
        permissions.updateOrganizationPermission({
          permissionId: system,
          name: "A",
        }),
        "403 organization_system_permission_not_modifiable",
      ],
      [
        permissions.deleteOrganizationPermission(system),
        "403 organization_system_permission_not_modifiable",
      ],
      [
        permissions.getOrganizationPermission("perm_x"),
        "404 resource_not_found",
      ],
    ]);
  });
});

describe("the emulator's roles", () => {
  it("are made, changed and deleted, and members have what they permit", async () => {
    const judged = await judge({ seed: SEED });
    const { clerk, heard } = judged;
    const { organizationRoles: roles, organizations } = clerk;
    const id = await readIds(judged);
    const made = unwrap(
      await roles.createOrganizationRole({
        name: "Guest",
        key: "org:guest",
        permissions: [id("org:sys_memberships:read")],
        includeInInitialRoleSet: true,
      }),
    );
    assertEquals(
      [made.isCreatorEligible, made.description, made.permissions.length],
      [false, null, 1],
    );
    const join = await organizations.updateOrganizationMembership({
      organizationId: "org_1",
      userId: "user_bob",
      role: "org:guest",
    });
    assertEquals(join.data?.permissions, ["org:sys_memberships:read"]);
    unwrap(
      await roles.assignPermissionToOrganizationRole({
        organizationRoleId: made.id,
        permissionId: id("org:posts:edit"),
      }),
    );
    assertEquals((await roleOf(judged, "user_bob"))?.permissions, [
      "org:sys_memberships:read",
      "org:posts:edit",
    ]);
    unwrap(
      await roles.removePermissionFromOrganizationRole({
        organizationRoleId: made.id,
        permissionId: id("org:sys_memberships:read"),
      }),
    );
    const renamed = unwrap(
      await roles.updateOrganizationRole({
        organizationRoleId: made.id,
        key: "org:visitor",
        name: "Visitor",
        description: "Looks around",
      }),
    );
    assertEquals(renamed.description, "Looks around");
    const place = await roleOf(judged, "user_bob");
    assertEquals(
      [place?.role, place?.roleName, place?.permissions],
      ["org:visitor", "Visitor", ["org:posts:edit"]],
    );
    unwrap(
      await organizations.updateOrganizationMembership({
        organizationId: "org_1",
        userId: "user_bob",
        role: "org:member",
      }),
    );
    const gone = await roles.deleteOrganizationRole(made.id);
    assertEquals(gone.data?.id, made.id);
    const set = await clerk.roleSets.getRoleSet("role_set:default");
    assertEquals(set.data?.roles.some((role) => role.id === made.id), false);
    assertEquals(
      (await heard()).filter((type) => type.startsWith("role.")),
      [
        "role.created",
        "role.updated",
        "role.updated",
        "role.updated",
        "role.deleted",
      ],
    );
  });

  it("say no, each time with its code", async () => {
    const judged = await judge({ seed: SEED });
    const { organizationRoles: roles, organizations } = judged.clerk;
    const id = await readIds(judged);
    const create = (params: object) =>
      roles.createOrganizationRole({ name: "A", key: "org:a", ...params });
    const pair = (role: string, permission: string) => ({
      organizationRoleId: id(role),
      permissionId: id(permission),
    });
    await assertCodes([
      [create({ key: "a" }), "422 form_param_format_invalid key"],
      [create({ key: "org:A" }), "422 form_param_format_invalid key"],
      [create({ key: "org:admin" }), "422 form_identifier_exists key"],
      [create({ permissions: ["perm_x"] }), "404 resource_not_found"],
      [
        roles.deleteOrganizationRole(id("org:admin")),
        "422 organization_role_default_creator_role",
      ],
      [
        roles.deleteOrganizationRole(id("org:member")),
        "422 organization_role_domain_default_role",
      ],
      [
        roles.deleteOrganizationRole(id("org:editor")),
        "422 organization_role_assigned_members",
      ],
      [roles.getOrganizationRole("role_x"), "404 resource_not_found"],
      [
        roles.assignPermissionToOrganizationRole(
          pair("org:editor", "org:posts:edit"),
        ),
        "409 organization_role_permission_association_exists",
      ],
      [
        roles.removePermissionFromOrganizationRole(
          pair("org:editor", "org:sys_profile:delete"),
        ),
        "404 organization_role_permission_association_not_found",
      ],
      [
        roles.removePermissionFromOrganizationRole(
          pair("org:admin", "org:sys_profile:delete"),
        ),
        "422 organization_missing_creator_role_permissions",
      ],
      [
        roles.updateOrganizationRole({
          organizationRoleId: id("org:admin"),
          permissions: [],
        }),
        "422 organization_missing_creator_role_permissions",
      ],
    ]);
    unwrap(
      await organizations.deleteOrganizationMembership({
        organizationId: "org_1",
        userId: "user_bob",
      }),
    );
    await assertCodes([[
      roles.deleteOrganizationRole(id("org:editor")),
      "422 organization_role_exists_in_invitations",
    ]]);
  });

  it("are ten at most", async () => {
    const { clerk } = await judge();
    const create = (i: number) =>
      clerk.organizationRoles.createOrganizationRole({
        name: `R${i}`,
        key: `org:r${i}`,
      });
    for (let i = 3; i <= 10; i++) unwrap(await create(i));
    await assertCodes([
      [create(11), "403 organization_instance_roles_quota_exceeded"],
    ]);
  });
});

describe("the emulator's sets of roles", () => {
  const TEAM = {
    name: "The Team",
    defaultRoleKey: "org:editor",
    creatorRoleKey: "org:admin",
    roles: ["org:admin", "org:editor"],
  } as const;

  it("are made, read by key or id, changed, and given to organizations", async () => {
    const { clerk } = await judge({ seed: SEED });
    const { roleSets, organizations } = clerk;
    const made = unwrap(await roleSets.createRoleSet(TEAM));
    assertEquals([made.key, made.type], ["role_set:the_team", "custom"]);
    assertEquals(
      [made.defaultRole?.key, made.creatorRole?.key],
      ["org:editor", "org:admin"],
    );
    assertEquals((await roleSets.getRoleSet(made.id)).data, made);
    assertEquals((await roleSets.getRoleSet(made.key)).data, made);
    const moved = await organizations.updateOrganization("org_1", {
      roleSetKey: made.key,
    });
    assertEquals(moved.data?.roleSetKey, made.key);
    const counted = unwrap(await roleSets.getRoleSet(made.id));
    assertEquals(
      counted.roles.map(({ membersCount }) => membersCount),
      [1, 1],
    );
    const initial = unwrap(
      await roleSets.updateRoleSet({
        roleSetKeyOrId: made.id,
        type: "initial",
        name: "Team",
        key: "role_set:team",
        description: "All",
        defaultRoleKey: "org:admin",
      }),
    );
    assertEquals(
      [initial.type, initial.name, initial.defaultRole?.key],
      ["initial", "Team", "org:admin"],
    );
    const { data: sets } = await roleSets.getRoleSetList({ orderBy: "key" });
    assertEquals(
      sets?.map(({ key, type }) => [key, type]),
      [["role_set:default", "custom"], ["role_set:team", "initial"]],
    );
    const next = await organizations.createOrganization({ name: "Next" });
    assertEquals(next.data?.roleSetKey, "role_set:team");
  });

  it("take in roles, and put one in the place of another", async () => {
    const judged = await judge({ seed: SEED });
    const { clerk, heard } = judged;
    const { roleSets, organizations } = clerk;
    const { key } = unwrap(
      await roleSets.createRoleSet({
        ...TEAM,
        roles: ["org:admin"],
        defaultRoleKey: "org:admin",
      }),
    );
    const grown = unwrap(
      await roleSets.addRolesToRoleSet({
        roleSetKeyOrId: key,
        roleKeys: ["org:editor", "org:member"],
        defaultRoleKey: "org:member",
      }),
    );
    assertEquals(grown.roles.length, 3);
    assertEquals(grown.defaultRole?.key, "org:member");
    unwrap(
      await organizations.updateOrganization("org_1", { roleSetKey: key }),
    );
    await heard();
    const shrunk = unwrap(
      await roleSets.replaceRoleInRoleSet({
        roleSetKeyOrId: key,
        roleKey: "org:editor",
        toRoleKey: "org:member",
      }),
    );
    assertEquals(
      shrunk.roles.map((role) => role.key),
      ["org:admin", "org:member"],
    );
    assertEquals((await roleOf(judged, "user_bob"))?.role, "org:member");
    const [invited] = unwrap(
      await organizations.getInstanceOrganizationInvitationList(),
    );
    assertEquals(invited?.role, "org:member");
    assertEquals(await heard(), ["organizationMembership.updated"]);
  });

  it("leave their organizations to another set", async () => {
    const judged = await judge({ seed: SEED });
    const { clerk } = judged;
    const { roleSets } = clerk;
    const made = unwrap(
      await roleSets.createRoleSet({
        name: "New",
        key: "role_set:new",
        defaultRoleKey: "org:member",
        creatorRoleKey: "org:admin",
        roles: ["org:admin", "org:member"],
      }),
    );
    const replace = (params: object) =>
      roleSets.replaceRoleSet({
        roleSetKeyOrId: "role_set:default",
        destRoleSetKey: "role_set:new",
        ...params,
      });
    await assertCodes([
      [replace({}), "422 form_param_value_invalid reassignment_mappings"],
      [
        replace({ destRoleSetKey: "role_set:default" }),
        "422 form_param_value_invalid dest_role_set_key",
      ],
      [
        replace({ destRoleSetKey: "role_set:x" }),
        "404 resource_not_found dest_role_set_key",
      ],
    ]);
    const gone = await replace({
      reassignmentMappings: { "org:editor": "org:member" },
    });
    assertEquals(gone.data?.deleted, true);
    assertEquals((await roleOf(judged, "user_bob"))?.role, "org:member");
    const organization = await clerk.organizations.getOrganization({
      slug: "acme",
    });
    assertEquals(organization.data?.roleSetKey, "role_set:new");
    const left = unwrap(await roleSets.getRoleSetList());
    assertEquals(
      left.map(({ id, type }) => [id, type]),
      [[made.id, "initial"]],
    );
  });

  it("say no, each time with its code", async () => {
    const { clerk } = await judge({ seed: SEED });
    const { roleSets, organizations } = clerk;
    const create = (params: object) =>
      roleSets.createRoleSet({ ...TEAM, ...params });
    const small = unwrap(
      await create({
        key: "role_set:small",
        roles: ["org:admin"],
        defaultRoleKey: "org:admin",
      }),
    );
    const add = (params: object) =>
      roleSets.addRolesToRoleSet({
        roleSetKeyOrId: small.id,
        roleKeys: ["org:editor"],
        ...params,
      });
    const replace = (roleKey: string, toRoleKey: string) =>
      roleSets.replaceRoleInRoleSet({
        roleSetKeyOrId: "role_set:default",
        roleKey,
        toRoleKey,
      });
    await assertCodes([
      [create({ key: "team" }), "422 form_param_format_invalid key"],
      [create({ key: small.key }), "422 form_identifier_exists key"],
      [create({ roles: ["org:x"] }), "404 resource_not_found roles"],
      [create({ roles: [] }), "422 form_param_value_invalid roles"],
      [
        create({ defaultRoleKey: "org:member" }),
        "422 form_param_value_invalid default_role_key",
      ],
      [
        create({ creatorRoleKey: "org:editor" }),
        "422 organization_missing_creator_role_permissions",
      ],
      [add({ roleKeys: ["org:x"] }), "404 resource_not_found role_keys"],
      [
        add({ creatorRoleKey: "org:editor" }),
        "422 organization_missing_creator_role_permissions",
      ],
      [
        add({ defaultRoleKey: "org:member" }),
        "422 form_param_value_invalid default_role_key",
      ],
      [
        replace("org:admin", "org:member"),
        "422 organization_missing_creator_role_permissions",
      ],
      [replace("org:x", "org:member"), "404 resource_not_found role_key"],
      [
        replace("org:member", "org:member"),
        "422 form_param_value_invalid to_role_key",
      ],
      [roleSets.getRoleSet("role_set:x"), "404 resource_not_found"],
      [
        organizations.updateOrganization("org_1", { roleSetKey: small.key }),
        "422 form_param_value_invalid role_set_key",
      ],
    ]);
  });

  it("bound what a member may be", async () => {
    const { clerk } = await judge({ seed: SEED });
    const { key } = unwrap(
      await clerk.roleSets.createRoleSet({
        ...TEAM,
        roles: ["org:admin"],
        defaultRoleKey: "org:admin",
      }),
    );
    const made = unwrap(
      await clerk.organizations.createOrganization({
        name: "Small",
        roleSetKey: key,
        createdBy: "user_ada",
      }),
    );
    const join = clerk.organizations.createOrganizationMembership({
      organizationId: made.id,
      userId: "user_bob",
      role: "org:member",
    });
    await assertCodes([[join, "404 resource_not_found role"]]);
    assert(made.roleSetKey === key);
  });
});
