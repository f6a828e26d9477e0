import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator, type Emulator } from "../../emulator.ts";
import { createIndexes } from "../../src/emulator/state/indexes.ts";
import { call } from "./harness.ts";

function withUsers(count: number): Promise<Emulator> {
  const users = Array.from({ length: count }, (_, i) => ({
    id: `user_${i}`,
    emailAddress: [`user${i}@example.com`],
    createdAt: 1_000 + i,
  }));
  return createEmulator({ seed: { users } });
}

/** The least time that twenty calls took, in milliseconds. */
async function measure(emulator: Emulator, path: string): Promise<number> {
  let best = Infinity;
  for (let round = 0; round < 20; round++) {
    const start = performance.now();
    for (let i = 0; i < 20; i++) await call(emulator, "GET", path);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

describe("the emulator with many users", () => {
  it("takes no longer to find or list them than with few", async () => {
    const [few, many] = [await withUsers(50), await withUsers(20_000)];
    for (
      const [path, expected] of [
        ["/users?email_address=USER40@example.com", ["user_40"]],
        ["/users?user_id=user_40", ["user_40"]],
        ["/users?limit=1&offset=10", [undefined]],
        ["/users/count?email_address=user40@example.com", undefined],
        ["/users?order_by=created_at&limit=1", ["user_0"]],
        ["/users?order_by=-updated_at&limit=1", [undefined]],
        ["/users?order_by=-last_sign_in_at&limit=1", [undefined]],
        ["/users?order_by=email_address&limit=1", ["user_0"]],
        [
          "/users?order_by=created_at&limit=1&starting_after=user_3",
          ["user_4"],
        ],
      ] as const
    ) {
      const { body } = await call(many, "GET", path);
      if (expected?.[0]) {
        assertEquals(body.map(({ id }: { id: string }) => id), expected);
      }
      const times = [await measure(few, path), await measure(many, path)];
      const [short = 0, long = 0] = times;
      // Looking through 20,000 takes a hundred times as long.
      assert(long < short * 10 + 1, `${path}: ${times}`);
    }
  });

  it("pages through all of them, each once", async () => {
    const emulator = await withUsers(1_234);
    const ids: string[] = [];
    for (let offset = 0; offset < 1_500; offset += 500) {
      const path = `/users?limit=500&offset=${offset}`;
      const { body } = await call(emulator, "GET", path);
      ids.push(...body.map(({ id }: { id: string }) => id));
    }
    assertEquals(
      ids,
      Array.from({ length: 1_234 }, (_, i) => `user_${1_233 - i}`),
    );
    const rest = `/users?limit=3&offset=2&starting_after=user_1000`;
    const { body } = await call(emulator, "GET", rest);
    assertEquals(body.map(({ id }: { id: string }) => id), [
      "user_997",
      "user_996",
      "user_995",
    ]);
  });
});

describe("an index", () => {
  it("finds every row of a key, be it none, one or many", () => {
    type Item = { readonly id: string; readonly tags: readonly string[] };
    const index = createIndexes<Item>({ tag: ({ tags }) => tags });
    const find = (key: string) => [...index.find("tag", key)];
    const [a, b] = [
      { id: "row_a", tags: ["x", "x", "y"] },
      { id: "row_b", tags: ["x"] },
    ];
    assertEquals(find("x"), []);
    index.enter(a);
    assertEquals(find("x"), ["row_a"]);
    index.enter(b);
    assertEquals([find("x"), find("y")], [["row_a", "row_b"], ["row_a"]]);
    index.leave(a);
    assertEquals([find("x"), find("y")], [["row_b"], []]);
    index.leave(b);
    assertEquals(find("x"), []);
    index.enter(b);
    index.clear();
    assertEquals(find("x"), []);
  });
});
