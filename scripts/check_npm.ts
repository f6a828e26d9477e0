/**
 * Judges the npm package as its users would meet it: publint and attw on the
 * tarball; every entry loaded from it by import and by require, on every Node
 * and on Bun; consumers in TypeScript, by each way of resolving modules, and
 * programs for the official package among them; and what a bundler keeps.
 */
import * as esbuild from "esbuild";
import { gzipSync } from "node:zlib";
import denoJson from "../deno.json" with { type: "json" };
import { buildNpm } from "./build_npm.ts";
import { checkExports, OFFICIAL } from "./drop_in/check.ts";
import {
  CACHE_DIR,
  findNode,
  inParallel,
  NODE_VERSIONS,
  npx,
  readEntries,
  run,
  TOOLS,
} from "./toolchain.ts";

const DIR = `${CACHE_DIR}/package`;

/** How consumers compile, and what their types know of. */
interface Consumer {
  readonly compiler?: string;
  readonly module: string;
  readonly resolution: string;
  readonly lib?: readonly string[];
  readonly types?: readonly string[];
  /** Whether what is undefined is no member; true by default. */
  readonly exact?: boolean;
  /** Whether the official package is what it says; ours by default. */
  readonly official?: boolean;
  /** Whether there are no such programs, nor what they declare. */
  readonly alone?: boolean;
}

const CONSUMERS: readonly Consumer[] = [
  { module: "node16", resolution: "node16" },
  { compiler: "old-typescript", module: "nodenext", resolution: "nodenext" },
  { module: "nodenext", resolution: "nodenext", exact: false },
  { module: "esnext", resolution: "bundler" },
  {
    module: "nodenext",
    resolution: "nodenext",
    lib: ["ES2022"],
    types: ["node"],
  },
  { module: "nodenext", resolution: "nodenext", official: true },
  { module: "node16", resolution: "node16", alone: true },
];

/** What verifyToken and verifyWebhook may weigh together, of 1024 bytes. */
const TWO_FUNCTIONS = 9;

/** Programs for the official package: only the compiler is told of ours. */
const PROGRAMS = "drop_in";

/** Packs the build and installs the tarball in a project of its own. */
async function install(): Promise<void> {
  await Deno.remove(DIR, { recursive: true }).catch(() => {});
  Deno.mkdirSync(DIR, { recursive: true });
  const packed = await run(
    ["npm", "pack", "--json", "--pack-destination", `../${DIR}`],
    { cwd: "npm" },
  );
  const [{ filename, files, unpackedSize }] = JSON.parse(packed);
  judgeFiles(files.map((f: { path: string }) => f.path));
  console.log(`${filename}: ${files.length} files, ${unpackedSize} bytes`);
  Deno.writeTextFileSync(`${DIR}/package.json`, `{ "private": true }\n`);
  await run([
    "npm",
    "install",
    "--no-audit",
    "--no-fund",
    "--no-package-lock",
    `./${filename}`,
    OFFICIAL,
    TOOLS.typescript,
    TOOLS.oldTypescript,
    TOOLS.nodeTypes,
  ], { cwd: DIR });
}

/** Nothing but what is needed goes into the tarball. */
function judgeFiles(paths: readonly string[]): void {
  const allowed = /^(esm|script)\/([\w./]+\.(js|d\.ts)|package\.json)$/;
  const roots = ["package.json", "README.md", "LICENSE"];
  const strays = paths.filter((path) =>
    /(^|\/)(tests?|scripts|node_modules)\//.test(path) ||
    (!allowed.test(path) && !roots.includes(path))
  );
  if (strays.length > 0) throw new Error(`Not to be published: ${strays}`);
}

/** Programs that load every entry, and fail when one gives other names than its source. */
async function writeLoaders(): Promise<void> {
  const entries = readEntries();
  const names = entries.map(({ name }) => denoJson.name + name.slice(1));
  const expected = await Promise.all(entries.map(async ({ file }) => {
    const module: object = await import(`../${file}`);
    return Object.keys(module).sort();
  }));
  const check = `
const expected = ${JSON.stringify(expected)};
loaded.forEach(([name, module], i) => {
  const found = Object.keys(module).sort().join();
  if (found !== expected[i].join()) throw new Error(name + " gives " + found);
});
console.log(loaded.length, "entries");
`;
  const imports = names.map((n, i) => `import * as m${i} from "${n}";`);
  const pairs = names.map((n, i) => `["${n}", m${i}]`);
  Deno.writeTextFileSync(
    `${DIR}/load.mjs`,
    `${imports.join("\n")}\nconst loaded = [${pairs}];${check}`,
  );
  const required = names.map((n) => `["${n}", require("${n}")]`);
  Deno.writeTextFileSync(
    `${DIR}/load.cjs`,
    `const loaded = [${required}];${check}`,
  );
}

