/** What a call of the Backend API may be given besides its arguments. */
export interface RequestOptions {
  /** Ends the call; it then gives an error with the code `aborted`. */
  readonly signal?: AbortSignal | undefined;
  /** The longest that one attempt may take, in milliseconds. */
  readonly timeout?: number | undefined;
  /**
   * The longest that the whole call may take, waits included, in milliseconds;
   * a longer `timeout` makes it longer unless both are given. A method that sends
   * two requests one after the other (`updateUser` and `updateOrganization`, when
   * they are given metadata and something else) allows each of them that time, and
   * so does a list for each of its pages.
   */
  readonly totalTimeout?: number | undefined;
  /** How often to try again at most; `false` or 0 for never. */
  readonly retry?: number | false | undefined;
}

/** What happened with a request. Holds neither headers nor bodies. */
export interface RequestEvent {
  /** The HTTP method. */
  readonly method: string;
  /** The path below the version, its ids not filled in: `/users/{user_id}`. */
  readonly path: string;
  /** Which attempt of the call it is; the first is 1. */
  readonly attempt: number;
}

/** How an attempt ended. */
export interface ResponseEvent extends RequestEvent {
  /** The HTTP status; undefined when no answer came. */
  readonly status: number | undefined;
  /** How long the attempt took, in milliseconds. */
  readonly ms: number;
  /** The trace id to tell Clerk's support. */
  readonly clerkTraceId: string | undefined;
}

/** Why and when there will be another attempt. */
export interface RetryEvent extends ResponseEvent {
  /** How long the wait before it is, in milliseconds. */
  readonly delay: number;
}

/**
 * What to call as requests come and go: for logs, traces and metrics. What a
 * hook throws is ignored, and nothing waits for what it returns.
 */
export interface RequestHooks {
  /** Called before each attempt. */
  readonly onRequest?: ((event: RequestEvent) => unknown) | undefined;
  /** Called after each attempt, with or without an answer. */
  readonly onResponse?: ((event: ResponseEvent) => unknown) | undefined;
  /** Called before the wait for another attempt. */
  readonly onRetry?: ((event: RetryEvent) => unknown) | undefined;
}
