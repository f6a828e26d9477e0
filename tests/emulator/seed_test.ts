import { assert, assertEquals, assertRejects } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator, type Seed } from "../../emulator.ts";
import { call, conform } from "./harness.ts";

/** Something of everything that can be seeded, as it would stand in a file. */
const TEXT = JSON.stringify(
  {
    users: [{ id: "user_1", emailAddress: ["ada@example.com"] }],
    roles: [{ key: "org:clerk", permissions: ["org:files:read"] }],
    organizations: [{
      id: "org_1",
      name: "Acme",
      members: [{ userId: "user_1", role: "org:clerk" }],
      invitations: [{ emailAddress: "eve@example.com" }],
      domains: [{ name: "acme.example" }],
    }],
    sessions: [{ userId: "user_1", organizationId: "org_1" }],
    jwtTemplates: [{ name: "db", claims: { role: "x" } }],
    machines: [{ id: "mch_1", name: "worker" }],
    apiKeys: [{ subject: "user_1", name: "mine" }],
    oauthApplications: [{ name: "app" }],
    redirectUrls: ["https://app.example.com/back"],
    settings: { organizations: { max_allowed_memberships: 2 } },
    invitations: [{
      id: "inv_1",
      emailAddress: "Bob@example.com",
      publicMetadata: { plan: "pro" },
    }],
    waitlist: ["one@example.com", "two@example.com"],
    allowlist: ["*@example.com", "+12015550123"],
    blocklist: ["mallory@example.com"],
  } satisfies Seed,
);

