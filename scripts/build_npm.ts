/**
 * deno task npm [--with=dnt|tsc] [--force]
 *
 * Builds the npm package, and the tests beside it, into npm/. Without --with:
 * by dnt where JSR answers, else by the TypeScript compiler alone, into the same
 * layout. Does nothing when nothing has changed since the last build.
 */
import { emitPackage, FORMATS, LIB } from "./npm/emit_package.ts";
import { emitTests } from "./npm/emit_tests.ts";
import { joinFiles } from "./npm/join_files.ts";
import {
  describeEntries,
  describePackage,
  PROGRAM,
  PROGRAM_TEXT,
  toJs,
} from "./npm/package_json.ts";
import { hash, hashInputs, isStamped, stamp } from "./npm/stamp.ts";
import { exists, jsrAnswers, readEntries, run } from "./toolchain.ts";

const OUT = "npm";

/** Builds unless the build at hand is that of the present sources. */
export async function buildNpm(args: readonly string[] = []): Promise<void> {
  const wanted = args.find((a) => a.startsWith("--with="))?.slice(7);
  const builder = wanted ?? (await jsrAnswers() ? "dnt" : "tsc");
  const value = await hashInputs(builder);
  if (isStamped(OUT, value) && !args.includes("--force")) {
    return console.log("npm/ is up to date.");
  }
  for (const name of [".stamp", "esm", "script", "test/esm", "test/script"]) {
    if (exists(`${OUT}/${name}`)) {
      Deno.removeSync(`${OUT}/${name}`, { recursive: true });
    }
  }
  const made = await makePackage(builder, wanted !== undefined);
  for (const file of ["LICENSE", "README.md"]) {
    if (exists(file)) Deno.copyFileSync(file, `${OUT}/${file}`);
  }
  await joinFiles(OUT, readEntries().map(({ file }) => toJs(file)));
  describeFormats();
  for (const { folder } of FORMATS) widenBytes(`${OUT}/${folder}`);
  Deno.writeTextFileSync(`${OUT}/${PROGRAM}`, PROGRAM_TEXT, { mode: 0o755 });
  emitTests(OUT);
  await installPeers();
  stamp(OUT, value);
  console.log(`npm/ was built by ${made}.`);
}

async function makePackage(builder: string, must: boolean): Promise<string> {
  if (builder === "dnt") {
    try {
      await makeWithDnt();
      return "dnt";
    } catch (error) {
      if (must || !isLoadFailure(error)) throw error;
      console.warn("dnt cannot be loaded here; the compiler builds alone.");
    }
  }
  const entries = readEntries();
  emitPackage(entries.map(({ file }) => file), OUT);
  const description = {
    ...describePackage(entries),
    ...describeEntries(entries),
  };
  Deno.writeTextFileSync(
    `${OUT}/package.json`,
    JSON.stringify(description, undefined, 2) + "\n",
  );
  return "the TypeScript compiler";
}

/** Bundlers look at the nearest package.json, which is that of the format. */
function describeFormats(): void {
  for (const { folder, type } of FORMATS) {
    const text = JSON.stringify({ type, sideEffects: false }, undefined, 2);
    Deno.writeTextFileSync(`${OUT}/${folder}/package.json`, `${text}\n`);
  }
}

/**
 * Lets TypeScript before 5.7 read the declarations: there `Uint8Array` takes no
 * argument. Only what no user gets to see has one.
 */
function widenBytes(folder: string): void {
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    const path = `${folder}/${name}`;
    if (isDirectory) widenBytes(path);
    else if (name.endsWith(".d.ts")) {
      const text = Deno.readTextFileSync(path);
      const wide = text.replaceAll("Uint8Array<ArrayBuffer>", "Uint8Array");
      if (wide !== text) Deno.writeTextFileSync(path, wide);
    }
  }
}

async function makeWithDnt(): Promise<void> {
  const { build } = await import("@deno/dnt");
  const entries = readEntries();
  await build({
    entryPoints: entries.map(({ name, file }) => ({ name, path: `./${file}` })),
    outDir: `./${OUT}`,
    test: false, // emitTests compiles them, for both builders alike
    shims: {},
    skipNpmInstall: true,
    skipSourceOutput: true,
    typeCheck: "both",
    declaration: "inline",
    // deno-lint-ignore no-explicit-any
    compilerOptions: { target: "ES2022", lib: LIB as any },
    package: {
      ...describePackage(entries),
      exports: { "./package.json": "./package.json" },
    },
  });
}

function isLoadFailure(error: unknown): boolean {
  return error instanceof TypeError &&
    /import|module|JSR|jsr/.test(error.message);
}

/** Installs the peers that the tests compare with, unless they are there. */
async function installPeers(): Promise<void> {
  const folder = `${OUT}/test`;
  const value = await hash(Deno.readTextFileSync(`${folder}/package.json`));
  if (isStamped(folder, value)) return;
  const flags = ["--no-audit", "--no-fund", "--no-package-lock"];
  await run(["npm", "install", "--ignore-scripts", ...flags], { cwd: folder });
  stamp(folder, value);
}

if (import.meta.main) await buildNpm(Deno.args);
