import type { Row } from "./table.ts";

/** What decides where a row stands in an order. */
export type SortKey = number | string | null;

/** An order: what it is called, what decides, and whether the greatest come first. */
export interface Order<R> {
  /** Its name; one name stands for one key. */
  readonly name: string;
  /** The key of a row, which must follow from the row alone. */
  keyOf(row: R): SortKey;
  /** Whether the greatest come first. */
  readonly down: boolean;
}

/** Rows in several orders; each is made when it is first asked for, then kept. */
export interface SortedRows<R> {
  /**
   * All rows in an order; only those behind `after`, if given.
   *
   * @param skip How many to leave out at the beginning.
   */
  walk(
    order: Order<R>,
    after?: R,
    skip?: number,
  ): IterableIterator<R>;
  /** Puts a row in the place of another, where one of them may be missing. */
  replace(from: R | undefined, to: R | undefined): void;
  /** Forgets all orders. */
  clear(): void;
}

interface Place<R> {
  readonly key: SortKey;
  readonly row: R;
}

interface Kept<R> {
  keyOf(row: R): SortKey;
  readonly places: Place<R>[];
}

/**
 * Makes orders, none of them kept yet.
 *
 * @param all Gives all rows, for an order that is asked for the first time.
 */
export function createSortedRows<R extends Row>(
  all: () => Iterable<R>,
): SortedRows<R> {
  const kept = new Map<string, Kept<R>>();
  return {
    *walk({ name, keyOf, down }, after, skip = 0) {
      const found = kept.get(name) ?? sortAll(all(), keyOf);
      kept.set(name, found);
      const { places } = found;
      const at = after && findPlace(places, toPlace(after, found.keyOf));
      const start = down
        ? (at ?? places.length) - 1 - skip
        : (at === undefined ? 0 : at + 1) + skip;
      for (let i = start; i >= 0 && i < places.length; i += down ? -1 : 1) {
        const place = places[i];
        if (place) yield place.row;
      }
    },
    replace(from, to) {
      for (const { keyOf, places } of kept.values()) {
        const old = from && toPlace(from, keyOf);
        const now = to && toPlace(to, keyOf);
        if (old && now && comparePlaces(old, now) === 0) {
          places[findPlace(places, old)] = now;
          continue;
        }
        if (old) places.splice(findPlace(places, old), 1);
        if (now) places.splice(findPlace(places, now), 0, now);
      }
    },
    clear: () => kept.clear(),
  };
}

function sortAll<R extends Row>(
  rows: Iterable<R>,
  keyOf: (row: R) => SortKey,
): Kept<R> {
  const places = Array.from(rows, (row) => toPlace(row, keyOf));
  return { keyOf, places: places.sort(comparePlaces) };
}

function toPlace<R extends Row>(
  row: R,
  keyOf: (row: R) => SortKey,
): Place<R> {
  return { key: keyOf(row), row };
}

function comparePlaces(a: Place<Row>, b: Place<Row>): number {
  return compareKeys(a.key, b.key) || a.row.sequence - b.row.sequence;
}

/** Compares two keys; what is missing is the least. */
export function compareKeys(a: SortKey, b: SortKey): number {
  if (a === b) return 0;
  if (a === null) return -1;
  return b === null || a > b ? 1 : -1;
}

/** Where a place is, or would be. */
function findPlace(
  places: readonly Place<Row>[],
  sought: Place<Row>,
): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const place = places[middle];
    if (place && comparePlaces(place, sought) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
