/** The part of a host that gives its own modules without an import. */
interface Host {
  readonly process?: { getBuiltinModule?(name: string): unknown };
  /** Known to every compiler, with the types of any host or of none. */
  readonly globalThis?: unknown;
}

/**
 * Gives a module that is built into Node, Bun and Deno, such as `fs`; undefined
 * where there is none. Nothing is imported, so that bundlers for other hosts
 * have nothing to resolve.
 */
export function findBuiltin(name: string): object | undefined {
  const { process }: Host = globalThis;
  const found = process?.getBuiltinModule?.(`node:${name}`);
  return typeof found === "object" && found !== null ? found : undefined;
}
