/** Runs the built tests under Node and Bun, as ES modules and as CommonJS. */
import { FORMATS } from "../npm/emit_package.ts";
import { HALVES } from "../npm/emit_tests.ts";
import {
  CACHE_DIR,
  capture,
  findNode,
  NODE_VERSIONS,
  run,
  TOOLS,
} from "../toolchain.ts";
import {
  countJunitCases,
  countTapCases,
  makeReport,
  type Report,
  timed,
} from "./report.ts";

/** A format, and a half of the tests. */
interface Part {
  readonly label: string;
  /** The file that loads the tests, from npm/test. */
  readonly file: string;
}

const PARTS: readonly Part[] = FORMATS.flatMap(({ folder }) =>
  HALVES.map((half) => ({
    label: `${folder === "esm" ? "ESM" : "CJS"}, ${half}`,
    file: `./${folder}/${half}/all_test.js`,
  }))
);

/** One run for every version and part under Node. */
export function planNode(): (() => Promise<Report>)[] {
  return NODE_VERSIONS.flatMap((version) =>
    PARTS.map((part) => () => runNode(version, part))
  );
}

/** One run for every part under Bun. */
export function planBun(): (() => Promise<Report>)[] {
  return PARTS.map((part) => () => runBun(part));
}

async function runNode(
  version: string,
  { label, file }: Part,
): Promise<Report> {
  const node = await findNode(version);
  const name = `node_${version}_${label}`;
  const tap = reportPath(`${name}.tap`);
  const spec = reportPath(`${name}.txt`);
  const { value: outcome, seconds } = await timed(() =>
    capture([
      node,
      "--test-reporter=tap",
      `--test-reporter-destination=${tap}`,
      "--test-reporter=spec",
      `--test-reporter-destination=${spec}`,
      file,
    ], { cwd: "npm/test" })
  );
  const counts = countTapCases(read(tap));
  return makeReport(`Node ${version} ${label}`, counts, {
    ok: outcome.ok,
    seconds,
    output: failuresOf(read(spec)) + outcome.stderr,
  });
}

/** What Node prints last: the failing tests once more, with their errors. */
function failuresOf(spec: string): string {
  const at = spec.lastIndexOf("failing tests:");
  return at < 0 ? spec.slice(-4000) : spec.slice(at);
}

let bunPath: Promise<string> | undefined;

/** The path of Bun; fetched through npx when it is new. */
export function findBun(): Promise<string> {
  bunPath ??= run([
    "npx",
    "-y",
    TOOLS.bun,
    "-e",
    "console.log(process.execPath)",
  ]).then((text) => text.trim());
  return bunPath;
}

async function runBun({ label, file }: Part): Promise<Report> {
  const bun = await findBun();
  const junit = reportPath(`bun_${label}.xml`);
  const { value: outcome, seconds } = await timed(() =>
    capture([
      bun,
      "test",
      // Five seconds by default: too few where other work is under way.
      "--timeout=60000",
      file,
      "--reporter=junit",
      `--reporter-outfile=${junit}`,
    ], { cwd: "npm/test" })
  );
  const version = TOOLS.bun.split("@")[1];
  const counts = countJunitCases(read(junit));
  return makeReport(`Bun ${version} ${label}`, counts, {
    ok: outcome.ok,
    seconds,
    output: outcome.stderr.replace(/^\(pass\).*\n/gm, "") + outcome.stdout,
  });
}

/** A fresh file for a report; absolute, since the tests run in npm/test. */
function reportPath(name: string): string {
  const folder = `${Deno.cwd()}/${CACHE_DIR}/reports`;
  const path = `${folder}/${name.replaceAll(/[^\w.]+/g, "_")}`;
  Deno.mkdirSync(folder, { recursive: true });
  Deno.writeTextFileSync(path, "");
  return path;
}

function read(path: string): string {
  return Deno.readTextFileSync(path);
}
