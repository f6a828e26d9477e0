/** Which part of a list to send. */
export interface PageParams {
  /** How many items a page has: 1 to 500, 10 by default. */
  readonly limit?: number | undefined;
  /** How many items to leave out before the first; 0 by default. */
  readonly offset?: number | undefined;
}
