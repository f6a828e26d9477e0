import type { Query } from "./fields.ts";
import type { Page } from "./listing.ts";

/** A list that is bare unless its length is asked for. */
export function answerList<T>(
  page: Page<T>,
  { paginated }: Query,
): Page<T> | readonly T[] {
  return paginated === true ? page : page.data;
}
