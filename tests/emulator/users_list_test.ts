import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator, type Emulator } from "../../emulator.ts";
import { call, conform } from "./harness.ts";

const DAY = 86_400_000;
const START = 1_767_225_600_000;

/** Five users, `a` the oldest, whose names are in another order. */
function withFive(): Promise<Emulator> {
  const names = ["Dora", "Bea", "Eve", "Ann", "Cat"];
  const users = names.map((firstName, i) => {
    const letter = "abcde".charAt(i);
    return {
      id: letter,
      firstName,
      lastName: "Smith",
      emailAddress: [`${firstName}@Example.com`, `${letter}@work.example`],
      phoneNumber: [`+1555555010${i}`],
      username: `name_${letter}`,
      externalId: `ext_${letter}`,
      web3Wallet: [`0x${letter.repeat(40)}`],
      createdAt: START + i * DAY,
      banned: letter === "c",
      externalAccounts: letter === "d"
        ? [{
          provider: "oauth_google",
          providerUserId: "g1",
          emailAddress: "ann@gmail.example",
        }]
        : [],
    };
  });
  return createEmulator({
    seed: {
      users,
      organizations: [
        {
          id: "org_1",
          name: "One",
          members: [{ userId: "a" }, { userId: "b" }],
        },
        { id: "org_2", name: "Two", members: [{ userId: "b" }] },
      ],
    },
  });
}

async function list(emulator: Emulator, query: string): Promise<string> {
  const { body } = await call(emulator, "GET", `/users?${query}`);
  return body.map((user: { id: string }) => user.id).join("");
}

