import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type { TestingToken } from "./types/testing_token.ts";

/** Tokens for end-to-end tests. */
export interface TestingTokensApi {
  /**
   * Makes a token that lets an end-to-end test past the detection of bots.
   *
   * @param options Time-outs, retries and a signal for this call.
   * @returns The token, and when it ends.
   */
  createTestingToken(
    options?: RequestOptions,
  ): Promise<ApiResult<TestingToken>>;
}

/** The operations of testing tokens. */
export const testingTokens: Table<TestingTokensApi> =
  /* @__PURE__ */ defineTable(() => ({
    createTestingToken: op("POST /testing_tokens"),
  }));
