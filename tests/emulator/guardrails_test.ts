import { assert, assertEquals, assertRejects } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator } from "../../emulator.ts";
import { serveEmulator } from "../../emulator_serve.ts";
import { call, withAda } from "./harness.ts";

describe("the emulator's guardrails", () => {
  it("refuse to start in a deployment", async () => {
    for (
      const env of [
        { NODE_ENV: "production" },
        { DENO_ENV: "production" },
        { DENO_DEPLOYMENT_ID: "abc" },
        { DENO_DEPLOY: "1" },
        { VERCEL_ENV: "production" },
        { VERCEL_TARGET_ENV: "production" },
        { AWS_LAMBDA_FUNCTION_NAME: "f" },
        { K_SERVICE: "s" },
        { FLY_APP_NAME: "app" },
        { DYNO: "web.1" },
      ]
    ) {
      await assertRejects(
        () => createEmulator({ env }),
        TypeError,
        Object.keys(env)[0],
      );
    }
  });

  it("refuse to start beside live keys, and do not show them", async () => {
    for (const name of ["CLERK_SECRET_KEY", "CLERK_PUBLISHABLE_KEY"]) {
      const kind = name === "CLERK_SECRET_KEY" ? "sk" : "pk";
      const error = await assertRejects(
        () => createEmulator({ env: { [name]: `${kind}_live_hush` } }),
        TypeError,
        name,
      );
      assertEquals(error.message.includes("hush"), false);
    }
  });

  it("let tests and developers' machines pass", async () => {
    for (
      const env of [
        {},
        { NODE_ENV: "test" },
        { VERCEL_ENV: "preview" },
        { CLERK_SECRET_KEY: "sk_test_x" },
      ]
    ) assert(await createEmulator({ env }));
  });

  it("allow no other origin than one on this machine", async () => {
    for (
      const origin of [
        "http://127.0.0.1:9000",
        "https://127.0.0.1",
        "http://127.1.2.3:1",
      ]
    ) assertEquals((await createEmulator({ origin })).apiUrl, origin);
    for (
      const origin of [
        "http://0.0.0.0:4640",
        "http://192.168.1.1",
        "http://localhost:4640",
        "https://clerk.example.com",
        "http://127.0.0.1.attacker.example",
        "http://user@127.0.0.1",
        "http://127.0.0.1/path",
        "ftp://127.0.0.1",
        "127.0.0.1:4640",
        "",
      ]
    ) {
      await assertRejects(
        () => createEmulator({ origin }),
        TypeError,
        '"origin"',
        origin,
      );
    }
  });

  it("refuse options that there are not", async () => {
    for (const start of [createEmulator, serveEmulator]) {
      const misspelt = { strict: true, sede: {} };
      await assertRejects(() => start(misspelt), TypeError, '"sede"');
    }
  });

  it("refuse a live secret key, say so, and do not keep it", async () => {
    const emulator = await withAda();
    const answer = await emulator.fetch(`${emulator.apiUrl}/v1/users`, {
      headers: { authorization: "Bearer sk_live_hush" },
    });
    assertEquals(answer.status, 401);
    const text = await answer.text();
    assert(text.includes("emulator_live_key_refused"));
    const kept = JSON.stringify(emulator.requests);
    assertEquals((text + kept).includes("hush"), false);
  });
});

describe("the emulator's ledger", () => {
  it("says what came and what was answered", async () => {
    const emulator = await withAda();
    emulator.clock.freeze(1_767_225_600_000);
    await emulator.fetch(`${emulator.apiUrl}/v1/users/user_1?x=1`, {
      method: "patch",
      headers: {
        Authorization: `Bearer ${emulator.secretKey}`,
        "X-Request-Id": "r1",
      },
      body: '{"first_name":"Ada"}',
    });
    const [entry] = emulator.requests;
    assertEquals({ ...entry, headers: entry?.headers["x-request-id"] }, {
      method: "PATCH",
      path: "/v1/users/user_1",
      query: "x=1",
      headers: "r1",
      body: { first_name: "Ada" },
      at: 1_767_225_600_000,
      status: 200,
    });
  });

  it("keeps no secrets: headers, parameters, members at any depth", async () => {
    const emulator = await withAda();
    const { token, cookieHeader } = await emulator.signIn("user_1");
    const request = new Request(
      `${emulator.apiUrl}/v1/users/user_1?__clerk_db_jwt=hush1&limit=2`,
      {
        method: "PATCH",
        headers: {
          authorization: `Bearer ${token}`,
          cookie: cookieHeader,
          "clerk-secret-key": "hush2",
          "x-api-key": "hush3",
        },
        body: JSON.stringify({ password: "hush4" }),
      },
    );
    await emulator.fetch(request);
    const app = "http://localhost:3000/?__clerk_ticket=hush9&page=2";
    await emulator.fetch(
      `${emulator.origin}/v1/client/handshake?__session=${token}&redirect_url=${
        encodeURIComponent(app)
      }`,
      { headers: { referer: app } },
    );
    const authorization = `Bearer ${emulator.secretKey}`;
    await emulator.fetch(
      new Request(`${emulator.apiUrl}/v1/users/user_1`, {
        method: "PATCH",
        headers: { authorization },
        body: JSON.stringify({
          password: "hush5 hush5",
          totp_secret: "hush6",
          backup_codes: ["hush7"],
          skip_password_checks: true,
        }),
      }),
    );
    await emulator.fetch(`${emulator.apiUrl}/v1/users/user_1/metadata`, {
      method: "PATCH",
      headers: { authorization },
      body: JSON.stringify({
        public_metadata: { link: app },
        private_metadata: { list: [{ apiKey: "hush8", plan: "pro" }] },
      }),
    });
    const kept = JSON.stringify(emulator.requests);
    assertEquals(/hush/.exec(kept), null);
    for (const secret of [token, emulator.secretKey, cookieHeader]) {
      assertEquals(kept.includes(secret), false);
    }
    assert(kept.includes('"limit=2') || kept.includes("&limit=2"));
    assert(kept.includes('"skip_password_checks":true'));
    assert(kept.includes('"plan":"pro"'));
    assert(kept.includes("&page=2"));
  });

  it("keeps no long texts, nor who only looks in", async () => {
    const emulator = await withAda();
    await call(emulator, "PATCH", "/users/user_1/metadata", {
      public_metadata: { text: "x".repeat(1e6) },
    });
    assert(JSON.stringify(emulator.requests).includes("[1000000 characters]"));
    const { cookieHeader } = await emulator.signIn("user_1");
    const back = encodeURIComponent("http://localhost:3000/");
    const path = `/v1/client/handshake?format=nonce&redirect_url=${back}`;
    for (let i = 0; i < 1_100; i++) {
      await emulator.fetch(emulator.origin + path);
    }
    const { browsers = [], handshakes = [] } = emulator.snapshot().tables;
    assert(browsers.length < 1_000, `${browsers.length} browsers`);
    assertEquals(handshakes.length, 1_000);
    assert(
      JSON.stringify(browsers).includes(
        /__clerk_db_jwt=(\w+)/.exec(cookieHeader)?.[1] ?? "none",
      ),
    );
  });

  it("remembers the last thousand", async () => {
    const emulator = await createEmulator();
    for (let i = 0; i < 1_005; i++) {
      await emulator.fetch(`${emulator.origin}/${i}`);
    }
    assertEquals(emulator.requests.length, 1_000);
    assertEquals(emulator.requests[0]?.path, "/5");
  });
});
