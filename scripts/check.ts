/**
 * deno task check [step …]
 *
 * The half of the gate that runs no tests: format, lint, types, doc comments,
 * what would be published, layers, sizes, the API's description, the index of
 * methods, what the emulator supports, the demo and the npm package.
 */
import denoJson from "../deno.json" with { type: "json" };
import {
  capture,
  importMapFlags,
  inParallel,
  listFiles,
  readEntries,
} from "./toolchain.ts";

interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

const deno = Deno.execPath();

async function planSteps(): Promise<Step[]> {
  const map = await importMapFlags();
  const entries = readEntries().map(({ file }) => file);
  const typescript = ["scripts", "tests", "examples"]
    .flatMap((folder) => listFiles(folder))
    .filter((path) =>
      path.endsWith(".ts") && !path.startsWith("tests/package")
    );
  const script = (name: string) => [deno, "run", "-A", `scripts/${name}.ts`];
  return [
    { name: "npm", command: script("check_npm") },
    {
      name: "types",
      command: [deno, "check", ...map, ...entries, ...typescript],
    },
    { name: "lint", command: [deno, "lint"] },
    { name: "format", command: [deno, "fmt", "--check"] },
    { name: "docs", command: [deno, "doc", "--lint", ...entries] },
    {
      name: "publish",
      command: [deno, "publish", "--dry-run", "--allow-dirty"],
    },
    { name: "layers", command: script("check_layers") },
    { name: "spec", command: script("check_spec") },
    { name: "api-index", command: script("api_index") },
    { name: "emulator-supported", command: script("emulator_supported") },
    { name: "size", command: script("check_size") },
    { name: "demo", command: [deno, "task", "demo"] },
  ];
}

/** Runs a step, prints what it said when it failed, and tells whether it held. */
async function take({ name, command }: Step): Promise<boolean> {
  const start = performance.now();
  const { ok, stdout, stderr } = await capture(command);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${ok ? "✓" : "✗"} ${name} (${seconds} s)`);
  if (!ok || SHOWN.includes(name)) {
    console.log(indent(ok ? stdout : stdout + stderr));
  }
  return ok;
}

/** Steps whose output is worth reading when all is well. */
const SHOWN = ["size", "spec"];

function indent(text: string): string {
  return text.replace(/^(Check|Download) .*\n/gm, "").trimEnd().split("\n")
    .slice(-120).map((line) => `    ${line}`)
    .join("\n");
}

async function main(): Promise<void> {
  const missing = Object.entries(denoJson.exports)
    .filter(([name]) => !readEntries().some((e) => e.name === name));
  const steps = await planSteps();
  const wanted = Deno.args.length > 0
    ? steps.filter(({ name }) => Deno.args.includes(name))
    : steps;
  if (wanted.length === 0) {
    throw new TypeError(
      `Cannot check "${Deno.args}": expected ${
        steps.map(({ name }) => name).join(", ")
      }`,
    );
  }
  const held = await inParallel(wanted.map((step) => () => take(step)));
  for (const [name, path] of missing) {
    console.log(`✗ ${name}: ${path} is missing`);
  }
  const failed = held.filter((ok) => !ok).length + missing.length;
  console.log(failed > 0 ? `${failed} checks failed` : "Every check held");
  Deno.exitCode = failed > 0 ? 1 : 0;
}

await main();
