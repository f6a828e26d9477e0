// The official client against the emulator: tokens and keys that machines show.
import { answerWith } from "../parity/fetch_switch.ts";
import { createClerkClient } from "../parity/official.ts";
import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator } from "../../emulator.ts";
import { call } from "./harness.ts";

const ADA = `user_${"a".repeat(27)}`;

async function setUp() {
  const emulator = await createEmulator({
    seed: { users: [{ id: ADA, emailAddress: ["ada@example.com"] }] },
  });
  const clerk = createClerkClient({
    secretKey: emulator.secretKey,
    publishableKey: emulator.publishableKey,
    apiUrl: emulator.apiUrl,
    telemetry: { disabled: true },
  });
  /** Runs something with the emulator in place of the network. */
  const run = async <T>(task: () => Promise<T>): Promise<T> => {
    const { value } = await answerWith(
      ({ url, method, headers, body }) =>
        emulator.fetch(url, { method, headers, body: body ?? null }),
      task,
    );
    return value;
  };
  return { emulator, clerk, run };
}

/** How a request with a token is judged. */
async function judgeRequest(
  { clerk, run }: Awaited<ReturnType<typeof setUp>>,
  token: string,
  acceptsToken: "api_key" | "oauth_token" | "m2m_token",
  machineSecretKey?: string,
): Promise<readonly [boolean, string | null]> {
  const request = new Request("https://app.example.com/api", {
    headers: { authorization: `Bearer ${token}` },
  });
  const state = await run(() =>
    clerk.authenticateRequest(request, {
      acceptsToken,
      ...(machineSecretKey !== undefined && { machineSecretKey }),
    })
  );
  return [state.isAuthenticated, state.reason];
}

describe("the official client, against the emulator", () => {
  it("verifies opaque tokens of machines, until they are revoked", async () => {
    const setup = await setUp();
    const { clerk, run } = setup;
    const { api, worker } = await run(async () => {
      const api = await clerk.machines.create({ name: "API" });
      const worker = await clerk.machines.create({
        name: "Worker",
        scopedMachines: [api.id],
      });
      return { api, worker };
    });
    const machineSecretKey = worker.secretKey ?? "";
    const made = await run(() => clerk.m2m.createToken({ machineSecretKey }));
    const token = made.token ?? "";
    assert(token.startsWith("mt_"));
    const judge = () =>
      judgeRequest(setup, token, "m2m_token", api.secretKey ?? "");
    assertEquals(await judge(), [true, null]);
    const verified = await run(() =>
      clerk.m2m.verify({ token, machineSecretKey: api.secretKey ?? "" })
    );
    assertEquals([verified.subject, verified.scopes], [worker.id, [api.id]]);
    const list = await run(() => clerk.m2m.list({ subject: worker.id }));
    assertEquals(list.data.map(({ id }) => id), [made.id]);
    await run(() => clerk.m2m.revokeToken({ m2mTokenId: made.id }));
    assertEquals((await judge())[0], false);
  });

  it("verifies machines' tokens in JWT form", async () => {
    const setup = await setUp();
    const { clerk, run, emulator } = setup;
    const subject = `mch_${"b".repeat(27)}`;
    const token = await emulator.tokens.m2m({ subject, scopes: ["mch_x"] });
    const verified = await run(() => clerk.m2m.verify({ token }));
    assertEquals([verified.subject, verified.scopes], [subject, ["mch_x"]]);
  });

  it("verifies API keys, until they are revoked", async () => {
    const setup = await setUp();
    const { clerk, run, emulator } = setup;
    const token = await emulator.tokens.apiKey(ADA, { scopes: ["read"] });
    const judge = () => judgeRequest(setup, token, "api_key");
    assertEquals(await judge(), [true, null]);
    const key = await run(() => clerk.apiKeys.verify(token));
    assertEquals([key.subject, key.scopes], [ADA, ["read"]]);
    await run(() => clerk.apiKeys.revoke({ apiKeyId: key.id }));
    assertEquals((await judge())[0], false);
    const made = await run(() =>
      clerk.apiKeys.create({ name: "Deploy", subject: ADA })
    );
    const { secret } = await run(() => clerk.apiKeys.getSecret(made.id));
    assertEquals(secret, made.secret);
    const list = await run(() => clerk.apiKeys.list({ subject: ADA }));
    assertEquals(list.data.map(({ id }) => id), [made.id]);
  });

  it("verifies OAuth access tokens, until they are revoked", async () => {
    const setup = await setUp();
    const { clerk, run, emulator } = setup;
    const application = await run(() =>
      clerk.oauthApplications.create({
        name: "Tool",
        redirectUris: ["https://tool.example/callback"],
      })
    );
    const token = await emulator.tokens.oauth(ADA, {
      clientId: application.clientId,
      format: "opaque",
    });
    const judge = () => judgeRequest(setup, token, "oauth_token");
    assertEquals(await judge(), [true, null]);
    const verified = await run(() => clerk.idPOAuthAccessToken.verify(token));
    assertEquals(
      [verified.subject, verified.clientId],
      [ADA, application.clientId],
    );
    const path = `/oauth_applications/${application.id}/revoke_token`;
    assertEquals((await call(emulator, "POST", path, { token })).status, 204);
    // It does not look at "active", and takes the token for one of nobody.
    const revoked = await run(() => clerk.idPOAuthAccessToken.verify(token));
    assertEquals(revoked.subject, undefined);
    const unknown = await judgeRequest(setup, "oat_unknown", "oauth_token");
    assertEquals(unknown[0], false);
  });

  it("gets tokens of sessions, and sees them revoked", async () => {
    const { clerk, run, emulator } = await setUp();
    const { sessionId, clientId } = await emulator.signIn(ADA);
    const session = await run(() => clerk.sessions.getSession(sessionId));
    assertEquals([session.status, session.clientId], ["active", clientId]);
    const { jwt } = await run(() => clerk.sessions.getToken(sessionId));
    const request = new Request("https://app.example.com/api", {
      headers: { authorization: `Bearer ${jwt}` },
    });
    const state = await run(() => clerk.authenticateRequest(request));
    assertEquals(state.isAuthenticated, true);
    const revoked = await run(() => clerk.sessions.revokeSession(sessionId));
    assertEquals(revoked.status, "revoked");
    const failed = await run(() =>
      clerk.sessions.getToken(sessionId).catch((error) => error.status)
    );
    assertEquals(failed, 404);
  });

  it("takes a new token for an old one from a browser's cookies", async () => {
    const { clerk, run, emulator } = await setUp();
    const azp = "https://app.example.com";
    const session = await emulator.signIn(ADA, { azp });
    const cookie = Object.entries({
      ...session.cookies,
      ...Object.fromEntries(
        Object.keys(session.cookies)
          .filter((name) => name.startsWith("__session"))
          .map((name) => [name, session.expiredToken]),
      ),
      ...Object.fromEntries(
        Object.keys(session.cookies)
          .filter((name) => name.startsWith("__client_uat"))
          .map((name) => [name, "1"]),
      ),
    }).map(([name, value]) => `${name}=${value}`).join("; ");
    const request = new Request(`${azp}/page`, {
      headers: {
        cookie,
        accept: "text/html",
        "sec-fetch-dest": "document",
        origin: azp,
      },
    });
    const state = await run(() => clerk.authenticateRequest(request));
    assertEquals([state.status, state.reason], ["signed-in", null]);
    assertEquals(
      emulator.requests.map(({ path }) => path)
        .filter((path) => path.endsWith("/refresh")),
      [`/v1/sessions/${session.sessionId}/refresh`],
    );
  });
});
