import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator } from "../../emulator.ts";
import {
  createEmulatorHandler,
  type ServedEmulator,
  serveEmulator,
  type ServeOptions,
} from "../../emulator_serve.ts";
import { createClerkClient } from "../../mod.ts";

const SEED = {
  users: [{ id: "user_1", emailAddress: ["ada@example.com"] }],
};
const CONTROL = { "x-clerk-emulator-control": "1" };

/** Serves while something runs. */
async function serving<T>(
  run: (served: ServedEmulator) => Promise<T>,
  options: ServeOptions = {},
): Promise<T> {
  const served = await serveEmulator({ port: 0, seed: SEED, ...options });
  try {
    return await run(served);
  } finally {
    await served.stop();
  }
}

async function read(url: string, init: RequestInit = {}) {
  const response = await fetch(url, { redirect: "manual", ...init });
  const text = await response.text();
  const { status, headers } = response;
  return { status, headers, text };
}

describe("serveEmulator", () => {
  it("answers over HTTP what the emulator answers, until it is stopped", async () => {
    const url = await serving(async ({ emulator, url }) => {
      assertEquals(emulator.origin, url);
      const { secretKey, publishableKey } = emulator;
      const keys = { secretKey, publishableKey, env: {} };
      const clerk = createClerkClient({ ...keys, apiUrl: url });
      const { data } = await clerk.users.updateUser("user_1", {
        firstName: "Ada",
      });
      assertEquals(data?.firstName, "Ada");
      const { token } = await emulator.signIn("user_1");
      const { result } = await clerk.verifyToken(token);
      assertEquals([result?.sub, result?.iss], ["user_1", url]);
      return url;
    });
    await assertRejects(() => fetch(url));
  });

  it("says why when it fails by itself, and breaks off for a fault alone", async () => {
    let isFull = false;
    const write = () => {
      if (isFull) throw new Error("the disk is full");
    };
    const storage = { read: () => undefined, write };
    await serving(async ({ emulator, url }) => {
      isFull = true;
      const { secretKey } = emulator;
      const clerk = createClerkClient({ secretKey, apiUrl: url, env: {} });
      const { errors } = await clerk.users.banUser("user_1");
      assertEquals(errors?.[0]?.code, "internal_clerk_error");
      assertMatch(errors?.[0]?.longMessage ?? "", /the disk is full/);
      const seed = (users: unknown) =>
        fetch(`${url}/__emulator/seed`, {
          method: "POST",
          headers: { "x-clerk-emulator-control": "1" },
          body: JSON.stringify({ users }),
        });
      const refused = await seed("none");
      assertEquals(refused.status, 400);
      await refused.body?.cancel();
      const failed = await seed([{ id: "user_2" }]);
      assertEquals([failed.status, await failed.json()], [500, {
        error: "The emulator failed: the disk is full",
      }]);
      emulator.faults.add({ reset: true });
      await assertRejects(() => read(`${url}/v1/jwks`));
    }, { storage });
  });

  it("keeps cookies apart, and says who answered", async () => {
    await serving(async ({ url }) => {
      const { status, headers } = await read(
        `${url}/v1/client/handshake?redirect_url=http://localhost:3000/`,
      );
      assertEquals(status, 307);
      assertEquals(headers.get("x-clerk-emulator"), "1");
      assertMatch(headers.getSetCookie()[0] ?? "", /^__client=dvb_\w+;/);
      const missing = await read(`${url}/nowhere`);
      assertEquals([missing.status, missing.headers.get("x-clerk-emulator")], [
        404,
        "1",
      ]);
    });
  });

  it("breaks a connection off when a fault says so, and goes on", async () => {
    await serving(async ({ emulator, url }) => {
      emulator.faults.add({ reset: true, times: 1 });
      await assertRejects(() => read(`${url}/.well-known/jwks.json`));
      assertEquals((await read(`${url}/.well-known/jwks.json`)).status, 200);
    });
  });

  it("refuses addresses that other machines reach, and ports that are taken", async () => {
    for (const hostname of ["0.0.0.0", "::", "192.0.2.1"]) {
      await assertRejects(
        () => serveEmulator({ port: 0, hostname }),
        TypeError,
        "other machines could reach it",
      );
    }
    await serving(async ({ url }) => {
      await assertRejects(() =>
        serveEmulator({ port: Number(new URL(url).port) })
      );
    });
  });

  it("says where it is, and refuses what it could not say", async () => {
    await serving(async ({ emulator, url }) => {
      assertEquals(new URL(url).hostname, "127.0.0.1");
      assertEquals(emulator.env().CLERK_API_URL, url);
      assertEquals((await read(url)).status, 200);
    }, { hostname: "localhost" });
    for (const hostname of ["::1", "[::1]"]) {
      await assertRejects(
        () => serveEmulator({ port: 0, hostname }),
        TypeError,
        "does not fit into a publishable key",
      );
    }
  });

  it("stops though a client gave up on a request that hangs", async () => {
    let gaveUp = 0;
    await serving(async ({ emulator, url }) => {
      const fault = emulator.faults.add({ hang: true });
      const client = new AbortController();
      const asked = assertRejects(() => fetch(url, { signal: client.signal }));
      while (fault.hits === 0) await emulator.clock.sleep(1);
      client.abort();
      await asked;
      gaveUp = performance.now();
    });
    // Well before what is under way would be broken off.
    assert(performance.now() - gaveUp < 1_500);
  });

  it("leaves nothing behind when the emulator refuses to start", async () => {
    const { port } = new URL(
      await serving(({ url }) => Promise.resolve(url)),
    );
    const start = (env: object) => serveEmulator({ port: Number(port), env });
    await assertRejects(
      () => start({ CLERK_SECRET_KEY: "sk_live_1" }),
      TypeError,
      "live instance",
    );
    const served = await start({});
    await served.stop();
  });

  it("refuses options that it does not go by", async () => {
    for (
      const options of [
        { origin: "http://127.0.0.1:4650" },
        { prot: 4650 },
      ]
    ) {
      const given: object = options;
      await assertRejects(
        () => serveEmulator({ port: 0, ...given }),
        TypeError,
        `there is no option "${Object.keys(options)}"`,
      );
    }
  });

  it("keeps the keys that it is given", async () => {
    const keys = {
      secretKey: "sk_test_emulator_0123456789abcdef",
      webhookSecret: `whsec_${"A".repeat(32)}`,
    };
    await serving(({ emulator }) => {
      assertEquals(emulator.secretKey, keys.secretKey);
      assertEquals(emulator.webhookSecret, keys.webhookSecret);
      return Promise.resolve();
    }, { keys });
    for (
      const wrong of [
        { secretKey: "sk_live_0123456789abcdef" },
        { secretKey: "sk_test_0123456789abcdef" },
        { webhookSecret: "whsec_short" },
      ]
    ) {
      await assertRejects(
        () => createEmulator({ keys: wrong }),
        TypeError,
        "Cannot use the option",
      );
    }
  });
});

