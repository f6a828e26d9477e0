import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import fc from "fast-check";
import { createEmulator, type Emulator, type Seed } from "../../emulator.ts";
import { call, conform } from "./harness.ts";

const ids = { prefix: "p" } as const;

/** Ids in the form of the API, so that every answer can be judged. */
const idOf = (kind: string, i: number) =>
  `${kind}_${String(i).padStart(27, "0")}`;

const SEED: Seed = {
  users: [0, 1, 2].map((i) => ({
    id: idOf("user", i),
    emailAddress: [`u${i}@example.com`],
  })),
  machines: [0, 1, 2].map((i) => ({
    id: idOf("mch", i),
    name: `M${i}`,
    secretKey: `ak_machine_${i}`,
  })),
};

/** What a step works on: ids of what there is, drawn by numbers. */
interface World {
  readonly emulator: Emulator;
  pick(table: string, i: number): string;
}

/** One thing that a caller may do. */
type Step = (world: World) => Promise<unknown>;

const nat = fc.nat(9);

const step: fc.Arbitrary<Step> = fc.oneof(
  nat.map((i): Step => ({ emulator, pick }) =>
    call(emulator, "POST", "/sessions", { user_id: pick("users", i) })
  ),
  nat.map((i): Step => ({ emulator, pick }) =>
    call(emulator, "POST", `/sessions/${pick("sessions", i)}/revoke`)
  ),
  nat.map((i): Step => ({ emulator, pick }) =>
    call(emulator, "POST", `/sessions/${pick("sessions", i)}/tokens`)
  ),
  nat.map((i): Step => ({ emulator, pick }) =>
    call(emulator, "POST", `/users/${pick("users", i)}/ban`)
  ),
  nat.map((i): Step => ({ emulator, pick }) =>
    call(emulator, "DELETE", `/users/${pick("users", i)}`)
  ),
  nat.map((i): Step => ({ emulator, pick }) =>
    call(emulator, "POST", "/sign_in_tokens", { user_id: pick("users", i) })
  ),
  nat.map((i): Step => ({ emulator, pick }) =>
    call(emulator, "POST", "/api_keys", {
      name: "Key",
      subject: pick(i % 2 ? "users" : "machines", i),
      seconds_until_expiration: 100,
    })
  ),
  nat.map((i): Step => ({ emulator, pick }) =>
    call(emulator, "POST", `/api_keys/${pick("apiKeys", i)}/revoke`, {})
  ),
  fc.tuple(nat, nat).map(([i, j]): Step => ({ emulator, pick }) =>
    call(emulator, "POST", `/machines/${pick("machines", i)}/scopes`, {
      to_machine_id: pick("machines", j),
    })
  ),
  nat.map((i): Step => ({ emulator }) =>
    emulator.fetch(`${emulator.apiUrl}/m2m_tokens`, {
      method: "POST",
      headers: { authorization: `Bearer ak_machine_${i % 3}` },
      body: "{}",
    })
  ),
  nat.map((i): Step => ({ emulator, pick }) =>
    call(emulator, "DELETE", `/machines/${pick("machines", i)}`)
  ),
  nat.map((i): Step => ({ emulator, pick }) =>
    emulator.tokens.oauth(pick("users", i), { format: "opaque" })
  ),
  fc.constantFrom<Step>(
    ({ emulator }) => Promise.resolve(emulator.clock.advance("50s")),
    ({ emulator }) => Promise.resolve(emulator.clock.advance("4d")),
  ),
);

// deno-lint-ignore no-explicit-any
type Rows = readonly any[];

function rowsOf(emulator: Emulator, table: string): Rows {
  return emulator.snapshot().tables[table] ?? [];
}

function makeWorld(emulator: Emulator): World {
  return {
    emulator,
    pick(table, i) {
      const rows = rowsOf(emulator, table);
      return rows[i % (rows.length || 1)]?.id ?? "none_x";
    },
  };
}

async function checkInvariants(emulator: Emulator): Promise<void> {
  const read = async (path: string) => (await call(emulator, "GET", path)).body;
  const users = new Map<string, { banned: boolean }>();
  for (const user of await read("/users?limit=500")) users.set(user.id, user);
  const sessions = await read("/sessions?limit=500");
  conform("Session[]", sessions);
  for (const session of sessions) {
    const owner = users.get(session.user_id);
    assert(owner, "a session of a user who is gone");
    assert(!(owner.banned && session.status === "active"));
    const client = await read(`/clients/${session.client_id}`);
    conform("Client", client);
    const open = session.status === "active";
    assertEquals(client.session_ids.includes(session.id), open);
  }
  for (const id of users.keys()) {
    const mine = sessions
      .filter((each: { user_id: string }) => each.user_id === id);
    assertEquals(await read(`/sessions?limit=500&user_id=${id}`), mine);
  }
  for (const { userId } of rowsOf(emulator, "signInTokens")) {
    assert(users.has(userId));
  }
  for (const { userId } of rowsOf(emulator, "oauthTokens")) {
    assert(users.has(userId) || userId === "none_x");
  }
  await checkMachines(emulator, users);
}

async function checkMachines(
  emulator: Emulator,
  users: ReadonlyMap<string, unknown>,
): Promise<void> {
  const { data, total_count } =
    (await call(emulator, "GET", "/machines?limit=100")).body;
  conform("Machine[]", data);
  assertEquals(total_count, data.length);
  const machines = new Set(data.map(({ id }: { id: string }) => id));
  for (const { from, to } of rowsOf(emulator, "machineScopes")) {
    assert(machines.has(from) && machines.has(to) && from !== to);
  }
  for (const { machineId } of rowsOf(emulator, "m2mTokens")) {
    assert(machines.has(machineId));
  }
  for (const { subject, secret } of rowsOf(emulator, "apiKeys")) {
    assert(machines.has(subject) || users.has(subject));
    const path = `/api_keys?include_invalid=true&limit=100&subject=${subject}`;
    const listed = (await call(emulator, "GET", path)).body.data;
    conform("ApiKey[]", listed);
    const verified = await call(emulator, "POST", "/api_keys/verify", {
      secret,
    });
    const isGood = listed.some((
      key: { id: string; revoked: boolean; expired: boolean },
    ) => key.id === verified.body.id && !key.revoked && !key.expired);
    assertEquals(verified.status === 200, isGood);
  }
}

describe("any sequence of operations on sessions, machines and keys", () => {
  it("leaves nothing behind, and reset equals fresh", async () => {
    const fresh = await createEmulator({ seed: SEED, ids });
    fresh.clock.freeze(0);
    await fresh.reset();
    const shape = (emulator: Emulator) =>
      JSON.stringify(emulator.snapshot())
        .replace(/"(?:createdAt|updatedAt)":\d+/g, "");
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 25 }),
        async (steps) => {
          const emulator = fresh;
          const before = shape(emulator);
          emulator.clock.freeze(Date.UTC(2026, 0, 1));
          const world = makeWorld(emulator);
          for (const take of steps) await take(world);
          await checkInvariants(emulator);
          const snapshot = JSON.stringify(emulator.snapshot());
          emulator.restore(JSON.parse(snapshot));
          await checkInvariants(emulator);
          await emulator.reset();
          assertEquals(shape(emulator), before);
        },
      ),
      { numRuns: 60 },
    );
  });
});
