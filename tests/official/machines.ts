import { assert, assertEquals } from "@std/assert";
import { ADA, type Cases, type Setting } from "./served.ts";

/** How a request with a token is judged. */
async function judge(
  { clerk }: Setting,
  token: string,
  acceptsToken: "api_key" | "oauth_token" | "m2m_token",
  machineSecretKey?: string | undefined,
): Promise<boolean> {
  const request = new Request("http://localhost:3000/api", {
    headers: { authorization: `Bearer ${token}` },
  });
  const { isAuthenticated } = await clerk.authenticateRequest(request, {
    acceptsToken,
    ...(machineSecretKey !== undefined && { machineSecretKey }),
  });
  return isAuthenticated;
}

/** Two machines, of which one may call the other. */
async function makeMachines({ clerk }: Setting) {
  const api = await clerk.machines.create({ name: "API" });
  const worker = await clerk.machines.create({
    name: "Worker",
    scopedMachines: [api.id],
  });
  return {
    api: { id: api.id, machineSecretKey: api.secretKey ?? "" },
    worker: { id: worker.id, machineSecretKey: worker.secretKey ?? "" },
  };
}

/** Tokens and keys that machines show. */
export const machines: Cases = {
  async "M2M, opaque: good until it is revoked"(setting) {
    const { clerk } = setting;
    const { api, worker } = await makeMachines(setting);
    const { machineSecretKey } = api;
    const { id, token = "" } = await clerk.m2m.createToken({
      machineSecretKey: worker.machineSecretKey,
      claims: { purpose: "test" },
    });
    assert(token.startsWith("mt_"));
    assertEquals(
      await judge(setting, token, "m2m_token", machineSecretKey),
      true,
    );
    const verified = await clerk.m2m.verify({ token, machineSecretKey });
    assertEquals(
      [verified.subject, verified.scopes, verified.claims],
      [worker.id, [api.id], { purpose: "test" }],
    );
    const list = await clerk.m2m.list({ subject: worker.id });
    assertEquals(list.data.map((each) => each.id), [id]);
    await clerk.m2m.revokeToken({ m2mTokenId: id });
    assertEquals(
      await judge(setting, token, "m2m_token", machineSecretKey),
      false,
    );
  },

  async "M2M, JWT: good by the public keys alone"(setting) {
    const { clerk, emulator } = setting;
    const { api, worker } = await makeMachines(setting);
    const { token = "" } = await clerk.m2m.createToken({
      machineSecretKey: worker.machineSecretKey,
      tokenFormat: "jwt",
    });
    const before = emulator.requests.length;
    const verified = await clerk.m2m.verify({ token });
    assertEquals([verified.subject, verified.scopes], [worker.id, [api.id]]);
    assertEquals(await judge(setting, token, "m2m_token"), true);
    const paths = emulator.requests.slice(before).map(({ path }) => path);
    assertEquals(paths, ["/v1/jwks"]);
    const [head, claims] = token.split(".");
    const [, , other] = (await emulator.tokens.m2m()).split(".");
    assertEquals(
      await judge(setting, `${head}.${claims}.${other}`, "m2m_token"),
      false,
    );
  },

  async "API key: good until it is revoked"(setting) {
    const { clerk } = setting;
    const made = await clerk.apiKeys.create({
      name: "Deploy",
      subject: ADA,
      scopes: ["read"],
    });
    const { secret } = await clerk.apiKeys.getSecret(made.id);
    assertEquals(secret, made.secret);
    assertEquals(await judge(setting, secret, "api_key"), true);
    const key = await clerk.apiKeys.verify(secret);
    assertEquals([key.id, key.subject, key.scopes], [made.id, ADA, ["read"]]);
    const list = await clerk.apiKeys.list({ subject: ADA });
    assertEquals(list.data.map(({ id }) => id), [made.id]);
    await clerk.apiKeys.revoke({ apiKeyId: made.id });
    assertEquals(await judge(setting, secret, "api_key"), false);
  },

  async "OAuth access token, opaque: good until it is revoked"(setting) {
    const { clerk, emulator, url } = setting;
    const application = await clerk.oauthApplications.create({
      name: "Tool",
      redirectUris: ["https://tool.example/callback"],
    });
    const token = await emulator.tokens.oauth(ADA, {
      clientId: application.clientId,
      format: "opaque",
    });
    assertEquals(await judge(setting, token, "oauth_token"), true);
    const verified = await clerk.idPOAuthAccessToken.verify(token);
    assertEquals(
      [verified.subject, verified.clientId],
      [ADA, application.clientId],
    );
    // The official client has no method for it.
    const { status } = await fetch(
      `${url}/v1/oauth_applications/${application.id}/revoke_token`,
      {
        method: "POST",
        headers: { authorization: `Bearer ${emulator.secretKey}` },
        body: JSON.stringify({ token }),
      },
    );
    assertEquals(status, 204);
    // It does not look at "active", and takes the token for one of nobody.
    const revoked = await clerk.idPOAuthAccessToken.verify(token);
    assertEquals(revoked.subject, undefined);
    assertEquals(await judge(setting, "oat_unknown", "oauth_token"), false);
  },

  async "OAuth access token, JWT: good by the public keys alone"(setting) {
    const { emulator } = setting;
    const token = await emulator.tokens.oauth(ADA);
    assertEquals(await judge(setting, token, "oauth_token"), true);
    assertEquals(await judge(setting, token, "api_key"), false);
  },
};
