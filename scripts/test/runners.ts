/**
 * Runs what docs/testing.md shows, each block by the runner that it is for, in a
 * project of its own that has the built package by its name.
 */
import denoJson from "../../deno.json" with { type: "json" };
import {
  CACHE_DIR,
  capture,
  findNode,
  jsrAnswers,
  NODE_VERSIONS,
  npx,
  type Outcome,
  readEntries,
  run,
  TOOLS,
} from "../toolchain.ts";
import { makeReport, type Report, timed } from "./report.ts";

const PAGE = "docs/testing.md";
const DIR = `${CACHE_DIR}/runners`;

/** A runner: the file that it wants, what to install, and how it is started. */
interface Runner {
  readonly name: string;
  readonly file: string;
  readonly packages: { readonly [name: string]: string };
  command(file: string): Promise<readonly string[]>;
}

const RUNNERS: readonly Runner[] = [
  {
    name: "deno test",
    file: "clerk_test.ts",
    packages: {},
    command: (file) =>
      Promise.resolve([
        Deno.execPath(),
        "test",
        "--no-config",
        "--no-check",
        "--import-map=imports.json",
        "--no-lock",
        file,
      ]),
  },
  {
    name: "node:test",
    file: "clerk.test.mjs",
    packages: {},
    command: async (file) => [
      await findNode(NODE_VERSIONS[0] ?? ""),
      "--test",
      "--test-reporter=spec",
      file,
    ],
  },
  {
    name: "bun test",
    file: "clerk.test.ts",
    packages: {},
    command: (file) =>
      Promise.resolve(npx("bun", "test", "--timeout=60000", `./${file}`)),
  },
  {
    name: "vitest",
    file: "clerk.test.ts",
    packages: { vitest: TOOLS.vitest.replace("vitest@", "") },
    command: (file) =>
      Promise.resolve(npx("vitest", "run", "--testTimeout=60000", file)),
  },
];

/** One run for every runner. */
export function planRunners(): (() => Promise<Report>)[] {
  return RUNNERS.map((runner) => () => runBlocks(runner));
}

async function runBlocks(runner: Runner): Promise<Report> {
  const folder = `${DIR}/${runner.name.replace(/\W/g, "_")}`;
  await prepare(runner, folder);
  const command = await runner.command(runner.file);
  const { value: outcome, seconds } = await timed(() =>
    capture(command, { cwd: folder })
  );
  const passed = countPassed(outcome);
  const output = outcome.stdout + outcome.stderr;
  return makeReport(`${PAGE}, ${runner.name}`, {
    passed,
    failed: outcome.ok && passed === 1 ? 0 : 1,
    skipped: 0,
  }, { ok: outcome.ok, seconds, output });
}

async function prepare(runner: Runner, folder: string): Promise<void> {
  Deno.mkdirSync(folder, { recursive: true });
  const code = findBlock(Deno.readTextFileSync(PAGE), runner.name);
  Deno.writeTextFileSync(`${folder}/${runner.file}`, code);
  if (runner.name === "deno test") {
    const map = { imports: await mapImports() };
    Deno.writeTextFileSync(`${folder}/imports.json`, JSON.stringify(map));
    return;
  }
  const description = JSON.stringify({
    private: true,
    type: "module",
    dependencies: { [denoJson.name]: "file:../../../npm", ...runner.packages },
  });
  const file = `${folder}/package.json`;
  const known = await Deno.readTextFile(file).catch(() => "");
  if (known === description) return;
  Deno.writeTextFileSync(file, description);
  await run(["npm", "install", "--no-audit", "--no-fund", "--silent"], {
    cwd: folder,
  });
}

/** The code of the block for a runner. */
function findBlock(page: string, runner: string): string {
  const [, code] =
    new RegExp(`^\`\`\`[jt]s ${runner}\n([^]*?)^\`\`\`$`, "m").exec(page) ?? [];
  if (code) return code;
  throw new TypeError(`Cannot find a block for "${runner}" in ${PAGE}`);
}

/** The package by its name, out of its sources. */
async function mapImports(): Promise<Record<string, string>> {
  const entries = readEntries().map(({ name, file }) => [
    `${denoJson.name}${name.slice(1)}`,
    `../../../${file}`,
  ]);
  const assert = await jsrAnswers()
    ? denoJson.imports["@std/assert"]
    : "../../../tests/offline/assert.ts";
  return { ...Object.fromEntries(entries), "@std/assert": assert };
}

/** Each runner closes with how many tests passed, in words of its own. */
function countPassed({ stdout, stderr }: Outcome): number {
  const found = /\bpass (\d+)|(?:Tests +|\| |^ *)(\d+) pass(?:ed)?\b/m.exec(
    stdout + stderr,
  );
  return Number(found?.[1] ?? found?.[2] ?? 0);
}
