import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { TokenVerificationError } from "../../errors.ts";
import type { IdPOAuthAccessTokenApi } from "../../src/api/idp_oauth_access_token.ts";
import { type Row, setUp, testOperations } from "./operations.ts";

const tokenJson = {
  object: "clerk_idp_oauth_access_token",
  id: "oat_1",
  client_id: "client_1",
  subject: "user_1",
  scopes: ["email"],
  revoked: false,
  revocation_reason: null,
  expired: false,
  expiration: null,
  created_at: 1,
  updated_at: 2,
};
const token = {
  object: "clerk_idp_oauth_access_token",
  id: "oat_1",
  clientId: "client_1",
  subject: "user_1",
  scopes: ["email"],
  revoked: false,
  revocationReason: null,
  expired: false,
  expiration: null,
  createdAt: 1,
  updatedAt: 2,
};
const act = { iss: "https://a.example", sub: "agent_1", act: { sub: "b" } };

const rows: readonly Row<IdPOAuthAccessTokenApi>[] = [
  {
    operation: "verifyOAuthAccessToken",
    call: (api) => api.verify("oat_secret"),
    sends: "POST /oauth_applications/access_tokens/verify",
    body: { access_token: "oat_secret" },
    answer: tokenJson,
    data: token,
  },
  {
    operation: "verifyOAuthAccessToken",
    call: (api) => api.verify("oat_secret", { audience: ["x", "b"] }, {}),
    sends: "POST /oauth_applications/access_tokens/verify",
    body: { access_token: "oat_secret" },
    answer: { ...tokenJson, type: "oauth:access_token", aud: ["a", "b"], act },
    data: { ...token, type: "oauth:access_token", aud: ["a", "b"], act },
  },
];

testOperations("idPOAuthAccessToken", rows, [
  /^\/oauth_applications\/access_tokens\b/,
]);

describe("idPOAuthAccessToken: audience", () => {
  it("is looked for in the token, one or a list on either side", async () => {
    for (
      const [aud, audience, isGood] of [
        ["a", "a", true],
        [["a", "b"], "b", true],
        ["a", ["x", "a"], true],
        [["a", "b"], ["x"], false],
        ["ab", "a", false],
        [[], "a", false],
        [null, "a", false],
        [undefined, "a", false],
      ] as const
    ) {
      const { clerk } = setUp(() => ({ ...tokenJson, aud }));
      const outcome = await clerk.idPOAuthAccessToken.verify("oat_secret", {
        audience,
      });
      const what = JSON.stringify([aud, audience]);
      assertEquals(outcome.errors === undefined, isGood, what);
      if (!outcome.errors) continue;
      const [{ code, message, cause }] = outcome.errors;
      assertEquals(code, "token-verification-failed");
      assert(cause instanceof TokenVerificationError);
      assertEquals(cause.reason, code);
      assertEquals(cause.claim, "aud");
      assertStringIncludes(message, "aud");
      assertEquals(outcome.status, 200);
    }
  });

  it("is refused before anything is sent, when it demands nothing", async () => {
    const { clerk, sent } = setUp(() => tokenJson);
    for (const audience of ["", [], [""], null, 1, ["a", 1], {}]) {
      const outcome = await Reflect.apply(
        clerk.idPOAuthAccessToken.verify,
        undefined,
        ["oat_secret", { audience }],
      );
      const [error] = outcome.errors ?? [];
      assertEquals(error?.code, "invalid_argument", JSON.stringify(audience));
      assertStringIncludes(error?.message ?? "", '"audience"');
    }
    assertEquals(sent.length, 0);
  });
});

describe("idPOAuthAccessToken: a token that is not active", () => {
  it("is an error, and so is an answer that tells of no token", async () => {
    for (
      const answer of [
        { active: false },
        {},
        new Response(null, { status: 204 }),
      ]
    ) {
      const { clerk } = setUp(() => answer);
      const { verify } = clerk.idPOAuthAccessToken;
      const outcome = await verify("oat_secret");
      assertEquals(outcome.data, undefined);
      assertEquals(outcome.errors?.[0].code, "token-invalid");
    }
  });
});
