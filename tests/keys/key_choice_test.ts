import { assertEquals, assertThrows } from "@std/assert";
import { beforeEach, describe, it } from "@std/testing/bdd";
import {
  createTokenVerifier,
  type TokenVerifierOptions,
} from "../../src/auth/verify_token.ts";
import {
  type Endpoint,
  jwksOf,
  LIVE_SECRET,
  makeClock,
  makeEndpoint,
  makeKey,
  makeToken,
  PUBLISHABLE,
  SECRET,
  type TestKey,
} from "./fixtures.ts";

const FRONTEND = "https://clerk.example.com/.well-known/jwks.json";
const BACKEND = "https://api.clerk.com/v1/jwks";

describe("the key that tokens are verified with", () => {
  let a: TestKey;
  let b: TestKey;
  let endpoint: Endpoint;

  beforeEach(async () => {
    a = await makeKey("a", "ins_a");
    b = await makeKey("b", "ins_b");
    endpoint = makeEndpoint(jwksOf(a));
  });

  /** The URLs that were fetched, and whether a token of `a` is good. */
  async function tryOut(options: TokenVerifierOptions): Promise<unknown[]> {
    endpoint = makeEndpoint(jwksOf(a));
    const verifier = createTokenVerifier({
      env: {},
      fetch: endpoint.fetch,
      clock: makeClock(),
      ...options,
    });
    const { error } = await verifier.verify(await makeToken(a));
    const urls = endpoint.requests.map(({ url }) => url);
    return [...urls, error?.reason ?? "ok"];
  }

  it("is the one given, PEM or JWK, with nothing fetched", async () => {
    const escaped = a.pem.replaceAll("\n", "\\n");
    for (const jwtKey of [a.pem, a.jwk, escaped, `"${escaped}"`]) {
      assertEquals(await tryOut({ jwtKey, secretKey: SECRET }), ["ok"]);
    }
    assertEquals(await tryOut({ jwtKey: b.pem }), ["token-invalid-signature"]);
    assertEquals(await tryOut({ jwtKey: "rubbish" }), ["jwk-local-missing"]);
    assertEquals(await tryOut({ jwtKey: {} }), ["jwk-local-missing"]);
  });

  it("is fetched from the Backend API with a secret key", async () => {
    assertEquals(
      await tryOut({ secretKey: SECRET, publishableKey: PUBLISHABLE }),
      [BACKEND, "ok"],
    );
    assertEquals(
      await tryOut({
        secretKey: SECRET,
        apiUrl: "http://127.0.0.1:1/a/",
        apiVersion: "v2",
      }),
      ["http://127.0.0.1:1/a/v2/jwks", "ok"],
    );
  });

  it("is fetched from the Frontend API with a publishable key alone", async () => {
    assertEquals(await tryOut({ publishableKey: PUBLISHABLE }), [
      FRONTEND,
      "ok",
    ]);
    assertEquals(endpoint.requests[0]?.init.headers, {});
    assertEquals(
      await tryOut({
        publishableKey: "pk_test_aHR0cDovLzEyNy4wLjAuMTo0NjQwJA",
      }),
      ["http://127.0.0.1:4640/.well-known/jwks.json", "ok"],
    );
  });

  it("comes from the environment when it is not given", async () => {
    const CLERK_JWT_KEY = a.pem;
    const CLERK_SECRET_KEY = `${SECRET}\n`;
    const CLERK_PUBLISHABLE_KEY = PUBLISHABLE;
    const all = { CLERK_JWT_KEY, CLERK_SECRET_KEY, CLERK_PUBLISHABLE_KEY };
    assertEquals(await tryOut({ env: all }), ["ok"]);
    for (const CLERK_JWT_KEY of ["", " \n"]) {
      const env = { ...all, CLERK_JWT_KEY };
      assertEquals(await tryOut({ env }), [BACKEND, "ok"]);
    }
    assertEquals(await tryOut({ env: { CLERK_PUBLISHABLE_KEY } }), [
      FRONTEND,
      "ok",
    ]);
    assertEquals(await tryOut({ secretKey: SECRET, env: all }), ["ok"]);
    assertEquals(
      await tryOut({
        env: {
          CLERK_SECRET_KEY,
          CLERK_API_URL: "https://api.example.com",
          CLERK_API_VERSION: "v9",
        },
      }),
      ["https://api.example.com/v9/jwks", "ok"],
    );
  });

  it("is never that of the environment's other instance", async () => {
    const env = { CLERK_JWT_KEY: b.pem, CLERK_SECRET_KEY: `${SECRET}_b` };
    assertEquals(await tryOut({ secretKey: SECRET, env }), [BACKEND, "ok"]);
    assertEquals(
      await tryOut({
        publishableKey: PUBLISHABLE,
        env: {
          CLERK_JWT_KEY: b.pem,
          CLERK_PUBLISHABLE_KEY: "pk_test_Y2xlcmsuY2xlcmsuZGV2JA",
        },
      }),
      [FRONTEND, "ok"],
    );
  });

  it("is the environment's before any that is fetched, when nothing speaks against it", async () => {
    const env = { CLERK_JWT_KEY: a.pem };
    assertEquals(await tryOut({ secretKey: SECRET, env }), ["ok"]);
    assertEquals(await tryOut({ publishableKey: PUBLISHABLE, env }), ["ok"]);
  });

  it("is fetched by the key that is given, and not by a variable's", async () => {
    const env = { CLERK_SECRET_KEY: `${SECRET}_b` };
    assertEquals(await tryOut({ publishableKey: PUBLISHABLE, env }), [
      FRONTEND,
      "ok",
    ]);
    assertEquals(await tryOut({ jwtKey: a.pem, env }), ["ok"]);
  });

  it("is that of the environment when another variable is that of the option, white space aside", async () => {
    const CLERK_JWT_KEY = a.pem;
    for (
      const [options, env] of [
        [{ secretKey: SECRET }, { CLERK_SECRET_KEY: ` ${SECRET}\n` }],
        [{ secretKey: `${SECRET}\n` }, { CLERK_SECRET_KEY: SECRET }],
        [{ publishableKey: PUBLISHABLE }, {
          CLERK_PUBLISHABLE_KEY: PUBLISHABLE,
        }],
      ]
    ) {
      assertEquals(
        await tryOut({ ...options, env: { ...env, CLERK_JWT_KEY } }),
        ["ok"],
      );
    }
  });

  it("must be there, and fit what else is configured", () => {
    const wrong: readonly (readonly [object, string])[] = [
      [{ env: {} }, "There is no key: give"],
      [{ secretKey: "" }, "an sk_ key"],
      [{ secretKey: null }, "an sk_ key"],
      [{ jwtKey: "" }, "PEM"],
      [{ jwtKey: null }, "PEM"],
      [{ publishableKey: "pk_test_x" }, "publishableKey"],
      [{ secretKey: LIVE_SECRET, publishableKey: PUBLISHABLE }, "live key"],
      [{ secretKey: SECRET, apiUrl: "http://example.com" }, "apiUrl"],
      [{ secretKey: SECRET, fetch: 1 }, "fetch"],
      [{ secretKey: SECRET, clock: Date.now }, "clock"],
      [{ secretKey: SECRET, clock: null }, "clock"],
      [{ secretKey: SECRET, jwksCache: new Set() }, "jwksCache"],
      [{ secretKey: SECRET, jwksTimeoutInMs: 0 }, "jwksTimeoutInMs"],
      [{ secretKey: SECRET, jwksTimeoutInMs: NaN }, "jwksTimeoutInMs"],
      [{ secretKey: SECRET, jwksTimeoutInMs: 2 ** 31 }, "jwksTimeoutInMs"],
      [{ secretKey: SECRET, jwksTimeoutInMs: "5" }, "jwksTimeoutInMs"],
      [{ secretKey: SECRET, jwksMaxStaleInMs: -1 }, "jwksMaxStaleInMs"],
      [{ secretKey: SECRET, jwksMaxStaleInMs: Infinity }, "jwksMaxStaleInMs"],
      [{ secretKey: SECRET, tokenCacheSize: -1 }, "tokenCacheSize"],
      [{ secretKey: SECRET, tokenCacheSize: 1.5 }, "tokenCacheSize"],
      [{ secretKey: SECRET, clockSkewInMs: NaN }, "clockSkewInMs"],
      [{ secretKey: SECRET, authorizedParties: [] }, "one text or more"],
      [{ secretKey: SECRET, issuer: /clerk/ }, "issuer"],
    ];
    for (const [options, part] of wrong) {
      assertThrows(() => createTokenVerifier(options), TypeError, part);
    }
    for (const jwksTimeoutInMs of [1, 2 ** 31 - 1]) {
      createTokenVerifier({ secretKey: SECRET, env: {}, jwksTimeoutInMs });
    }
  });
});
