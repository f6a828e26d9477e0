import { ClerkApiResponseError } from "../errors/api_error.ts";
import { toCamelCase } from "../text/case.ts";
import { isObject, type JsonObject } from "../text/json.ts";
import { readArguments } from "./encode.ts";
import { failCall } from "./failure.ts";
import type { ListOperation, Send } from "./operation.ts";
import type {
  ApiListCall,
  ApiListResult,
  ApiListSuccess,
  CollectOptions,
} from "./result.ts";

/** How many items the API puts on a page when it isn't told. */
const DEFAULT_LIMIT = 10;

/** Pages of a list, one after another; a failure is the last. */
type Pages<T> = AsyncGenerator<ApiListResult<T>, undefined>;

/**
 * Sends an operation for a page of a list, and makes what a list method
 * returns.
 *
 * @param send What sends it.
 * @param operation The operation.
 * @param args The arguments of the method.
 * @returns The page to come, and a way to all that follow.
 */
export function list<T>(
  send: Send,
  operation: ListOperation,
  ...args: readonly unknown[]
): ApiListCall<T> {
  const first = send<T>(operation, ...args);
  const pages = () => walkPages<T>(send, operation, args, first);
  return Object.assign(first, {
    collect: (options: CollectOptions) => collect(pages(), options),
    [Symbol.asyncIterator]: () => walkItems(pages()),
  });
}

/** Asks for a page when it is wanted, and not before. */
async function* walkPages<T>(
  send: Send,
  operation: ListOperation,
  args: readonly unknown[],
  first: Promise<ApiListResult<T>>,
): Pages<T> {
  const { ids, params, options } = readArguments(operation, args);
  let members: JsonObject = isObject(params) ? params : {};
  const seen = new Set<string>();
  let page = await first;
  for (;;) {
    const mark = page.errors ? "" : markPage(page);
    // A server that pays no heed to the offset would go on for ever.
    if (seen.has(mark)) return;
    seen.add(mark);
    yield page;
    const next = page.errors ? undefined : nextPage(operation, members, page);
    if (!next) return;
    members = next;
    page = await send<T>(operation, ...ids, members, options);
  }
}

/** The parameters of the page after a page; undefined when it is the last. */
function nextPage(
  { method, query, cursor }: ListOperation,
  members: JsonObject,
  { data, totalCount }: ApiListSuccess<unknown>,
): JsonObject | undefined {
  // Only reading may be done again.
  if (method !== "GET" || query !== true || data.length === 0) return undefined;
  const limit = Number(members["limit"] ?? DEFAULT_LIMIT);
  const isFull = data.length >= limit;
  const after = cursor && toCamelCase(cursor);
  if (after && members[after] !== undefined) {
    const last = idOf(data.at(-1));
    return isFull && last ? { ...members, limit, [after]: last } : undefined;
  }
  const offset = Number(members["offset"] ?? 0) + data.length;
  const isMore = totalCount === undefined ? isFull : offset < totalCount;
  return isMore ? { ...members, limit, offset } : undefined;
}

/** What tells a page from others: how many items it has, the first and the last. */
function markPage({ data }: ApiListSuccess<unknown>): string {
  const ends = [data[0], data.at(-1)].map((item) => idOf(item) ?? item);
  return JSON.stringify([data.length, ...ends]);
}

function idOf(item: unknown): string | undefined {
  const id = isObject(item) ? item["id"] : undefined;
  return typeof id === "string" ? id : undefined;
}

async function* walkItems<T>(pages: Pages<T>): AsyncGenerator<T, undefined> {
  for await (const page of pages) {
    if (page.errors) throw new ClerkApiResponseError(page);
    yield* page.data;
  }
}

async function collect<T>(
  pages: Pages<T>,
  options: CollectOptions | undefined,
): Promise<ApiListResult<T>> {
  const given: unknown = options?.max;
  const max = typeof given === "number" ? Math.floor(given) : NaN;
  if (!(max >= 0)) {
    return failCall(
      "invalid_argument",
      'Cannot use "max": expected a number, as { max: 1000 }.',
    );
  }
  const data: T[] = [];
  let totalCount: number | undefined;
  for await (const page of pages) {
    if (page.errors) return page;
    totalCount ??= page.totalCount;
    // One by one: a call takes only so many arguments.
    for (const item of page.data.slice(0, max - data.length)) data.push(item);
    if (data.length >= max) break;
  }
  return { data, totalCount, errors: undefined };
}
