/**
 * One resource of the Backend API, as data: what its methods send and get. A
 * client makes methods of it.
 */
export interface Resource<Methods> {
  /** For the compiler alone, and never there: the methods that come of it. */
  readonly "~methods"?: Methods;
}
