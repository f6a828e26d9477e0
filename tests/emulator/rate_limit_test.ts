import { assertEquals, assertRejects } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createClerkClient } from "../../mod.ts";
import { createEmulator, type EmulatorOptions } from "../../emulator.ts";
import { call, conform, withAda } from "./harness.ts";

const USER = "/users/user_1";

/** How many of so many requests are let through. */
async function admitted(
  options: EmulatorOptions,
  requests: number,
): Promise<number> {
  const emulator = await withAda(options);
  emulator.clock.freeze();
  let count = 0;
  for (let i = 0; i < requests; i++) {
    if ((await call(emulator, "GET", USER)).status === 200) count++;
  }
  return count;
}

describe("the emulator's rate limit", () => {
  it("lets through as many as Clerk does, and any number by default", async () => {
    assertEquals(await admitted({ rateLimit: "development" }, 150), 100);
    assertEquals(await admitted({ rateLimit: "production" }, 1050), 1000);
    assertEquals(await admitted({}, 1050), 1050);
  });

  it("says when to come again, in whole seconds of its own clock", async () => {
    const emulator = await withAda({
      rateLimit: { requests: 2, perMs: 10_000 },
    });
    emulator.clock.freeze();
    const get = () => call(emulator, "GET", USER);
    assertEquals((await get()).status, 200);
    emulator.clock.advance("3.5s");
    assertEquals((await get()).status, 200);
    const { status, headers, body } = await get();
    assertEquals([status, headers.get("retry-after")], [429, "7"]);
    conform("ClerkErrors", body);
    assertEquals(body.errors[0].code, "too_many_requests");
    emulator.clock.advance("6499ms");
    assertEquals((await get()).headers.get("retry-after"), "1");
    emulator.clock.advance(1);
    assertEquals((await get()).status, 200);
    assertEquals(emulator.requests.map((request) => request.status), [
      200,
      200,
      429,
      429,
      200,
    ]);
  });

  it("counts neither requests for public keys nor those of nobody", async () => {
    const emulator = await withAda({ rateLimit: { requests: 1, perMs: 1000 } });
    emulator.clock.freeze();
    for (let i = 0; i < 3; i++) {
      assertEquals((await call(emulator, "GET", "/jwks")).status, 200);
      const stranger = await emulator.fetch(`${emulator.apiUrl}/v1${USER}`);
      assertEquals(stranger.status, 401);
    }
    assertEquals((await call(emulator, "GET", USER)).status, 200);
    assertEquals((await call(emulator, "GET", USER)).status, 429);
  });

  it("changes nothing when it refuses, and begins anew with a reset", async () => {
    const emulator = await withAda({ rateLimit: { requests: 1, perMs: 1000 } });
    emulator.clock.freeze();
    await call(emulator, "GET", "/users/count");
    assertEquals((await call(emulator, "DELETE", USER)).status, 429);
    await emulator.reset();
    assertEquals((await call(emulator, "GET", USER)).status, 200);
  });

  it("is waited out by a client", async () => {
    const emulator = await createEmulator({
      rateLimit: { requests: 2, perMs: 10_000 },
    });
    const clerk = createClerkClient({
      secretKey: emulator.secretKey,
      fetch: emulator.fetch,
      clock: emulator.clock,
    });
    for (let i = 0; i < 5; i++) {
      const { errors } = await clerk.users.createUser({
        emailAddress: [`${i}@example.com`],
      });
      assertEquals(errors, undefined);
    }
    assertEquals((await clerk.users.getCount()).data, 5);
  });

  it("is refused when it is none", async () => {
    for (
      const rateLimit of [
        "staging",
        "toString",
        {},
        { requests: 0, perMs: 1 },
        { requests: 1, perMs: NaN },
        null,
      ]
    ) {
      // @ts-expect-error None of these is a limit.
      const made = createEmulator({ rateLimit });
      await assertRejects(() => made, TypeError, '"rateLimit"');
    }
  });
});
