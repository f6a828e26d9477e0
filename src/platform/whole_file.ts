import { findBuiltin } from "./builtin.ts";

/** What is used of the module `fs` of Node, Bun and Deno. */
interface FileSystem {
  readFileSync(path: string, encoding: "utf8"): string;
  openSync(path: string, flags: string, mode?: number): number;
  writeFileSync(file: number, text: string): void;
  fsyncSync(file: number): void;
  closeSync(file: number): void;
  renameSync(from: string, to: string): void;
  rmSync(path: string, options: { readonly force: boolean }): void;
  mkdirSync(path: string, options: { readonly recursive: boolean }): unknown;
}

/** Reads a file of text; undefined when there is none. */
export function readWholeFile(path: string): string | undefined {
  try {
    return findFiles().readFileSync(path, "utf8");
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/**
 * Writes a file that its owner alone may read, so that at any moment it holds
 * either the old text or the new one, whole and on the disk.
 */
export function replaceFile(path: string, text: string): void {
  const files = findFiles();
  const folder = /^(.*)[/\\]/.exec(path)?.[1] ?? ".";
  const beside = `${path}.new`;
  files.mkdirSync(folder || "/", { recursive: true });
  files.rmSync(beside, { force: true });
  const file = files.openSync(beside, "wx", 0o600);
  try {
    files.writeFileSync(file, text);
    files.fsyncSync(file);
  } finally {
    files.closeSync(file);
  }
  files.renameSync(beside, path);
  syncFolder(files, folder || "/");
}

/** Brings the new name to the disk. Windows has no such thing for folders. */
function syncFolder(files: FileSystem, folder: string): void {
  let file: number | undefined;
  try {
    file = files.openSync(folder, "r");
    files.fsyncSync(file);
  } catch {
    // The name is safe from the end of the process all the same.
  } finally {
    if (file !== undefined) files.closeSync(file);
  }
}

function findFiles(): FileSystem {
  const found = findBuiltin("fs");
  if (found && isFileSystem(found)) return found;
  throw new TypeError(
    "Cannot use files: expected Deno, Bun, or Node 20.16 or later.",
  );
}

function isFileSystem(found: object): found is FileSystem {
  return "renameSync" in found && "fsyncSync" in found;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
