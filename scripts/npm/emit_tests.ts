/**
 * Compiles the tests into npm/test/{esm,script}, where they import the built
 * package, so that Node and Bun test what is published, in both formats.
 */
import ts from "typescript";
import { dirname, join, relative } from "node:path/posix";
import denoJson from "../../deno.json" with { type: "json" };
import { exists, listFiles, readEntries, TOOLS } from "../toolchain.ts";
import { FORMATS } from "./emit_package.ts";
import { toJs } from "./package_json.ts";
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

/**
 * The halves of the tests, each to be run in a process of its own, as some of
 * their files must not be loaded twice: those that import what users can, and get
 * the package's own files; and those that look inside, at modules that the
 * package has no more, and get these compiled alike.
 */
export const HALVES = ["package", "modules"] as const;

/** Compiles the tests, and the file of each format and half that runs them. */
export function emitTests(outDir: string): void {
  const tests = listPortableTests();
  const graph = readGraph(tests, STAND_INS);
  const entries = readEntries().map(({ file }) => file);
  const inside = tests.filter((test) => looksInside(test, graph, entries));
  for (const { folder, type, module } of FORMATS) {
    for (const half of HALVES) {
      const root = `test/${folder}/${half}`;
      const those = tests.filter((test) =>
        inside.includes(test) === (half === "modules")
      );
      const place = (path: string) => {
        const published = `${folder}/${toJs(path)}`;
        const isPublished = half === "package" && !path.startsWith("tests/") &&
          exists(`${outDir}/${published}`);
        return isPublished ? published : `${root}/${toJs(path)}`;
      };
      for (const source of readGraph(those, STAND_INS).values()) {
        const to = place(source.path);
        const isOurs = /^(src|compat)\//.test(source.path);
        if (!to.startsWith("test/") || half === "package" && isOurs) continue;
        write(`${outDir}/${to}`, compile(source, module, place));
      }
      const load = those.map((path) => {
        const name = `./${relative(root, place(path))}`;
        return type === "module" ? `import "${name}";` : `require("${name}");`;
      });
      write(`${outDir}/${root}/all_test.js`, load.join("\n") + "\n");
    }
    write(`${outDir}/test/${folder}/package.json`, `{ "type": "${type}" }\n`);
  }
  write(`${outDir}/test/package.json`, describePeers(graph));
}

/** A test looks inside when it, or a file of the tests that it uses, does. */
function looksInside(
  test: string,
  graph: ReadonlyMap<string, Source>,
  entries: readonly string[],
): boolean {
  const seen = new Set([test]);
  for (const path of seen) {
    for (const { specifier, typeOnly } of graph.get(path)?.references ?? []) {
      const local = typeOnly ? undefined : resolveLocal(path, specifier);
      if (local?.startsWith("tests/")) seen.add(local);
      else if (local?.endsWith(".ts") && !entries.includes(local)) return true;
    }
  }
  return false;
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
