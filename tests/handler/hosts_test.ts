import { assertEquals, assertRejects } from "@std/assert";
import { beforeAll, describe, it } from "@std/testing/bdd";
import { createEmulator, type Emulator } from "../../emulator.ts";
import { type HandlerContext, withClerk } from "../../handler.ts";
import type { ClerkClient, FetchHandler, HandlerAuth } from "../../handler.ts";
import { createClerkClient } from "../../mod.ts";
import { createClientSource } from "../../src/handler/client_source.ts";

interface Env {
  readonly CLERK_JWT_KEY?: string;
  readonly CLERK_SECRET_KEY?: string;
  readonly GREETING?: string;
}

let emulator: Emulator;
let other: Emulator;

async function ask(
  handle: ReturnType<typeof withClerk<Env>>,
  from: Emulator,
  env?: Env,
): Promise<unknown> {
  const { headers } = await from.signIn("user_1");
  const response = await handle(
    new Request("https://app.example.com/", { headers }),
    env,
  );
  return response.ok ? await response.json() : response.status;
}

function greet(
  _request: Request,
  { auth, env }: HandlerContext<HandlerAuth, ClerkClient, Env>,
): Response {
  return Response.json(`${env?.GREETING} ${auth.userId}`);
}

describe("withClerk on hosts", () => {
  beforeAll(async () => {
    const seed = { users: [{ id: "user_1" }] };
    emulator = await createEmulator({ seed });
    other = await createEmulator({ seed });
  });

  it("reads its keys from the bindings of a Worker", async () => {
    const handle = withClerk(greet);
    const CLERK_JWT_KEY = await emulator.jwtKey;
    const env = { CLERK_JWT_KEY, GREETING: "Hello" };
    assertEquals(await ask(handle, emulator, env), "Hello user_1");
    assertEquals(await ask(handle, other, env), 401);
  });

  it("makes another client when the bindings change, and only then", async () => {
    const made: string[] = [];
    const handle = withClerk(greet, {
      clock: { now: () => Date.now() },
      fetch: (url, init) => {
        made.push(new Headers(init?.headers).get("authorization") ?? "");
        return emulator.fetch(url, init);
      },
    });
    const env = {
      CLERK_SECRET_KEY: emulator.secretKey,
      CLERK_API_URL: emulator.apiUrl,
    };
    for (const each of [env, { ...env }, { ...env, GREETING: "Hi" }]) {
      await ask(handle, emulator, each);
    }
    assertEquals(made.length, 1);
    const jwtKey = { CLERK_JWT_KEY: await other.jwtKey };
    assertEquals(await ask(handle, emulator, jwtKey), 401);
    assertEquals(await ask(handle, other, jwtKey), "undefined user_1");
  });

  it("keeps the client of each instance, and mixes up none", async () => {
    const asked: string[] = [];
    const handle = withClerk(greet, {
      clock: { now: () => Date.now() },
      fetch: (url, init) => {
        const key = new Headers(init?.headers).get("authorization") ?? "";
        asked.push(key);
        const to = key.includes(other.secretKey) ? other : emulator;
        return to.fetch(url, init);
      },
    });
    const envOf = ({ secretKey, apiUrl }: Emulator) => ({
      CLERK_SECRET_KEY: secretKey,
      CLERK_API_URL: apiUrl,
    });
    const visit = async (by: Emulator, token: Emulator) =>
      await ask(handle, token, envOf(by));
    for (let round = 0; round < 3; round++) {
      assertEquals(
        await Promise.all([
          visit(emulator, emulator),
          visit(other, other),
          visit(emulator, other),
          visit(other, emulator),
        ]),
        ["undefined user_1", "undefined user_1", 401, 401],
      );
    }
    assertEquals(
      asked.sort(),
      [
        `Bearer ${emulator.secretKey}`,
        `Bearer ${other.secretKey}`,
      ].sort(),
    );
  });

  it("has one client for the very same variables, and for 32 sets of them", () => {
    let made = 0;
    const find = createClientSource(() => ({ made: made++ }));
    const usual = find(undefined);
    assertEquals(find({ GREETING: "Hello" }), usual);
    for (
      const name of [
        "CLERK_SECRET_KEY",
        "CLERK_PUBLISHABLE_KEY",
        "CLERK_JWT_KEY",
        "CLERK_MACHINE_SECRET_KEY",
        "CLERK_API_URL",
        "CLERK_API_VERSION",
      ]
    ) {
      const [a, b] = [find({ [name]: "a" }), find({ [name]: "b" })];
      assertEquals([a, b].map(({ made }) => made), [made - 2, made - 1]);
    }
    const sets = Array.from(
      { length: 20 },
      (_, i) => ({ CLERK_JWT_KEY: `${i}` }),
    );
    for (const env of [...sets, ...sets]) find(env);
    assertEquals(made, 1 + 12 + 20);
    find({ CLERK_JWT_KEY: "one more" });
    for (const env of sets) find(env);
    assertEquals(made, 1 + 12 + 20 + 1 + 20);
  });

  it("lets an option stand above the bindings", async () => {
    const env = { CLERK_JWT_KEY: await emulator.jwtKey };
    const handle = withClerk(greet, { env });
    const bindings = { CLERK_JWT_KEY: await other.jwtKey };
    assertEquals(await ask(handle, emulator, bindings), "undefined user_1");
    assertEquals(await ask(handle, other, bindings), 401);
  });

  it("says that there is no key, whatever is asked, until there is one", async () => {
    const malformed = { authorization: "Bearer nonsense" };
    const browser = { "sec-fetch-dest": "document", accept: "text/html" };
    const { headers } = await emulator.signIn("user_1");
    for (const acceptsToken of ["session_token", "api_key", "any"] as const) {
      const handle = withClerk(() => new Response("Nobody"), {
        acceptsToken,
      });
      for (const bindings of [undefined, {}, { GREETING: "Hello" }]) {
        for (const sent of [{}, malformed, browser, headers]) {
          const response = await handle(
            new Request("https://app.example.com/", { headers: sent }),
            bindings,
          );
          assertEquals([response.status, await response.json()], [500, {
            errors: [{
              code: "jwk-failed-to-resolve",
              message:
                'There is no key: give "secretKey", "publishableKey" or "jwtKey", or set CLERK_SECRET_KEY.',
            }],
          }]);
        }
      }
    }
    const handle = withClerk(greet);
    assertEquals(await ask(handle, emulator, {}), 500);
    const env = { CLERK_JWT_KEY: await emulator.jwtKey, GREETING: "Hello" };
    assertEquals(await ask(handle, emulator, env), "Hello user_1");
    const open = withClerk(
      (_, { auth }) => Response.json(auth.isAuthenticated),
      { allowUnauthenticated: true },
    );
    const asked = await open(new Request("https://app.example.com/"));
    assertEquals(await asked.json(), false);
  });

  it("does with a machine's key where only machines are let in", async () => {
    const handle = withClerk(() => new Response("Somebody"), {
      acceptsToken: "m2m_token",
      machineSecretKey: "ak_machine",
      env: {},
    });
    const { status } = await handle(new Request("https://app.example.com/"));
    assertEquals(status, 401);
  });

  it("says what to give it, when it is given something else", async () => {
    const handle = withClerk(greet, { jwtKey: await emulator.jwtKey, env: {} });
    const url = "https://app.example.com/";
    const raw = new Request(url);
    const wrong = [
      undefined,
      null,
      url,
      new URL(url),
      {},
      // As Hono has it in c.req, and its context itself.
      { url, raw, method: "GET", header: () => undefined },
      { req: { url, raw }, env: {} },
      // As Node has it, and Express.
      { url: "/", method: "GET", headers: { host: "app.example.com" } },
      { url: "/", method: "GET", headers: { get: "x" }, get: () => "x" },
    ];
    for (const request of wrong) {
      await assertRejects(
        () => handle(request as never),
        TypeError,
        'Cannot use "request": expected a Request: (c) => handler(c.req.raw, c.env) in Hono, handler(toWebRequest(req)) in Express',
      );
    }
  });

  it("takes a request of another realm", async () => {
    const { headers } = await emulator.signIn("user_1");
    const handle = withClerk(greet, { jwtKey: await emulator.jwtKey, env: {} });
    const { url, method } = new Request("https://app.example.com/");
    // All that there is of one, and no instance of the Request of this realm.
    const request = { url, method, headers: new Headers(headers) };
    const response = await handle(request as never);
    assertEquals(await response.json(), "undefined user_1");
  });

  it("throws when the bindings cannot be used", async () => {
    const handle = withClerk(greet);
    const env = { CLERK_SECRET_KEY: "pk_test_instead" };
    await assertRejects(() => ask(handle, emulator, env), TypeError);
  });

  it("hands over what the host gives, whatever it is", async () => {
    const jwtKey = await emulator.jwtKey;
    const { headers } = await emulator.signIn("user_1");
    const info = { remoteAddr: { hostname: "127.0.0.1" } };
    const handle = withClerk<typeof info>(
      (_, { env }) => Response.json(env.remoteAddr.hostname),
      { jwtKey, env: {} },
    );
    const request = new Request("https://app.example.com/", { headers });
    assertEquals(await (await handle(request, info)).json(), "127.0.0.1");
  });

  it("infers whom it answers where its type says what the host gives", async () => {
    const jwtKey = await emulator.jwtKey;
    type Route = { readonly params: Promise<{ readonly id: string }> };
    const handle: FetchHandler<Route> = withClerk(
      async (_, { auth, env }) =>
        Response.json([(await env.params).id, auth.isAuthenticated]),
      { jwtKey, env: {}, allowUnauthenticated: true },
    );
    const request = new Request("https://app.example.com/notes/7");
    const route = { params: Promise.resolve({ id: "7" }) };
    const response = await handle(request, route);
    assertEquals(await response.json(), ["7", false]);
  });

  it("is middleware around whatever comes next, made for each request", async () => {
    const clerk = createClerkClient(emulator.options);
    const calls = emulator.requests.length;
    for (const user of ["user_1", null]) {
      const { headers } = await emulator.signIn("user_1");
      const handle = withClerk((_, { auth }) => {
        assertEquals(auth.userId, user);
        return new Response("next", {
          headers: [["set-cookie", "a=1"], ["set-cookie", "b=2"]],
        });
      }, { clerk, allowUnauthenticated: true });
      const request = new Request("https://app.example.com/", {
        headers: user ? headers : {},
      });
      const response = await handle(request);
      assertEquals(await response.text(), "next");
      assertEquals(response.headers.getSetCookie(), ["a=1", "b=2"]);
    }
    const keys = emulator.requests.slice(calls)
      .filter(({ path }) => path.endsWith("/jwks"));
    assertEquals(keys.length, 1);
  });

  it("lets work go on after the response", async () => {
    const jwtKey = await emulator.jwtKey;
    const { headers } = await emulator.signIn("user_1");
    const works: Promise<unknown>[] = [];
    const handle = withClerk((_, { waitUntil }) => {
      waitUntil(Promise.reject(new Error("too late")));
      return new Response("done");
    }, { jwtKey, env: {} });
    const request = () => new Request("https://app.example.com/", { headers });
    const execution = {
      waitUntil(work: Promise<unknown>) {
        // As the host has it, it must not be torn off its object.
        assertEquals(this, execution);
        works.push(work.catch((error: Error) => error.message));
      },
    };
    assertEquals(await (await handle(request(), {}, execution)).text(), "done");
    assertEquals(await Promise.all(works), ["too late"]);
    // Elsewhere a failure must not end the process.
    assertEquals(await (await handle(request())).text(), "done");
  });

  it("keeps a host alive that offers this to all, as Supabase's does", async () => {
    const jwtKey = await emulator.jwtKey;
    const { headers } = await emulator.signIn("user_1");
    const begun: string[] = [];
    // A query of supabase-js begins when it is waited for, and has no catch.
    const query = {
      then(resolve: (value: unknown) => void) {
        begun.push("query");
        resolve(undefined);
      },
    };
    const handle = withClerk((_, { waitUntil }) => {
      waitUntil(query as Promise<unknown>);
      return new Response("done");
    }, { jwtKey, env: {} });
    const ask = () =>
      handle(new Request("https://app.example.com/", { headers }));
    const runtime = {
      works: [] as unknown[],
      waitUntil(work: unknown) {
        this.works.push(work);
      },
    };
    for (const EdgeRuntime of [runtime, "edge-runtime", undefined]) {
      const before: unknown = Reflect.get(globalThis, "EdgeRuntime");
      Reflect.set(globalThis, "EdgeRuntime", EdgeRuntime);
      try {
        assertEquals(await (await ask()).text(), "done");
      } finally {
        Reflect.set(globalThis, "EdgeRuntime", before);
      }
    }
    assertEquals(runtime.works, [query]);
    assertEquals(begun, ["query", "query"]);
  });
});
