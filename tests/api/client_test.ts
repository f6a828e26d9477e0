import {
  assert,
  assertEquals,
  assertNotEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createClerkClient } from "../../mod.ts";
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
      ["secretKey", `${SECRET}\n`],
      ["secretKey", PUBLISHABLE],
      ["publishableKey", SECRET],
      ["publishableKey", "pk_test_!"],
      ["machineSecretKey", ""],
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

  it("refuses what is wrong in the environment too", () => {
    for (
      const [variable, name] of [
        ["CLERK_SECRET_KEY", "secretKey"],
        ["CLERK_PUBLISHABLE_KEY", "publishableKey"],
        ["CLERK_MACHINE_SECRET_KEY", "machineSecretKey"],
        ["CLERK_API_URL", "apiUrl"],
        ["CLERK_API_VERSION", "apiVersion"],
      ] as const
    ) {
      assertThrows(
        () => createClerkClient({ env: { [variable]: "not well formed" } }),
        TypeError,
        name,
      );
    }
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
