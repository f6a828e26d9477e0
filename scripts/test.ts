/**
 * deno task test [deno] [docs] [edge] [node] [bun] [runners] [frameworks]
 *
 * Runs the tests in every runtime, or in those named, and closes with a line
 * "N passed, N failed" over all of them.
 */
import { buildNpm } from "./build_npm.ts";
import { planBunExample } from "./test/bun_example.ts";
import { planDeno } from "./test/deno.ts";
import { planDocs } from "./test/docs.ts";
import { planFrameworks } from "./test/frameworks.ts";
import { planEdge, stopBundler } from "./test/edge.ts";
import { planBun, planNode } from "./test/node.ts";
import { makeReport, printReports, type Report } from "./test/report.ts";
import { planRunners } from "./test/runners.ts";
import { inParallel } from "./toolchain.ts";

type Plan = () => Promise<Report | undefined>;

const GROUPS = ["deno", "docs", "edge", "node", "bun", "runners", "frameworks"];

function readGroups(): string[] {
  const unknown = Deno.args.filter((name) => !GROUPS.includes(name));
  if (unknown.length > 0) {
    console.error(`Cannot test "${unknown}": expected ${GROUPS.join(", ")}`);
    Deno.exit(2);
  }
  return Deno.args.length > 0 ? Deno.args : GROUPS;
}

/** The build as a run of its own, seen only when it fails. */
function watch(built: Promise<void>): Plan {
  return async () => {
    try {
      await built;
      return undefined;
    } catch (error) {
      const nothing = { passed: 0, failed: 0, skipped: 0 };
      const output = error instanceof Error ? error.message : String(error);
      return makeReport("npm build", nothing, {
        ok: false,
        seconds: 0,
        output,
      });
    }
  };
}

/** Lets runs wait for the build; without one there is nothing to run. */
function after(built: Promise<void>, plans: readonly Plan[]): Plan[] {
  const isBuilt = built.then(() => true, () => false);
  return plans.map((plan) => async () =>
    await isBuilt ? await plan() : undefined
  );
}

function announce(plan: Plan): Plan {
  return async () => {
    const report = await plan();
    if (!report) return undefined;
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
  const needsBuild = ["node", "bun", "edge", "runners"].some(wants);
  const built = needsBuild ? buildNpm() : Promise.resolve();
  const plans: Plan[] = [
    ...(wants("deno") ? await planDeno() : []),
    ...(wants("docs") ? await planDocs() : []),
    ...(needsBuild ? [watch(built)] : []),
    ...(wants("edge") ? after(built, planEdge()) : []),
    ...(wants("node") ? after(built, planNode()) : []),
    ...(wants("bun") ? after(built, planBun()) : []),
    ...(wants("bun") ? planBunExample() : []),
    ...(wants("runners") ? after(built, planRunners()) : []),
    ...(wants("frameworks") ? planFrameworks() : []),
  ];
  const reports = await inParallel(plans.map(announce));
  await stopBundler();
  const seen = reports.filter((report) => report !== undefined);
  Deno.exitCode = printReports(seen) ? 0 : 1;
}

await main();
