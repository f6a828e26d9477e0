import type { ApiFailure, ApiResult } from "../errors/api_error.ts";
import type { ItemOperation, Send } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";

/** What goes by a request of its own. */
export interface MetadataParams {
  /** What anybody may read. */
  readonly publicMetadata?: unknown;
  /** What the backend alone may read. */
  readonly privateMetadata?: unknown;
  /** What the user's own browser may write. */
  readonly unsafeMetadata?: unknown;
}

/** A method that changes a thing and its metadata, as a row of a table. */
export type UpdateRow<T> = (
  send: Send,
  id: string,
  params?: MetadataParams,
  options?: RequestOptions,
) => Promise<ApiResult<T>>;

/**
 * Makes a row that changes a thing by one request and replaces its metadata by
 * another, since the API takes them apart. What is not needed is not sent.
 *
 * @param change What changes everything but metadata.
 * @param replace What replaces metadata.
 * @returns The row. When its second request fails, the error says in
 * `meta.applied` which members the first one has changed.
 */
export function updateWithMetadata<T>(
  change: ItemOperation,
  replace: ItemOperation,
): UpdateRow<T> {
  return async (send, id, params, options) => {
    const { publicMetadata, privateMetadata, unsafeMetadata, ...rest } =
      params ?? {};
    const metadata = { publicMetadata, privateMetadata, unsafeMetadata };
    const changed = namesOf(rest);
    if (namesOf(metadata).length === 0) {
      // As it came: what is no object of parameters is refused there.
      return send<T>(change, id, params ?? {}, options);
    }
    if (changed.length === 0) return send<T>(replace, id, metadata, options);
    const first = await send<T>(change, id, rest, options);
    if (first.errors) return first;
    const second = await send<T>(replace, id, metadata, options);
    return second.errors ? addApplied(second, changed) : second;
  };
}

function namesOf(params: object): readonly string[] {
  return Object.keys(params)
    .filter((name) => Reflect.get(params, name) !== undefined);
}

function addApplied(
  failure: ApiFailure,
  applied: readonly string[],
): ApiFailure {
  const [first, ...rest] = failure.errors;
  const message = `${first.message} (metadata only; applied before: ${
    applied.join(", ")
  })`;
  const meta = { ...first.meta, applied };
  return { ...failure, errors: [{ ...first, message, meta }, ...rest] };
}