describe("The handler", () => {
  it("answers for this machine and the hosts that are allowed alone", async () => {
    const emulator = await createEmulator({ seed: SEED });
    const handler = createEmulatorHandler(emulator, {
      allowedHosts: ["clerk.internal"],
    });
    const statusOf = async (host: string) =>
      (await handler(new Request(`http://${host}/sign-in`))).status;
    for (
      const host of [
        "localhost:4640",
        "127.0.0.1:4640",
        "[::1]:4640",
        "clerk.internal",
      ]
    ) assertEquals([host, await statusOf(host)], [host, 200]);
    for (
      const host of [
        "evil.example.com",
        "127.0.0.1.example.com",
        "api.clerk.com",
      ]
    ) {
      assertEquals([host, await statusOf(host)], [host, 421]);
    }
  });
});

describe("The controls", () => {
  async function open() {
    const emulator = await createEmulator({ seed: SEED });
    const handler = createEmulatorHandler(emulator);
    const control = async (method: string, name: string, body?: object) => {
      const response = await handler(
        new Request(`${emulator.origin}/__emulator/${name}`, {
          method,
          headers: CONTROL,
          ...(body && { body: JSON.stringify(body) }),
        }),
      );
      return { status: response.status, body: await response.json() };
    };
    return { emulator, handler, control };
  }

  it("want a header that pages of other sites cannot send", async () => {
    const { emulator, handler } = await open();
    for (const method of ["GET", "POST", "OPTIONS"]) {
      const answer = await handler(
        new Request(`${emulator.origin}/__emulator/env`, { method }),
      );
      assertEquals(answer.status, 403);
      assert(!(await answer.text()).includes(emulator.secretKey));
      assertEquals(answer.headers.get("access-control-allow-headers"), null);
    }
  });

  it("tell of the instance", async () => {
    const { emulator, control } = await open();
    const { body } = await control("GET", "health");
    assertEquals([body.status, body.origin], ["ok", emulator.origin]);
    assertEquals((await control("GET", "env")).body, emulator.env());
    const supported = (await control("GET", "supported")).body.data;
    const tiers = new Map(
      supported.map((
        each: { operation: string; tier: number },
      ) => [each.operation, each.tier]),
    );
    assertEquals(tiers.get("GET /v1/users/{user_id}"), 1);
    assertEquals(tiers.get("GET /sign-in"), 1);
    assertEquals(tiers.get("GET /v1/saml_connections"), 2);
    assertEquals(tiers.size, supported.length);
    assertEquals((await control("GET", "outbox")).body, { data: [] });
    assertEquals((await control("GET", "requests")).body, { data: [] });
  });

  it("change it", async () => {
    const { emulator, control } = await open();
    assertEquals(
      (await control("POST", "seed", { users: [{ id: "user_2" }] })).status,
      200,
    );
    const { body } = await control("POST", "sign-in", { userId: "user_2" });
    assertEquals([body.userId, body.token.split(".").length], ["user_2", 3]);
    await control("POST", "clock", { freeze: 1_000 });
    assertEquals((await control("POST", "clock", { advance: "2s" })).body, {
      now: 3_000,
    });
    assertEquals(emulator.clock.now(), 3_000);
    await control("POST", "faults", { path: "/v1/users", status: 503 });
    const ask = async () =>
      (await emulator.fetch(`${emulator.origin}/v1/users`)).status;
    assertEquals(await ask(), 503);
    await control("DELETE", "faults");
    assertEquals(await ask(), 401);
    await control("POST", "reset");
    const gone = await control("POST", "sign-in", { userId: "user_2" });
    assertEquals(gone.status, 400);
    assertMatch(gone.body.error, /there is no such user/);
  });

  it("say what is wrong with a request", async () => {
    const { control } = await open();
    const missing = await control("GET", "nonsense");
    assertEquals(missing.status, 404);
    assertMatch(missing.body.error, /GET health/);
    assertEquals((await control("GET", "constructor")).status, 404);
    assertEquals((await control("POST", "sign-in", {})).status, 400);
    assertEquals(
      (await control("POST", "clock", { advance: "soon" })).status,
      400,
    );
    assertEquals((await control("POST", "faults", { status: 9 })).status, 400);
    for (
      const [name, body, named] of [
        ["clock", { advnace: "1h" }, "advnace"],
        ["clock", { set: "2026-01-01" }, "set"],
        ["clock", { set: 1e300 }, "year 9999"],
        ["reset", { reseed: "false" }, "reseed"],
        ["sign-in", { userId: "user_1", org: "org_1" }, "org"],
        ["sign-in", { userId: "user_1", sts: "waiting" }, "sts"],
      ] as const
    ) {
      const { status, body: said } = await control("POST", name, body);
      assertEquals([status, said.error.includes(named)], [400, true], named);
    }
    assertEquals((await control("POST", "seed", { people: [] })).status, 400);
    for (
      const url of [undefined, "https://example.com/", "file:///etc/passwd"]
    ) {
      const { status, body } = await control("POST", "trigger", {
        type: "user.created",
        url,
      });
      assertEquals([url, status], [url, 400]);
      assertMatch(body.error, url === undefined ? /--webhook/ : /this machine/);
    }
    const url = "http://127.0.0.1:1/";
    const misspelt = await control("POST", "trigger", {
      type: "User.creatd",
      url,
    });
    assertEquals(misspelt.status, 400);
    assertMatch(misspelt.body.error, /no such event.*"user.created"/);
  });
});
