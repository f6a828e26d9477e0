import { createIndexes, type KeysOf } from "./indexes.ts";
import { createSortedRows, type Order } from "./sorted.ts";

/** What every row of a table has. */
export interface Row {
  /** What the row is found by. */
  readonly id: string;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** How many rows were made before it, in all tables. */
  readonly sequence: number;
}

/** Rows that are found by id and by their indexes, and are kept in order. */
export interface Table<R extends Row, Index extends string> {
  /** How many rows there are. */
  readonly size: number;
  /** How often anything changed. */
  readonly changes: number;
  /** Finds a row by its id. */
  get(id: string): R | undefined;
  /** Finds the rows that have a key in an index. */
  find(index: Index, key: string): readonly R[];
  /** Adds a row, or replaces the one of the same id. */
  put(row: R): void;
  /** Takes a row away; says whether it was there. */
  delete(id: string): boolean;
  /**
   * All rows, the newest first; only those older than `after`, if given.
   *
   * @param skip How many of them to leave out at the beginning.
   */
  newest(after?: R, skip?: number): IterableIterator<R>;
  /**
   * All rows in an order; only those behind `after`, if given.
   *
   * @param skip How many of them to leave out at the beginning.
   */
  sorted(order: Order<R>, after?: R, skip?: number): IterableIterator<R>;
  /** All rows, in the order in which they were first put. */
  all(): IterableIterator<R>;
  /** Takes all rows away. */
  clear(): void;
}

/** Makes a table with indexes. Rows are never changed, only replaced. */
export function createTable<R extends Row, Index extends string>(
  keysOf: { readonly [name in Index]: KeysOf<R> },
): Table<R, Index> {
  const rows = new Map<string, R>();
  const indexes = createIndexes<R>(keysOf);
  const orders = createSortedRows<R>(() => rows.values());
  let changes = 0;
  const replace = (id: string, to: R | undefined) => {
    const from = rows.get(id);
    changes++;
    if (from) indexes.leave(from);
    if (to) indexes.enter(to);
    orders.replace(from, to);
    if (to) rows.set(id, to);
    else rows.delete(id);
    return from !== undefined;
  };
  return {
    get size() {
      return rows.size;
    },
    get changes() {
      return changes;
    },
    get: (id) => rows.get(id),
    find: (index, key) => getAll(rows, indexes.find(index, key)),
    put: (row) => void replace(row.id, row),
    delete: (id) => rows.has(id) && replace(id, undefined),
    newest: (after, skip) => orders.walk(NEWEST, after, skip),
    sorted: orders.walk,
    all: () => rows.values(),
    clear() {
      changes++;
      rows.clear();
      indexes.clear();
      orders.clear();
    },
  };
}

/** The order that most lists are in. */
const NEWEST: Order<Row> = {
  name: "created_at",
  keyOf: ({ createdAt }) => createdAt,
  down: true,
};

function getAll<R>(
  rows: ReadonlyMap<string, R>,
  ids: Iterable<string>,
): readonly R[] {
  return [...ids].flatMap((id) => rows.get(id) ?? []);
}
