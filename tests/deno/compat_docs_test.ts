import { assertEquals } from "@std/assert";
import { it } from "@std/testing/bdd";
import {
  ANSWER_DEPARTURES,
  DEPARTURES,
  EXPORT_DEPARTURES,
  TOKEN_DEPARTURES,
  TYPE_DEPARTURES,
} from "../parity/departures.ts";

/** The names of departures that the tests show. */
async function shown(): Promise<readonly string[]> {
  const names = new Set<string>(Object.values(TYPE_DEPARTURES));
  for (
    const table of [TOKEN_DEPARTURES, ANSWER_DEPARTURES, EXPORT_DEPARTURES]
  ) {
    Object.keys(table).forEach((name) => names.add(name));
  }
  const here = new URL("../parity/", import.meta.url);
  for await (const { name } of Deno.readDir(here)) {
    const text = await Deno.readTextFile(new URL(name, here));
    for (const [, found = ""] of text.matchAll(/departs: "([a-z-]+)"/g)) {
      names.add(found);
    }
    for (
      const [, found = ""] of text.matchAll(/departs(?::| \() ?([a-z-]+)\)/g)
    ) {
      names.add(found);
    }
  }
  return [...names].sort();
}

/** The rows of the tables below a heading, by the line above each table. */
function readGroups(text: string): { readonly [group: string]: unknown } {
  const tables = text.matchAll(/^(\w[^\n|]*)\n\n((?:\|.*\n)+)/gm);
  return Object.fromEntries(
    [...tables].map(([, group = "", table = ""]) => [
      group,
      table.trim().split("\n").slice(2).map((row) =>
        row.slice(1, -1).split("|").map((cell) => cell.trim())
      ),
    ]),
  );
}

it("docs/compat.md lists the departures as departures.ts does", async () => {
  const file = new URL("../../docs/compat.md", import.meta.url);
  const text = await Deno.readTextFile(file);
  const expected = Object.entries(DEPARTURES).map(([group, rows]) => [
    group,
    rows.map(([name, ...texts]) => [`\`${name}\``, ...texts]),
  ]);
  assertEquals(
    readGroups(text.slice(text.indexOf("## Departures"))),
    Object.fromEntries(expected),
  );
});

it("a test shows every departure that is listed, and no other", async () => {
  const listed = Object.values(DEPARTURES).flat().map(([name]) => name);
  assertEquals([...listed].sort(), await shown());
});

/** The tests that import the official package themselves. */
async function importers(folder: URL): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (isDirectory) {
      found.push(...await importers(new URL(`${name}/`, folder)));
    } else if (name.endsWith(".ts")) {
      const text = await Deno.readTextFile(new URL(name, folder));
      if (/^(?:im|ex)port .*"@clerk\/backend/m.test(text)) found.push(name);
    }
  }
  return found;
}

it("the official package is loaded where its fetch can be stood in for", async () => {
  const tests = new URL("../", import.meta.url);
  assertEquals(await importers(tests), ["official.ts"]);
});

it("the program of the parity tests differs in its import alone", async () => {
  const [ours, official] = await Promise.all(
    ["program.ts", "program_official.ts"].map((name) =>
      Deno.readTextFile(new URL(`../parity/${name}`, import.meta.url))
    ),
  );
  const start = "import type {";
  const rest = (text = "") => text.slice(text.indexOf(start));
  assertEquals(
    rest(ours).replace("../../compat/mod.ts", "./official.ts"),
    rest(official),
  );
});
