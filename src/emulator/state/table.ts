/** What every row of a table has. */
export interface Row {
  /** What the row is found by. */
  readonly id: string;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** How many rows were made before it, in all tables. */
  readonly sequence: number;
}

/** Says what a row is found by in an index: any number of keys. */
export type KeysOf<R> = (row: R) => readonly string[];

/** Rows that are found by id and by their indexes, and are kept in order. */
export interface Table<R extends Row, Index extends string> {
  /** How many rows there are. */
  readonly size: number;
  /** Finds a row by its id. */
  get(id: string): R | undefined;
  /** Finds the rows that have a key in an index. */
  find(index: Index, key: string): readonly R[];
  /** Adds a row, or replaces the one of the same id. */
  put(row: R): void;
  /** Takes a row away; says whether it was there. */
  delete(id: string): boolean;
  /** All rows, the newest first; those before `after` are left out. */
  newest(after?: R): IterableIterator<R>;
  /** Takes all rows away. */
  clear(): void;
}

interface Place {
  readonly id: string;
  readonly createdAt: number;
  readonly sequence: number;
}

/** Makes a table with indexes. Rows are never changed, only replaced. */
export function createTable<R extends Row, Index extends string>(
  keysOf: { readonly [name in Index]: KeysOf<R> },
): Table<R, Index> {
  const rows = new Map<string, R>();
  const indexes = new Map<string, Map<string, Set<string>>>();
  const extractors = Object.entries<KeysOf<R>>(keysOf);
  for (const [name] of extractors) indexes.set(name, new Map());
  const order: Place[] = [];

  const enter = (row: R) => {
    for (const [name, keys] of extractors) {
      const index = indexes.get(name);
      for (const key of keys(row)) {
        const ids = index?.get(key);
        if (ids) ids.add(row.id);
        else index?.set(key, new Set([row.id]));
      }
    }
  };
  const leave = (row: R) => {
    for (const [name, keys] of extractors) {
      const index = indexes.get(name);
      for (const key of keys(row)) {
        const ids = index?.get(key);
        ids?.delete(row.id);
        if (ids?.size === 0) index?.delete(key);
      }
    }
  };
  return {
    get size() {
      return rows.size;
    },
    get: (id) => rows.get(id),
    find(index, key) {
      const found: R[] = [];
      for (const id of indexes.get(index)?.get(key) ?? []) {
        const row = rows.get(id);
        if (row) found.push(row);
      }
      return found;
    },
    put(row) {
      const old = rows.get(row.id);
      if (old) leave(old);
      rows.set(row.id, row);
      enter(row);
      if (old && compare(old, row) === 0) return;
      if (old) order.splice(placeOf(order, old), 1);
      const { id, createdAt, sequence } = row;
      order.splice(placeOf(order, row), 0, { id, createdAt, sequence });
    },
    delete(id) {
      const row = rows.get(id);
      if (!row) return false;
      leave(row);
      order.splice(placeOf(order, row), 1);
      return rows.delete(id);
    },
    *newest(after) {
      const start = after ? placeOf(order, after) : order.length;
      for (let i = start - 1; i >= 0; i--) {
        const row = rows.get(order[i]?.id ?? "");
        if (row) yield row;
      }
    },
    clear() {
      rows.clear();
      order.length = 0;
      for (const index of indexes.values()) index.clear();
    },
  };
}

function compare(a: Place, b: Place): number {
  return a.createdAt - b.createdAt || a.sequence - b.sequence;
}

/** Where a row is, or would be, in the order of creation. */
function placeOf(order: readonly Place[], row: Place): number {
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
