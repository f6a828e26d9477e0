import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import fc from "fast-check";
import { createEmulator, type Emulator } from "../../emulator.ts";
import { call, conform } from "./harness.ts";

const letter = fc.constantFrom("a", "b", "c", "d");

/** One thing that a caller may do: method, path and body by the ids there are. */
type Step = (ids: readonly string[]) => readonly [string, string, unknown?];

const at = (ids: readonly string[], i: number) =>
  `/users/${ids[i % (ids.length || 1)] ?? "user_x"}`;

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(letter, letter, fc.boolean()).map(
    ([email, name, reserved]): Step => () => ["POST", "/users", {
      email_address: [`${email}@example.com`],
      username: `name_${name}`,
      ...(reserved && { email_address_identification_status: ["reserved"] }),
    }],
  ),
  fc.tuple(fc.nat(9), letter).map(([i, name]): Step => (ids) => [
    "PATCH",
    at(ids, i),
    { username: `NAME_${name}` },
  ]),
  fc.tuple(fc.nat(9), letter).map(([i, email]): Step => (ids) => [
    "PUT",
    `${at(ids, i)}/email_address`,
    { email_address: `${email.toUpperCase()}@example.com` },
  ]),
  fc.nat(9).map((i): Step => (ids) => ["DELETE", at(ids, i)]),
  fc.nat(9).map((i): Step => (ids) => ["POST", `${at(ids, i)}/ban`]),
  fc.nat(9).map((i): Step => (ids) => ["POST", `${at(ids, i)}/lock`]),
  fc.tuple(fc.nat(9), fc.dictionary(fc.string(), fc.jsonValue())).map((
    [i, public_metadata],
  ): Step =>
  (ids) => ["PATCH", `${at(ids, i)}/metadata`, { public_metadata }]),
);

// deno-lint-ignore no-explicit-any
async function allUsers(emulator: Emulator): Promise<any[]> {
  return (await call(emulator, "GET", "/users?limit=500")).body;
}

async function checkInvariants(emulator: Emulator): Promise<void> {
  const users = await allUsers(emulator);
  conform("User[]", users);
  const count = async (query: string) =>
    (await call(emulator, "GET", `/users/count?${query}`)).body.total_count;
  assertEquals(await count(""), users.length);
  assertEquals(
    await count("banned=true"),
    users.filter((user) => user.banned).length,
  );
  const emails = users.flatMap((user) =>
    user.email_addresses.map((each: { email_address: string }) =>
      each.email_address.toLowerCase()
    )
  );
  assertEquals(new Set(emails).size, emails.length);
  const names = users.map((user) => user.username.toLowerCase());
  assertEquals(new Set(names).size, names.length);
  for (const name of "abcd") {
    const email = `${name}@example.com`;
    assertEquals(
      await count(`email_address=${email}`),
      emails.filter((each) => each === email).length,
    );
    assertEquals(
      await count(`username=name_${name}`),
      names.filter((each) => each === `name_${name}`).length,
    );
  }
  const times = users.map((user) => user.created_at);
  assertEquals(times, [...times].sort((a, b) => b - a));
}

describe("any sequence of operations", () => {
  it("leaves identifiers unique, counts right and indexes true", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 20 }),
        async (steps) => {
          const emulator = await createEmulator({ ids: { prefix: "p" } });
          for (const make of steps) {
            const ids = (await allUsers(emulator)).map((user) => user.id);
            const [method, path, body] = make(ids);
            const { status } = await call(emulator, method, path, body);
            assert([200, 404, 422].includes(status), `${method} ${path}`);
          }
          await checkInvariants(emulator);
          const snapshot = JSON.stringify(emulator.snapshot());
          const other = await createEmulator();
          other.restore(JSON.parse(snapshot));
          assertEquals(await allUsers(other), await allUsers(emulator));
          await emulator.reset();
          const empty = (await createEmulator()).snapshot();
          assertEquals(emulator.snapshot(), empty);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("answers any body in the envelope, never with a crash", async () => {
    const emulator = await createEmulator();
    const names = fc.constantFrom(
      "email_address",
      "password",
      "public_metadata",
      "created_at",
      "backup_codes",
      "__proto__",
      "other",
    );
    const body = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(names, fc.jsonValue(), { maxKeys: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(body, async (value) => {
        const answer = await call(emulator, "POST", "/users", value);
        if (answer.status === 200) conform("User", answer.body);
        else {
          assert([400, 422].includes(answer.status));
          conform("ClerkErrors", answer.body);
        }
      }),
      { numRuns: 300 },
    );
  });
});
