/** Reads TypeScript with types, from a folder and from texts in memory. */
import ts from "typescript";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.esnext.disposable.d.ts"],
  types: [],
};

/** The compiler's own files, which are the same in every program. */
const libraries = new Map<string, ts.SourceFile>();

/**
 * Makes a program of a file and all that it imports.
 *
 * @param root The folder of the project.
 * @param entry The file, from there.
 * @param texts Texts that stand in for files of the folder, or beside them.
 */
export function createProgram(
  root: string,
  entry: string,
  texts: ReadonlyMap<string, string> = new Map(),
): ts.Program {
  const base = resolve(root);
  const inMemory = new Map(
    [...texts].map(([path, text]) => [join(base, path), text]),
  );
  const host = ts.createCompilerHost(OPTIONS, true);
  const { readFile, fileExists } = host;
  host.readFile = (path) => inMemory.get(path) ?? readFile(path);
  host.fileExists = (path) => inMemory.has(path) || fileExists(path);
  host.getSourceFile = (path, target) => {
    const known = libraries.get(path);
    if (known) return known;
    const text = host.readFile(path);
    if (text === undefined) return undefined;
    const file = ts.createSourceFile(path, text, target, true);
    if (path.startsWith(lib)) libraries.set(path, file);
    return file;
  };
  const lib = dirname(fileURLToPath(import.meta.resolve("typescript")));
  host.getDefaultLibLocation = () => lib;
  host.getDefaultLibFileName = (o) => join(lib, ts.getDefaultLibFileName(o));
  return ts.createProgram([join(base, entry)], OPTIONS, host);
}
