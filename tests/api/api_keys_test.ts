import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { ApiKeysApi } from "../../src/api/api_keys.ts";
import { type Row, setUp, testOperations } from "./operations.ts";

const claims = { tenant_id: "t_1", "Some-Key": { inner_key: [1] } };

const keyJson = {
  object: "api_key",
  id: "ak_1",
  type: "api_key",
  subject: "user_1",
  name: "Deploy",
  description: null,
  claims,
  scopes: ["read:things"],
  revoked: false,
  revocation_reason: null,
  expired: false,
  expiration: null,
  created_by: null,
  last_used_at: null,
  created_at: 1,
  updated_at: 2,
};

const key = {
  object: "api_key",
  id: "ak_1",
  type: "api_key",
  subject: "user_1",
  name: "Deploy",
  description: null,
  claims,
  scopes: ["read:things"],
  revoked: false,
  revocationReason: null,
  expired: false,
  expiration: null,
  createdBy: null,
  lastUsedAt: null,
  createdAt: 1,
  updatedAt: 2,
};

const rows: readonly Row<ApiKeysApi>[] = [
  {
    operation: "getApiKeys",
    call: (apiKeys) =>
      apiKeys.list({
        subject: "org_1",
        type: "api_key",
        includeInvalid: false,
        query: "a b",
        limit: 100,
        offset: 0,
      }),
    sends:
      "GET /api_keys?subject=org_1&type=api_key&include_invalid=false&query=a+b&limit=100&offset=0",
    answer: { data: [keyJson], total_count: 7 },
    data: [key],
    totalCount: 7,
  },
  {
    operation: "createApiKey",
    call: (apiKeys) =>
      apiKeys.create({
        name: "Deploy",
        subject: "user_1",
        type: "custom",
        description: null,
        claims,
        scopes: ["read:things"],
        createdBy: "user_2",
        secondsUntilExpiration: 60,
      }),
    sends: "POST /api_keys",
    body: {
      name: "Deploy",
      subject: "user_1",
      type: "custom",
      description: null,
      claims,
      scopes: ["read:things"],
      created_by: "user_2",
      seconds_until_expiration: 60,
    },
    answer: { ...keyJson, secret: "ak_secret" },
    data: { ...key, secret: "ak_secret" },
  },
  {
    operation: "createApiKey",
    call: (apiKeys) => apiKeys.create({ name: "Deploy", subject: "user_1" }),
    sends: "POST /api_keys",
    body: { name: "Deploy", subject: "user_1" },
  },
  {
    operation: "getApiKey",
    call: (apiKeys) => apiKeys.get("ak_1"),
    sends: "GET /api_keys/ak_1",
    answer: { ...keyJson, claims: null },
    data: { ...key, claims: null },
  },
  {
    operation: "updateApiKey",
    call: (apiKeys) =>
      apiKeys.update({
        apiKeyId: "ak_1",
        subject: "user_2",
        description: "For deploys",
        claims,
        scopes: [],
        secondsUntilExpiration: null,
      }),
    sends: "PATCH /api_keys/ak_1",
    body: {
      subject: "user_2",
      description: "For deploys",
      claims,
      scopes: [],
      seconds_until_expiration: null,
    },
  },
  {
    operation: "deleteApiKey",
    call: (apiKeys) => apiKeys.delete("ak_1"),
    sends: "DELETE /api_keys/ak_1",
    answer: { object: "api_key", id: "ak_1", deleted: true },
    data: { object: "api_key", id: "ak_1", deleted: true },
  },
  {
    operation: "revokeApiKey",
    call: (apiKeys) =>
      apiKeys.revoke({ apiKeyId: "ak_1", revocationReason: "Left" }),
    sends: "POST /api_keys/ak_1/revoke",
    body: { revocation_reason: "Left" },
  },
  {
    operation: "revokeApiKey",
    call: (apiKeys) => apiKeys.revoke({ apiKeyId: "ak_1" }),
    sends: "POST /api_keys/ak_1/revoke",
    // The API demands a body, be it empty.
    body: {},
  },
  {
    operation: "getApiKeySecret",
    call: (apiKeys) => apiKeys.getSecret("ak_1"),
    sends: "GET /api_keys/ak_1/secret",
    answer: { secret: "ak_secret" },
    data: { secret: "ak_secret" },
  },
  {
    operation: "verifyApiKey",
    call: (apiKeys) => apiKeys.verify("ak_secret"),
    sends: "POST /api_keys/verify",
    body: { secret: "ak_secret" },
    answer: keyJson,
    data: key,
  },
];

testOperations("apiKeys", rows, [/^\/api_keys\b/]);

describe("apiKeys", () => {
  it("sends nothing without an id", async () => {
    const { clerk, sent } = setUp(() => keyJson);
    for (
      const outcome of [
        await clerk.apiKeys.get(""),
        await clerk.apiKeys.delete(".."),
        await clerk.apiKeys.revoke({ apiKeyId: "" }),
        await clerk.apiKeys.update({ apiKeyId: "." }),
      ]
    ) {
      assertEquals(outcome.errors?.[0].code, "invalid_argument");
    }
    assertEquals(sent.length, 0);
  });
});
