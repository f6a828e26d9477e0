import { compareKeys, type Order, type SortKey } from "../state/sorted.ts";
import type { Row } from "../state/table.ts";
import type { Query } from "./fields.ts";
import { type Refusal, refuseParam } from "./refusal.ts";

/** What a list can be ordered by, and the value in a row that decides. */
export type Orders<R> = {
  readonly [name: string]: (row: R) => SortKey;
};

/** What a list is taken out of. */
export interface ListSource<R> {
  /** The rows, the newest first. */
  newest(): Iterable<R>;
  /** The rows in an order, without the first few. */
  sorted(order: Order<R>, after?: R, skip?: number): Iterable<R>;
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

/**
 * Takes the page that a query asks for out of rows, in the order that it asks
 * for. Where nothing is left out, a page of a whole table is taken without
 * looking at the rest.
 *
 * @param orders What rows can be ordered by, by a key of their own.
 * @param test Which rows count; all by default.
 * @param elsewhere What they can be ordered by that stands in other rows.
 * @throws {Refusal} When there is no such order.
 */
export function listRows<R extends Row>(
  from: ListSource<R> | readonly R[],
  query: Query,
  orders: Orders<R> = {},
  test?: (row: R) => boolean,
  elsewhere: Orders<R> = {},
): Page<R> {
  const order = String(query.order_by || "-created_at");
  const own: Orders<R> = { created_at: (row) => row.createdAt, ...orders };
  if (!("newest" in from)) {
    const found = test ? from.filter(test) : from;
    return paginate(sortRows(found, order, { ...own, ...elsewhere }), query);
  }
  const kept = readOrder(order, own);
  if (kept) {
    return test
      ? takeMatching(from.sorted(kept), query, test)
      : { data: takeFirst(from, kept, query), total_count: from.size };
  }
  const all = [...from.newest()];
  const found = test ? all.filter(test) : all;
  return paginate(sortRows(found, order, { ...own, ...elsewhere }), query);
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

function takeFirst<R>(
  from: ListSource<R>,
  order: Order<R>,
  { limit = 10, offset = 0 }: Query,
): readonly R[] {
  const taken: R[] = [];
  for (const row of from.sorted(order, undefined, Number(offset))) {
    if (taken.push(row) >= Number(limit)) break;
  }
  return taken;
}

/** Keeps the page alone, and counts the rest. */
function takeMatching<R>(
  rows: Iterable<R>,
  { limit = 10, offset = 0 }: Query,
  test: (row: R) => boolean,
): Page<R> {
  const start = Number(offset);
  const end = start + Number(limit);
  const data: R[] = [];
  let count = 0;
  for (const row of rows) {
    if (!test(row)) continue;
    if (count >= start && count < end) data.push(row);
    count++;
  }
  return { data, total_count: count };
}

/** Reads the name of an order; undefined when there is no such one. */
export function readOrder<R>(
  name: string,
  orders: Orders<R>,
): Order<R> | undefined {
  const bare = name.replace(/^[+-]/, "");
  const keyOf = Object.hasOwn(orders, bare) ? orders[bare] : undefined;
  return keyOf && { name: bare, keyOf, down: name.startsWith("-") };
}

/** Refuses an order that there is not. */
export function refuseOrder<R>(name: string, orders: Orders<R>): Refusal {
  return refuseParam(
    "form_param_value_invalid",
    "order_by",
    `${name} does not match the allowed values for parameter order_by. Allowed values: ${
      Object.keys(orders).join(", ")
    }`,
  );
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
  const found = readOrder(name, orders);
  if (!found) throw refuseOrder(name, orders);
  const { keyOf, down } = found;
  const order = (a: R, b: R) =>
    compareKeys(keyOf(a), keyOf(b)) || a.sequence - b.sequence;
  return [...rows].sort((a, b) => down ? order(b, a) : order(a, b));
}
