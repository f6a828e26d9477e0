// Clocks, causes and keys as they should not be.
import { assertEquals } from "@std/assert";
import { beforeEach, describe, it } from "@std/testing/bdd";
import { createTokenVerifier } from "../../mod.ts";
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

describe("a store of fetched keys", () => {
  let a: TestKey;
  let b: TestKey;
  let token: string;
  let clock: TestClock;
  let endpoint: Endpoint;

  beforeEach(async () => {
    a = await makeKey("a", "ins_a");
    b = await makeKey("b", "ins_b");
    token = await makeToken(a);
    clock = makeClock();
    endpoint = makeEndpoint(jwksOf(a));
  });

  const make = (more: object = {}) => {
    const { fetch } = endpoint;
    const verifier = createTokenVerifier({
      secretKey: SECRET,
      env: {},
      fetch,
      clock,
      ...more,
    });
    return async (text = token) =>
      (await verifier.verify(text)).error?.reason ?? "ok";
  };

  it("recovers from a clock that gave no time for a while", async () => {
    for (const bad of [NaN, Infinity, -Infinity]) {
      clock.time = bad;
      const early = make();
      clock.time = START;
      assertEquals(await early(), "ok");
      const late = make();
      assertEquals(await late(), "ok");
      for (const verify of [early, late]) {
        clock.time = bad;
        assertEquals(await verify() === "ok", false);
        clock.time = START + 1000;
        assertEquals(await verify(), "ok");
        // Nor is freshness frozen: a key that was withdrawn is gone.
        endpoint.answer = jwksOf(b);
        clock.pass(5 * 60);
        assertEquals(await verify(), "jwk-kid-mismatch");
        endpoint.answer = jwksOf(a);
        clock.time = START;
      }
    }
  });

  it("takes whatever is thrown for no answer, and pauses", async () => {
    const unspeakable = {
      toString() {
        throw new Error("no text");
      },
    };
    for (const cause of [Object.create(null), Symbol("cause"), unspeakable]) {
      endpoint = makeEndpoint(() => Promise.reject(cause));
      const verify = make();
      for (let i = 0; i < 3; i++) {
        assertEquals(await verify(), "jwk-remote-failed-to-load");
      }
      assertEquals(endpoint.requests.length, 1);
    }
  });

  it("waits for the keys each time, where none are kept", async () => {
    const verify = make({ skipJwksCache: true });
    assertEquals(await verify(), "ok");
    endpoint.answer = status(503);
    assertEquals(await verify(), "ok");
    endpoint.answer = jwksOf(b);
    assertEquals(await verify(), "jwk-kid-mismatch");
  });

  it("says why none of the keys can be used", async () => {
    const odd = { kid: "ins_c", kty: "EC", crv: "P-256", x: "AA", y: "AA" };
    endpoint = makeEndpoint(() => Response.json({ keys: [odd] }));
    const { hydrate } = createTokenVerifier({
      secretKey: SECRET,
      fetch: endpoint.fetch,
      clock,
    });
    for (const jwks of [undefined, { keys: [odd] }]) {
      const { result, error } = await hydrate(jwks);
      assertEquals(result, undefined);
      assertEquals(error?.reason, "jwk-remote-invalid");
    }
    assertEquals((await hydrate({ keys: [odd, a.jwk] })).result, ["ins_a"]);
  });
});
