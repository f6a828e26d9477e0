// V8 makes a hash table of an object that grows by name, unless it knows how
// such objects grow: slow to make, slow to read, fat. Nothing in the language
// tells, so that V8 is asked. Run with
// --v8-flags=--allow-natives-syntax,--expose-gc, as the script does.
import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { type Shapes, toCamelJson } from "../../src/rest/decode.ts";

/** Whether V8 holds an object as it holds those of a class. */
const isFast = new Function("it", "return %HasFastProperties(it)");

const names = Array.from({ length: 60 }, (_, i) => `some_name_${i}x`);
const json = JSON.stringify(Object.fromEntries(names.map((name) => [name, 1])));

function look(shapes: Shapes): unknown {
  return isFast(toCamelJson(JSON.parse(json), [], shapes));
}

async function collectGarbage(): Promise<void> {
  // What is on the stack is not garbage.
  await new Promise((resolve) => setTimeout(resolve));
  for (let i = 0; i < 3; i++) {
    Reflect.apply(Reflect.get(globalThis, "gc"), undefined, []);
  }
}

describe("an answer of many members", () => {
  it("is no hash table, also when none of its kind is left", async () => {
    const shapes: Shapes = [];
    for (let i = 0; i < 3; i++) {
      assertEquals(look(shapes), true, `answer ${i}`);
      await collectGarbage();
    }
  });
});
