/**
 * What a verification gives: a result or an error, never both, never a throw.
 *
 * @example
 * ```ts
 * import { decodeJwt } from "@isoclerk/backend/jwt";
 *
 * const { result, error } = decodeJwt("not a token");
 * if (error) console.log(error.reason); // token-invalid
 * else console.log(result.payload.sub);
 * ```
 */
export type Result<T, E extends Error = Error> = Success<T> | Failure<E>;

/** The good half of a {@linkcode Result}. */
export interface Success<T> {
  /** What was asked for. */
  readonly result: T;
  /** Absent. */
  readonly error: undefined;
}

/** The bad half of a {@linkcode Result}. */
export interface Failure<E extends Error = Error> {
  /** Absent. */
  readonly result: undefined;
  /** What went wrong. */
  readonly error: E;
}

/** Makes the good half. */
export function succeed<T>(result: T): Success<T> {
  return { result, error: undefined };
}

/** Makes the bad half. */
export function fail<E extends Error>(error: E): Failure<E> {
  return { result: undefined, error };
}
