import type { TestingTokensApi } from "../../src/api/testing_tokens.ts";
import { type Row, testOperations } from "./operations.ts";

const rows: readonly Row<TestingTokensApi>[] = [
  {
    operation: "CreateTestingToken",
    call: (api) => api.createTestingToken(),
    sends: "POST /v1/testing_tokens",
    answer: { object: "testing_token", token: "t", expires_at: 1 },
    data: { object: "testing_token", token: "t", expiresAt: 1 },
  },
];

testOperations("testingTokens", rows, [/^\/testing_tokens\b/]);
