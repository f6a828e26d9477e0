import { assertEquals, assertStringIncludes } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { checkLayers, TABLE_MARK } from "../../scripts/layers/rules.ts";

const CLEAN = {
  "src/text/a.ts": "export const a = 1;",
  "src/platform/b.ts":
    `import { a } from "../text/a.ts"; export const b = Date.now() + a;`,
  "src/jwt/c.ts": `import { b } from "../platform/b.ts"; export const c = b;`,
  "src/keys/d.ts": `import { c } from "../jwt/c.ts"; export const d = c;`,
  "src/rest/e.ts": "export interface E { readonly e: Date }",
  "src/emulator/f.ts": `import { d } from "../keys/d.ts"; export const f = d;`,
  "emulator.ts": `export * from "./src/emulator/f.ts";`,
  "mod.ts": `export * from "./src/keys/d.ts";`,
  "compat/mod.ts": `export * from "../mod.ts";`,
};

/** The findings with one file more, or one of them replaced. */
function withFile(path: string, text: string): string[] {
  return checkLayers(new Map(Object.entries({ ...CLEAN, [path]: text })));
}

const PLANTED: readonly (readonly [string, string, string, string])[] = [
  [
    "an import of a level above",
    "src/text/z.ts",
    `import { b } from "../platform/b.ts"; export const z = b;`,
    "a level above",
  ],
  [
    "types of a level above",
    "src/text/z.ts",
    `import type { E } from "../rest/e.ts"; export type Z = E;`,
    "a level above",
  ],
  [
    "an entry imported from src",
    "src/jwt/z.ts",
    `export * from "../../mod.ts";`,
    "a level above",
  ],
  [
    "values of its own level",
    "src/rest/z.ts",
    `import { c } from "../jwt/c.ts"; export const z = c;`,
    "types only",
  ],
  [
    "the allowed pair the other way round",
    "src/jwt/z.ts",
    `import { d } from "../keys/d.ts"; export const z = d;`,
    "types only",
  ],
  [
    "the emulator from another entry",
    "webhooks.ts",
    `export * from "./src/emulator/f.ts";`,
    "only its own entries",
  ],
  [
    "the emulator's entry from another entry",
    "compat/webhooks.ts",
    `export * from "../emulator.ts";`,
    "only its own entries",
  ],
  [
    "compat from another entry",
    "jwt.ts",
    `export * from "./compat/mod.ts";`,
    "compat",
  ],
  [
    "a dependency",
    "src/jwt/z.ts",
    `import { x } from "npm:jose"; export const z = x;`,
    "dependency",
  ],
  [
    "a dynamic import of Node",
    "src/platform/z.ts",
    `export const z = () => import("node:fs");`,
    "dependency",
  ],
  [
    "a file that does not ship",
    "src/jwt/z.ts",
    `export * from "../../tests/x.ts";`,
    "does not ship",
  ],
  [
    "a folder without a level",
    "src/misc/z.ts",
    `export * from "../text/a.ts";`,
    "no level",
  ],
  [
    "Date outside of platform",
    "src/jwt/z.ts",
    "export const z = () => Date.now();",
    "names Date",
  ],
  [
    "fetch handed on in shorthand",
    "src/keys/z.ts",
    "export const z = () => ({ fetch });",
    "names fetch",
  ],
  [
    "crypto in the emulator",
    "src/emulator/z.ts",
    "export const z = () => crypto.randomUUID();",
    "names crypto",
  ],
  [
    "a host behind globalThis",
    "src/jwt/z.ts",
    "const { Deno } = globalThis as never; export const z = Deno;",
    "names globalThis",
  ],
  [
    "console",
    "mod.ts",
    "console.log(1);",
    "names console",
  ],
  [
    "a file of 301 lines",
    "src/jwt/z.ts",
    "export {};\n".repeat(301),
    "301 lines",
  ],
  [
    "a function of 41 lines",
    "src/jwt/z.ts",
    `function z() {\n${"  1;\n".repeat(39)}}\nexport { z };`,
    "a function of 41 lines",
  ],
];

describe("checkLayers", () => {
  it("finds nothing where nothing is", () => {
    assertEquals(checkLayers(new Map(Object.entries(CLEAN))), []);
  });

  for (const [name, path, text, expected] of PLANTED) {
    it(`finds ${name}`, () => {
      const found = withFile(path, text);
      assertEquals(found.length, 1, found.join("\n"));
      assertStringIncludes(found[0] ?? "", path);
      assertStringIncludes(found[0] ?? "", expected);
    });
  }

  it("finds a cycle among values, not among types", () => {
    const files = (kind: string) =>
      new Map([
        [
          "src/text/a.ts",
          `import ${kind} { z } from "./z.ts"; export type A = z;`,
        ],
        ["src/text/z.ts", `import { A } from "./a.ts"; export type z = A;`],
      ]);
    assertEquals(checkLayers(files("type")), []);
    assertEquals(checkLayers(files("")), [
      "src/text/a.ts:1: cycle: src/text/a.ts -> src/text/z.ts -> src/text/a.ts",
    ]);
  });

  it("takes a name of the file's own for no global", () => {
    const text = `
      import type { Fetch } from "../platform/fetch.ts";
      interface Options { readonly fetch?: Fetch; readonly process: Date }
      export function send({ fetch }: Options, process: number) {
        const crypto = { fetch, process, Date: 1 };
        return crypto.fetch?.(String(crypto.Date));
      }`;
    const files = {
      ...CLEAN,
      "src/platform/fetch.ts": "export type Fetch = () => void;",
    };
    assertEquals(
      checkLayers(new Map(Object.entries({ ...files, "src/rest/z.ts": text }))),
      [],
    );
  });

  it("lets a marked table be long", () => {
    const text = `${TABLE_MARK}\n${"export {};\n".repeat(400)}`;
    assertEquals(withFile("src/jwt/z.ts", text), []);
  });
});
