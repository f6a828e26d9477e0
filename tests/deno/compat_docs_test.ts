import { assertEquals } from "@std/assert";
import { it } from "@std/testing/bdd";
import { TOKEN_DEPARTURES } from "../parity/departures.ts";

/** The names of departures that the tests show. */
async function shown(): Promise<readonly string[]> {
  const names = new Set(Object.keys(TOKEN_DEPARTURES));
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

it("docs/compat.md names every departure that a test shows, and no other", async () => {
  const file = new URL("../../docs/compat.md", import.meta.url);
  const text = await Deno.readTextFile(file);
  const departures = text.slice(text.indexOf("## Departures"));
  const listed = [...departures.matchAll(/^\| `([a-z-]+)`/gm)]
    .map(([, name = ""]) => name);
  assertEquals(listed.sort(), await shown());
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
