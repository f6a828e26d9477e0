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
        for (const key of keys(row)) add(ids, key, row.id);
      }
    },
    leave(row) {
      for (const { keys, ids } of indexes) {
        for (const key of keys(row)) remove(ids, key, row.id);
      }
    },
    clear() {
      for (const { ids } of indexes) ids.clear();
    },
  };
}

function add(ids: Map<string, Ids>, key: string, id: string): void {
  const found = ids.get(key);
  if (found === undefined) ids.set(key, id);
  else if (typeof found !== "string") found.add(id);
  else if (found !== id) ids.set(key, new Set([found, id]));
}

function remove(ids: Map<string, Ids>, key: string, id: string): void {
  const found = ids.get(key);
  if (found === undefined) return;
  if (typeof found !== "string") found.delete(id);
  const isLast = typeof found === "string" ? found === id : found.size === 0;
  if (isLast) ids.delete(key);
}
