/**
 * Runs the examples of the README, of docs/ and of the doc comments, each as a
 * test of its own, beside an emulated instance (tests/deno/example_host.ts).
 */
import { CACHE_DIR, exists, listFiles, readEntries } from "../toolchain.ts";
import denoJson from "../../deno.json" with { type: "json" };
import { LOCAL_NET, runDeno } from "./deno.ts";
import { type Example, findExamples } from "./examples.ts";
import type { Report } from "./report.ts";

const OUT = `${CACHE_DIR}/docs`;

/** The run of all examples. */
export function planDocs(): Promise<(() => Promise<Report>)[]> {
  const tests = writeTests();
  if (tests.length === 0) return Promise.resolve([]);
  const flags = [`--config=${OUT}/deno.json`, LOCAL_NET, "--allow-env"];
  return Promise.resolve([
    () => runDeno("Deno, examples in docs", tests, flags),
  ]);
}

function writeTests(): string[] {
  if (exists(OUT)) Deno.removeSync(OUT, { recursive: true });
  Deno.mkdirSync(OUT, { recursive: true });
  Deno.writeTextFileSync(`${OUT}/deno.json`, JSON.stringify(configure()));
  const markdown = [...Deno.readDirSync(".")].map((e) => e.name)
    .filter((name) => name.endsWith(".md"));
  const sources = [...Deno.readDirSync(".")].map((e) => e.name)
    .filter((name) => name.endsWith(".ts"));
  const paths = [
    ...markdown,
    ...listFiles("docs").filter((path) => path.endsWith(".md")),
    ...sources,
    ...["src", "compat"].flatMap((folder) => listFiles(folder))
      .filter((path) => path.endsWith(".ts")),
  ].sort();
  return paths.flatMap((path) => {
    const examples = findExamples(path, Deno.readTextFileSync(path));
    return examples.length > 0 ? [writeTest(path, examples)] : [];
  });
}

/** Settings under which a reader's code runs: the package by its name. */
function configure(): unknown {
  const entries = readEntries().map(({ name, file }) => [
    `${denoJson.name}${name.slice(1)}`,
    `../../${file}`,
  ]);
  const packages = Object.entries(denoJson.imports)
    .filter(([, target]) => target.startsWith("npm:"));
  return {
    compilerOptions: { strict: true },
    lock: false,
    imports: Object.fromEntries([...entries, ...packages]),
  };
}

function writeTest(path: string, examples: readonly Example[]): string {
  const slug = path.replace(/[^a-zA-Z0-9]+/g, "_");
  Deno.mkdirSync(`${OUT}/${slug}`, { recursive: true });
  const tests = examples.map(({ place, line, code, prints }) => {
    const file = `${slug}/${line}.ts`;
    const text = `${"\n".repeat(line)}${code}\nexport {};\n`;
    Deno.writeTextFileSync(`${OUT}/${file}`, text);
    const args = `${JSON.stringify(place)}, ${JSON.stringify(prints)}`;
    return `test(${args}, () => import("./${file}"));\n`;
  });
  const head = `import { test } from "../../tests/deno/example_host.ts";\n\n`;
  const testFile = `${OUT}/${slug}_test.ts`;
  Deno.writeTextFileSync(testFile, head + tests.join(""));
  return testFile;
}
