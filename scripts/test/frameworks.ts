/**
 * Runs the apps of examples/frameworks, on Clerk's own adapters, beside an
 * emulator that listens (tests/frameworks/).
 */
import denoJson from "../../deno.json" with { type: "json" };
import { findPackages, readGraph } from "../npm/sources.ts";
import { hash, isStamped, stamp } from "../npm/stamp.ts";
import {
  CACHE_DIR,
  findNode,
  importMapFlags,
  listFiles,
  NODE_VERSIONS,
  run,
  TOOLS,
} from "../toolchain.ts";
import { LOCAL_NET, runDeno } from "./deno.ts";
import { findBun } from "./node.ts";
import type { Report } from "./report.ts";

const APPS = "examples/frameworks";
const DIR = `${CACHE_DIR}/frameworks`;
const TESTS = "tests/frameworks/adapters.ts";
const GUARD = "tests/frameworks/loopback_only.mjs";

/** One run for the oldest Node and for the newest, one for Bun, one for Deno. */
export function planFrameworks(): (() => Promise<Report>)[] {
  let project: Promise<void> | undefined;
  const ready = () => project ??= prepare();
  const guard = `${Deno.cwd()}/${GUARD}`;
  const ends = [NODE_VERSIONS[0] ?? "", NODE_VERSIONS.at(-1) ?? ""];
  return [
    ...ends.map((version) => async () => {
      await ready();
      const command = [await findNode(version), `--import=${guard}`];
      return await runApps(`Node ${version}`, DIR, command);
    }),
    async () => {
      await ready();
      const command = [await findBun(), `--preload=${guard}`];
      const version = TOOLS.bun.split("@")[1];
      return await runApps(`Bun ${version}`, DIR, command);
    },
    () =>
      runApps(`Deno ${Deno.version.deno}`, APPS, [
        Deno.execPath(),
        "run",
        "--quiet",
        "--no-lock",
        `--preload=${guard}`,
        `${LOCAL_NET},localhost`,
        "--allow-env",
        "--allow-read",
        "--allow-sys",
      ]),
  ];
}

async function runApps(
  runtime: string,
  folder: string,
  command: readonly string[],
): Promise<Report> {
  return await runDeno(
    `Frameworks, ${runtime}`,
    [TESTS, "--", folder, ...command],
    [...await importMapFlags(), "-A"],
  );
}

/** A project of Node's that has the apps and what they import. */
async function prepare(): Promise<void> {
  const apps = listFiles(APPS);
  const imports: Readonly<Record<string, string>> = denoJson.imports;
  const dependencies = Object.fromEntries(
    ["@clerk/backend", ...findPackages(readGraph(apps))].map((name) => [
      name,
      imports[name]?.split(`npm:${name}@`)[1],
    ]),
  );
  Deno.mkdirSync(DIR, { recursive: true });
  for (const app of apps) Deno.copyFileSync(app, app.replace(APPS, DIR));
  const description = JSON.stringify({ private: true, dependencies });
  Deno.writeTextFileSync(`${DIR}/package.json`, description);
  const value = await hash(description);
  if (isStamped(DIR, value)) return;
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--silent"];
  await run(["npm", "install", ...flags], { cwd: DIR });
  stamp(DIR, value);
}
