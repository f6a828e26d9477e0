/**
 * Compiles the tests into npm/test/{esm,script}, where they import the built
 * package, so that Node and Bun test what is published, in both formats.
 */
import ts from "typescript";
import { dirname, join, relative } from "node:path/posix";
import denoJson from "../../deno.json" with { type: "json" };
import { exists, listFiles, TOOLS } from "../toolchain.ts";
import { FORMATS } from "./emit_package.ts";
import { findPackages, readGraph, resolveLocal, rewrite } from "./sources.ts";
import type { Source } from "./sources.ts";

/** What the tests import from @std, and what stands in for it. */
export const STAND_INS = {
  "@std/assert": "tests/offline/assert.ts",
  "@std/testing/bdd": "tests/offline/bdd.ts",
  "@std/testing/mock": "tests/offline/mock.ts",
  "@std/testing/time": "tests/offline/time.ts",
};

/** Every test that runs outside of Deno too. */
export function listPortableTests(): string[] {
  return listFiles("tests").filter((path) =>
    path.endsWith("_test.ts") && !path.startsWith("tests/deno/")
  );
}

/** Compiles the tests, and the file of each format that runs them all. */
export function emitTests(outDir: string): void {
  const tests = listPortableTests();
  const graph = readGraph(tests, STAND_INS);
  for (const { folder, type, module } of FORMATS) {
    const place = (path: string) => placeOf(path, folder, outDir);
    for (const source of graph.values()) {
      const to = place(source.path);
      if (!to.startsWith("test/")) continue;
      write(`${outDir}/${to}`, compile(source, module, place));
    }
    const load = tests.map((path) => {
      const name = `./${relative(`test/${folder}`, place(path))}`;
      return type === "module" ? `import "${name}";` : `require("${name}");`;
    });
    write(`${outDir}/test/${folder}/all_test.js`, load.join("\n") + "\n");
    write(`${outDir}/test/${folder}/package.json`, `{ "type": "${type}" }\n`);
  }
  write(`${outDir}/test/package.json`, describePeers(graph));
}

/** Where a source goes: the package's own file, where it has one. */
function placeOf(path: string, folder: string, outDir: string): string {
  const js = path.replace(/\.ts$/, ".js");
  const published = `${folder}/${js}`;
  return !path.startsWith("tests/") && exists(`${outDir}/${published}`)
    ? published
    : `test/${folder}/${js}`;
}

function compile(
  source: Source,
  module: ts.ModuleKind,
  place: (path: string) => string,
): string {
  if (!source.path.endsWith(".ts")) return source.text;
  const from = dirname(place(source.path));
  const text = rewrite(source, (specifier) => {
    const local = resolveLocal(source.path, specifier) ??
      (STAND_INS as Record<string, string>)[specifier];
    if (local === undefined) return undefined;
    const to = relative(from, place(local));
    return to.startsWith(".") ? to : `./${to}`;
  });
  return ts.transpileModule(text, {
    fileName: source.path,
    compilerOptions: {
      module,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
      verbatimModuleSyntax: module === ts.ModuleKind.ESNext,
    },
  }).outputText;
}

/** The packages that the tests compare with, as a package.json. */
function describePeers(graph: ReadonlyMap<string, Source>): string {
  const imports: Record<string, string> = denoJson.imports;
  const dependencies = Object.fromEntries(
    findPackages(graph, STAND_INS).map((name) => {
      const range = imports[name]?.split(`npm:${name}@`)[1];
      if (!range) {
        throw new Error(`Cannot find "${name}" in deno.json's imports`);
      }
      return [name, range];
    }),
  );
  const [name, version] = TOOLS.edgeVm.split(/@(?=\d)/);
  if (name && version) dependencies[name] = version;
  return JSON.stringify({ private: true, dependencies }, undefined, 2) + "\n";
}

function write(path: string, text: string): void {
  Deno.mkdirSync(join(path, ".."), { recursive: true });
  Deno.writeTextFileSync(path, text);
}
