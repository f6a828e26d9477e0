/** What is left of something that was deleted. */
export interface DeletedObject {
  /** What it was, such as `user`. */
  readonly object: string;
  /** The id that it had. */
  readonly id?: string;
  /** The slug that it had. */
  readonly slug?: string;
  /** Whether it is gone. */
  readonly deleted: boolean;
  /** The id that it had in your own system. */
  readonly externalId?: string;
}
