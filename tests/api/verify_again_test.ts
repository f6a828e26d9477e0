import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { ApiResult } from "../../src/errors/api_error.ts";
import { type ClerkClient, createClerkClient } from "../../mod.ts";
import { createRecorder, lineOf } from "./recorder.ts";

/** Makes a client whose first request fails, and that does not wait to retry. */
function setUpFailing() {
  const answers = [new Response(null, { status: 503 })];
  const recorder = createRecorder(() =>
    answers.pop() ?? { id: "id_1", subject: "subject_1" }
  );
  const clerk = createClerkClient({
    secretKey: "sk_test_secret",
    env: {},
    fetch: recorder.fetch,
    random: () => 0,
  });
  return { ...recorder, clerk };
}

type Call = (
  clerk: ClerkClient,
) => Promise<ApiResult<{ readonly subject: string }>>;

describe("a credential that came with a request", () => {
  const calls: readonly (readonly [path: string, call: Call])[] = [
    ["/api_keys/verify", ({ apiKeys }) => apiKeys.verify("ak_secret")],
    ["/m2m_tokens/verify", ({ m2m }) => m2m.verify({ token: "mt_secret" })],
    [
      "/oauth_applications/access_tokens/verify",
      ({ idPOAuthAccessToken }) => idPOAuthAccessToken.verify("oat_secret"),
    ],
  ];
  for (const [path, call] of calls) {
    it(`is verified again after a failure: ${path}`, async () => {
      const { clerk, sent } = setUpFailing();
      const { data } = await call(clerk);
      assertEquals(data?.subject, "subject_1");
      assertEquals(sent.map(lineOf), [`POST ${path}`, `POST ${path}`]);
    });
  }

  it("is never made again", async () => {
    const { clerk, sent } = setUpFailing();
    const key = { name: "Deploy", subject: "user_1" };
    assertEquals((await clerk.apiKeys.create(key)).data, undefined);
    assertEquals(sent.length, 1);
  });
});
