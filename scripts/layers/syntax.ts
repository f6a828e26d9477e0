/** What the checks of layers read from one file's syntax. */
import ts from "typescript";

/** A finding in a file. */
export interface Finding {
  readonly line: number;
  readonly text: string;
}

/** Globals that differ between hosts or reach outside: src/platform's alone. */
const HOST_GLOBALS = new Set([
  "Buffer",
  "Date",
  "Deno",
  "console",
  "crypto",
  "fetch",
  "globalThis",
  "navigator",
  "performance",
  "process",
  "require",
]);

/** Where a file names a host's global that it has not declared itself. */
export function findHostGlobals(path: string, text: string): Finding[] {
  const file = parse(path, text);
  const found: Finding[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node)) return;
    if (
      ts.isIdentifier(node) && HOST_GLOBALS.has(node.text) && isRead(node) &&
      !isDeclaredAround(node)
    ) found.push({ line: lineOf(file, node), text: node.text });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/**
 * Functions of more lines than that, comments before them not counted. A function
 * that is declared in another counts by itself alone, and one that is nothing but
 * an object literal is data.
 */
export function findLongFunctions(
  path: string,
  text: string,
  limit: number,
): Finding[] {
  const file = parse(path, text);
  const found: Finding[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isFunctionLike(node) && "body" in node && node.body && !isData(node)
    ) {
      const first = lineOf(file, node);
      const last = file.getLineAndCharacterOfPosition(node.getEnd()).line + 1;
      const lines = last - first + 1 - countNested(file, node.body);
      if (lines > limit) {
        found.push({ line: first, text: `a function of ${lines} lines` });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isData(node: ts.Node): boolean {
  return ts.isArrowFunction(node) && ts.isParenthesizedExpression(node.body) &&
    ts.isObjectLiteralExpression(node.body.expression);
}

/** How many lines the functions take that are declared in another. */
function countNested(file: ts.SourceFile, body: ts.Node): number {
  let lines = 0;
  const visit = (node: ts.Node): void => {
    if (!ts.isFunctionDeclaration(node)) return ts.forEachChild(node, visit);
    const text = node.getFullText(file).trimStart();
    lines += text.split("\n").length;
  };
  ts.forEachChild(body, visit);
  return lines;
}

function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

function lineOf(file: ts.SourceFile, node: ts.Node): number {
  return file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

/** Whether an identifier stands for a value, and is not a member's name. */
function isRead(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name !== node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) {
    return false;
  }
  const isName = "name" in parent && parent.name === node;
  return !isName || ts.isShorthandPropertyAssignment(parent);
}

function isDeclaredAround(node: ts.Identifier): boolean {
  for (let at: ts.Node = node.parent; at; at = at.parent) {
    if (declaredIn(at).includes(node.text)) return true;
  }
  return false;
}

/** The names that a scope declares by itself, inner scopes left out. */
function declaredIn(scope: ts.Node): string[] {
  if (ts.isFunctionLike(scope)) {
    return scope.parameters.flatMap((p) => namesOf(p.name));
  }
  if (ts.isBlock(scope) || ts.isSourceFile(scope)) {
    return scope.statements.flatMap(declaredBy);
  }
  if (ts.isForStatement(scope) || ts.isForOfStatement(scope)) {
    const list = scope.initializer;
    return list && ts.isVariableDeclarationList(list)
      ? list.declarations.flatMap((d) => namesOf(d.name))
      : [];
  }
  return [];
}

function declaredBy(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap((d) =>
      namesOf(d.name)
    );
  }
  if (ts.isFunctionDeclaration(statement)) {
    return statement.name ? [statement.name.text] : [];
  }
  if (!ts.isImportDeclaration(statement)) return [];
  const { name, namedBindings } = statement.importClause ?? {};
  const elements = namedBindings && ts.isNamedImports(namedBindings)
    ? namedBindings.elements.map((e) => e.name.text)
    : [];
  return name ? [name.text, ...elements] : elements;
}

function namesOf(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((e) =>
    ts.isBindingElement(e) ? namesOf(e.name) : []
  );
}
