import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { Emulator } from "../../emulator.ts";
import { call, conform, refused, withAda } from "./harness.ts";

const ORGANIZATION = {
  id: "org_1",
  name: "Acme",
  members: [{ userId: "user_1", role: "org:admin" }],
  domains: [{ name: "acme.example" }],
};

async function start(): Promise<Emulator> {
  const emulator = await withAda();
  await emulator.seed({ organizations: [ORGANIZATION] });
  return emulator;
}

async function set(emulator: Emulator, change: object): Promise<void> {
  const path = "/instance/organization_settings";
  const { status, body } = await call(emulator, "PATCH", path, change);
  assertEquals(status, 200);
  conform("OrganizationSettings", body);
}

/** The status and the code of a refusal, in one text. */
async function codeOf(
  emulator: Emulator,
  method: string,
  path: string,
  body?: unknown,
): Promise<string> {
  const { status, code } = await refused(emulator, method, path, body);
  return `${status} ${code}`;
}

describe("the emulator's settings of organizations", () => {
  it("can do without organizations", async () => {
    const emulator = await start();
    const member = { user_id: "user_1", role: "org:member" };
    const domain = { name: "b.example", enrollment_mode: "manual_invitation" };
    const calls = [
      ["GET", "/organizations"],
      ["POST", "/organizations", { name: "Other" }],
      ["GET", "/organizations/org_1"],
      ["PATCH", "/organizations/org_1", { name: "Other" }],
      ["DELETE", "/organizations/org_1"],
      ["GET", "/organization_memberships"],
      ["POST", "/organizations/org_1/memberships", member],
      ["GET", "/organizations/org_1/invitations"],
      ["GET", "/organization_invitations"],
      ["GET", "/organization_domains"],
      ["POST", "/organizations/org_1/domains", domain],
      ["GET", "/organization_roles"],
      ["GET", "/role_sets"],
      ["GET", "/users/user_1/organization_memberships"],
      ["GET", "/users/user_1/organization_invitations"],
    ] as const;
    await set(emulator, { enabled: false });
    for (const [method, path, body] of calls) {
      assertEquals(
        await codeOf(emulator, method, path, body),
        "403 organization_not_enabled_in_instance",
        `${method} ${path}`,
      );
    }
    assertEquals((await call(emulator, "GET", "/users/user_1")).status, 200);
    await set(emulator, { enabled: true });
    const { body } = await call(emulator, "GET", "/organizations");
    assertEquals(body.total_count, 1);
  });

  it("give new organizations their limit of members, 5 by default", async () => {
    const emulator = await start();
    const limitOf = async (body: object) => {
      const made = await call(emulator, "POST", "/organizations", body);
      return made.body.max_allowed_memberships;
    };
    assertEquals(await limitOf({ name: "A" }), 5);
    await set(emulator, { max_allowed_memberships: 1 });
    assertEquals(
      await limitOf({ name: "C", max_allowed_memberships: 3 }),
      3,
    );
    const { body } = await call(emulator, "POST", "/organizations", {
      name: "B",
      created_by: "user_1",
    });
    assertEquals(body.max_allowed_memberships, 1);
    await emulator.seed({
      users: [{ id: "user_2", emailAddress: ["b@x.example"] }],
    });
    const path = `/organizations/${body.id}`;
    for (
      const [more, what] of [
        ["memberships", { user_id: "user_2", role: "org:member" }],
        [
          "invitations",
          { email_address: "c@x.example", role: "org:member" },
        ],
      ] as const
    ) {
      assertEquals(
        await codeOf(emulator, "POST", `${path}/${more}`, what),
        "403 organization_membership_quota_exceeded",
      );
    }
    await call(emulator, "PATCH", path, { max_allowed_memberships: 2 });
    const member = { user_id: "user_2", role: "org:member" };
    const added = await call(emulator, "POST", `${path}/memberships`, member);
    assertEquals(added.status, 200);
  });

  it("say whether administrators may delete new organizations", async () => {
    const emulator = await start();
    await set(emulator, { admin_delete_enabled: false });
    const { body } = await call(emulator, "POST", "/organizations", {
      name: "A",
    });
    assertEquals(body.admin_delete_enabled, false);
    // That is for administrators; a backend can.
    const gone = await call(emulator, "DELETE", `/organizations/${body.id}`);
    assertEquals(gone.status, 200);
  });

  it("can do without slugs", async () => {
    const emulator = await start();
    await set(emulator, { slug_disabled: true });
    for (
      const [method, path] of [
        ["POST", "/organizations"],
        ["PATCH", "/organizations/org_1"],
      ] as const
    ) {
      assertEquals(
        await codeOf(emulator, method, path, { name: "B", slug: "b" }),
        "403 organization_slugs_disabled",
      );
    }
    const made = await call(emulator, "POST", "/organizations", { name: "B" });
    assertEquals(made.status, 200);
  });

  it("have domains only when they are on, by the ways that are", async () => {
    const emulator = await start();
    const list = await call(emulator, "GET", "/organizations/org_1/domains");
    const base = "/organizations/org_1/domains";
    const one = `${base}/${list.body.data[0].id}`;
    const make = (mode: string) => ({
      name: `${mode.slice(0, 9)}.example`.replace("_", ""),
      enrollment_mode: mode,
    });
    for (
      const [method, path, body] of [
        ["POST", base, make("manual_invitation")],
        ["PATCH", one, { enrollment_mode: "manual_invitation" }],
        ["POST", `${one}/verify_ownership`, undefined],
      ] as const
    ) {
      assertEquals(
        await codeOf(emulator, method, path, body),
        "403 organization_domains_not_enabled",
      );
    }
    await set(emulator, {
      domains_enabled: true,
      domains_enrollment_modes: ["automatic_suggestion"],
    });
    for (
      const [method, path, body] of [
        ["POST", base, make("automatic_invitation")],
        ["PATCH", one, { enrollment_mode: "automatic_invitation" }],
      ] as const
    ) {
      assertEquals(
        await codeOf(emulator, method, path, body),
        "403 organization_domain_enrollment_mode_not_enabled",
      );
    }
    for (const mode of ["manual_invitation", "automatic_suggestion"]) {
      const change = { enrollment_mode: mode };
      const { body } = await call(emulator, "PATCH", one, change);
      assertEquals(body.enrollment_mode, mode);
    }
  });

  it("let domains invite new users who have an address of them", async () => {
    const emulator = await withAda();
    const domain = (name: string, enrollmentMode: string, more: object = {}) =>
      Object({ name, enrollmentMode, ...more });
    const organization = (id: string, ...domains: readonly object[]) =>
      Object({ id, name: id, domains });
    await emulator.seed({
      organizations: [
        organization("org_1", domain("a.example", "automatic_invitation")),
        organization("org_2", domain("b.example", "automatic_suggestion")),
        organization(
          "org_3",
          domain("c.example", "automatic_invitation", { verified: false }),
        ),
      ],
    });
    const heard: string[] = [];
    emulator.webhooks.on("organizationInvitation.*", (_, { type, data }) => {
      conform("OrganizationInvitation", data);
      heard.push(type);
    });
    const make = async (email: string) => {
      await call(emulator, "POST", "/users", { email_address: [email] });
      await emulator.webhooks.delivered();
    };
    await make("early@a.example");
    await set(emulator, {
      domains_enabled: true,
      domains_default_role_id: "org:admin",
    });
    for (const name of ["a", "b", "c"]) await make(`Eve@${name}.example`);
    const { body } = await call(emulator, "GET", "/organization_invitations");
    assertEquals(
      body.data.map((each: Record<string, unknown>) => [
        each.organization_id,
        each.email_address,
        each.role,
        each.status,
        each.expires_at,
      ]),
      [["org_1", "eve@a.example", "org:admin", "pending", null]],
    );
    assertEquals(heard, ["organizationInvitation.created"]);
    assertEquals(emulator.outbox, []);
    const domains = await call(emulator, "GET", "/organization_domains");
    assertEquals(
      domains.body.data.map((each: Record<string, unknown>) => [
        each.name,
        each.total_pending_invitations,
      ]).sort(),
      [["a.example", 1], ["b.example", 0], ["c.example", 0]],
    );
  });

  it("limit domains and roles", async () => {
    const emulator = await start();
    await emulator.seed({
      settings: {
        organizations: {
          domains_enabled: true,
          max_allowed_domains: 1,
          max_allowed_roles: 3,
        },
      },
    });
    const domain = { name: "b.example", enrollment_mode: "manual_invitation" };
    assertEquals(
      await codeOf(emulator, "POST", "/organizations/org_1/domains", domain),
      "403 organization_domain_quota_exceeded",
    );
    const role = (key: string) => ({ name: key, key: `org:${key}` });
    const made = await call(emulator, "POST", "/organization_roles", role("a"));
    assertEquals(made.status, 200);
    assertEquals(
      await codeOf(emulator, "POST", "/organization_roles", role("b")),
      "403 organization_instance_roles_quota_exceeded",
    );
  });

  it("name the roles of the set that new organizations get", async () => {
    const emulator = await start();
    const permissions = (await call(
      emulator,
      "GET",
      "/organization_permissions?limit=50",
    )).body.data.map(({ id }: { id: string }) => id);
    const role = (await call(emulator, "POST", "/organization_roles", {
      name: "Owner",
      key: "org:owner",
      permissions,
    })).body;
    await set(emulator, {
      creator_role_id: role.id,
      domains_default_role_id: "org:owner",
    });
    const set_ = (await call(emulator, "GET", "/role_sets")).body.data[0];
    assertEquals(
      [set_.creator_role.key, set_.default_role.key],
      ["org:owner", "org:owner"],
    );
    const settings = await call(
      emulator,
      "GET",
      "/instance/organization_settings",
    );
    assertEquals(settings.body.initial_role_set_key, "role_set:default");
    const made = await call(emulator, "POST", "/organizations", {
      name: "B",
      created_by: "user_1",
    });
    const members = await call(
      emulator,
      "GET",
      `/organizations/${made.body.id}/memberships`,
    );
    assertEquals(members.body.data[0].role, "org:owner");
    // Changing the set changes what the settings say.
    await call(emulator, "PATCH", "/role_sets/role_set:default", {
      creator_role_key: "org:admin",
    });
    const again = await call(
      emulator,
      "GET",
      "/instance/organization_settings",
    );
    assertEquals(again.body.creator_role, "org:admin");
  });

  it("leave to users how many organizations they make", async () => {
    const emulator = await start();
    await call(emulator, "PATCH", "/users/user_1", {
      create_organizations_limit: 1,
    });
    const make = { name: "A", created_by: "user_1" };
    const first = await call(emulator, "POST", "/organizations", make);
    assertEquals(first.status, 200);
    assertEquals(
      await codeOf(emulator, "POST", "/organizations", make),
      "403 org_creation_limit_exceeded",
    );
  });
});
