/** A difference between src/api and the API's description. */
export interface Finding {
  /** A method, an operation, or a type with its member. */
  readonly at: string;
  /** What differs there. */
  readonly what: string;
}
