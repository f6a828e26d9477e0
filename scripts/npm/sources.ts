/** Reads TypeScript sources and follows what they import. */
import ts from "typescript";
import { dirname, join } from "node:path/posix";
import { exists } from "../toolchain.ts";

/** One specifier in a source: where it stands, and whether types alone use it. */
export interface Reference {
  readonly specifier: string;
  readonly start: number;
  readonly end: number;
  readonly typeOnly: boolean;
}

/** One file of the project. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly references: readonly Reference[];
}

/** Every specifier that a source imports or exports from. */
export function findReferences(path: string, text: string): Reference[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Reference[] = [];
  const add = (node: ts.Node | undefined, typeOnly: boolean) => {
    if (!node || !ts.isStringLiteral(node)) return;
    found.push({
      specifier: node.text,
      start: node.getStart() + 1,
      end: node.getEnd() - 1,
      typeOnly,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, isTypeOnlyImport(node));
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, isTypeOnlyExport(node));
    } else if (
      ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
    ) {
      add(node.argument.literal, true);
    } else if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword
    ) add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isTypeOnlyImport(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const bindings = clause.namedBindings;
  return !clause.name && bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.length > 0 &&
    bindings.elements.every((e) => e.isTypeOnly);
}

function isTypeOnlyExport(node: ts.ExportDeclaration): boolean {
  if (node.isTypeOnly) return true;
  const clause = node.exportClause;
  return clause !== undefined && ts.isNamedExports(clause) &&
    clause.elements.length > 0 && clause.elements.every((e) => e.isTypeOnly);
}

/** The file that a relative specifier means; undefined for any other. */
export function resolveLocal(
  from: string,
  specifier: string,
): string | undefined {
  return specifier.startsWith(".") ? join(dirname(from), specifier) : undefined;
}

/**
 * Everything that the given files reach, by path.
 *
 * @param roots Where to start.
 * @param standIns Files to take for bare specifiers.
 */
export function readGraph(
  roots: readonly string[],
  standIns: Readonly<Record<string, string>> = {},
): Map<string, Source> {
  const graph = new Map<string, Source>();
  const queue = [...roots];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    // What is missing is for the compiler to report: it knows where from.
    if (graph.has(path) || !exists(path)) continue;
    const text = Deno.readTextFileSync(path);
    const references = /\.(?:ts|mjs)$/.test(path)
      ? findReferences(path, text)
      : [];
    graph.set(path, { path, text, references });
    for (const { specifier } of references) {
      const local = resolveLocal(path, specifier) ?? standIns[specifier];
      if (local !== undefined) queue.push(local);
    }
  }
  return graph;
}

/** The packages that a graph imports, Node's own left out. */
export function findPackages(
  graph: ReadonlyMap<string, Source>,
  standIns: Readonly<Record<string, string>> = {},
): string[] {
  const names = new Set<string>();
  for (const { path, references } of graph.values()) {
    for (const { specifier } of references) {
      if (resolveLocal(path, specifier) ?? standIns[specifier]) continue;
      if (specifier.startsWith("node:")) continue;
      const parts = specifier.split("/");
      names.add(parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/"));
    }
  }
  return [...names].sort();
}

/** A source's text with each specifier replaced by what `rename` gives for it. */
export function rewrite(
  source: Source,
  rename: (specifier: string) => string | undefined,
): string {
  let text = source.text;
  for (const { specifier, start, end } of [...source.references].reverse()) {
    const to = rename(specifier);
    if (to !== undefined) text = text.slice(0, start) + to + text.slice(end);
  }
  return text;
}
