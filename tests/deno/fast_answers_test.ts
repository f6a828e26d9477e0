// V8 makes a hash table of an object that grows by name, unless it knows how
// such objects grow: slow to make, slow to read, fat. Nothing in the language
// tells, so that V8 is asked, in a process of its own.
import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";

const decode = import.meta.resolve("../../src/rest/decode.ts");

const PROGRAM = `
import { toCamelJson } from ${JSON.stringify(decode)};
const isFast = new Function("it", "return %HasFastProperties(it)");
const names = Array.from({ length: 60 }, (_, i) => "some_name_" + "abcdefgh"[i % 8] + i);
const json = JSON.stringify({ inner_one: Object.fromEntries(names.map((name) => [name, 1])) });
const shapes = [];
const seen = [];
const look = () => isFast(toCamelJson(JSON.parse(json), [], shapes).innerOne);
for (let i = 0; i < 3; i++) {
  seen.push(look());
  await new Promise((resolve) => setTimeout(resolve));
  for (let j = 0; j < 3; j++) gc();
}
console.log(seen.join());
`;

describe("an answer of many members", () => {
  it("is no hash table, also when none of its kind is left", async () => {
    const child = new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "--no-config",
        "--v8-flags=--allow-natives-syntax,--expose-gc",
        "-",
      ],
      stdin: "piped",
      stdout: "piped",
    }).spawn();
    const writer = child.stdin.getWriter();
    await writer.write(new TextEncoder().encode(PROGRAM));
    await writer.close();
    const { stdout } = await child.output();
    assertEquals(new TextDecoder().decode(stdout).trim(), "true,true,true");
  });
});
