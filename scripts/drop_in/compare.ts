/**
 * Compares everything that the official package exports, name by name, with what
 * the drop-in flavour exports: what comes from here can be used as what comes
 * from there, and what is taken there is taken here.
 */
import ts from "typescript";
import { explain } from "./explain.ts";

/** Compared method by method, in tests/parity/types_test.ts. */
const CLIENT = ["ClerkClient", "createClerkClient"];

/** The exports of the modules that a program imports, by specifier and name. */
type Exports = ReadonlyMap<string, ReadonlyMap<string, ts.Symbol>>;

/**
 * Compares the exports of pairs of modules.
 *
 * @param path The file to write and to read imports from, where both packages
 * are installed.
 * @param pairs The official module and ours.
 * @returns What differs, as `Name.path: why`, and the generic types, which
 * cannot be compared without arguments.
 */
export function compareExports(
  path: string,
  pairs: ReadonlyMap<string, string>,
): { readonly found: readonly string[]; readonly generic: readonly string[] } {
  const program = createProgram(path, [...pairs].flat());
  const checker = program.getTypeChecker();
  const exports = readExports(program, path);
  const found: string[] = [];
  const generic: string[] = [];
  for (const [theirs, ours] of pairs) {
    for (const [name, symbol] of exports.get(theirs) ?? []) {
      const own = exports.get(ours)?.get(name);
      if (CLIENT.includes(name)) continue;
      if (!own) found.push(`${name}: is missing`);
      else if (isGeneric(symbol)) generic.push(name);
      else found.push(...compareSymbols(checker, name, own, symbol));
    }
  }
  return { found: [...new Set(found)], generic: [...new Set(generic)] };
}

function createProgram(
  path: string,
  specifiers: readonly string[],
): ts.Program {
  const imports = specifiers.map((name) => `import "${name}";\n`);
  Deno.writeTextFileSync(path, imports.join(""));
  return ts.createProgram([path], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  });
}

function readExports(program: ts.Program, path: string): Exports {
  const checker = program.getTypeChecker();
  const statements: readonly ts.Statement[] =
    program.getSourceFile(path)?.statements ?? [];
  return new Map(
    statements.filter(ts.isImportDeclaration).map((
      { moduleSpecifier: name },
    ) => {
      const module = checker.getSymbolAtLocation(name);
      const symbols = module ? checker.getExportsOfModule(module) : [];
      return [
        ts.isStringLiteral(name) ? name.text : "",
        new Map(symbols.map((each) => [each.name, follow(checker, each)])),
      ];
    }),
  );
}

function follow(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias
    ? checker.getAliasedSymbol(symbol)
    : symbol;
}

function isGeneric({ declarations = [] }: ts.Symbol): boolean {
  return declarations.some((each) =>
    (ts.isTypeAliasDeclaration(each) || ts.isInterfaceDeclaration(each)) &&
    each.typeParameters !== undefined
  );
}

/** What a name stands for as a type, and as a value where it is one in both. */
function compareSymbols(
  checker: ts.TypeChecker,
  name: string,
  ours: ts.Symbol,
  theirs: ts.Symbol,
): readonly string[] {
  const found = [];
  if (theirs.flags & ts.SymbolFlags.Type) {
    const [own, other] = [ours, theirs].map((symbol) =>
      checker.getDeclaredTypeOfSymbol(symbol)
    );
    if (own && other) {
      // Options are taken, and all else is given.
      const isTaken = name.endsWith("Options");
      found.push(
        ...isTaken
          ? explain(checker, other, own)
          : explain(checker, own, other),
      );
    }
  }
  if (ours.flags & theirs.flags & ts.SymbolFlags.Value) {
    const [own, other] = [ours, theirs].map((symbol) =>
      checker.getTypeOfSymbol(symbol)
    );
    if (own && other) found.push(...explain(checker, own, other));
  }
  return found.map(({ path, why }) => `${name}${path}: ${why}`);
}
