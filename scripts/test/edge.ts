/** Runs the conformance cases in workerd and in Vercel's edge VM. */
import * as esbuild from "esbuild";
import { capture, findNode, NODE_VERSIONS, npx, TOOLS } from "../toolchain.ts";
import { type Counts, makeReport, type Report, timed } from "./report.ts";

const OUT = "npm/test/conformance";

/** The two runs. */
export function planEdge(): (() => Promise<Report>)[] {
  return [runWorkerd, runEdgeVm];
}

async function runWorkerd(): Promise<Report> {
  await bundle("tests/conformance/workerd.ts", "workerd.mjs", "esm");
  const config = "tests/conformance/workerd.capnp";
  return await report("workerd", npx("workerd", "test", config));
}

async function runEdgeVm(): Promise<Report> {
  await bundle("tests/conformance/run.ts", "edge_vm.js", "iife");
  Deno.copyFileSync("tests/conformance/edge_vm.cjs", `${OUT}/edge_vm.cjs`);
  const node = await findNode(NODE_VERSIONS[0] ?? "");
  const version = TOOLS.edgeVm.split("@").at(-1);
  return await report(`Vercel edge VM ${version}`, [
    node,
    `${OUT}/edge_vm.cjs`,
  ]);
}

async function bundle(
  entry: string,
  file: string,
  format: "esm" | "iife",
): Promise<void> {
  await esbuild.build({
    entryPoints: [entry],
    outfile: `${OUT}/${file}`,
    bundle: true,
    format,
    globalName: "conformance",
    platform: "neutral",
    target: "es2022",
    logLevel: "silent",
  });
}

async function report(
  runtime: string,
  command: readonly string[],
): Promise<Report> {
  const { value, seconds } = await timed(() => capture(command));
  const output = value.stdout + value.stderr;
  return makeReport(runtime, countCases(output), {
    ok: value.ok,
    seconds,
    output,
  });
}

/** Reads the lines that tests/conformance/run.ts prints. */
function countCases(output: string): Counts {
  const count = (pattern: RegExp) => output.match(pattern)?.length ?? 0;
  return {
    passed: count(/^ok - /gm),
    failed: count(/^not ok - /gm),
    skipped: 0,
  };
}

/** Ends esbuild's process, which would keep the script alive. */
export async function stopBundler(): Promise<void> {
  await esbuild.stop();
}
