/**
 * deno task test [deno] [docs] [edge] [node] [bun]
 *
 * Runs the tests in every runtime, or in those named, and closes with a line
 * "N passed, N failed" over all of them.
 */
import { buildNpm } from "./build_npm.ts";
import { planDeno } from "./test/deno.ts";
import { planDocs } from "./test/docs.ts";
import { planEdge, stopBundler } from "./test/edge.ts";
import { planBun, planNode } from "./test/node.ts";
import { makeReport, printReports, type Report } from "./test/report.ts";
import { inParallel } from "./toolchain.ts";

type Plan = () => Promise<Report>;

const GROUPS = ["deno", "docs", "edge", "node", "bun"];

function readGroups(): string[] {
  const unknown = Deno.args.filter((name) => !GROUPS.includes(name));
  if (unknown.length > 0) {
    console.error(`Cannot test "${unknown}": expected ${GROUPS.join(", ")}`);
    Deno.exit(2);
  }
  return Deno.args.length > 0 ? Deno.args : GROUPS;
}

/** Lets a run wait for the build; when that fails, the run has failed. */
function after(built: Promise<void>, name: string, plans: Plan[]): Plan[] {
  return plans.map((plan) => async () => {
    try {
      await built;
    } catch (error) {
      return makeReport(`${name} (no build)`, NOTHING, {
        ok: false,
        seconds: 0,
        output: String(error),
      });
    }
    return await plan();
  });
}

const NOTHING = { passed: 0, failed: 0, skipped: 0 };

function announce(plan: Plan): Plan {
  return async () => {
    const report = await plan();
    const { runtime, passed, failed, seconds } = report;
    console.log(
      `${failed ? "✗" : "✓"} ${runtime}: ${passed} passed` +
        `${failed ? `, ${failed} failed` : ""} (${seconds.toFixed(1)} s)`,
    );
    return report;
  };
}

async function main(): Promise<void> {
  const groups = readGroups();
  const wants = (name: string) => groups.includes(name);
  const needsBuild = wants("node") || wants("bun") || wants("edge");
  const built = needsBuild ? buildNpm() : Promise.resolve();
  built.catch(() => {});
  const plans: Plan[] = [
    ...(wants("deno") ? await planDeno() : []),
    ...(wants("docs") ? await planDocs() : []),
    ...(wants("edge") ? after(built, "edge", planEdge()) : []),
    ...(wants("node") ? after(built, "Node", planNode()) : []),
    ...(wants("bun") ? after(built, "Bun", planBun()) : []),
  ];
  const reports = await inParallel(plans.map(announce));
  await stopBundler();
  Deno.exitCode = printReports(reports) ? 0 : 1;
}

await main();
