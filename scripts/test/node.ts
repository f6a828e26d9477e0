/** Runs the built tests under Node and Bun, as ES modules and as CommonJS. */
import { FORMATS } from "../npm/emit_package.ts";
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

const LABELS = { esm: "ESM", script: "CJS" } as const;

/** One run for every version and format of Node. */
export function planNode(): (() => Promise<Report>)[] {
  return NODE_VERSIONS.flatMap((version) =>
    FORMATS.map(({ folder }) => () => runNode(version, folder))
  );
}

/** One run for every format under Bun. */
export function planBun(): (() => Promise<Report>)[] {
  return FORMATS.map(({ folder }) => () => runBun(folder));
}

async function runNode(
  version: string,
  folder: keyof typeof LABELS,
): Promise<Report> {
  const node = await findNode(version);
  const name = `node_${version}_${folder}`;
  const tap = reportPath(`${name}.tap`);
  const spec = reportPath(`${name}.txt`);
  const { value: outcome, seconds } = await timed(() =>
    capture([
      node,
      "--test-reporter=tap",
      `--test-reporter-destination=${tap}`,
      "--test-reporter=spec",
      `--test-reporter-destination=${spec}`,
      `${folder}/all_test.js`,
    ], { cwd: "npm/test" })
  );
  const counts = countTapCases(read(tap));
  return makeReport(`Node ${version} ${LABELS[folder]}`, counts, {
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

async function runBun(folder: keyof typeof LABELS): Promise<Report> {
  const bun = await findBun();
  const junit = reportPath(`bun_${folder}.xml`);
  const { value: outcome, seconds } = await timed(() =>
    capture([
      bun,
      "test",
      // Five seconds by default: too few where other work is under way.
      "--timeout=60000",
      `./${folder}/all_test.js`,
      "--reporter=junit",
      `--reporter-outfile=${junit}`,
    ], { cwd: "npm/test" })
  );
  const version = TOOLS.bun.split("@")[1];
  const counts = countJunitCases(read(junit));
  return makeReport(`Bun ${version} ${LABELS[folder]}`, counts, {
    ok: outcome.ok,
    seconds,
    output: outcome.stderr.replace(/^\(pass\).*\n/gm, "") + outcome.stdout,
  });
}

/** A fresh file for a report; absolute, since the tests run in npm/test. */
function reportPath(name: string): string {
  const folder = `${Deno.cwd()}/${CACHE_DIR}/reports`;
  Deno.mkdirSync(folder, { recursive: true });
  Deno.writeTextFileSync(`${folder}/${name}`, "");
  return `${folder}/${name}`;
}

function read(path: string): string {
  return Deno.readTextFileSync(path);
}
