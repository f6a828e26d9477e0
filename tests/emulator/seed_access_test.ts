import { assertEquals, assertRejects } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator, type Seed } from "../../emulator.ts";
import { call } from "./harness.ts";

const SEED: Seed = {
  users: [{ id: "user_1" }],
  organizations: [{
    id: "org_1",
    name: "Acme",
    members: [{ userId: "user_1" }],
  }],
  sessions: [{
    id: "sess_1",
    userId: "user_1",
    clientId: "client_1",
    organizationId: "org_1",
  }],
  jwtTemplates: [{ id: "jtmp_1", name: "t", claims: { a: 1 }, lifetime: 90 }],
  machines: [
    { id: "mch_1", name: "A", scopedMachines: ["mch_2"], defaultTokenTtl: 60 },
    { id: "mch_2", name: "B" },
  ],
  apiKeys: [{
    id: "ak_1",
    name: "Key",
    subject: "user_1",
    scopes: ["read"],
    claims: { b: 2 },
  }],
  oauthApplications: [{
    id: "oa_1",
    name: "Tool",
    clientId: "c",
    clientSecret: "s",
    redirectUris: ["https://tool.example/"],
  }],
  redirectUrls: ["https://app.example.com/"],
};

describe("a seed of sessions, machines and keys", () => {
  it("is there from the beginning, and again after a reset", async () => {
    const emulator = await createEmulator({ seed: SEED });
    const read = async (path: string) =>
      (await call(emulator, "GET", path)).body;
    const check = async () => {
      const session = await read("/sessions/sess_1");
      assertEquals(
        [session.client_id, session.last_active_organization_id],
        ["client_1", "org_1"],
      );
      assertEquals((await read("/clients/client_1")).session_ids, ["sess_1"]);
      assertEquals((await read("/jwt_templates/jtmp_1")).lifetime, 90);
      const machine = await read("/machines/mch_1");
      assertEquals(
        [machine.default_token_ttl, machine.scoped_machines[0].id],
        [60, "mch_2"],
      );
      const key = await read("/api_keys/ak_1");
      assertEquals([key.scopes, key.claims], [["read"], { b: 2 }]);
      assertEquals((await read("/oauth_applications/oa_1")).client_id, "c");
      assertEquals((await read("/redirect_urls")).length, 1);
    };
    await check();
    await call(emulator, "DELETE", "/users/user_1");
    await call(emulator, "DELETE", "/machines/mch_2");
    await emulator.reset();
    await check();
  });

  const contradictions: readonly (readonly [seed: Seed, named: string])[] = [
    [{ sessions: [{ userId: "user_x" }] }, "user_x"],
    [
      { ...SEED, sessions: [{ userId: "user_1", organizationId: "org_x" }] },
      "org_x",
    ],
    [
      {
        ...SEED,
        sessions: [
          { id: "sess_1", userId: "user_1" },
          { id: "sess_1", userId: "user_1" },
        ],
      },
      "user_1",
    ],
    [
      {
        jwtTemplates: [{ name: "t", claims: {} }, { name: "t", claims: {} }],
      },
      '"t"',
    ],
    [{ machines: [{ name: "A", scopedMachines: ["mch_x"] }] }, "mch_x"],
    [{ machines: [{ name: "A", secretKey: "sk_1" }] }, '"A"'],
    [
      {
        machines: [
          { name: "A", secretKey: "ak_1" },
          { name: "B", secretKey: "ak_1" },
        ],
      },
      '"B"',
    ],
    [
      {
        apiKeys: [
          { name: "A", subject: "user_1", secret: "ak_1" },
          { name: "B", subject: "user_1", secret: "ak_1" },
        ],
      },
      '"B"',
    ],
    [
      {
        oauthApplications: [{ id: "oa_1", name: "A" }, {
          id: "oa_1",
          name: "B",
        }],
      },
      '"B"',
    ],
    [{ redirectUrls: ["a://b", "a://b"] }, "a://b"],
  ];
  for (const [i, [seed, named]] of contradictions.entries()) {
    it(`is refused when it contradicts itself (${i})`, async () => {
      await assertRejects(() => createEmulator({ seed }), TypeError, named);
    });
  }
});
