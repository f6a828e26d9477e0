/**
 * deno task bench [--rounds=N] [--runtimes=node20,node24,deno,bun] [--groups=…]
 *
 * Bundles the cases once and runs them in each runtime: ours, each peer and the
 * raw limit in one run. Prints times and their ratios to the first line of each
 * table. Sequential runs keep the other core awake with a low-priority loop:
 * a call that hops to a thread takes twice as long while that core sleeps.
 * "asleep" shows that, and what a service sees that gets a webhook now and then.
 */
import { parseArgs } from "node:util";
import denoJson from "../../deno.json" with { type: "json" };
import { buildNpm } from "../build_npm.ts";
import { capture } from "../toolchain.ts";
import { benchImports } from "./imports.ts";

const DIR = ".cache/bench";
const GROUPS = ["sequential", "concurrent", "asleep", "rest", "auth", "import"];
const RUNTIMES: Record<string, readonly string[]> = {
  node20: ["npx", "-y", "-p", "node@20.20.2", "node"],
  node24: ["npx", "-y", "-p", "node@24.21.0", "node"],
  deno: [Deno.execPath(), "run", "-A"],
  bun: ["npx", "-y", "bun@1.4.5"],
};
const PEERS = [
  "@clerk/backend",
  "fast-jwt",
  "jose",
  "standardwebhooks",
  "svix",
];

const { values: GIVEN } = parseArgs({
  options: {
    rounds: { type: "string" },
    runtimes: { type: "string" },
    groups: { type: "string" },
  },
});

async function run(command: readonly string[], cwd: string): Promise<void> {
  const [name = "", ...args] = command;
  const { success, code } = await new Deno.Command(name, { args, cwd }).spawn()
    .status;
  if (!success) throw new Error(`${name} ${args.join(" ")}: exit code ${code}`);
}

/** Lays the bundle and the peers out where every runtime can load them. */
async function prepare(): Promise<void> {
  await Deno.mkdir(DIR, { recursive: true });
  const imports: Record<string, string> = denoJson.imports;
  const dependencies = Object.fromEntries(
    PEERS.map((name) => [name, imports[name]?.slice(`npm:${name}@`.length)]),
  );
  const text = JSON.stringify({ private: true, type: "module", dependencies });
  const file = `${DIR}/package.json`;
  if (await Deno.readTextFile(file).catch(() => "") !== text) {
    await Deno.writeTextFile(file, text);
    await run(["npm", "install", "--no-audit", "--no-fund", "--silent"], DIR);
  }
  for (const name of ["entry.mjs", "server.mjs", "user.json"]) {
    await Deno.copyFile(`scripts/bench/${name}`, `${DIR}/${name}`);
  }
  await run([
    Deno.execPath(),
    "run",
    "-A",
    "--no-config",
    imports.esbuild ?? "npm:esbuild",
    "scripts/bench/run.ts",
    "--bundle",
    "--format=esm",
    "--target=es2022",
    "--packages=external",
    `--outfile=${DIR}/bench.mjs`,
    "--log-level=warning",
  ], ".");
}

/** The program that a command of npx runs: npx itself takes longer than it. */
async function directly(command: readonly string[]): Promise<string[]> {
  if (command[0] !== "npx") return [...command];
  const ask = ["-e", "console.log(process.execPath)"];
  return [(await capture([...command, ...ask])).stdout.trim()];
}

/** Starts the server; gives its address and how to stop it. */
async function startServer(): Promise<[string, () => void]> {
  const child = new Deno.Command("node", {
    args: [`${DIR}/server.mjs`],
    stdout: "piped",
  }).spawn();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const { value = "" } = await reader.read();
  return [`http://127.0.0.1:${value.trim()}`, () => child.kill()];
}

/** Keeps the other core from falling asleep; gives how to stop that. */
function keepAwake(): () => void {
  const child = new Deno.Command("nice", {
    args: ["-n", "19", "node", "-e", "for(;;);"],
  }).spawn();
  return () => child.kill();
}

await prepare();
const rounds = GIVEN.rounds ?? "15";
const groups = GIVEN.groups?.split(",") ?? GROUPS;
const odd = groups.find((group) => !GROUPS.includes(group));
if (odd !== undefined) throw new Error(`No such group: "${odd}"`);
const [apiUrl, stopServer] = await startServer();
try {
  for (
    const name of GIVEN.runtimes?.split(",") ?? Object.keys(RUNTIMES)
  ) {
    const command = RUNTIMES[name];
    if (!command) throw new Error(`No such runtime: "${name}"`);
    console.log(`\n=== ${name} ===`);
    for (const group of groups) {
      if (group === "import") {
        await buildNpm();
        await benchImports(await directly(command), DIR, Number(rounds));
        continue;
      }
      const isSequential = group === "sequential" || group === "auth";
      const stop = isSequential ? keepAwake() : () => {};
      try {
        await run([...command, "entry.mjs", group, rounds, apiUrl], DIR);
      } finally {
        stop();
      }
    }
  }
} finally {
  stopServer();
}
