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

/** Most keys are one row's alone, and a set of one takes ten times its place. */
type Ids = string | Set<string>;

/** Makes empty indexes. */
export function createIndexes<R extends { readonly id: string }>(
  keysOf: { readonly [name: string]: KeysOf<R> },
): Indexes<R> {
  const indexes = Object.entries(keysOf).map(([name, keys]) => ({
    name,
    keys,
    ids: new Map<string, Ids>(),
  }));
  const byName = new Map(indexes.map((index) => [index.name, index.ids]));
  return {
    find(index, key) {
      const found = byName.get(index)?.get(key) ?? [];
      return typeof found === "string" ? [found] : found;
    },
    enter(row) {
      for (const { keys, ids } of indexes) {
        for (const key of keys(row)) {
          const found = ids.get(key);
          if (found === undefined) ids.set(key, row.id);
          else if (typeof found !== "string") found.add(row.id);
          else if (found !== row.id) ids.set(key, new Set([found, row.id]));
        }
      }
    },
    leave(row) {
      for (const { keys, ids } of indexes) {
        for (const key of keys(row)) {
          const found = ids.get(key);
          if (found === undefined) continue;
          if (typeof found !== "string") found.delete(row.id);
          const isLast = typeof found === "string"
            ? found === row.id
            : found.size === 0;
          if (isLast) ids.delete(key);
        }
      }
    },
    clear() {
      for (const { ids } of indexes) ids.clear();
    },
  };
}
