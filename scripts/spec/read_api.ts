/** Reads the methods of the Backend API out of src/api. */
import ts from "typescript";
import { readRows, type Row, targetOf } from "./read_rows.ts";

/** A parameter of a method. */
export interface Parameter {
  /** Its name. */
  readonly name: string;
  /** Whether it may be left out. */
  readonly optional: boolean;
  /** Its types: one for each way to call the method. */
  readonly types: readonly ts.Type[];
}

/** A method of the Backend API. */
export interface ApiMethod {
  /** Its name, with that of its resource: `users.getUser`. */
  readonly name: string;
  /** Whether its doc comment says that it is deprecated. */
  readonly deprecated: boolean;
  /** The operations that it sends. */
  readonly rows: readonly Row[];
  /** What it takes, but for the options of the request. */
  readonly parameters: readonly Parameter[];
  /** What it gives, for each way to call it: of a list, what the items are. */
  readonly answers: readonly ts.Type[];
  /** Whether it gives a list, page by page. */
  readonly isList: boolean;
}

/** A resource of the Backend API. */
export interface ApiResource {
  /** Its name on the client. */
  readonly name: string;
  /** What its doc comment says, in one line. */
  readonly about: string;
  /** Whether its doc comment says that it is deprecated. */
  readonly deprecated: boolean;
}

/** What src/api says. */
export interface ApiFacts {
  /** Tells about types. */
  readonly checker: ts.TypeChecker;
  /** All resources, in the order of the client. */
  readonly resources: readonly ApiResource[];
  /** All methods of all resources. */
  readonly methods: readonly ApiMethod[];
}

const CLIENT = "/src/api/client.ts";

/** Reads every method of the resources that `Api` of src/api/client.ts names. */
export function readApi(program: ts.Program): ApiFacts {
  const checker = program.getTypeChecker();
  const client = program.getSourceFiles()
    .find(({ fileName }) => fileName.endsWith(CLIENT));
  if (!client) throw new TypeError(`Cannot find "${CLIENT}"`);
  const api = client.statements.find((each) =>
    ts.isInterfaceDeclaration(each) && each.name.text === "Api"
  );
  if (!api) throw new TypeError(`Cannot find the interface Api in "${CLIENT}"`);
  const resources = checker.getTypeAtLocation(api).getProperties();
  const methods = resources.flatMap((resource) => {
    const table = findTable(checker, client, resource.name);
    const symbols = checker.getTypeOfSymbol(resource).getProperties();
    const odd = [...table.keys()].filter((row) =>
      !symbols.some(({ name }) => name === row)
    );
    if (odd.length) {
      throw new TypeError(`No methods of "${resource.name}": ${odd.join()}`);
    }
    return symbols.map((symbol) =>
      readMethod(checker, resource.name, symbol, table)
    );
  });
  return {
    checker,
    resources: resources.map((symbol) => readResource(checker, symbol)),
    methods,
  };
}

function readResource(checker: ts.TypeChecker, symbol: ts.Symbol): ApiResource {
  const comment = symbol.getDocumentationComment(checker);
  return {
    name: symbol.name,
    about: ts.displayPartsToString(comment).replace(/\s+/g, " ").trim(),
    deprecated: isDeprecated(symbol),
  };
}

/** The rows of a resource, by the name of the method. */
function findTable(
  checker: ts.TypeChecker,
  client: ts.SourceFile,
  resource: string,
): ReadonlyMap<string, ts.Node> {
  const tables = literalOf(checker, client, "TABLES");
  const rows = tables.get(resource);
  const found = rows && ts.isIdentifier(rows) ? targetOf(checker, rows) : rows;
  const table = found && madeBy(found);
  if (!table || !ts.isObjectLiteralExpression(table)) {
    throw new TypeError(`Cannot find the table of "${resource}"`);
  }
  return membersOf(checker, table);
}