describe("the emulator's seed", () => {
  it("may be JSON, and has a member for all that is kept", async () => {
    const emulator = await createEmulator({ seed: JSON.parse(TEXT) });
    const get = async (path: string) => {
      const { status, body } = await call(emulator, "GET", path);
      assertEquals(status, 200, path);
      conform(`GET ${path}`, body);
      return body;
    };
    const [invitation] = await get("/invitations");
    assertEquals(
      [invitation.id, invitation.email_address, invitation.public_metadata],
      ["inv_1", "bob@example.com", { plan: "pro" }],
    );
    assertEquals((await get("/waitlist_entries")).total_count, 2);
    const allowed = await get("/allowlist_identifiers");
    assertEquals(
      allowed.map((each: { identifier: string }) => each.identifier).sort(),
      ["*@example.com", "+12015550123"],
    );
    assertEquals((await get("/blocklist_identifiers")).total_count, 1);
    const settings = await get("/instance/organization_settings");
    assertEquals(settings.max_allowed_memberships, 2);
    assertEquals(settings.enabled, true);
    assertEquals(emulator.outbox, []);
  });

  it("is there again after a reset, and all of it in a snapshot", async () => {
    const emulator = await createEmulator({
      seed: JSON.parse(TEXT),
      ids: { prefix: "t" },
    });
    emulator.clock.freeze(Date.UTC(2026, 0, 1));
    await emulator.reset();
    const { tables } = emulator.snapshot();
    const filled = Object.entries(tables).filter(([, rows]) => rows.length > 0)
      .map(([name]) => name);
    for (
      const name of [
        "users",
        "organizations",
        "memberships",
        "invitations",
        "organizationDomains",
        "roles",
        "permissions",
        "sessions",
        "jwtTemplates",
        "machines",
        "apiKeys",
        "oauthApplications",
        "redirectUrls",
        "settings",
        "instanceInvitations",
        "waitlist",
        "allowlist",
        "blocklist",
      ]
    ) assert(filled.includes(name), name);
    const text = JSON.stringify(emulator.snapshot());
    const other = await createEmulator();
    other.restore(JSON.parse(text));
    assertEquals(JSON.stringify(other.snapshot()), text);
  });

  it("is refused when it has what is unknown, malformed or there twice", async () => {
    const wrong: readonly (readonly [object, string])[] = [
      [{ user: [] }, '"user"'],
      [{ users: [{}, { emial: [] }] }, 'member "users[1].emial"'],
      [{ users: { id: "user_1" } }, "expected a list of objects"],
      [{ users: ["user_1"] }, "expected a list of objects"],
      [
        { organizations: [{ name: "A", members: [{ user: "user_1" }] }] },
        '"organizations[0].members[0].user"',
      ],
      [{ users: [{ constructor: 1 }] }, '"users[0].constructor"'],
      [{ settings: { organisations: {} } }, "organisations"],
      [{ invitations: [{ emailAddress: "bob" }] }, "bob"],
      [{ waitlist: ["a@b.example", "A@b.example"] }, "waitlist"],
      [{ allowlist: ["nobody"] }, "allowlist"],
      [{ blocklist: ["*@b.example", "*@b.example"] }, "blocklist"],
      [[], "expected an object"],
      [{ users: [{}, { firstName: 5 }] }, '"users[1].firstName"'],
      [{ users: [{ emailAddress: "a@b.example" }] }, "a list of texts"],
      [{ users: [{ createdAt: "2026-01-01" }] }, "a whole number"],
      [{ users: [{ banned: "no" }] }, "true or false"],
      [{ users: [{ id: "" }] }, "a text that is not empty"],
      [{ users: [{ publicMetadata: [] }] }, '"users[0].publicMetadata"'],
      [{ users: [{ publicMetadata: { f() {} } }] }, "as JSON may hold it"],
      [{ users: [{ publicMetadata: { m: new Map() } }] }, "as JSON may hold"],
      [{ users: [{ publicMetadata: { n: [1n] } }] }, "as JSON may hold it"],
      [{ organizations: [{}] }, '"organizations[0].name"'],
      [
        { invitations: [{ emailAddress: "a@b.example", status: "x" }] },
        "one of",
      ],
      [{ jwtTemplates: [{ name: "t" }] }, '"jwtTemplates[0].claims"'],
      [{ redirectUrls: "https://a.example" }, "a list of texts"],
      [{ redirectUrls: ["nowhere"] }, "it is no URL"],
      [{ settings: [] }, '"settings"'],
      [{ settings: { restrictions: { allowlist: "yes" } } }, "wrong type"],
      [
        {
          organizations: [{ name: "A", invitations: [{ emailAddress: "x" }] }],
        },
        'invitation of "x"',
      ],
      [
        {
          organizations: ["A", "B"].map((name) => ({
            name,
            domains: [{ name: "a.example" }],
          })),
        },
        'domain "a.example"',
      ],
      [
        {
          oauthApplications: ["A", "B"].map((name) => ({
            name,
            clientId: "one",
          })),
        },
        "client id",
      ],
    ];
    for (const [seed, named] of wrong) {
      await assertRejects(() => createEmulator({ seed }), TypeError, named);
    }
  });

  it("is planted whole or not at all", async () => {
    const emulator = await createEmulator({ seed: JSON.parse(TEXT) });
    const before = JSON.stringify(emulator.snapshot());
    for (
      const seed of [
        { users: [{}, { emailAddress: ["ADA@example.com"] }] },
        { organizations: [{ name: "B", members: [{ userId: "nobody" }] }] },
        { machines: [{ name: "m", scopedMachines: ["nobody"] }] },
        { waitlist: ["new@example.com", "one@example.com"] },
      ]
    ) {
      await assertRejects(() => emulator.seed(seed), TypeError);
      assertEquals(JSON.stringify(emulator.snapshot()), before);
    }
    await emulator.seed({ users: [{ emailAddress: ["new@example.com"] }] });
  });

  it("is a copy, which changes afterwards do not reach", async () => {
    const seed = { users: [{ id: "user_1" }] };
    const emulator = await createEmulator({ seed });
    seed.users.length = 0;
    await emulator.reset();
    assertEquals((await call(emulator, "GET", "/users/user_1")).status, 200);
  });
});
