import { assertEquals } from "@std/assert";
import denoJson from "../../deno.json" with { type: "json" };
import { NODE_VERSIONS, TOOLS } from "../../scripts/toolchain.ts";

Deno.test("docs/emulator.md names the versions of adapters that are run", () => {
  const page = Deno.readTextFileSync("docs/emulator.md");
  const [, section = ""] = /^## Framework adapters\n([^]*?)^## /m.exec(page) ??
    [];
  const named = [...section.matchAll(/`([@\w/-]+)` (\d+(?:\.\d+)+)/g)]
    .map(([, name = "", version]) => [name, `npm:${name}@${version}`]);
  const imports: Readonly<Record<string, string>> = denoJson.imports;
  const apps = [...Deno.readDirSync("examples/frameworks")]
    .map(({ name }) => `@clerk/${name.replace(".mjs", "")}`);
  assertEquals(
    named,
    named.map(([name = ""]) => [name, imports[name]]),
  );
  assertEquals(
    ["@clerk/backend", ...apps].filter((app) =>
      !named.some(([name]) => name === app)
    ),
    [],
  );
  const runtimes = [...section.matchAll(/(Node|Bun)\s+(\d+\.\d+\.\d+)/g)]
    .map(([, name, version]) => `${name} ${version}`);
  assertEquals(runtimes, [
    `Node ${NODE_VERSIONS[0]}`,
    `Node ${NODE_VERSIONS.at(-1)}`,
    TOOLS.bun.replace("bun@", "Bun "),
  ]);
});
