import { assert, assertEquals, assertThrows } from "@std/assert";
import { afterEach, beforeEach, describe, it } from "@std/testing/bdd";
import {
  createAuthenticateRequest as createOfficially,
  createBootstrapSignedOutState,
  debugRequestState as debugOfficially,
} from "../../../compat/internal.ts";
import { debugRequestState } from "../../../internal.ts";
import {
  authenticateRequest,
  createAuthenticateRequest,
  createClerkClient,
} from "../../../mod.ts";
import {
  API,
  createBackend,
  holdHost,
  json,
  keyOf,
  live,
  publicPem,
  requestOf,
  sign,
  signHandshake,
  suffixOf,
  T0,
} from "./harness.ts";

const backend = createBackend();
const ENV = {};
const KEYS = {
  secretKey: "sk_test_deadbeef",
  publishableKey: keyOf("test"),
  apiUrl: API,
  fetch: backend.fetch,
  env: ENV,
};

describe("options of request authentication", () => {
  let host: ReturnType<typeof holdHost>;
  beforeEach(() => {
    host = holdHost();
    backend.sent.length = 0;
  });
  afterEach(() => host.release());

  const WRONG = [
    { proxyUrl: "__clerk" },
    { proxyUrl: "//evil.example/x" },
    { proxyUrl: () => "/__clerk" },
    { domain: "https://x.example/" },
    { domain: () => "x.example" },
    { isSatellite: true, signInUrl: "https://a.example/" },
    { isSatellite: true, domain: "x.example", signInUrl: "/sign-in" },
    { signInUrl: 5 },
    { signUpUrl: 5 },
    { afterSignInUrl: 5 },
    { afterSignUpUrl: 5 },
    { authorizedParties: "https://a.example" },
    { clockSkewInMs: NaN },
    { organizationSyncOptions: { organizationPatterns: ["/a{b}"] } },
  ];
  for (const options of WRONG) {
    it(`refuses ${Object.entries(options).flat().map(String)}`, async () => {
      const all = { ...KEYS, ...options } as never;
      assertThrows(() => createClerkClient(all), TypeError);
      assertThrows(() => createAuthenticateRequest(all), TypeError);
      const client = createClerkClient(KEYS);
      const states = [
        await client.authenticateRequest(requestOf({}), options as never),
        await authenticateRequest(requestOf({}), all),
      ];
      for (const { status, reason, message } of states) {
        assertEquals([status, reason], ["signed-out", "options-invalid"]);
        assert(message?.startsWith("Cannot use") || message?.startsWith("Inv"));
      }
      // The client is not the worse for it.
      const state = await client.authenticateRequest(requestOf({}));
      assertEquals(state.reason, "dev-browser-missing");
    });
  }

  it("refuses kinds of token that there are not", async () => {
    const client = createClerkClient(KEYS);
    for (const acceptsToken of ["session", ["api_key", "x"], 5, null, []]) {
      const { reason } = await client.authenticateRequest(requestOf({}), {
        acceptsToken,
      } as never);
      assertEquals(reason, "options-invalid", `${acceptsToken}`);
    }
    const kinds = ["session_token", "oauth_token", "api_key", "m2m_token"];
    for (const acceptsToken of ["any", kinds, ...kinds]) {
      const { reason } = await authenticateRequest(requestOf({}), {
        ...KEYS,
        acceptsToken,
      } as never);
      assert(reason !== "options-invalid", `${acceptsToken}`);
    }
  });

  it("says which option it cannot use, and what it wants", async () => {
    for (
      const [options, message] of [
        [
          { acceptsToken: 5 },
          'Cannot use "acceptsToken": expected any, or of session_token,api_key,m2m_token,oauth_token.',
        ],
        [
          { domain: "https://x.example" },
          'Cannot use "domain": expected a host.',
        ],
        [{ afterSignUpUrl: 5 }, 'Cannot use "afterSignUpUrl": expected text.'],
      ] as const
    ) {
      const all = { ...KEYS, ...options } as never;
      const state = await authenticateRequest(requestOf({}), all);
      assertEquals(state.message, message);
    }
    const domain = "localhost:3000";
    const state = await authenticateRequest(requestOf({}), { ...KEYS, domain });
    assertEquals(state.domain, domain);
  });

  it("takes a request's options over the client's, for that request", async () => {
    const client = createClerkClient({
      ...KEYS,
      signInUrl: "https://a.example/",
    });
    const first = await client.authenticateRequest(requestOf({}), {
      signInUrl: "https://b.example/",
    });
    const second = await client.authenticateRequest(requestOf({}));
    assertEquals(
      [first.signInUrl, second.signInUrl],
      ["https://b.example/", "https://a.example/"],
    );
  });

  it("keeps to the client's where a request's are undefined", async () => {
    const client = createClerkClient({
      ...KEYS,
      authorizedParties: ["https://other.example"],
    });
    const { reason } = await client.authenticateRequest(
      requestOf({ headers: { authorization: `Bearer ${await sign()}` } }),
      { authorizedParties: undefined },
    );
    assertEquals(reason, "token-invalid-authorized-parties");
  });

  it("takes none over from the request before", async () => {
    const client = createClerkClient(KEYS);
    const officially = createOfficially({ options: KEYS }).authenticateRequest;
    const runs: readonly ((
      request: Request,
      options: object,
    ) => Promise<{ tokenType: string | null; signInUrl: string }>)[] = [
      client.authenticateRequest,
      createAuthenticateRequest(KEYS),
      officially,
      (request: Request, options: object) =>
        authenticateRequest(request, { ...KEYS, ...options }),
    ];
    for (const run of runs) {
      const before = await run(requestOf({}), {
        acceptsToken: "api_key",
        signInUrl: "/in",
      });
      assertEquals([before.tokenType, before.signInUrl], ["api_key", "/in"]);
      for (
        const options of [
          {},
          { domain: undefined, afterSignInUrl: undefined },
        ]
      ) {
        const { tokenType, signInUrl } = await run(requestOf({}), options);
        assertEquals([tokenType, signInUrl], ["session_token", ""]);
      }
    }
  });

  it("goes by what a list holds at the time, whoever changed it since", async () => {
    const authorization = `Bearer ${await sign({ azp: "https://a.example" })}`;
    const keys = { ...KEYS, jwtKey: await publicPem() };
    const runs: readonly ((
      request: Request,
      options: object,
    ) => Promise<{ status: string }>)[] = [
      createClerkClient(keys).authenticateRequest,
      createAuthenticateRequest(keys),
      createOfficially({ options: keys }).authenticateRequest,
      (request, options) =>
        authenticateRequest(request, { ...keys, ...options }),
    ];
    for (const run of runs) {
      const authorizedParties = ["https://a.example", "https://b.example"];
      const statuses: string[] = [];
      for (let i = 0; i < 3; i++) {
        const request = requestOf({
          headers: { authorization, "sec-fetch-dest": undefined },
        });
        const { status } = await run(request, { authorizedParties });
        statuses.push(status);
        if (i === 1) authorizedParties.shift();
      }
      assertEquals(statuses, ["signed-in", "signed-in", "signed-out"]);
    }
  });

  it("keeps keys for the very same options, and for no others", async () => {
    const authorization = `Bearer ${await sign()}`;
    const own = { ...KEYS, env: {} };
    const other = "https://other.clerk.test";
    const fetched = [`${API}/v1/jwks`];
    for (
      const [options, urls] of [
        [{}, fetched],
        [{}, []],
        [{ apiUrl: other }, [`${other}/v1/jwks`]],
        [{ apiVersion: "v2" }, [`${API}/v2/jwks`]],
        [{ env: {} }, fetched],
        [{ skipJwksCache: true }, fetched],
        [{ skipJwksCache: true }, fetched],
        [{}, []],
      ] as const
    ) {
      backend.sent.length = 0;
      const { status } = await authenticateRequest(
        requestOf({ headers: { authorization } }),
        { ...own, ...options },
      );
      assertEquals(status, "signed-in");
      const seen: readonly string[] = backend.sent.map(({ url }) => url);
      assertEquals(seen, urls, JSON.stringify(options));
    }
  });

  it("verifies with a publishable key alone, or a PEM alone", async () => {
    const { publicJwk } = { publicJwk: await publicPem() };
    const token = await sign();
    const request = () =>
      requestOf({ headers: { authorization: `Bearer ${token}` } });
    const byPem = createAuthenticateRequest({ jwtKey: publicJwk, env: ENV });
    assertEquals((await byPem(request())).status, "signed-in");
    const cookies = { __client_uat: T0, __session: token };
    assertEquals((await byPem(requestOf({ cookies }))).status, "signed-in");
    const urls: string[] = [];
    const byKey = createAuthenticateRequest({
      publishableKey: keyOf("live"),
      env: ENV,
      fetch: (url) => {
        urls.push(url);
        return backend.fetch("/jwks");
      },
    });
    assertEquals((await byKey(request())).status, "signed-in");
    assertEquals(urls, [
      "https://clerk.inspired.puma-74.lcl.dev/.well-known/jwks.json",
    ]);
  });

  it("leaves signed out whom it cannot send anywhere, without a publishable key", async () => {
    const byPem = createAuthenticateRequest({
      jwtKey: await publicPem(),
      env: ENV,
    });
    const state = await byPem(requestOf({ cookies: { __client_uat: 5 } }));
    assertEquals(
      [state.status, state.reason],
      ["signed-out", "client-uat-but-no-session-token"],
    );
  });

  it("is the same as a function of its own, with all calls of the API", async () => {
    const suffix = await suffixOf(keyOf("test"));
    const fresh = await sign();
    backend.answer = ({ url }) =>
      url.includes("handshake_payload")
        ? json({ directives: [`__session=${fresh}`] })
        : url.includes("/refresh")
        ? json({ cookies: [`__session=${fresh}`] })
        : url.endsWith("/api_keys/verify")
        ? json({ id: "ak_1", subject: "user_1", name: "k", scopes: [] })
        : json({ jwt: "made" });
    const authenticate = createAuthenticateRequest(KEYS);
    const byNonce = await authenticate(
      requestOf({ url: "http://clerk.com/?__clerk_handshake_nonce=a%20b" }),
    );
    assertEquals(byNonce.token, fresh);
    const expired = await sign({ exp: T0 - 30, iat: T0 - 90, nbf: T0 - 90 });
    const byRefresh = await authenticate(requestOf({
      cookies: {
        __session: expired,
        __client_uat: 5,
        __clerk_db_jwt: "d",
        [`__refresh_${suffix}`]: "r",
      },
    }));
    assertEquals(byRefresh.token, fresh);
    const auth = byRefresh.toAuth();
    assert(auth?.isAuthenticated);
    const { data } = await auth.getToken({ template: "../a" });
    assertEquals(data, "made");
    const machine = await authenticate(
      requestOf({ headers: { authorization: "Bearer ak_x" } }),
      { acceptsToken: "api_key" },
    );
    assertEquals(machine.status, "signed-in");
    const paths = backend.sent.map(({ url }) => url.slice(API.length));
    assertEquals(paths, [
      "/v1/clients/handshake_payload?nonce=a%20b",
      "/v1/jwks",
      "/v1/sessions/sess_2GbDB4enHdCa5vS1zpC3Xzg9tK9/refresh",
      "/v1/sessions/sess_2GbDB4enHdCa5vS1zpC3Xzg9tK9/tokens/_",
      "/api_keys/verify",
    ]);
  });

  it("asks so about each kind of machine token, with the key that is for it", async () => {
    backend.answer = () => json({ id: "x_1", subject: "user_1", scopes: [] });
    const table = [
      ["ak_x", "api_keys/verify", { secret: "ak_x" }, KEYS.secretKey],
      ["mt_x", "m2m_tokens/verify", { token: "mt_x" }, "ak_machine"],
      [
        "oat_x",
        "oauth_applications/access_tokens/verify",
        { access_token: "oat_x" },
        KEYS.secretKey,
      ],
    ] as const;
    const more = { apiUrl: `${API}//`, machineSecretKey: "ak_machine" };
    const authenticate = createAuthenticateRequest({ ...KEYS, ...more });
    const bearer = (token: string) =>
      requestOf({ headers: { authorization: `Bearer ${token}` } });
    for (const [token, path, body, key] of table) {
      const options = { acceptsToken: "any" } as const;
      const { status } = await authenticate(bearer(token), options);
      assertEquals(status, "signed-in");
      const sent = backend.sent.at(-1);
      assertEquals([sent?.url, sent?.method], [`${API}/${path}`, "POST"]);
      assertEquals(sent?.body, body);
      assertEquals(sent?.headers.get("authorization"), `Bearer ${key}`);
      assertEquals(sent?.headers.get("content-type"), "application/json");
    }
    const { secretKey: _, ...keys } = { ...KEYS, ...more };
    const { status, message } = await authenticateRequest(bearer("ak_x"), {
      ...keys,
      acceptsToken: "api_key",
    });
    assertEquals([status, backend.sent.length], ["signed-out", 3]);
    assert(message?.includes('There is no "secretKey".'));
  });

  it("says so what the API refused, or that it gave no answer", async () => {
    const table = [
      [
        () => json({ errors: [{ code: "x", message: "No more" }] }, 422),
        "No m",
      ],
      [() => json({ errors: [{ message: 5 }] }, 422), "The Backend API answ"],
      [() => json({ errors: [null] }, 503), "The Backend API answered 503."],
      [
        () => new Response("<p>", { status: 500 }),
        "The Backend API answered 5",
      ],
      [() => json([], 200), "The Backend API answered 200."],
      [
        () => {
          throw new TypeError("fetch failed: private");
        },
        "The Backend API cannot be reached.",
      ],
    ] as const;
    for (const [answer, start] of table) {
      backend.answer = answer;
      const { status, message } = await authenticateRequest(
        requestOf({ headers: { authorization: "Bearer ak_x" } }),
        { ...KEYS, acceptsToken: "api_key" },
      );
      assertEquals(status, "signed-out");
      assert(message?.startsWith(start), `${message}`);
    }
    const version = backend.sent.at(-1)?.headers.get("clerk-api-version");
    assert(/^\d{4}-\d\d-\d\d$/.test(`${version}`));
  });

  it("proxies by itself on Vercel, in production", async () => {
    const vercel = {
      VERCEL_TARGET_ENV: "production",
      VERCEL_PROJECT_PRODUCTION_URL: "app.vercel.app",
    };
    const run = async (env: object, more: object = {}, kind = "live") => {
      const authenticate = createAuthenticateRequest({
        ...KEYS,
        secretKey: `sk_${kind}_x`,
        publishableKey: keyOf(kind === "live" ? "live" : "test"),
        env,
        ...more,
      });
      return (await authenticate(requestOf({}))).proxyUrl;
    };
    assertEquals(await run(vercel), "http://example.com/__clerk");
    assertEquals(
      await run({ ...vercel, CLERK_DISABLE_AUTO_PROXY: "true" }),
      "",
    );
    assertEquals(await run(vercel, { domain: "x.example" }), "");
    assertEquals(await run(vercel, {}, "test"), "");
    const { VERCEL_PROJECT_PRODUCTION_URL: _, ...preview } = vercel;
    assertEquals(await run(preview), "");
    assertEquals(await run({}), "");
    const client = createClerkClient({ ...KEYS, ...live, env: vercel });
    const state = await client.authenticateRequest(requestOf({}));
    assertEquals(state.proxyUrl, "http://example.com/__clerk");
    const own = { proxyUrl: "https://own.example" };
    assertEquals(await run(vercel, own), "https://own.example");
  });

  it("never rejects, whatever it is given", async () => {
    for (const request of [undefined, null, 5, {}, { headers: null }]) {
      const state = await authenticateRequest(request as never, KEYS);
      assertEquals(state.status, "signed-out");
      assertEquals(state.toAuth()?.isAuthenticated, false);
    }
    const clerk = createClerkClient(KEYS);
    for (const options of [null, 5, "x", () => {}]) {
      for (
        const state of [
          await authenticateRequest(requestOf({}), options as never),
          await clerk.authenticateRequest(requestOf({}), options as never),
        ]
      ) {
        assertEquals([state.reason, state.message], [
          "options-invalid",
          'Cannot use "options": expected an object.',
        ]);
      }
    }
  });

  it("says what it wants in the place of a request of Node's", async () => {
    const headers = { authorization: "Bearer x" };
    const requests = [
      null,
      undefined,
      "https://app.example.com/",
      new URL("https://app.example.com/"),
      {},
      { headers: new Headers() },
      { url: "/", method: "GET", headers },
      { url: "https://app.example.com/", method: "GET", headers },
      // Hono's own, as of `c.req`.
      { url: "https://app.example.com/", raw: requestOf({}), header: () => "" },
      { url: "/", method: "GET", headers: { ...headers, get: "x" } },
    ];
    const clerk = createClerkClient(KEYS);
    for (const request of requests) {
      for (
        const state of [
          await clerk.authenticateRequest(request as never),
          await authenticateRequest(request as never, KEYS),
        ]
      ) {
        assertEquals([state.status, state.reason, state.message], [
          "signed-out",
          "options-invalid",
          'Cannot use "request": expected a Request: c.req.raw of Hono, toWebRequest(req) of Node.',
        ]);
      }
    }
  });

  it("tells of a state without its token", async () => {
    const token = await sign();
    const state = await authenticateRequest(
      requestOf({ headers: { authorization: `Bearer ${token}` } }),
      KEYS,
    );
    const told = debugRequestState(state);
    assertEquals(JSON.stringify(told).includes(token), false);
    const { status, reason, publishableKey, signInUrl, domain } = told;
    assertEquals(
      [status, reason, publishableKey, signInUrl, domain],
      ["signed-in", null, KEYS.publishableKey, "", ""],
    );
  });
});

