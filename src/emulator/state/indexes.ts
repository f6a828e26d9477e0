/** Says what a row is found by in an index: any number of keys. */
export type KeysOf<R> = (row: R) => readonly string[];

/** Indexes over rows: from keys to ids. */
export interface Indexes<R> {
  /** The ids of the rows that have a key in an index. */
  find(index: string, key: string): Iterable<string>;
  /** Enters a row under all its keys. */
  enter(row: R): void;
  /** Takes a row out, which must be as it was entered. */
  leave(row: R): void;
  /** Takes all rows out. */
  clear(): void;
}

/** Makes empty indexes. */
export function createIndexes<R extends { readonly id: string }>(
  keysOf: { readonly [name: string]: KeysOf<R> },
): Indexes<R> {
  const indexes = Object.entries(keysOf).map(([name, keys]) => ({
    name,
    keys,
    ids: new Map<string, Set<string>>(),
  }));
  const byName = new Map(indexes.map((index) => [index.name, index.ids]));
  return {
    find: (index, key) => byName.get(index)?.get(key) ?? [],
    enter(row) {
      for (const { keys, ids } of indexes) {
        for (const key of keys(row)) {
          const found = ids.get(key);
          if (found) found.add(row.id);
          else ids.set(key, new Set([row.id]));
        }
      }
    },
    leave(row) {
      for (const { keys, ids } of indexes) {
        for (const key of keys(row)) {
          const found = ids.get(key);
          found?.delete(row.id);
          if (found?.size === 0) ids.delete(key);
        }
      }
    },
    clear() {
      for (const { ids } of indexes) ids.clear();
    },
  };
}
