import type { ApiFailure, ApiResult } from "../errors/api_error.ts";

/** A page of a list. */
export interface ApiListSuccess<T> {
  /** The items of the page. */
  readonly data: readonly T[];
  /** How many items there are on all pages, when the API says so. */
  readonly totalCount: number | undefined;
  /** Absent. */
  readonly errors: undefined;
}

/** What a failed call of a list leaves behind. */
export interface ApiListFailure extends ApiFailure {
  /** Absent. */
  readonly totalCount?: undefined;
}

/** What a list method gives: a page or errors, never both, never a rejection. */
export type ApiListResult<T> = ApiListSuccess<T> | ApiListFailure;

/** How much to collect. */
export interface CollectOptions {
  /** The largest number of items to collect; the last page is cut to fit. */
  readonly max: number;
}

/**
 * What a list method returns: a promise of the page that was asked for, whose
 * request is already under way, and all items of that page and the following.
 *
 * @example One page, or all of them
 * ```ts
 * import { createClerkClient } from "@isoclerk/backend";
 * import { createEmulator } from "@isoclerk/backend/emulator";
 *
 * const emulator = await createEmulator({ seed: { users: [{ id: "user_1" }] } });
 * const clerk = createClerkClient({
 *   secretKey: emulator.secretKey,
 *   fetch: emulator.fetch,
 * });
 * const { data, errors } = await clerk.users.getUserList({ limit: 10 });
 * if (!errors) console.log(data.length);
 * for await (const user of clerk.users.getUserList()) console.log(user.id);
 * ```
 */
export interface ApiListCall<T>
  extends Promise<ApiListResult<T>>, AsyncIterable<T> {
  /**
   * Collects the items of this page and the following, up to a maximum.
   *
   * @param options How many at most.
   * @returns The items, or the errors of the first page that failed.
   */
  collect(options: CollectOptions): Promise<ApiListResult<T>>;
  /**
   * Walks through the items of this page and the following; a page is asked
   * for when its first item is. Leaving the loop ends it.
   *
   * @throws {ClerkApiResponseError} From the loop, when a page cannot be had:
   * an iterator has no other way to say so.
   */
  [Symbol.asyncIterator](): AsyncIterator<T, undefined>;
}

/**
 * Makes another outcome out of a call's data, and leaves a failure as it is.
 *
 * @param call The call.
 * @param change What makes the other data.
 * @returns The other outcome.
 */
export async function mapData<A, B>(
  call: Promise<ApiResult<A>>,
  change: (data: A) => B,
): Promise<ApiResult<B>> {
  const outcome = await call;
  return outcome.errors
    ? outcome
    : { data: change(outcome.data), errors: undefined };
}
