/** Reads the operations that the initializer of a row reaches. */
import ts from "typescript";
import type { OperationSpec } from "../../src/rest/operation.ts";

/** A call of op(), read from its text. */
export interface Row {
  /** The method and the path. */
  readonly route: string;
  /** What else it says. */
  readonly spec: OperationSpec;
}

/**
 * Every call of op() that an expression reaches: in itself, and in what it
 * names in the modules of the API.
 */
export function readRows(checker: ts.TypeChecker, from: ts.Node): Row[] {
  const rows: Row[] = [];
  const seen = new Set<ts.Node>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (isOp(node)) return void rows.push(readRow(checker, node));
    if (ts.isIdentifier(node)) {
      const target = targetOf(checker, node);
      if (target && !seen.has(target)) {
        seen.add(target);
        visit(target);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(from);
  const routes = new Set<string>();
  return rows.filter(({ route }) =>
    !routes.has(route) && routes.add(route) !== undefined
  );
}

function isOp(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) &&
    node.expression.text === "op";
}

/** What a name stands for: the initializer of a constant, or a function. */
export function targetOf(
  checker: ts.TypeChecker,
  name: ts.Identifier,
): ts.Node | undefined {
  const shorthand = ts.isShorthandPropertyAssignment(name.parent)
    ? checker.getShorthandAssignmentValueSymbol(name.parent)
    : undefined;
  const found = shorthand ?? checker.getSymbolAtLocation(name);
  const symbol = found && found.flags & ts.SymbolFlags.Alias
    ? checker.getAliasedSymbol(found)
    : found;
  const declaration = symbol?.valueDeclaration;
  if (!declaration?.getSourceFile().fileName.includes("/src/api/")) {
    return undefined;
  }
  if (ts.isVariableDeclaration(declaration)) return declaration.initializer;
  return ts.isFunctionDeclaration(declaration) ? declaration.body : undefined;
}

function readRow(checker: ts.TypeChecker, call: ts.CallExpression): Row {
  const [route, spec] = call.arguments.map((each) => evaluate(checker, each));
  if (typeof route !== "string") {
    throw new TypeError(`Cannot read "${call.getText()}": expected a route`);
  }
  return { route, spec: typeof spec === "object" && spec ? spec : {} };
}

/** The value of an expression that is written out: literals, lists, objects. */
function evaluate(checker: ts.TypeChecker, node: ts.Expression): unknown {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
    return evaluate(checker, node.expression);
  }
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.flatMap((each) =>
      ts.isSpreadElement(each)
        ? evaluate(checker, each.expression)
        : [evaluate(checker, each)]
    );
  }
  if (ts.isObjectLiteralExpression(node)) {
    return Object.assign(
      {},
      ...node.properties.map((each) => evaluateProperty(checker, each)),
    );
  }
  if (ts.isIdentifier(node)) {
    const target = targetOf(checker, node);
    if (target && ts.isExpression(target)) return evaluate(checker, target);
  }
  throw new TypeError(
    `Cannot read "${node.getText()}" in a row: expected what is written out`,
  );
}

function evaluateProperty(
  checker: ts.TypeChecker,
  node: ts.ObjectLiteralElementLike,
): unknown {
  if (ts.isSpreadAssignment(node)) return evaluate(checker, node.expression);
  if (ts.isPropertyAssignment(node)) {
    const { name } = node;
    const key = ts.isIdentifier(name) || ts.isStringLiteral(name)
      ? name.text
      : name.getText();
    return { [key]: evaluate(checker, node.initializer) };
  }
  if (ts.isShorthandPropertyAssignment(node)) {
    return { [node.name.text]: evaluate(checker, node.name) };
  }
  throw new TypeError(`Cannot read "${node.getText()}" in a row`);
}
