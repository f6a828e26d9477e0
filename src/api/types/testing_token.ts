/** What lets an end-to-end test past the detection of bots. */
export interface TestingToken {
  /** What this is. */
  readonly object: "testing_token";
  /** The token, for the query of requests to the Frontend API. */
  readonly token: string;
  /** When it ends, in seconds since 1970. */
  readonly expiresAt: number;
}