/** What `defineTable(() => ({ … }))` gives; anything else as it is. */
function madeBy(node: ts.Node): ts.Node {
  const make = ts.isCallExpression(node) ? node.arguments[0] : undefined;
  return make && ts.isArrowFunction(make) &&
      ts.isParenthesizedExpression(make.body)
    ? make.body.expression
    : node;
}

function literalOf(
  checker: ts.TypeChecker,
  file: ts.SourceFile,
  name: string,
): ReadonlyMap<string, ts.Node> {
  const initializer = file.statements.filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .find((each) => each.name.getText() === name)?.initializer;
  if (!initializer || !ts.isObjectLiteralExpression(initializer)) {
    throw new TypeError(`Cannot find the constant "${name}"`);
  }
  return membersOf(checker, initializer);
}

function membersOf(
  checker: ts.TypeChecker,
  literal: ts.ObjectLiteralExpression,
): ReadonlyMap<string, ts.Node> {
  return new Map(literal.properties.flatMap((each): [string, ts.Node][] => {
    if (ts.isSpreadAssignment(each) && ts.isIdentifier(each.expression)) {
      const target = targetOf(checker, each.expression);
      return target && ts.isObjectLiteralExpression(target)
        ? [...membersOf(checker, target)]
        : [];
    }
    const name = each.name && ts.isIdentifier(each.name) ? each.name.text : "";
    if (ts.isPropertyAssignment(each)) return [[name, each.initializer]];
    if (ts.isShorthandPropertyAssignment(each)) return [[name, each.name]];
    return [[name, each]];
  }));
}

function readMethod(
  checker: ts.TypeChecker,
  resource: string,
  symbol: ts.Symbol,
  table: ReadonlyMap<string, ts.Node>,
): ApiMethod {
  const name = `${resource}.${symbol.name}`;
  const row = table.get(symbol.name);
  const signatures = checker.getTypeOfSymbol(symbol).getCallSignatures();
  const returns = signatures.flatMap((each) => {
    const node = each.getDeclaration().type;
    return node ? [readReturn(node)] : [];
  });
  if (!row || returns.length === 0) {
    throw new TypeError(`Cannot read "${name}": expected a method and a row`);
  }
  return {
    name,
    deprecated: isDeprecated(symbol),
    rows: readRows(checker, row),
    parameters: readParameters(checker, signatures),
    answers: returns.map(({ node }) =>
      node ? checker.getTypeFromTypeNode(node) : checker.getVoidType()
    ),
    isList: returns.some(({ isList }) => isList),
  };
}

/** Whether a doc comment says `@deprecated`. */
export function isDeprecated(symbol: ts.Symbol): boolean {
  return symbol.getJsDocTags().some(({ name }) => name === "deprecated");
}

/** The parameters of all ways to call a method, but for the options. */
function readParameters(
  checker: ts.TypeChecker,
  signatures: readonly ts.Signature[],
): readonly Parameter[] {
  const found = new Map<string, Parameter>();
  const symbols = signatures.flatMap((each) => each.getParameters())
    .filter(({ name }) => name !== "options");
  for (const symbol of symbols) {
    const { name, valueDeclaration: declaration } = symbol;
    const known = found.get(name);
    const isOptional = declaration !== undefined &&
      ts.isParameter(declaration) && declaration.questionToken !== undefined;
    const type = checker.getTypeOfSymbol(symbol);
    found.set(name, {
      name,
      optional: isOptional || known?.optional === true,
      types: [...known?.types ?? [], type],
    });
  }
  return [...found.values()];
}

/** Takes `Promise<ApiResult<T>>` and `ApiListCall<T>` for T. */
function readReturn(
  node: ts.TypeNode,
): { readonly isList: boolean; readonly node: ts.TypeNode | undefined } {
  if (!ts.isTypeReferenceNode(node)) return { isList: false, node };
  const [inner] = node.typeArguments ?? [];
  switch (node.typeName.getText()) {
    case "ApiListCall":
      return { isList: true, node: inner };
    case "Promise":
    case "ApiResult":
      return inner ? readReturn(inner) : { isList: false, node: inner };
    default:
      return { isList: false, node };
  }
}
