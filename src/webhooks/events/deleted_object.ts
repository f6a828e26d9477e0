/** What is left of an object that was deleted. */
export interface DeletedObjectWebhookData {
  /** What it was, such as `user`. */
  readonly object: string;
  /** Its id. */
  readonly id?: string | undefined;
  /** Its slug, if it had one. */
  readonly slug?: string | undefined;
  /** Whether it is deleted: true. */
  readonly deleted: boolean;
  /** Its id in your own system, if it had one. */
  readonly external_id?: string | undefined;
}
