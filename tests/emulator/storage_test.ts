import { assert, assertEquals, assertRejects } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator, type EmulatorStorage } from "../../emulator.ts";
import { call } from "./harness.ts";

const SEED = { users: [{ id: "user_1" }] };

/** A storage in memory that tells how often it was written. */
function makeStorage(text?: string) {
  let kept = text;
  let writes = 0;
  return {
    get text() {
      return kept ?? "";
    },
    get writes() {
      return writes;
    },
    read: () => kept,
    async write(text: string) {
      await Promise.resolve();
      kept = text;
      writes++;
    },
  };
}

const ban = "/users/user_1/ban";

describe("the emulator's storage", () => {
  it("has each change before it is answered, and nothing without one", async () => {
    const storage = makeStorage();
    const emulator = await createEmulator({ seed: SEED, storage });
    assert(storage.text.includes("user_1"));
    await call(emulator, "GET", "/users/user_1");
    await call(emulator, "POST", "/users/nobody/ban");
    assertEquals(storage.writes, 1);
    await call(emulator, "POST", ban);
    assertEquals(storage.writes, 2);
    assert(storage.text.includes('"banned":true'));
    await emulator.seed({ users: [{ id: "user_2" }] });
    assert(storage.text.includes("user_2"));
    const { sessionId } = await emulator.signIn("user_2");
    assert(storage.text.includes(sessionId));
    await emulator.reset();
    assert(!storage.text.includes("user_2"));
    assertEquals(JSON.parse(storage.text), emulator.snapshot());
  });

  it("gives another emulator what the first one had", async () => {
    const storage = makeStorage();
    const first = await createEmulator({ seed: SEED, storage });
    await call(first, "PATCH", "/users/user_1", { first_name: "Ada" });
    await call(first, "POST", "/organizations", { name: "Acme" });
    await call(first, "POST", "/invitations", { email_address: "b@x.example" });
    const second = await createEmulator({ seed: SEED, storage });
    assertEquals(second.snapshot(), first.snapshot());
    assertEquals(second.outbox, first.outbox);
    const { body } = await call(second, "GET", "/users/user_1");
    assertEquals(body.first_name, "Ada");
    await second.reset();
    const third = await createEmulator({ storage });
    assertEquals(
      (await call(third, "GET", "/users/user_1")).body.first_name,
      null,
    );
  });

  it("is written once for many changes at a time", async () => {
    const storage = makeStorage();
    const emulator = await createEmulator({ storage });
    const before = storage.writes;
    await Promise.all(
      Array.from({ length: 100 }, async (_, i) => {
        const email = `u${i}@example.com`;
        await call(emulator, "POST", "/users", { email_address: [email] });
        assert(storage.text.includes(email));
      }),
    );
    assert(storage.writes - before < 20, `${storage.writes - before} writes`);
  });

  it("gets what restore puts back, at the latest by saved()", async () => {
    const storage = makeStorage();
    const emulator = await createEmulator({ storage, seed: SEED });
    const snapshot = emulator.snapshot();
    await call(emulator, "DELETE", "/users/user_1");
    emulator.restore(snapshot);
    await emulator.saved();
    assertEquals(JSON.parse(storage.text), snapshot);
  });

  it("gets the tokens that the emulator keeps", async () => {
    const storage = makeStorage();
    const first = await createEmulator({ storage, seed: SEED });
    const secret = await first.tokens.apiKey("user_1");
    const second = await createEmulator({ storage });
    const known = await call(second, "POST", "/api_keys/verify", { secret });
    assertEquals(known.body.subject, "user_1");
  });

  it("lets a change fail that it cannot keep, and is asked again", async () => {
    let isFull = false;
    const inner = makeStorage();
    const storage: EmulatorStorage = {
      read: inner.read,
      write: (text) =>
        isFull ? Promise.reject(new Error("disk full")) : inner.write(text),
    };
    const emulator = await createEmulator({ seed: SEED, storage });
    isFull = true;
    await assertRejects(() => call(emulator, "POST", ban), Error, "disk full");
    isFull = false;
    await call(emulator, "GET", "/users/user_1");
    assert(inner.text.includes('"banned":true'));
  });

  it("is refused when something else is in it", async () => {
    const counted = '{"version":1,"ids":0,"sequence":0,"tables":';
    for (
      const text of [
        "",
        "{}",
        "[]",
        '{"version":2,"tables":{}}',
        '{"ver',
        `${counted}{"users":5}}`,
        `${counted}{"users":[{"id":"user_1"}]}}`,
      ]
    ) {
      await assertRejects(
        () => createEmulator({ storage: makeStorage(text) }),
        TypeError,
        "storage",
        text,
      );
    }
  });
});
