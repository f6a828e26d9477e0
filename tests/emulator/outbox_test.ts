import { assert, assertEquals, assertMatch } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator, type Emulator } from "../../emulator.ts";
import { call } from "./harness.ts";

const T0 = Date.UTC(2026, 0, 1);

async function start(): Promise<Emulator> {
  const emulator = await createEmulator({
    seed: {
      users: [{ id: "user_1", emailAddress: ["ada@example.com"] }],
      organizations: [{
        id: "org_1",
        name: "Acme",
        members: [{ userId: "user_1", role: "org:admin" }],
      }],
    },
  });
  emulator.clock.freeze(T0);
  return emulator;
}

/** Adds an address or a number and asks for a code to verify it. */
async function askForCode(emulator: Emulator, value: string): Promise<string> {
  const isEmail = value.includes("@");
  const kind = isEmail ? "email_address" : "phone_number";
  const base = isEmail ? "/email_addresses" : "/phone_numbers";
  const { body } = await call(emulator, "POST", base, {
    user_id: "user_1",
    [kind]: value,
  });
  const path = `${base}/${body.id}`;
  const attempt = await call(emulator, "POST", `${path}/prepare_verification`);
  const code = emulator.outbox.at(-1)?.code ?? "";
  const done = await call(emulator, "POST", `${path}/attempt_verification`, {
    verification_id: attempt.body.id,
    code,
  });
  assertEquals(done.body.status, "verified");
  return code;
}

describe("the emulator's outbox", () => {
  it("has the links of invitations, which are those of the API", async () => {
    const emulator = await start();
    const one = await call(emulator, "POST", "/invitations", {
      email_address: "bob@example.com",
    });
    const many = await call(
      emulator,
      "POST",
      "/organizations/org_1/invitations/bulk",
      [
        { email_address: "eve@example.com", role: "org:member" },
        {
          email_address: "hush@example.com",
          role: "org:member",
          notify: false,
        },
      ],
    );
    assertEquals(emulator.outbox, [{
      channel: "email",
      to: "bob@example.com",
      kind: "invitation",
      code: undefined,
      url: one.body.url,
      at: T0,
    }, {
      channel: "email",
      to: "eve@example.com",
      kind: "organization_invitation",
      code: undefined,
      url: many.body.data[0].url,
      at: T0,
    }]);
    assertMatch(one.body.url, /^http:\/\/127\.0\.0\.1:4640\//);
  });

  it("has nothing that was not to be sent, or was refused", async () => {
    const emulator = await start();
    await call(emulator, "POST", "/invitations", {
      email_address: "bob@example.com",
      notify: false,
    });
    await call(emulator, "POST", "/invitations", {
      email_address: "ada@example.com",
    });
    await call(emulator, "POST", "/waitlist_entries", {
      email_address: "eve@example.com",
      notify: false,
    });
    assertEquals(emulator.outbox, []);
  });

  it("has what the waitlist sends: that one is on it, and the invitation", async () => {
    const emulator = await start();
    const { body } = await call(emulator, "POST", "/waitlist_entries", {
      email_address: "eve@example.com",
    });
    await call(emulator, "POST", `/waitlist_entries/${body.id}/invite`, {});
    assertEquals(emulator.outbox.map(({ kind }) => kind), [
      "waitlist_confirmation",
      "invitation",
    ]);
  });

  it("has the codes, which are 424242 to who is made for tests", async () => {
    const emulator = await start();
    for (
      const value of [
        "ada+clerk_test@example.com",
        "ada+clerk_test+2@example.com",
        "+12015550199",
      ]
    ) assertEquals(await askForCode(emulator, value), "424242", value);
    const codes = new Set<string>();
    for (const value of ["a@example.com", "b@example.com", "+12015551234"]) {
      codes.add(await askForCode(emulator, value));
    }
    assertEquals(codes.size, 3);
    assert([...codes].every((code) => /^\d{6}$/.test(code)));
    assertEquals(emulator.outbox.at(-1)?.channel, "sms");
  });

  it("goes with snapshots, and is empty after a reset", async () => {
    const emulator = await start();
    await askForCode(emulator, "a@example.com");
    const sent = emulator.outbox;
    const snapshot = emulator.snapshot();
    await emulator.reset();
    assertEquals(emulator.outbox, []);
    emulator.restore(snapshot);
    assertEquals(emulator.outbox, sent);
  });

  it("keeps the last thousand", async () => {
    const emulator = await start();
    for (let i = 0; i < 1_003; i++) {
      await call(emulator, "POST", "/waitlist_entries", {
        email_address: `u${i}@example.com`,
      });
    }
    assertEquals(emulator.outbox.length, 1_000);
    assertEquals(emulator.outbox[0]?.to, "u3@example.com");
  });
});
