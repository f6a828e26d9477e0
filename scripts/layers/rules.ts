/** The rules of what may import what, and how long things may be. */
import {
  findReferences,
  type Reference,
  resolveLocal,
} from "../npm/sources.ts";
import { findHostGlobals, findLongFunctions } from "./syntax.ts";

/** The level of each folder of src; the entries stand above them all. */
const LEVELS: Readonly<Record<string, number>> = {
  text: 0,
  platform: 1,
  errors: 1,
  jwt: 2,
  keys: 2,
  rest: 2,
  auth: 3,
  api: 3,
  webhooks: 3,
  proxy: 3,
  doctor: 3,
  handler: 3,
  emulator: 4,
};
const ENTRY_LEVEL = 5;
/** Pairs of one level of which the first may import the second. */
const NEIGHBOURS = ["keys -> jwt"];
const MAX_FILE_LINES = 300;
const MAX_FUNCTION_LINES = 40;
/** A file with this line is mostly a table, and may be long. */
export const TABLE_MARK = "// A table: exempt from the limit on lines.";

/** Every breach of the rules in the files that ship, by path. */
export function checkLayers(files: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  const runtimeImports = new Map<string, string[]>();
  for (const [path, text] of files) {
    const references = findReferences(path, text);
    runtimeImports.set(path, localTargets(path, references));
    for (const reference of references) {
      const why = judgeImport(path, reference, files);
      if (why) found.push(`${path}:${lineAt(text, reference.start)}: ${why}`);
    }
    found.push(...checkFile(path, text));
  }
  return [...found, ...findCycles(runtimeImports)];
}

function localTargets(
  path: string,
  references: readonly Reference[],
): string[] {
  return references.filter((r) => !r.typeOnly)
    .map((r) => resolveLocal(path, r.specifier))
    .filter((target) => target !== undefined);
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split("\n").length;
}

/** The folder of src that a file is in; "" for the entries. */
function folderOf(path: string): string {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? "";
}

function isEmulator(path: string): boolean {
  return /^emulator(_\w+)?\.ts$/.test(path) || folderOf(path) === "emulator";
}

/** Why an import is not allowed; undefined when it is. */
function judgeImport(
  path: string,
  { specifier, typeOnly }: Reference,
  files: ReadonlyMap<string, string>,
): string | undefined {
  const target = resolveLocal(path, specifier);
  if (target === undefined) {
    return `imports "${specifier}": nothing that ships has a dependency`;
  }
  if (!files.has(target)) return `imports "${specifier}", which does not ship`;
  if (isEmulator(target) && !isEmulator(path)) {
    return `imports "${specifier}": only its own entries may reach the emulator`;
  }
  const [from, to] = [folderOf(path), folderOf(target)];
  if (from === "") return judgeEntryImport(path, target);
  if (from === to) return undefined;
  const [level, other] = [levelOf(from), levelOf(to)];
  if (level === undefined) {
    return `"src/${from}" has no level in scripts/layers/rules.ts`;
  }
  if (other === undefined || other > level) {
    return `imports "${specifier}", a level above`;
  }
  if (other < level || typeOnly || NEIGHBOURS.includes(`${from} -> ${to}`)) {
    return undefined;
  }
  return `imports "${specifier}" of its own level: types only`;
}

function judgeEntryImport(path: string, target: string): string | undefined {
  return !path.startsWith("compat/") && target.startsWith("compat/")
    ? `imports "${target}": compat is built on the other entries`
    : undefined;
}

function levelOf(folder: string): number | undefined {
  return folder === "" ? ENTRY_LEVEL : LEVELS[folder];
}

function checkFile(path: string, text: string): string[] {
  const found: string[] = [];
  const lines = text.trimEnd().split("\n").length;
  const isTable = text.split("\n").includes(TABLE_MARK);
  if (lines > MAX_FILE_LINES && !isTable) {
    found.push(`${path}:1: ${lines} lines, over ${MAX_FILE_LINES}`);
  }
  for (
    const { line, text: what } of findLongFunctions(
      path,
      text,
      MAX_FUNCTION_LINES,
    )
  ) {
    found.push(`${path}:${line}: ${what}, over ${MAX_FUNCTION_LINES}`);
  }
  if (folderOf(path) === "platform") return found;
  for (const { line, text: name } of findHostGlobals(path, text)) {
    found.push(`${path}:${line}: names ${name}: only src/platform may`);
  }
  return found;
}

/** Each cycle once, as a path that ends where it began. */
function findCycles(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      found.push(
        `${path}:1: cycle: ${[...trail.slice(at), path].join(" -> ")}`,
      );
      return;
    }
    if (done.has(path)) return;
    for (const next of imports.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of imports.keys()) walk(path, []);
  return found;
}
