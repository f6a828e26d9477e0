import {
  assert,
  assertEquals,
  assertNotEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import {
  createAuthenticateRequest,
  createClerkClient,
  createTokenVerifier,
  verifyToken,
} from "../../mod.ts";
import { createResources, users } from "../../resources.ts";
import { createRecorder } from "./recorder.ts";

const SECRET = "sk_test_c2VjcmV0LWtleQ";
const MACHINE_SECRET = "ak_bWFjaGluZS1zZWNyZXQ";
const PUBLISHABLE = "pk_test_Y2xlcmsuZXhhbXBsZS5jb20k";

describe("createClerkClient: configuration", () => {
  it("reads the environment that it is given, once", async () => {
    const env = {
      CLERK_SECRET_KEY: SECRET,
      CLERK_API_URL: "https://a.example",
    };
    const { fetch, sent } = createRecorder(() => ({ id: "user_1" }));
    const clerk = createClerkClient({ env, fetch });
    env.CLERK_SECRET_KEY = "sk_test_other";
    await clerk.users.getUser("user_1");
    assertEquals(sent[0]?.url.href, "https://a.example/v1/users/user_1");
    assertEquals(sent[0]?.headers.get("authorization"), `Bearer ${SECRET}`);
  });

  it("prefers options to the environment", async () => {
    const { fetch, sent } = createRecorder(() => ({ id: "user_1" }));
    const clerk = createClerkClient({
      env: {
        CLERK_SECRET_KEY: "sk_test_env",
        CLERK_API_URL: "https://a.example",
      },
      secretKey: SECRET,
      apiUrl: "https://b.example/",
      apiVersion: "v2",
      userAgent: "my-sdk@1",
      fetch,
    });
    await clerk.users.getUser("user_1");
    assertEquals(sent[0]?.url.href, "https://b.example/v2/users/user_1");
    assertEquals(sent[0]?.headers.get("authorization"), `Bearer ${SECRET}`);
    assertEquals(sent[0]?.headers.get("user-agent"), "my-sdk@1");
    assertEquals(sent[0]?.headers.get("clerk-api-version"), "2026-05-12");
  });

  it("takes no key of another instance from the environment", async () => {
    const { fetch, sent } = createRecorder(() => ({ keys: [{ kid: "a" }] }));
    const clerk = createClerkClient({
      publishableKey: PUBLISHABLE,
      env: {
        CLERK_PUBLISHABLE_KEY: "pk_test_Y2xlcmsuZXhhbXBsZS5vcmck",
        CLERK_SECRET_KEY: SECRET,
      },
      fetch,
    });
    const { errors } = await clerk.users.getUser("user_1");
    assertEquals(errors?.[0].code, "missing_secret_key");
    await clerk.hydrate();
    assertEquals(
      sent.map(({ url }) => url.hostname),
      ["clerk.example.com"],
    );
  });

  it("does without keys until one is needed", async () => {
    const { fetch, sent } = createRecorder(() => ({}));
    const clerk = createClerkClient({ env: {}, fetch });
    const { errors } = await clerk.users.getUser("user_1");
    assertEquals(errors?.[0].code, "missing_secret_key");
    const token = "eyJhbGciOiJSUzI1NiIsImtpZCI6ImEifQ.e30.AA";
    for (
      const outcome of [await clerk.verifyToken(token), await clerk.hydrate()]
    ) {
      assertEquals(outcome.error?.reason, "jwk-failed-to-resolve");
    }
    assertEquals(sent.length, 0);
  });

  it("verifies by a publishable key alone, and sends no call of the API", async () => {
    const { fetch, sent } = createRecorder(() => ({ keys: [{ kid: "a" }] }));
    const clerk = createClerkClient({
      publishableKey: PUBLISHABLE,
      env: {},
      fetch,
    });
    await clerk.hydrate();
    assertEquals(
      sent.map(({ url }) => url.href),
      ["https://clerk.example.com/.well-known/jwks.json"],
    );
    const { errors } = await clerk.users.getUser("user_1");
    assertEquals(errors?.[0].code, "missing_secret_key");
    assertEquals(sent.length, 1);
  });

  it("refuses what is wrong when the client is made", () => {
    const wrong: readonly (readonly [string, unknown])[] = [
      ["secretKey", ""],
      ["secretKey", 1],
      ["secretKey", `${SECRET}\nX-Injected: 1`],
      ["secretKey", `${SECRET}\r\n\r\n${SECRET}`],
      ["secretKey", `${SECRET} ${SECRET}`],
      ["secretKey", `"${SECRET}"`],
      ["secretKey", " \n"],
      ["secretKey", PUBLISHABLE],
      ["secretKey", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
      ["publishableKey", SECRET],
      ["publishableKey", `${PUBLISHABLE} ${PUBLISHABLE}`],
      ["publishableKey", "pk_test_!"],
      ["machineSecretKey", ""],
      ["machineSecretKey", `${MACHINE_SECRET}\tx`],
      ["apiUrl", "http://api.example.com"],
      ["apiUrl", "https://user:password@api.example.com"],
      ["apiUrl", "nonsense"],
      ["jwtKey", ""],
      ["fetch", 1],
      ["clock", {}],
      ["timeout", -1],
      ["timeout", Number.NaN],
      ["totalTimeout", "1"],
      ["retry", -1],
      ["audience", 1],
      ["authorizedParties", []],
      ["authorizedParties", "https://example.com"],
      ["clockSkewInMs", Number.NaN],
      ["jwksTimeoutInMs", 0],
      ["tokenCacheSize", -1],
    ];
    for (const [name, value] of wrong) {
      for (const secretKey of [SECRET, undefined]) {
        const options = { secretKey, env: {}, [name]: value };
        const { message } = assertThrows(
          () => Reflect.apply(createClerkClient, undefined, [options]),
          TypeError,
          undefined,
          `${name}: ${String(value)}`,
        );
        assertStringIncludes(message, name);
        assert(!message.includes(SECRET), message);
        assert(!message.includes("password"), message);
      }
    }
  });

  it("refuses options that are none, such as a key alone", () => {
    for (const options of [SECRET, null, [SECRET]]) {
      const { message } = assertThrows(
        () => Reflect.apply(createClerkClient, undefined, [options]),
        TypeError,
        '"options"',
      );
      assert(!message.includes(SECRET));
    }
  });

  it("refuses what is wrong in the environment too, and names the variable", () => {
    for (
      const variable of [
        "CLERK_SECRET_KEY",
        "CLERK_PUBLISHABLE_KEY",
        "CLERK_MACHINE_SECRET_KEY",
        "CLERK_API_URL",
        "CLERK_API_VERSION",
      ]
    ) {
      const env = { [variable]: "not well formed" };
      for (
        const make of [
          () => createClerkClient({ env }),
          () => createResources({ env }, {}),
          () => createAuthenticateRequest({ env }),
          ...variable.includes("MACHINE")
            ? []
            : [() => createTokenVerifier({ env })],
        ]
      ) {
        assertThrows(make, TypeError, `Cannot use "${variable}": expected a`);
      }
    }
  });

  it("takes keys with white space around them, as they are pasted", async () => {
    const { fetch, sent } = createRecorder(() => ({ id: "user_1" }));
    const options = {
      secretKey: `\ufeff ${SECRET}\r\n`,
      machineSecretKey: `\t${MACHINE_SECRET}\n`,
      publishableKey: `${PUBLISHABLE}\n`,
      apiUrl: " https://api.example.com\n",
      env: {},
      fetch,
    };
    const clerk = createClerkClient(options);
    await clerk.users.getUser("user_1");
    await clerk.m2m.verify({ token: "mt_1" });
    await clerk.m2m.verify({
      token: "mt_1",
      machineSecretKey: ` ${MACHINE_SECRET}2\n`,
    });
    await createResources(options, { users }).users.getUser("user_1");
    await verifyToken("e30.e30.AA", options);
    assertEquals(
      sent.map((
        { url, headers },
      ) => [url.pathname, headers.get("authorization")]),
      [
        ["/v1/users/user_1", `Bearer ${SECRET}`],
        ["/m2m_tokens/verify", `Bearer ${MACHINE_SECRET}`],
        ["/m2m_tokens/verify", `Bearer ${MACHINE_SECRET}2`],
        ["/v1/users/user_1", `Bearer ${SECRET}`],
      ],
    );
    const state = await clerk.authenticateRequest(
      new Request("https://app.example.com/", {
        headers: { "sec-fetch-dest": "document", accept: "text/html" },
      }),
    );
    assertEquals(state.publishableKey, PUBLISHABLE);
    assertStringIncludes(
      state.headers.get("location") ?? "",
      "https://clerk.example.com/",
    );
  });

  it("refuses a live secret next to a test publishable key", () => {
    assertThrows(
      () =>
        createClerkClient({
          secretKey: "sk_live_abc",
          publishableKey: PUBLISHABLE,
          env: {},
        }),
      TypeError,
      "live",
    );
  });
});

describe("createClerkClient: several clients", () => {
  it("share nothing", async () => {
    const one = createRecorder(() => ({ id: "user_one" }));
    const two = createRecorder(() => ({ id: "user_two" }));
    const first = createClerkClient({
      secretKey: "sk_test_one",
      env: {},
      fetch: one.fetch,
    });
    const second = createClerkClient({
      secretKey: "sk_test_two",
      env: {},
      fetch: two.fetch,
    });
    const [a, b] = await Promise.all([
      first.users.getUser("user_1"),
      second.users.getUser("user_1"),
    ]);
    assertEquals([a.data?.id, b.data?.id], ["user_one", "user_two"]);
    assertEquals(
      one.sent[0]?.headers.get("authorization"),
      "Bearer sk_test_one",
    );
    assertEquals(
      two.sent[0]?.headers.get("authorization"),
      "Bearer sk_test_two",
    );
    assertNotEquals(first.users.getUser, second.users.getUser);
    await first.hydrate();
    assertEquals([one.sent.length, two.sent.length], [2, 1]);
  });
});

describe("createClerkClient: secrets", () => {
  it("are not seen by who looks at a client", async () => {
    const { inspect } = await import("node:util");
    const clerk = createClerkClient({
      secretKey: SECRET,
      machineSecretKey: MACHINE_SECRET,
      env: {},
      fetch: createRecorder(() => ({})).fetch,
    });
    const texts = [
      inspect(clerk, { depth: Infinity, showHidden: true, getters: true }),
      JSON.stringify(clerk),
      `${clerk}`,
      Object.values(clerk).map(String).join(),
      namesIn(clerk).join(),
    ];
    for (const text of texts) {
      assert(!text.includes(SECRET), text);
      assert(!text.includes(MACHINE_SECRET), text);
    }
    assertThrows(() => structuredClone(clerk));
  });

  it("are not in the errors of a call", async () => {
    const { inspect } = await import("node:util");
    const clerk = createClerkClient({
      secretKey: SECRET,
      env: {},
      retry: false,
      fetch: () => Promise.reject(new TypeError("fetch failed")),
    });
    const outcome = await clerk.users.getUser("user_1");
    assertEquals(outcome.errors?.[0].code, "network_error");
    assert(
      !inspect(outcome, { depth: Infinity, showHidden: true }).includes(SECRET),
    );
  });
});

/** The names of all members that can be reached, functions included. */
function namesIn(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value !== "object" || value === null || seen.has(value)) return [];
  seen.add(value);
  return Object.entries(value).flatMap(([name, inner]) => [
    name,
    String(inner),
    ...namesIn(inner, seen),
  ]);
}
