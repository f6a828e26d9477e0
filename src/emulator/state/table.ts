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
  /** Takes all rows away. */
  clear(): void;
}

/** Makes a table with indexes. Rows are never changed, only replaced. */
export function createTable<R extends Row, Index extends string>(
  keysOf: { readonly [name in Index]: KeysOf<R> },
): Table<R, Index> {
  const rows = new Map<string, R>();
  const indexes = createIndexes<R>(keysOf);
  const order: R[] = [];
  const sorted = createSortedRows<R>();
  let changes = 0;
  const replace = (from: R | undefined, to: R | undefined) => {
    changes++;
    if (from) indexes.leave(from);
    if (to) indexes.enter(to);
    move(order, from, to);
    sorted.replace(from, to);
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
    put(row) {
      replace(rows.get(row.id), row);
      rows.set(row.id, row);
    },
    delete(id) {
      const row = rows.get(id);
      if (row) replace(row, undefined);
      return rows.delete(id);
    },
    newest: (after, skip = 0) => walkBack(order, after, skip),
    sorted: (by, after, skip = 0) => sorted.walk(by, order, after, skip),
    clear() {
      changes++;
      rows.clear();
      indexes.clear();
      sorted.clear();
      order.length = 0;
    },
  };
}

function getAll<R>(
  rows: ReadonlyMap<string, R>,
  ids: Iterable<string>,
): readonly R[] {
  return [...ids].flatMap((id) => rows.get(id) ?? []);
}

function* walkBack<R extends Row>(
  order: readonly R[],
  after: Row | undefined,
  skip: number,
): IterableIterator<R> {
  const start = (after ? placeOf(order, after) : order.length) - skip;
  for (let i = start - 1; i >= 0; i--) {
    const row = order[i];
    if (row) yield row;
  }
}

/** Takes a row out of the order of creation, and puts another into it. */
function move<R extends Row>(
  order: R[],
  from: R | undefined,
  to: R | undefined,
): void {
  if (from && to && compare(from, to) === 0) {
    order[placeOf(order, from)] = to;
    return;
  }
  if (from) order.splice(placeOf(order, from), 1);
  if (to) order.splice(placeOf(order, to), 0, to);
}

function compare(a: Row, b: Row): number {
  return a.createdAt - b.createdAt || a.sequence - b.sequence;
}

/** Where a row is, or would be, in the order of creation. */
function placeOf(order: readonly Row[], row: Row): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const place = order[middle];
    if (place && compare(place, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
