/** The tools that the scripts run, their versions, and how they are run. */
import denoJson from "../deno.json" with { type: "json" };

/** Every version of Node that is tested. */
export const NODE_VERSIONS = ["20.20.2", "22.23.3", "24.21.0", "26.10.0"];
/** Tools that are run through npx. */
export const TOOLS = {
  attw: "@arethetypeswrong/cli@0.18.5",
  bun: "bun@1.4.5",
  edgeVm: "@edge-runtime/vm@5.0.0",
  nodeTypes: "@types/node@24.10.1",
  publint: "publint@0.3.25",
  typescript: "typescript@6.0.3",
  /** The oldest one that consumers may have, beside the one above. */
  oldTypescript: "old-typescript@npm:typescript@5.4.5",
  vitest: "vitest@4.1.12",
  workerd: "workerd@1.20261117.1",
} as const;
/** Maps @std to stand-ins, where JSR does not answer. */
export const OFFLINE_MAP = "tests/offline/import_map.json";
/** Where the scripts keep what they make besides the npm package. */
export const CACHE_DIR = ".cache";

/** The entries of the package whose files exist: name and file. */
export function readEntries(): { name: string; file: string }[] {
  return Object.entries(denoJson.exports)
    .map(([name, path]) => ({ name, file: path.replace(/^\.\//, "") }))
    .filter(({ file }) => exists(file));
}

/** What a command left behind. */
export interface Outcome {
  readonly ok: boolean;
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** After how many milliseconds a command is ended: none takes half as long. */
const LIMIT = 420_000;

/** Runs a command to its end and gives what it printed. */
export async function capture(
  command: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Outcome> {
  const [name = "", ...args] = command;
  const { success, code, signal, stdout, stderr } = await new Deno.Command(
    name,
    {
      args,
      cwd: options.cwd ?? Deno.cwd(),
      env: { NO_COLOR: "1", ...options.env },
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
      signal: AbortSignal.timeout(LIMIT),
    },
  ).output();
  const text = new TextDecoder();
  return {
    ok: success,
    code,
    stdout: text.decode(stdout),
    stderr: text.decode(stderr) +
      (signal ? `\nEnded by ${signal}: it took over ${LIMIT / 1000} s?\n` : ""),
  };
}

/** Runs a command to its end; when it fails, throws with what it printed. */
export async function run(
  command: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<string> {
  const { ok, code, stdout, stderr } = await capture(command, options);
  if (ok) return stdout;
  throw new Error(
    `Cannot run "${command.join(" ")}": exit code ${code}\n${stdout}${stderr}`,
  );
}

/** The command that runs a tool of {@linkcode TOOLS}. */
export function npx(tool: keyof typeof TOOLS, ...args: string[]): string[] {
  return ["npx", "-y", TOOLS[tool], ...args];
}

const nodePaths = new Map<string, Promise<string>>();

/** The path of a Node of that version; fetched through npx when it is new. */
export function findNode(version: string): Promise<string> {
  const found = nodePaths.get(version) ?? locateNode(version);
  nodePaths.set(version, found);
  return found;
}

async function locateNode(version: string): Promise<string> {
  const ask = ["-p", "process.version + ' ' + process.execPath"];
  const own = await capture(["node", ...ask]);
  const [ownVersion, ownPath = "node"] = own.stdout.trim().split(" ");
  if (ownVersion === `v${version}`) return ownPath;
  const out = await run(["npx", "-y", "-p", `node@${version}`, "node", ...ask]);
  return out.trim().split(" ")[1] ?? "node";
}

let jsr: Promise<boolean> | undefined;

/** Whether JSR answers; the environment variable OFFLINE=1 says no. */
export function jsrAnswers(): Promise<boolean> {
  jsr ??= askJsr();
  return jsr;
}

async function askJsr(): Promise<boolean> {
  if (Deno.env.get("OFFLINE") === "1") return false;
  const base = Deno.env.get("JSR_URL") ?? "https://jsr.io/";
  try {
    const response = await fetch(new URL("@std/assert/meta.json", base), {
      signal: AbortSignal.timeout(3000),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** The flag that sends @std to the stand-ins, where it is needed. */
export async function importMapFlags(): Promise<string[]> {
  return await jsrAnswers() ? [] : [`--import-map=${OFFLINE_MAP}`];
}

/** Whether there is a file or folder of that name. */
export function exists(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Every file under a folder, sorted, as paths that start with the folder. */
export function listFiles(folder: string): string[] {
  const found: string[] = [];
  for (const entry of exists(folder) ? Deno.readDirSync(folder) : []) {
    const path = folder === "." ? entry.name : `${folder}/${entry.name}`;
    if (entry.isFile) found.push(path);
    else if (entry.isDirectory) found.push(...listFiles(path));
  }
  return found.sort();
}

/** Runs the tasks, so many at a time, and gives what they gave in their order. */
export async function inParallel<T>(
  tasks: readonly (() => Promise<T>)[],
  width: number = navigator.hardwareConcurrency,
): Promise<T[]> {
  const results: T[] = [];
  const queue = [...tasks.entries()];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [i, task] = next;
      results[i] = await task();
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, width) }, work));
  return results;
}

/** Brings a page into the form that `deno fmt` wants. */
export async function formatMarkdown(text: string): Promise<string> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["fmt", "--ext=md", "-"],
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  await new Blob([text]).stream().pipeTo(child.stdin);
  const { success, stdout } = await child.output();
  if (!success) throw new Error("Cannot format the page: deno fmt failed");
  return new TextDecoder().decode(stdout);
}