async function loadEverywhere(): Promise<void> {
  await writeLoaders();
  const node = NODE_VERSIONS.map((version) => async () => {
    const path = await findNode(version);
    for (const file of ["load.mjs", "load.cjs"]) {
      await run([path, "--throw-deprecation", file], { cwd: DIR });
    }
  });
  const bun = async () => {
    for (const file of ["load.mjs", "load.cjs"]) {
      await run(npx("bun", file), { cwd: DIR });
    }
  };
  await inParallel([...node, bun]);
  console.log(
    `loaded by import and require: Node ${NODE_VERSIONS.join(", ")}, Bun`,
  );
}

async function compileConsumers(): Promise<void> {
  const consumers = copyFiles("tests/package", DIR);
  const programs = copyFiles(
    `tests/package/${PROGRAMS}`,
    `${DIR}/${PROGRAMS}`,
  ).map((name) => `${PROGRAMS}/${name}`);
  await inParallel(CONSUMERS.map((consumer, i) => async () => {
    const { compiler = "typescript", official, alone } = consumer;
    const file = `tsconfig.${i}.json`;
    const config = {
      compilerOptions: compilerOptions(consumer),
      files: [
        ...(official ? [] : consumers),
        ...(alone ? [] : programs),
      ],
    };
    Deno.writeTextFileSync(`${DIR}/${file}`, JSON.stringify(config));
    await run(["node", `node_modules/${compiler}/bin/tsc`, "-p", file], {
      cwd: DIR,
    });
    console.log(`compiled: ${JSON.stringify(consumer)}`);
  }));
  const texts = programs.map((name) => Deno.readTextFileSync(`${DIR}/${name}`));
  checkExports(DIR, texts.join("\n"));
}

function copyFiles(from: string, to: string): string[] {
  Deno.mkdirSync(to, { recursive: true });
  const names = [...Deno.readDirSync(from)].filter(({ isFile }) => isFile)
    .map(({ name }) => name);
  for (const name of names) {
    Deno.copyFileSync(`${from}/${name}`, `${to}/${name}`);
  }
  return names;
}

function compilerOptions(
  { module, resolution, lib, types, exact, official }: Consumer,
): object {
  const ours = `./node_modules/${denoJson.name}/esm/compat`;
  return {
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: official ? false : exact ?? true,
    // The official declarations name packages that nobody has.
    skipLibCheck: official ?? false,
    target: "es2022",
    module,
    moduleResolution: resolution,
    lib: lib ?? ["ES2022", "DOM", "DOM.Iterable"],
    types: types ?? [],
    paths: official ? {} : {
      "@clerk/backend": [`${ours}/mod.d.ts`],
      "@clerk/backend/*": [`${ours}/*.d.ts`],
    },
  };
}

/** A bundler drops what one import has no use for. */
async function bundleOne(): Promise<void> {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: `export { verifyWebhook } from "${denoJson.name}/webhooks";
        export { verifyToken } from "${denoJson.name}";`,
      resolveDir: `${Deno.cwd()}/${DIR}`,
    },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "neutral",
    target: "es2022",
  });
  await esbuild.stop();
  const [{ text = "", contents = new Uint8Array() } = {}] = outputFiles;
  const strays = text.match(/"[A-Z]+ \/\w+|ClerkApiResponseError/g) ?? [];
  if (strays.length > 0) throw new Error(`Not dropped by a bundler: ${strays}`);
  const size = gzipSync(contents, { level: 9 }).length / 1024;
  if (size > TWO_FUNCTIONS) throw new Error(`Bundled: ${size} KB`);
  console.log(
    `bundled: two functions without the client, ${size.toFixed(2)} KB`,
  );
}

async function lintPackage(): Promise<void> {
  await inParallel([
    async () => {
      console.log((await run(npx("publint", "--strict", "npm"))).trim());
    },
    async () => {
      await run(npx("attw", "--pack", "npm", "--quiet"));
      console.log("attw: no problems");
    },
  ]);
}

/** All of it. */
export async function checkNpm(): Promise<void> {
  await buildNpm();
  await install();
  await lintPackage();
  await loadEverywhere();
  await compileConsumers();
  await bundleOne();
}

if (import.meta.main) await checkNpm();