describe("the emulator's list of users", () => {
  it("is a bare array, the newest first, ten at most by default", async () => {
    const emulator = await withFive();
    const { body } = await call(emulator, "GET", "/users");
    conform("User[]", body);
    assertEquals(await list(emulator, ""), "edcba");
    await emulator.seed({
      users: Array.from({ length: 8 }, (_, i) => ({ id: `n${i}` })),
    });
    assertEquals((await call(emulator, "GET", "/users")).body.length, 10);
  });

  it("gives a page, and counts all that match", async () => {
    const emulator = await withFive();
    assertEquals(await list(emulator, "limit=2"), "ed");
    assertEquals(await list(emulator, "limit=2&offset=2"), "cb");
    assertEquals(await list(emulator, "limit=2&offset=4"), "a");
    assertEquals(await list(emulator, "offset=9"), "");
    assertEquals(await list(emulator, "limit=2&starting_after=d"), "cb");
    assertEquals(
      await list(emulator, "order_by=first_name&limit=2&starting_after=b"),
      "ea",
    );
    // An empty text is none: whoever pages so begins at the beginning.
    assertEquals(await list(emulator, "limit=2&starting_after="), "ed");
    assertEquals(await list(emulator, "limit=2&order_by=&query="), "ed");
    const { body } = await call(
      emulator,
      "GET",
      "/users/count?limit=2&offset=1&order_by=username&banned=false",
    );
    conform("TotalCount", body);
    assertEquals(body.total_count, 4);
  });

  it("orders by what it is told, up or down", async () => {
    const emulator = await withFive();
    const orders: readonly [string, string][] = [
      ["created_at", "abcde"],
      ["%2Bcreated_at", "abcde"],
      ["-created_at", "edcba"],
      ["first_name", "dbeac"],
      ["-first_name", "caebd"],
      ["email_address", "dbeac"],
      ["-phone_number", "edcba"],
      ["username", "abcde"],
      ["web3wallet", "abcde"],
      ["last_name", "abcde"],
      ["-last_name", "edcba"],
    ];
    for (const [order, expected] of orders) {
      assertEquals(await list(emulator, `order_by=${order}`), expected, order);
    }
    emulator.clock.advance("1h");
    await emulator.signIn("b");
    emulator.clock.advance("1h");
    await emulator.signIn("a");
    assertEquals(
      (await list(emulator, "order_by=-last_sign_in_at")).slice(0, 2),
      "ab",
    );
    await call(emulator, "PATCH", "/users/e", { first_name: "E" });
    assertEquals((await list(emulator, "order_by=-updated_at")).charAt(0), "e");
  });

  it("finds by exact values, several of them, whatever the case", async () => {
    const emulator = await withFive();
    const queries: readonly [string, string][] = [
      ["email_address=ann@example.COM", "d"],
      ["email_address=A@work.example&email_address=bea@example.com", "ba"],
      ["email_address=nobody@example.com", ""],
      ["phone_number=%2B15555550100", "a"],
      ["username=NAME_C", "c"],
      ["external_id=ext_e&external_id=ext_a", "ea"],
      [`web3_wallet=0x${"b".repeat(40)}`, "b"],
      ["user_id=a&user_id=d&user_id=nobody", "da"],
      ["user_id=%2Ba&user_id=%2Bb", "ba"],
      ["user_id=-a&user_id=-b", "edc"],
      ["external_id=-ext_e", "dcba"],
      ["organization_id=org_1", "ba"],
      ["organization_id=org_1&organization_id=-org_2", "a"],
      ["organization_id=-org_1", "edc"],
      ["provider=oauth_google", "d"],
      ["provider=oauth_google&provider_user_id=g1", "d"],
      ["provider_user_id=g2", ""],
      ["email_address=ann@example.com&username=name_a", ""],
      ["user_id=a&user_id=b&user_id=c&order_by=first_name", "bac"],
    ];
    for (const [query, expected] of queries) {
      assertEquals(await list(emulator, query), expected, query);
      const { body } = await call(emulator, "GET", `/users/count?${query}`);
      assertEquals(body.total_count, expected.length, query);
    }
  });

  it("finds by a part, and by bounds that do not count themselves", async () => {
    const emulator = await withFive();
    const noon = START + 2 * DAY;
    const queries: readonly [string, string][] = [
      ["query=WORK.example", "edcba"],
      ["query=ann", "d"],
      ["query=5550103", "d"],
      ["query=name_b", "b"],
      ["query=0xcc", "c"],
      ["email_address_query=EVE", "c"],
      ["phone_number_query=0104", "e"],
      ["username_query=_a", "a"],
      ["name_query=dora%20sm", "a"],
      ["name_query=smith", "edcba"],
      ["name_query=name_a", ""],
      ["banned=true", "c"],
      ["banned=false&query=e", "edba"],
      [`created_at_before=${noon}`, "ba"],
      [`created_at_after=${noon}`, "ed"],
      [`created_at_after=${START}&created_at_before=${noon}`, "b"],
    ];
    for (const [query, expected] of queries) {
      assertEquals(await list(emulator, query), expected, query);
    }
    emulator.clock.freeze(noon);
    await emulator.signIn("b");
    assertEquals(
      await list(emulator, `last_sign_in_at_after=${noon - 1}`),
      "b",
    );
    assertEquals(await list(emulator, `last_sign_in_at_before=${noon}`), "");
    assertEquals(await list(emulator, `last_active_at_since=${noon - 1}`), "b");
    assertEquals(
      await list(emulator, `last_active_at_before=${noon + 1}`),
      "b",
    );
  });

  it("keeps its order when users come, change and go", async () => {
    const emulator = await withFive();
    await call(emulator, "DELETE", "/users/c");
    await call(emulator, "PATCH", "/users/a", {
      created_at: "2030-01-01T00:00:00Z",
    });
    await emulator.seed({ users: [{ id: "f", createdAt: START + DAY / 2 }] });
    assertEquals(await list(emulator, ""), "aedbf");
    await call(emulator, "PATCH", "/users/d", { username: "other" });
    assertEquals(await list(emulator, "username=name_d"), "");
    assertEquals(await list(emulator, "username=OTHER"), "d");
  });

  it("finds one among very many without looking at the others", async () => {
    const emulator = await createEmulator();
    const users = Array.from({ length: 20_000 }, (_, i) => ({
      id: `user_${i}`,
      emailAddress: [`u${i}@example.com`],
    }));
    await emulator.seed({ users });
    const started = performance.now();
    for (let i = 0; i < 200; i++) {
      assertEquals(
        await list(emulator, `email_address=u${i * 97}@example.com`),
        `user_${i * 97}`,
      );
    }
    await list(emulator, "limit=500");
    assert(performance.now() - started < 5_000);
  });
});
