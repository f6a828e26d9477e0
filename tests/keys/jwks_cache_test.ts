import { assert, assertEquals, assertThrows } from "@std/assert";
import { beforeEach, describe, it } from "@std/testing/bdd";
import {
  createJwksCache,
  type JwksCache,
  type JwksCacheEntry,
  type JwksCacheStore,
} from "../../src/keys/jwks_cache.ts";
import {
  createTokenVerifier,
  type TokenVerifierOptions,
} from "../../src/auth/verify_token.ts";
import {
  type Endpoint,
  jwksOf,
  makeClock,
  makeEndpoint,
  makeKey,
  makeToken,
  SECRET,
  START,
  status,
  type TestClock,
  type TestKey,
} from "./fixtures.ts";

describe("an injected cache of keys", () => {
  let a: TestKey;
  let b: TestKey;
  let clock: TestClock;
  let endpoint: Endpoint;
  let kept: Map<string, JwksCacheEntry>;
  let cache: JwksCache;

  beforeEach(async () => {
    a = await makeKey("a", "ins_a");
    b = await makeKey("b", "ins_b");
    clock = makeClock();
    endpoint = makeEndpoint(jwksOf(a));
    kept = new Map();
    cache = createJwksCache({
      get: (key) => kept.get(key),
      set: (key, entry) => void kept.set(key, entry),
    });
  });

  /** A verifier of a process that has just started. */
  function make(options: TokenVerifierOptions = {}) {
    return createTokenVerifier({
      secretKey: SECRET,
      env: {},
      fetch: endpoint.fetch,
      clock,
      jwksCache: cache,
      tokenCacheSize: 0,
      ...options,
    });
  }

  async function reasonOf(token: string, verifier = make()): Promise<string> {
    return (await verifier.verify(token)).error?.reason ?? "ok";
  }

  /** Lets what nobody waits for come to its end. */
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

  it("spares other processes the fetch", async () => {
    const token = await makeToken(a);
    assertEquals(await reasonOf(token), "ok");
    await settle();
    assertEquals(await reasonOf(token), "ok");
    assertEquals(await reasonOf(token), "ok");
    assertEquals(endpoint.requests.length, 1);
    assertEquals([...kept.values()], [
      { jwks: { keys: [a.jwk] }, fetchedAt: START },
    ]);
  });

  it("is keyed by the source, with no secret in sight", async () => {
    const token = await makeToken(a);
    const sources: TokenVerifierOptions[] = [
      {},
      { secretKey: `${SECRET}2` },
      { apiUrl: "https://api.example.com" },
      { apiVersion: "v2" },
    ];
    for (const source of sources) {
      assertEquals(await reasonOf(token, make(source)), "ok");
      await settle();
    }
    assertEquals(kept.size, 4);
    assertEquals(endpoint.requests.length, 4);
    assert(!JSON.stringify([...kept]).includes("must_not_show"));
  });

  it("does not make keys younger", async () => {
    const token = await makeToken(a);
    assertEquals(await reasonOf(token), "ok");
    await settle();
    clock.pass(200);
    const second = make();
    assertEquals(await reasonOf(token, second), "ok");
    assertEquals(endpoint.requests.length, 1);
    endpoint.answer = jwksOf(b);
    clock.pass(100);
    assertEquals(await reasonOf(token, second), "jwk-kid-mismatch");
    assertEquals(endpoint.requests.length, 2);
  });

  it("hands over what serves while the endpoint is down", async () => {
    const token = await makeToken(a);
    assertEquals(await reasonOf(token), "ok");
    await settle();
    endpoint.answer = status(503);
    clock.pass(3600);
    assertEquals(await reasonOf(token), "ok");
    clock.pass(24 * 3600);
    assertEquals(await reasonOf(token), "jwk-remote-failed-to-load");
  });

  it("hands over a rotated key that another process found", async () => {
    const first = make();
    assertEquals(await reasonOf(await makeToken(a), first), "ok");
    endpoint.answer = jwksOf(a, b);
    clock.pass(20);
    assertEquals(await reasonOf(await makeToken(b)), "ok");
    await settle();
    assertEquals(endpoint.requests.length, 2);
    assertEquals(await reasonOf(await makeToken(b), first), "ok");
    assertEquals(endpoint.requests.length, 2);
  });

  it("does not bring back what a newer answer withdrew", async () => {
    const verifier = make();
    endpoint.answer = jwksOf(a, b);
    assertEquals(await reasonOf(await makeToken(b)), "ok");
    await settle();
    const [[key, old]] = [...kept] as [[string, JwksCacheEntry]];
    kept.clear();
    clock.pass(60);
    endpoint.answer = jwksOf(a);
    assertEquals(await reasonOf(await makeToken(a), verifier), "ok");
    await settle();
    kept.set(key, old);
    clock.pass(60);
    assertEquals(
      await reasonOf(await makeToken(b), verifier),
      "jwk-kid-mismatch",
    );
  });

  it("is passed over when it fails, hangs or holds rubbish", async () => {
    const token = await makeToken(a);
    const jwks = { keys: [a.jwk] };
    const forged = { keys: [{ ...b.jwk, kid: a.kid }] };
    const rubbish: unknown[] = [
      null,
      "text",
      [],
      {},
      { jwks: forged },
      { jwks: forged, fetchedAt: String(START) },
      { jwks: forged, fetchedAt: NaN },
      { jwks: forged, fetchedAt: Infinity },
      { jwks: forged, fetchedAt: START + 3_600_000 },
      { jwks: forged, fetchedAt: START - 24 * 3_600_000 - 1 },
      { jwks: {}, fetchedAt: START },
      { jwks: { keys: [] }, fetchedAt: START },
      { jwks: { keys: "a" }, fetchedAt: START },
      { jwks: { keys: [{ ...a.jwk, n: "AQAB" }] }, fetchedAt: START },
      { jwks: { keys: [a.jwk, { ...b.jwk, kid: a.kid }] }, fetchedAt: START },
      JSON.stringify({ jwks, fetchedAt: START }),
    ];
    const fail = () => {
      throw new Error("broken");
    };
    const broken: JwksCacheStore[] = [
      ...rubbish.map((entry) => ({ get: () => entry as never, set: () => {} })),
      { get: fail, set: fail },
      {
        get: () => Promise.reject(new Error("broken")),
        set: () => Promise.reject(new Error("broken")),
      },
    ];
    for (const store of broken) {
      const jwksCache = createJwksCache(store);
      endpoint = makeEndpoint(jwksOf(a));
      assertEquals(await reasonOf(token, make({ jwksCache })), "ok");
      assertEquals(endpoint.requests.length, 1);
      await settle();
    }
  });

  it("needs both methods", () => {
    const get = () => undefined;
    const set = () => {};
    for (const store of [undefined, null, 1, {}, { get }, { set }]) {
      assertThrows(
        () => createJwksCache(store as never),
        TypeError,
        "methods get and set",
      );
    }
    createJwksCache({ get, set });
  });

  it("is not asked where keys are fetched for each verification", async () => {
    const asked: string[] = [];
    const jwksCache = createJwksCache({
      get: (key) => void asked.push(key),
      set: (key) => void asked.push(key),
    });
    const verifier = make({ jwksCache, skipJwksCache: true });
    assertEquals(await reasonOf(await makeToken(a), verifier), "ok");
    await settle();
    assertEquals(asked, []);
  });

  it("is passed over by hydrate when no key in it can be used", async () => {
    const keys = [{ ...a.jwk, n: "AQAB" }];
    const jwksCache = createJwksCache({
      get: () => ({ jwks: { keys }, fetchedAt: START }),
      set: () => {},
    });
    const { result } = await make({ jwksCache }).hydrate();
    assertEquals(result, [a.kid]);
  });

  it("leaves time for the endpoint when it hangs", async () => {
    const jwksCache = createJwksCache({
      get: () => new Promise<never>(() => {}),
      set: () => new Promise<never>(() => {}),
    });
    const verifier = make({ jwksCache, jwksTimeoutInMs: 100 });
    assertEquals(await reasonOf(await makeToken(a), verifier), "ok");
    assertEquals(endpoint.requests.length, 1);
  });

  it("cannot smuggle a secret in as a key", async () => {
    const key = { kid: a.kid, kty: "oct", k: "c2VjcmV0", alg: "HS256" };
    const entry = { jwks: { keys: [key] }, fetchedAt: START };
    const jwksCache = createJwksCache({ get: () => entry, set: () => {} });
    endpoint = makeEndpoint(status(503));
    assertEquals(
      await reasonOf(await makeToken(a), make({ jwksCache })),
      "jwk-remote-invalid",
    );
  });
});
