import type {
  ItemOperation,
  ListOperation,
  Operation,
  Send,
} from "./operation.ts";
import type { RequestOptions } from "./options.ts";
import { list } from "./pagination.ts";
import type { Resource } from "./resource.ts";

export type { Send } from "./operation.ts";

/** The ids in front: the strings that a method starts with. */
type Ids<Args extends readonly unknown[]> = Args extends
  readonly [infer Head, ...infer Tail]
  ? Head extends string ? [string, ...Ids<Tail>] : []
  : [];

/** The arguments after the ids. */
type AfterIds<Args extends readonly unknown[]> = Args extends
  readonly [infer Head, ...infer Tail]
  ? Head extends string ? AfterIds<Tail> : Args
  : Args;

/** The parameter object: what stands before the options of the request. */
type Params<Args extends readonly unknown[]> = Required<AfterIds<Args>> extends
  readonly [infer First, unknown] ? First : never;

/** The members that may fill a slot: those that are always there, and texts. */
type SlotKey<P> = P extends readonly unknown[] ? never : {
  [K in keyof P]-?: Record<never, never> extends Pick<P, K> ? never
    : P[K] extends string ? K & string
    : never;
}[keyof P];

/** The operations that put all arguments of a method somewhere. */
type Fitting<Ids extends string[], P, List extends boolean> = [P] extends
  [never] ? Operation<readonly [...Ids], false, List>
  : P extends readonly unknown[] ? Operation<readonly [...Ids], true, List>
  :
    | Operation<readonly [...Ids, ...SlotKey<P>[]], true, List>
    | ([Exclude<keyof P, SlotKey<P>>] extends [never]
      ? Operation<readonly [...Ids, SlotKey<P>, ...SlotKey<P>[]], false, List>
      : never);

type IsListCall<Return> = Return extends { collect: unknown } ? true : false;

/** Whether the arguments after the ids are parameters, options, or both in this order. */
type Fits<Args extends readonly unknown[]> = Required<AfterIds<Args>> extends
  readonly [infer Last] | readonly [unknown, infer Last]
  ? RequestOptions extends Last ? true : false
  : false;

/**
 * What may stand for a method in a {@linkcode Table}: an operation whose slots
 * fit the method's arguments, or a function that gets `send` first and then the
 * method's arguments, for the few methods that branch or send twice.
 */
export type RowFor<Method> = Method extends
  (...args: infer Args extends unknown[]) => infer Return ?
    | (Fits<Args> extends true
      ? Fitting<Ids<Args>, NonNullable<Params<Args>>, IsListCall<Return>>
      : never)
    | ((send: Send, ...args: Args) => Return)
  : never;

/**
 * One row for each method of a resource. The compiler refuses a missing row, an
 * id without a slot, a slot without an argument, a slot filled by a name that
 * the parameter object lacks, parameters that go nowhere, and a list that is
 * not declared as one.
 */
export type Table<Api> =
  & { readonly [Name in keyof Api]: RowFor<Api[Name]> }
  & Resource<Api>;

/**
 * Makes a table. With a note beside the call that it is pure, bundlers leave out
 * a table that nobody uses; of an object full of calls they cannot tell.
 *
 * @param make Gives the rows.
 */
export function defineTable<Rows>(make: () => NoInfer<Rows>): Rows {
  return make();
}

type AnyMethod = (...args: never[]) => unknown;
type AnyRow =
  | ItemOperation
  | ListOperation
  | ((send: Send, ...args: never[]) => unknown);

/**
 * Makes the methods of a resource out of its table.
 *
 * @param table The rows.
 * @param send What sends them.
 * @returns A plain object of functions that need no `this`.
 */
export function bindTable<
  Api extends { readonly [Name in keyof Api]: AnyMethod },
>(
  table: Table<Api>,
  send: Send,
): Api;
export function bindTable(
  table: { readonly [name: string]: AnyRow },
  send: Send,
): { readonly [name: string]: (...args: never[]) => unknown } {
  // A member of a literal gives its name to the function, for logs and traces.
  return Object.assign(
    {},
    ...Object.entries(table).map(([name, row]) => ({
      [name]: (...args: never[]) => call(row, send, args),
    })),
  );
}

function call(row: AnyRow, send: Send, args: never[]): unknown {
  if (typeof row === "function") return row(send, ...args);
  return row.isList ? list(send, row, ...args) : send(row, ...args);
}
