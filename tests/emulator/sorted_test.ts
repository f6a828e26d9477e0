import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { Order } from "../../src/emulator/state/sorted.ts";
import { createTable, type Row } from "../../src/emulator/state/table.ts";

interface Item extends Row {
  readonly name: string | null;
}

/** Numbers that look random and are the same each time. */
function createDice(): (sides: number) => number {
  let state = 7;
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
}

const NAMES: Omit<Order<Item>, "down"> = {
  name: "name",
  keyOf: ({ name }) => name,
};

function compare(a: Item, b: Item): number {
  const [x, y] = [a.name ?? "", b.name ?? ""];
  return (x < y ? -1 : x > y ? 1 : 0) || a.sequence - b.sequence;
}

describe("an order of a table", () => {
  it("is as a sort would make it, whatever was put and deleted", () => {
    const table = createTable<Item, never>({});
    const roll = createDice();
    const model = new Map<string, Item>();
    const ids = (rows: Iterable<Item>) => [...rows].map(({ id }) => id);
    for (let i = 0; i < 2_000; i++) {
      const id = `row_${roll(60)}`;
      if (roll(4) === 0) {
        assertEquals(table.delete(id), model.delete(id));
      } else {
        const old = model.get(id);
        const letter = "abc"[roll(4)] ?? null;
        const row = {
          id,
          createdAt: old && roll(2) === 0 ? old.createdAt : roll(20),
          sequence: old?.sequence ?? i,
          name: letter,
        };
        table.put(row);
        model.set(id, row);
      }
      if (i % 10 > 0) continue;
      const expected = [...model.values()].sort(compare);
      const [up, down] = [true, false].map((isUp) => ({
        ...NAMES,
        down: !isUp,
      }));
      if (!up || !down) continue;
      assertEquals([...table.sorted(up)], expected);
      assertEquals([...table.sorted(down)], [...expected].reverse());
      const cursor = expected[roll(Math.max(expected.length, 1))];
      const at = cursor ? expected.indexOf(cursor) : -1;
      assertEquals(
        ids(table.sorted(up, cursor, 2)),
        ids(expected.slice(at + 3)),
      );
      const back = [...expected].reverse();
      const from = cursor ? back.indexOf(cursor) + 1 : 0;
      assertEquals(
        ids(table.sorted(down, cursor, 1)),
        ids(back.slice(from + 1)),
      );
      const newest = [...model.values()].sort((a, b) =>
        b.createdAt - a.createdAt || b.sequence - a.sequence
      );
      assertEquals([...table.newest()], newest);
    }
    table.clear();
    assertEquals([...table.sorted({ ...NAMES, down: false })], []);
  });
});
