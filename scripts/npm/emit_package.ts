/**
 * Makes esm/ and script/ of the npm package with the TypeScript compiler alone:
 * the same files as dnt makes, for machines that JSR does not answer.
 */
import ts from "typescript";
import { dirname, join } from "node:path/posix";
import { fileURLToPath } from "node:url";
import { readGraph, rewrite, type Source } from "./sources.ts";

/** The compiler options of both builders. */
export const LIB = [
  "ES2022",
  "DOM",
  "DOM.Iterable",
  "ESNext.Disposable",
  "ESNext.Collection",
];

/** The two formats: folder, package type, module kind. */
export const FORMATS = [
  { folder: "esm", type: "module", module: ts.ModuleKind.ESNext },
  { folder: "script", type: "commonjs", module: ts.ModuleKind.CommonJS },
] as const;

/** Compiles what the entries reach into `outDir`. */
export function emitPackage(entries: readonly string[], outDir: string): void {
  const graph = readGraph(entries);
  const texts = new Map(
    [...graph.values()].map((s) => [join("/src", s.path), withJsNames(s)]),
  );
  // One type check is enough: both formats come of the same sources.
  FORMATS.forEach(({ folder, module }, i) =>
    emit(texts, `${outDir}/${folder}`, module, i > 0)
  );
}

function withJsNames(source: Source): string {
  return rewrite(
    source,
    (name) => name.startsWith(".") ? name.replace(/\.ts$/, ".js") : undefined,
  );
}

function emit(
  texts: ReadonlyMap<string, string>,
  outDir: string,
  module: ts.ModuleKind,
  noCheck: boolean,
): void {
  const options: ts.CompilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    declaration: true,
    isolatedModules: true,
    useDefineForClassFields: true,
    esModuleInterop: true,
    skipLibCheck: true,
    noCheck,
    module,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    lib: LIB.map((name) => `lib.${name.toLowerCase()}.d.ts`),
    types: [],
    rootDir: "/src",
    outDir: "/out",
  };
  const host = virtualHost(texts, options);
  const program = ts.createProgram([...texts.keys()], options, host);
  const write = (path: string, text: string) => {
    const to = path.replace(/^\/out/, outDir);
    Deno.mkdirSync(dirname(to), { recursive: true });
    Deno.writeTextFileSync(to, text);
  };
  const { diagnostics, emitSkipped } = program.emit(undefined, write);
  const all = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (all.length > 0 || emitSkipped) {
    throw new Error(ts.formatDiagnostics(all, host));
  }
}

/** A compiler host that reads the rewritten sources from memory. */
function virtualHost(
  texts: ReadonlyMap<string, string>,
  options: ts.CompilerOptions,
): ts.CompilerHost {
  const host = ts.createCompilerHost(options, true);
  const { readFile, fileExists } = host;
  host.getCurrentDirectory = () => "/src";
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.directoryExists = () => true;
  host.getSourceFile = (path, target) => {
    const text = host.readFile(path);
    return text === undefined
      ? undefined
      : ts.createSourceFile(path, text, target, true);
  };
  // The lib files of the npm package, wherever Deno keeps them.
  const lib = dirname(fileURLToPath(import.meta.resolve("typescript")));
  host.getDefaultLibLocation = () => lib;
  host.getDefaultLibFileName = (o) => join(lib, ts.getDefaultLibFileName(o));
  return host;
}
