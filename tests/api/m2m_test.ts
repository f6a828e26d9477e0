import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createClerkClient } from "../../mod.ts";
import type { M2mApi } from "../../src/api/m2m.ts";
import { type Row, setUp, testOperations } from "./operations.ts";
import { createRecorder } from "./recorder.ts";

const claims = { tenant_id: "t_1", "Some-Key": { inner_key: [1] } };

const tokenJson = {
  object: "machine_to_machine_token",
  id: "mt_1",
  subject: "mch_1",
  claims,
  scopes: ["mch_2"],
  revoked: false,
  revocation_reason: null,
  expired: false,
  expiration: 3,
  last_used_at: null,
  created_at: 1,
  updated_at: 2,
};
const token = {
  object: "machine_to_machine_token",
  id: "mt_1",
  subject: "mch_1",
  claims,
  scopes: ["mch_2"],
  revoked: false,
  revocationReason: null,
  expired: false,
  expiration: 3,
  lastUsedAt: null,
  createdAt: 1,
  updatedAt: 2,
};
const machineSecretKey = "ak_machine";

const rows: readonly Row<M2mApi>[] = [
  {
    operation: "getM2MTokens",
    call: (m2m) =>
      m2m.list({
        subject: "mch_1",
        revoked: false,
        expired: true,
        limit: 100,
        offset: 0,
        machineSecretKey,
      }),
    sends:
      "GET /m2m_tokens?subject=mch_1&revoked=false&expired=true&limit=100&offset=0",
    answer: { m2m_tokens: [tokenJson], total_count: 4 },
    data: [token],
    totalCount: 4,
    authorization: "Bearer ak_machine",
  },
  {
    operation: "createM2MToken",
    call: (m2m) =>
      m2m.createToken({
        tokenFormat: "jwt",
        secondsUntilExpiration: null,
        claims,
        minRemainingTtlSeconds: 60,
        machineSecretKey,
      }),
    sends: "POST /m2m_tokens",
    body: {
      token_format: "jwt",
      seconds_until_expiration: null,
      claims,
      min_remaining_ttl_seconds: 60,
    },
    answer: { ...tokenJson, token: "mt_secret" },
    data: { ...token, token: "mt_secret" },
    authorization: "Bearer ak_machine",
  },
  {
    operation: "createM2MToken",
    call: (m2m) => m2m.createToken(),
    sends: "POST /m2m_tokens",
    // The API demands a body, be it empty.
    body: {},
  },
  {
    operation: "revokeM2MToken",
    call: (m2m) =>
      m2m.revokeToken({
        m2mTokenId: "mt_1",
        revocationReason: "Left",
        machineSecretKey,
      }),
    sends: "POST /m2m_tokens/mt_1/revoke",
    body: { revocation_reason: "Left" },
    authorization: "Bearer ak_machine",
  },
  {
    operation: "revokeM2MToken",
    call: (m2m) => m2m.revokeToken({ m2mTokenId: "mt_1" }),
    sends: "POST /m2m_tokens/mt_1/revoke",
    body: {},
  },
  {
    operation: "verifyM2MToken",
    call: (m2m) => m2m.verify({ token: "mt_secret", machineSecretKey }),
    sends: "POST /m2m_tokens/verify",
    body: { token: "mt_secret" },
    answer: { ...tokenJson, claims: null },
    data: { ...token, claims: null },
    authorization: "Bearer ak_machine",
  },
  {
    operation: "verifyM2MToken",
    call: (m2m) => m2m.verify({ token: "mt_secret" }),
    sends: "POST /m2m_tokens/verify",
    body: { token: "mt_secret" },
    answer: tokenJson,
    data: token,
  },
];

testOperations("m2m", rows, [/^\/m2m_tokens\b/]);

describe("m2m: the key", () => {
  it("is the parameter, else the client's of a machine, else the instance's", async () => {
    const used: (string | null)[] = [];
    for (
      const keys of [
        { secretKey: "sk_test_1", machineSecretKey: "ak_client" },
        { secretKey: "sk_test_1" },
        { machineSecretKey: "ak_client" },
      ]
    ) {
      const { fetch, sent } = createRecorder(() => tokenJson);
      const clerk = createClerkClient({ ...keys, env: {}, fetch });
      await clerk.m2m.createToken({ machineSecretKey: "ak_call" });
      await clerk.m2m.createToken();
      used.push(...sent.map(({ headers }) => headers.get("authorization")));
    }
    assertEquals(used, [
      "Bearer ak_call",
      "Bearer ak_client",
      "Bearer ak_call",
      "Bearer sk_test_1",
      "Bearer ak_call",
      "Bearer ak_client",
    ]);
  });

  it("has to be there", async () => {
    const { fetch, sent } = createRecorder(() => tokenJson);
    const clerk = createClerkClient({ env: {}, fetch });
    const { errors } = await clerk.m2m.createToken();
    assertEquals(errors?.[0].code, "missing_secret_key");
    const given = { token: "mt_secret", machineSecretKey: "" };
    const outcome = await clerk.m2m.verify(given);
    assertEquals(outcome.errors?.[0].code, "invalid_argument");
    assertEquals(sent.length, 0);
  });

  it("goes along to the pages that follow", async () => {
    const { clerk, sent } = setUp(({ url }) => ({
      m2m_tokens: [{
        ...tokenJson,
        id: `mt_${url.searchParams.get("offset") ?? 0}`,
      }],
      total_count: 2,
    }));
    const call = clerk.m2m.list({ subject: "mch_1", machineSecretKey });
    const { data } = await call.collect({ max: 9 });
    assertEquals(data?.map(({ id }) => id), ["mt_0", "mt_1"]);
    assertEquals(
      sent.map(({ headers }) => headers.get("authorization")),
      ["Bearer ak_machine", "Bearer ak_machine"],
    );
  });
});
