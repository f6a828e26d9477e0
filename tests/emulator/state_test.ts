import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator, type Seed, type Snapshot } from "../../emulator.ts";
import { call, refused } from "./harness.ts";

const SEED: Seed = {
  users: [
    {
      id: "user_1",
      emailAddress: ["ada@example.com"],
      password: "correct horse",
      publicMetadata: { a: { b: 1 } },
    },
    { emailAddress: ["bob@example.com"] },
  ],
  organizations: [{
    id: "org_1",
    name: "Acme",
    members: [{ userId: "user_1", role: "admin" }],
    invitations: [{ emailAddress: "eve@example.com" }],
  }],
};

describe("the emulator's state", () => {
  it("has ids that can be foretold", async () => {
    const make = async () => {
      const emulator = await createEmulator({ ids: { prefix: "test" } });
      const { body } = await call(emulator, "POST", "/users", {
        email_address: ["ada@example.com"],
      });
      return [body.id, body.email_addresses[0].id];
    };
    const ids = await make();
    assertEquals(ids, [
      "user_test00000000000000000000002",
      "idn_test00000000000000000000001",
    ]);
    assertEquals(await make(), ids);
    for (const prefix of ["", "a b", "x".repeat(16)]) {
      await assertRejects(
        () => createEmulator({ ids: { prefix } }),
        TypeError,
        '"ids"',
      );
    }
  });

  it("begins with its seed, of which it keeps a copy", async () => {
    const publicMetadata = { nested: { n: 1 } };
    const emulator = await createEmulator({
      seed: { users: [{ id: "user_1", publicMetadata }] },
    });
    publicMetadata.nested.n = 2;
    const { body } = await call(emulator, "GET", "/users/user_1");
    assertEquals(body.public_metadata, { nested: { n: 1 } });
  });

  it("refuses a seed that contradicts itself, and says which user", async () => {
    const seeds: readonly [Seed, string][] = [
      [{ users: [{ id: "user_1" }, { id: "user_1" }] }, "user_1"],
      [{ users: [{ id: "user_1", emailAddress: ["nobody"] }] }, "user_1"],
      [
        {
          users: [{ emailAddress: ["a@b.example"] }, {
            emailAddress: ["A@b.example"],
          }],
        },
        "A@b.example",
      ],
      [
        { users: [{ username: "abcd" }, { id: "user_2", username: "ABCD" }] },
        "user_2",
      ],
      [
        { organizations: [{ name: "A", members: [{ userId: "user_x" }] }] },
        "user_x",
      ],
    ];
    for (const [seed, named] of seeds) {
      await assertRejects(() => createEmulator({ seed }), TypeError, named);
    }
  });

  it("comes back to its beginning, but for keys and listeners", async () => {
    const emulator = await createEmulator({ seed: SEED, ids: { prefix: "t" } });
    const fresh = emulator.snapshot();
    const keys = await emulator.jwks();
    const heard: string[] = [];
    emulator.webhooks.on("user.*", (_, { type }) => {
      heard.push(type);
    });
    emulator.clock.freeze();
    emulator.clock.advance("30d");
    emulator.faults.add({ path: "/v1/users/count" });
    await call(emulator, "DELETE", "/users/user_1");
    await call(emulator, "POST", "/users", {
      email_address: ["x@example.com"],
    });
    await emulator.reset();
    assertEquals(emulator.requests.length, 0);
    const before = emulator.clock.now();
    assert(Math.abs(before - Date.now()) < 60_000);
    assertEquals(withoutTimes(emulator.snapshot()), withoutTimes(fresh));
    assertEquals(
      (await call(emulator, "GET", "/users/count")).body.total_count,
      2,
    );
    assertEquals(await emulator.jwks(), keys);
    await call(emulator, "POST", "/users/user_1/ban");
    await emulator.webhooks.delivered();
    assertEquals(heard, ["user.deleted", "user.created", "user.updated"]);
    await emulator.reset({ reseed: false });
    assertEquals((await call(emulator, "GET", "/users")).body, []);
  });

  it("can be written down as JSON and put back", async () => {
    const emulator = await createEmulator({ seed: SEED });
    const text = JSON.stringify(emulator.snapshot());
    const before = (await call(emulator, "GET", "/users")).body;
    await call(emulator, "PATCH", "/users/user_1/metadata", {
      public_metadata: { a: { b: 2 } },
    });
    await call(emulator, "POST", "/users", {
      email_address: ["x@example.com"],
    });
    const other = await createEmulator();
    for (const each of [emulator, other]) {
      each.restore(JSON.parse(text));
      assertEquals((await call(each, "GET", "/users")).body, before);
      assertEquals(
        (await refused(each, "POST", "/users", {
          email_address: ["ADA@example.com"],
        })).code,
        "form_identifier_exists",
      );
      const { body } = await call(
        each,
        "POST",
        "/users/user_1/verify_password",
        {
          password: "correct horse",
        },
      );
      assertEquals(body, { verified: true });
      assertEquals(JSON.stringify(each.snapshot()), text);
      assert((await each.signIn("user_1", { orgId: "org_1" })).token);
    }
  });

  it("is left as it was by what is no snapshot", async () => {
    const emulator = await createEmulator({ seed: SEED });
    const good = emulator.snapshot();
    const text = JSON.stringify(good);
    const users: readonly unknown[] = good.tables.users ?? [];
    for (
      const wrong of [
        {},
        { ...good, version: 2 },
        { ...good, ids: undefined },
        { ...good, tables: { users: 5 } },
        { ...good, tables: { users: [null] } },
        { ...good, tables: { users: [...users, { id: "user_9" }] } },
      ]
    ) {
      assertThrows(
        () => emulator.restore(wrong as Snapshot),
        TypeError,
        "Cannot restore the snapshot",
      );
      assertEquals(JSON.stringify(emulator.snapshot()), text);
    }
  });

  it("is not changed through what it gave away", async () => {
    const emulator = await createEmulator({ seed: SEED });
    const before = JSON.stringify(emulator.snapshot());
    const snapshot = emulator.snapshot();
    Object.assign(snapshot.tables.users?.[0] ?? {}, { banned: true });
    assertEquals(JSON.stringify(emulator.snapshot()), before);
  });

  it("does not share anything between emulators", async () => {
    const [one, two] = [
      await createEmulator({ seed: SEED }),
      await createEmulator(),
    ];
    two.faults.add({ status: 503 });
    two.clock.advance("1d");
    assertEquals((await call(one, "GET", "/users/user_1")).status, 200);
    assertEquals(two.requests.length, 0);
    two.faults.clear();
    assertEquals((await call(two, "GET", "/users")).body, []);
    assert(two.clock.now() - one.clock.now() > 86_000_000);
  });
});

/** A snapshot, its times and random parts left out. */
function withoutTimes(snapshot: Snapshot): unknown {
  return JSON.parse(JSON.stringify(snapshot), (name, value) => {
    return /At$/.test(name) || name === "password" ? null : value;
  });
}