describe("createAuthenticateRequest of the drop-in flavour", () => {
  let host: ReturnType<typeof holdHost>;
  beforeEach(() => {
    host = holdHost();
  });
  afterEach(() => host.release());

  const options = {
    secretKey: "sk_test_deadbeef",
    jwtKey: "",
    publishableKey: keyOf("test"),
    apiUrl: API,
    apiVersion: "v1",
    proxyUrl: "https://proxy.example",
    domain: "x.example",
    isSatellite: false,
    audience: "api",
  };

  it("goes by the options that it was made with, unless a request has others", async () => {
    const { authenticateRequest: run, debugRequestState } = createOfficially({
      options,
    });
    const seen = (await run(requestOf({ method: "POST" }))).toAuth()?.debug();
    assertEquals(seen?.proxyUrl, "https://proxy.example");
    assertEquals(seen?.audience, "api");
    assertEquals(seen?.apiUrl, API);
    const state = await run(requestOf({}), {
      proxyUrl: "https://other.example",
      domain: "",
      apiUrl: "https://ignored.example",
    });
    assertEquals(debugRequestState(state).proxyUrl, "https://other.example");
    assertEquals(debugOfficially(state).domain, "x.example");
  });

  it("takes a client whose calls throw, or are synchronous", async () => {
    const fresh = await sign();
    const suffix = await suffixOf(keyOf("test"));
    const jwtKey = await publicPem();
    const seen: unknown[] = [];
    const { authenticateRequest: run } = createOfficially({
      options: { ...options, jwtKey, audience: undefined },
      apiClient: {
        clients: {
          getHandshakePayload: () => {
            throw new Error("down");
          },
        },
        sessions: {
          refreshSession: (id: string, params: never) => {
            seen.push(id, Object.keys(params));
            return { object: "cookies", cookies: [`__session=${fresh}`] };
          },
        },
      },
    });
    const expired = await sign({ exp: T0 - 30, iat: T0 - 90, nbf: T0 - 90 });
    const refreshed = await run(requestOf({
      cookies: {
        __session: expired,
        __client_uat: 5,
        __clerk_db_jwt: "d",
        [`__refresh_${suffix}`]: "r",
      },
    }));
    assertEquals(refreshed.token, fresh);
    assertEquals(seen, ["sess_2GbDB4enHdCa5vS1zpC3Xzg9tK9", [
      "format",
      "suffixed_cookies",
      "expired_token",
      "refresh_token",
      "request_origin",
      "request_headers",
    ]]);
    const nonce = await run(
      requestOf({ url: "http://clerk.com/?__clerk_handshake_nonce=x" }),
    );
    assertEquals(nonce.reason, "session-token-missing");
    const handshake = await signHandshake([`__session=${fresh}`]);
    const byToken = await run(
      requestOf({ url: `http://clerk.com/?__clerk_handshake=${handshake}` }),
    );
    assertEquals(byToken.token, fresh);
  });

  it("blames a client that gives no answer, whatever it throws", async () => {
    const suffix = await suffixOf(keyOf("test"));
    const jwtKey = await publicPem();
    const expired = await sign({ exp: T0 - 30, iat: T0 - 90, nbf: T0 - 90 });
    const refusals = [
      () => undefined,
      () => Promise.reject(new Error("down")),
      () => {
        throw "down";
      },
    ];
    for (const refreshSession of refusals) {
      const { authenticateRequest: run } = createOfficially({
        options: { ...options, jwtKey, audience: undefined },
        apiClient: { sessions: { refreshSession } },
      });
      const { reason } = await run(requestOf({
        cookies: {
          __session: expired,
          __client_uat: 5,
          __clerk_db_jwt: "d",
          [`__refresh_${suffix}`]: "r",
        },
      }));
      assertEquals(
        reason,
        "session-token-expired-refresh-unexpected-bapi-error",
      );
    }
  });

  it("has a state for applications without keys", () => {
    const state = createBootstrapSignedOutState({ message: "none\n" });
    assertEquals(state.publishableKey, "");
    assertEquals(state.reason, "session-token-and-uat-missing");
    assertEquals(state.headers.get("x-clerk-auth-status"), "signed-out");
    assertEquals(state.headers.get("x-clerk-auth-reason"), state.reason);
    assertEquals(state.toAuth().isAuthenticated, false);
  });
});
