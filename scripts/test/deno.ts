/** Runs the tests under Deno, each file with no more permission than it needs. */
import { findPackages, readGraph } from "../npm/sources.ts";
import { CACHE_DIR, capture, importMapFlags, listFiles } from "../toolchain.ts";
import { STAND_INS } from "../npm/emit_tests.ts";
import { countDenoCases, makeReport, type Report, timed } from "./report.ts";

/** The network that tests may use: this machine. */
export const LOCAL_NET = "--allow-net=127.0.0.1";

/** Where the tests are that start processes, which may do anything. */
const PROCESSES = "tests/deno/processes/";

/**
 * Files that only need the network, files whose peers ask for more, and files
 * that start processes.
 */
export function splitTests(): {
  own: string[];
  peers: string[];
  processes: string[];
} {
  const own: string[] = [];
  const peers: string[] = [];
  const processes: string[] = [];
  for (const path of listFiles("tests")) {
    if (!path.endsWith("_test.ts")) continue;
    if (path.startsWith(PROCESSES)) {
      processes.push(path);
      continue;
    }
    const needsMore = path.startsWith("tests/deno/") ||
      findPackages(readGraph([path], STAND_INS), STAND_INS).length > 0;
    (needsMore ? peers : own).push(path);
  }
  return { own, peers, processes };
}

/** Runs files of tests in one Deno process. */
export async function runDeno(
  runtime: string,
  files: readonly string[],
  flags: readonly string[],
): Promise<Report> {
  const slug = runtime.toLowerCase().replace(/[^a-z0-9]+/g, "_");
  const junit = `${CACHE_DIR}/reports/${slug}.xml`;
  Deno.mkdirSync(`${CACHE_DIR}/reports`, { recursive: true });
  Deno.writeTextFileSync(junit, "");
  const { value: outcome, seconds } = await timed(() =>
    capture([
      Deno.execPath(),
      "test",
      ...flags,
      "--no-prompt",
      "--no-lock",
      "--sanitize-ops",
      "--sanitize-resources",
      `--junit-path=${junit}`,
      "--reporter=dot",
      ...files,
    ])
  );
  return makeReport(runtime, countDenoCases(Deno.readTextFileSync(junit)), {
    ok: outcome.ok,
    seconds,
    output: (outcome.stdout + outcome.stderr).replace(/^[.,!]?\n/gm, ""),
  });
}

/** The runs under Deno. */
export async function planDeno(): Promise<(() => Promise<Report>)[]> {
  const map = await importMapFlags();
  const { own, peers, processes } = splitTests();
  const more = [
    "--allow-env",
    "--allow-read",
    // For the example that is killed: a folder of its own, and a process.
    "--allow-write",
    `--allow-run=${Deno.execPath()}`,
    "--allow-sys",
    // For a look at how V8 holds an object.
    "--v8-flags=--allow-natives-syntax,--expose-gc",
  ];
  const plans = [
    { runtime: "Deno, network only", files: own, flags: [LOCAL_NET] },
    { runtime: "Deno, with peers", files: peers, flags: [LOCAL_NET, ...more] },
    { runtime: "Deno, with processes", files: processes, flags: ["-A"] },
  ];
  // Without a file to run, deno test would look for tests by itself.
  return plans.filter(({ files }) => files.length > 0)
    .map(({ runtime, files, flags }) => () =>
      runDeno(runtime, files, [...map, ...flags])
    );
}
