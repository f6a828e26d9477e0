import type { Row } from "../state/table.ts";
import type { Query } from "./fields.ts";
import { refuseParam } from "./refusal.ts";

/** What a list can be ordered by, and the value in a row that decides. */
export type Orders<R> = {
  readonly [name: string]: (row: R) => number | string | null;
};

/** What a list is taken out of. */
export interface ListSource<R> {
  /** The rows, the newest first. */
  newest(): Iterable<R>;
  /** How many there are. */
  readonly size: number;
}

/** A part of a list, and how long the whole is. */
export interface Page<T> {
  /** The part. */
  readonly data: readonly T[];
  /** How many there are in all. */
  readonly total_count: number;
}

const NEWEST = "-created_at";

/**
 * Takes the page that a query asks for out of rows, in the order that it asks
 * for. The newest page of a whole table is taken without looking at the rest.
 *
 * @throws {Refusal} When there is no such order.
 */
export function listRows<R extends Row>(
  from: ListSource<R> | readonly R[],
  query: Query,
  orders: Orders<R> = {},
  test?: (row: R) => boolean,
): Page<R> {
  const order = String(query.order_by ?? NEWEST);
  if (!test && order === NEWEST && "newest" in from) {
    return { data: takeNewest(from, query), total_count: from.size };
  }
  const all = "newest" in from ? [...from.newest()] : from;
  const found = test ? all.filter(test) : all;
  const data = sortRows(found, order, {
    created_at: (row) => row.createdAt,
    ...orders,
  });
  return paginate(data, query);
}

/** Writes each item of a page. */
export function mapPage<R, T>(
  { data, total_count }: Page<R>,
  write: (row: R) => T,
): Page<T> {
  return { data: data.map(write), total_count };
}

/** Takes the page that a query asks for out of a list. */
export function paginate<T>(
  list: readonly T[],
  { limit = 10, offset = 0 }: Query,
): Page<T> {
  const start = Number(offset);
  return {
    data: list.slice(start, start + Number(limit)),
    total_count: list.length,
  };
}

function takeNewest<R>(
  from: ListSource<R>,
  { limit = 10, offset = 0 }: Query,
): readonly R[] {
  const end = Number(offset) + Number(limit);
  const taken: R[] = [];
  for (const row of from.newest()) {
    if (taken.push(row) >= end) break;
  }
  return taken.slice(Number(offset));
}

/**
 * Puts rows in order: by a name, with `-` before it from the greatest on. Equals
 * stay as they were made.
 *
 * @throws {Refusal} When there is no such order.
 */
export function sortRows<R extends Row>(
  rows: readonly R[],
  name: string,
  orders: Orders<R>,
): readonly R[] {
  const down = name.startsWith("-");
  const bare = name.replace(/^[+-]/, "");
  const keyOf = Object.hasOwn(orders, bare) ? orders[bare] : undefined;
  if (!keyOf) {
    throw refuseParam(
      "form_param_value_invalid",
      "order_by",
      `${name} does not match the allowed values for parameter order_by. Allowed values: ${
        Object.keys(orders).join(", ")
      }`,
    );
  }
  const order = (a: R, b: R) =>
    compare(keyOf(a), keyOf(b)) || a.sequence - b.sequence;
  return [...rows].sort((a, b) => down ? order(b, a) : order(a, b));
}

function compare(
  a: number | string | null,
  b: number | string | null,
): number {
  if (a === b) return 0;
  if (a === null) return -1;
  return b === null || a > b ? 1 : -1;
}
