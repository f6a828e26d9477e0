import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { beforeEach, describe, it } from "@std/testing/bdd";
import { stub } from "@std/testing/mock";
import {
  createTokenVerifier,
  type TokenVerifierOptions,
} from "../../src/auth/verify_token.ts";
import {
  type Endpoint,
  hang,
  jwksOf,
  makeClock,
  makeEndpoint,
  makeKey,
  makeToken,
  PUBLISHABLE,
  SECRET,
  status,
  type TestClock,
  type TestKey,
  withHeader,
} from "./fixtures.ts";

describe("keys that are fetched", () => {
  let a: TestKey;
  let b: TestKey;
  let clock: TestClock;
  let endpoint: Endpoint;

  beforeEach(async () => {
    a = await makeKey("a", "ins_a");
    b = await makeKey("b", "ins_b");
    clock = makeClock();
    endpoint = makeEndpoint(jwksOf(a));
  });

  function make(options: TokenVerifierOptions = {}) {
    return createTokenVerifier({
      secretKey: SECRET,
      env: {},
      fetch: endpoint.fetch,
      clock,
      tokenCacheSize: 0,
      ...options,
    });
  }

  /** Lets all go on that waits for nothing but its turn. */
  const turn = () => new Promise((resolve) => setTimeout(resolve));

  async function reasonOf(
    verifier: ReturnType<typeof make>,
    token: string,
  ): Promise<string> {
    const { error } = await verifier.verify(token);
    return error?.reason ?? "ok";
  }

  it("are asked for with the secret key, and never past a redirect", async () => {
    for (const end of ["", "/", "//"]) {
      const verifier = make({ apiUrl: `https://api.example.com${end}` });
      assertEquals(await reasonOf(verifier, await makeToken(a)), "ok");
    }
    const [request] = endpoint.requests;
    assertEquals(
      new Set(endpoint.requests.map(({ url }) => url)),
      new Set(["https://api.example.com/v1/jwks"]),
    );
    assertEquals(request?.init.redirect, "manual");
    assertEquals(request?.init.headers, {
      "Authorization": `Bearer ${SECRET}`,
      "Clerk-API-Version": "2026-05-12",
      "User-Agent": "@isoclerk/backend@0.1.0",
    });
  });

  it("are fetched once for 1,000 concurrent cold verifications", async () => {
    const verifier = make();
    const token = await makeToken(a);
    const all = await Promise.all(
      Array.from({ length: 1000 }, () => reasonOf(verifier, token)),
    );
    assertEquals(new Set(all), new Set(["ok"]));
    assertEquals(endpoint.requests.length, 1);
    clock.pass(301);
    await Promise.all(
      Array.from({ length: 1000 }, () => reasonOf(verifier, token)),
    );
    assertEquals(endpoint.requests.length, 2);
  });

  it("are fetched once for 1,000 tokens with random kids", async () => {
    const verifier = make();
    const token = await makeToken(b);
    const tokens = Array.from(
      { length: 1000 },
      (_, i) => withHeader(token, { alg: "RS256", kid: `ins_${i}` }),
    );
    const all = await Promise.all(tokens.map((t) => reasonOf(verifier, t)));
    assertEquals(new Set(all), new Set(["jwk-kid-mismatch"]));
    for (const token of tokens.slice(0, 50)) await verifier.verify(token);
    assertEquals(endpoint.requests.length, 1);
  });

  it("are fetched once in ten seconds under a flood of random kids", async () => {
    const verifier = make();
    assertEquals(await reasonOf(verifier, await makeToken(a)), "ok");
    for (let second = 0; second < 60; second++) {
      clock.pass(1);
      const bad = await makeToken({ ...b, kid: `ins_${second}` });
      assertEquals(await reasonOf(verifier, bad), "jwk-kid-mismatch");
    }
    assertEquals(endpoint.requests.length, 7);
  });

  it("serve on through an outage of ten minutes and after it", async () => {
    const verifier = make();
    const token = await makeToken(a);
    assertEquals(await reasonOf(verifier, token), "ok");
    endpoint.answer = status(503);
    for (let i = 0; i < 600; i++) {
      clock.pass(1);
      assertEquals(await reasonOf(verifier, token), "ok");
    }
    const asked = endpoint.requests.length;
    assert(asked > 5 && asked < 30, `asked ${asked} times`);
    const stranger = await makeToken(b);
    assertEquals(
      await reasonOf(verifier, stranger),
      "jwk-remote-failed-to-load",
    );
    endpoint.answer = jwksOf(a);
    clock.pass(31);
    assertEquals(await reasonOf(verifier, token), "ok");
    await verifier.hydrate();
    assertEquals(endpoint.requests.length, asked + 1);
    assertEquals(await reasonOf(verifier, stranger), "jwk-kid-mismatch");
  });

  it("serve on for 24 hours at most, however often they are used", async () => {
    const verifier = make();
    const token = await makeToken(a);
    assertEquals(await reasonOf(verifier, token), "ok");
    endpoint.answer = status(503);
    for (let hour = 0; hour < 24; hour++) {
      clock.pass(3600);
      assertEquals(await reasonOf(verifier, token), "ok");
    }
    clock.pass(1);
    assertEquals(await reasonOf(verifier, token), "jwk-remote-failed-to-load");
  });

  it("serve on for as long as the option says", async () => {
    const verifier = make({ jwksMaxStaleInMs: 0 });
    const token = await makeToken(a);
    assertEquals(await reasonOf(verifier, token), "ok");
    endpoint.answer = status(503);
    clock.pass(299);
    assertEquals(await reasonOf(verifier, token), "ok");
    clock.pass(2);
    assertEquals(await reasonOf(verifier, token), "jwk-remote-failed-to-load");
  });

  it("are gone at once when a refresh does not bring them again", async () => {
    const verifier = make({ tokenCacheSize: 10 });
    endpoint.answer = jwksOf(a, b);
    const token = await makeToken(a);
    assertEquals(await reasonOf(verifier, token), "ok");
    endpoint.answer = jwksOf(b);
    clock.pass(299);
    assertEquals(await reasonOf(verifier, token), "ok");
    clock.pass(1);
    assertEquals(await reasonOf(verifier, token), "jwk-kid-mismatch");
    assertEquals(endpoint.requests.length, 2);
  });

  it("are gone at once too when an unknown kid caused the refresh", async () => {
    const verifier = make({ tokenCacheSize: 10 });
    const token = await makeToken(a);
    assertEquals(await reasonOf(verifier, token), "ok");
    endpoint.answer = jwksOf(b);
    clock.pass(10);
    assertEquals(await reasonOf(verifier, await makeToken(b)), "ok");
    assertEquals(await reasonOf(verifier, token), "jwk-kid-mismatch");
  });

  it("are not believed under the same kid with other material", async () => {
    const verifier = make({ tokenCacheSize: 10 });
    const token = await makeToken(a);
    assertEquals(await reasonOf(verifier, token), "ok");
    endpoint.answer = jwksOf({ ...b, jwk: { ...b.jwk, kid: a.kid } });
    clock.pass(300);
    assertEquals(await reasonOf(verifier, token), "token-invalid-signature");
  });

  it("are not made younger by use", async () => {
    const verifier = make({ tokenCacheSize: 10 });
    const token = await makeToken(a);
    for (let i = 0; i <= 300; i++) {
      assertEquals(await reasonOf(verifier, token), "ok");
      clock.pass(1);
    }
    assertEquals(endpoint.requests.length, 2);
  });

  it("are accepted within 10 s of a rotation, also after a bad kid", async () => {
    const verifier = make();
    assertEquals(await reasonOf(verifier, await makeToken(a)), "ok");
    clock.pass(60);
    const bad = await makeToken({ ...b, kid: "ins_bad" });
    assertEquals(await reasonOf(verifier, bad), "jwk-kid-mismatch");
    endpoint.answer = jwksOf(a, b);
    const rotated = await makeToken(b);
    clock.pass(9);
    assertEquals(await reasonOf(verifier, bad), "jwk-kid-mismatch");
    clock.pass(1);
    assertEquals(await reasonOf(verifier, rotated), "ok");
    assertEquals(endpoint.requests.length, 3);
  });

  it("cost no caller more than the time-out when the endpoint hangs", async () => {
    const hanging = hang();
    endpoint.answer = hanging;
    const verifier = make({ jwksTimeoutInMs: 50 });
    const token = await makeToken(a);
    const start = performance.now();
    const all = await Promise.all(
      Array.from({ length: 100 }, () => reasonOf(verifier, token)),
    );
    const took = performance.now() - start;
    assertEquals(new Set(all), new Set(["jwk-remote-failed-to-load"]));
    assertEquals(endpoint.requests.length, 1);
    assert(took < 1000, `took ${took} ms`);
    assert(endpoint.requests[0]?.init.signal?.aborted);
    hanging.release();
    endpoint.answer = jwksOf(a);
    clock.pass(2);
    assertEquals(await reasonOf(verifier, token), "ok");
  });

  it("serve at once while a hanging endpoint is known to fail", async () => {
    const verifier = make({ jwksTimeoutInMs: 100 });
    const token = await makeToken(a);
    assertEquals(await reasonOf(verifier, token), "ok");
    const hanging = hang();
    endpoint.answer = hanging;
    clock.pass(300);
    assertEquals(await reasonOf(verifier, token), "ok");
    clock.pass(2);
    const first = await Promise.race([
      reasonOf(verifier, token),
      new Promise((resolve) => setTimeout(resolve, 80, "waited")),
    ]);
    assertEquals(first, "ok");
    assertEquals(endpoint.requests.length, 3);
    await verifier.hydrate();
    hanging.release();
  });

  it("do not wait for a request whose owner is gone", async () => {
    // The first request ends, and its fetch never settles, not even on abort.
    const hanging = hang();
    endpoint.answer = hanging;
    const verifier = make({ jwksTimeoutInMs: 50 });
    const token = await makeToken(a);
    const owner = reasonOf(verifier, token);
    endpoint.answer = jwksOf(a);
    // By the clock, its time is over; nothing that it started ever ran again.
    clock.time += 51;
    assertEquals(await reasonOf(verifier, token), "ok");
    assertEquals(endpoint.requests.length, 2);
    hanging.release();
    assertEquals(await owner, "ok");
  });

  it("cost their time-out at most when the one who asked is gone", async () => {
    const hanging = hang();
    endpoint.answer = hanging;
    const verifier = make({ jwksTimeoutInMs: 50 });
    const token = await makeToken(a);
    // None of the timers of the request that asks first will ever fire.
    const timers = stub(globalThis, "setTimeout", (() => 0) as never);
    const owner = reasonOf(verifier, token);
    timers.restore();
    assertEquals(endpoint.requests.length, 1);
    assertEquals(
      await reasonOf(verifier, token),
      "jwk-remote-failed-to-load",
    );
    endpoint.answer = jwksOf(a);
    clock.pass(2);
    assertEquals(await reasonOf(verifier, token), "ok");
    assertEquals(endpoint.requests.length, 2);
    hanging.release();
    assertEquals(await owner, "ok");
  });

  it("are not replaced by an older answer that comes late", async () => {
    let release = () => {};
    endpoint.answer = (url, init) =>
      new Promise((resolve) => {
        release = () => resolve(jwksOf(a)(url, init));
      });
    const verifier = make({ jwksTimeoutInMs: 1000 });
    const old = reasonOf(verifier, await makeToken(a));
    await new Promise((resolve) => setTimeout(resolve));
    clock.time += 1001;
    endpoint.answer = jwksOf(b);
    assertEquals(await reasonOf(verifier, await makeToken(b)), "ok");
    release();
    assertEquals(await old, "jwk-kid-mismatch");
    assertEquals(await reasonOf(verifier, await makeToken(b)), "ok");
  });

  it("are waited for, whatever comes of the request before", async () => {
    const answers: ((end: "fails" | "comes") => void)[] = [];
    endpoint.answer = () => {
      const response = Response.json({
        keys: [answers.length ? b : a].map((key) => key.jwk),
      });
      return new Promise((resolve, reject) =>
        answers.push((end) =>
          end === "comes" ? resolve(response) : reject(new Error("late"))
        )
      );
    };
    for (const end of ["fails", "comes"] as const) {
      answers.length = 0;
      const verifier = make();
      const first = verifier.verify(await makeToken(b));
      await turn();
      clock.pass(5);
      const second = reasonOf(verifier, await makeToken(b));
      await turn();
      answers[0]?.(end);
      await first;
      const third = reasonOf(verifier, await makeToken(b));
      await turn();
      assertEquals(answers.length, 2);
      answers[1]?.("comes");
      assertEquals([await second, await third], ["ok", "ok"], end);
    }
  });

  it("survive a clock that is set back", async () => {
    for (const step of [-7, -30, -3600]) {
      clock = makeClock();
      endpoint = makeEndpoint(jwksOf(a));
      const verifier = make({ clockSkewInMs: 2 * 3600_000 });
      const token = await makeToken(a);
      assertEquals(await reasonOf(verifier, token), "ok");
      clock.pass(step);
      assertEquals(await reasonOf(verifier, token), "ok");
      endpoint.answer = jwksOf(b);
      clock.pass(300);
      assertEquals(
        await reasonOf(verifier, token),
        "jwk-kid-mismatch",
        `${step}`,
      );
    }
  });

  it("are refetched each time when the cache is to be skipped", async () => {
    const verifier = make({ skipJwksCache: true, tokenCacheSize: 10 });
    const token = await makeToken(a);
    assertEquals(await reasonOf(verifier, token), "ok");
    assertEquals(await reasonOf(verifier, token), "ok");
    assertEquals(endpoint.requests.length, 2);
    endpoint.answer = jwksOf(b);
    assertEquals(await reasonOf(verifier, token), "jwk-kid-mismatch");
  });

  describe("when the endpoint fails", () => {
    it("are not asked for again within 30 s of a 4xx", async () => {
      for (const code of [400, 404, 422, 429, 499, 301]) {
        clock = makeClock();
        endpoint = makeEndpoint(status(code));
        const verifier = make();
        const token = await makeToken(a);
        for (let i = 0; i < 30; i++) {
          assertEquals(
            await reasonOf(verifier, token),
            "jwk-remote-failed-to-load",
          );
          clock.pass(1);
        }
        assertEquals(endpoint.requests.length, 1);
        endpoint.answer = jwksOf(a);
        assertEquals(await reasonOf(verifier, token), "ok");
      }
    });

    it("blame the secret key for 401 and 403", async () => {
      for (const code of [401, 403]) {
        endpoint = makeEndpoint(status(code, "{}"));
        const verifier = make();
        assertEquals(
          await reasonOf(verifier, await makeToken(a)),
          "secret-key-invalid",
        );
      }
    });

    it("blame no secret key where none was sent", async () => {
      endpoint = makeEndpoint(status(401));
      const publishableKey = PUBLISHABLE;
      const verifier = make({ secretKey: undefined, publishableKey });
      assertEquals(
        await reasonOf(verifier, await makeToken(a)),
        "jwk-remote-failed-to-load",
      );
    });

    it("are not taken from where a redirect led to", async () => {
      const elsewhere = Response.json({ keys: [a.jwk] });
      Object.defineProperty(elsewhere, "redirected", { value: true });
      endpoint.answer = () => elsewhere;
      const { error } = await make().verify(await makeToken(a));
      assertEquals(error?.reason, "jwk-remote-failed-to-load");
      assertStringIncludes(error?.message ?? "", "received a redirect");
    });

    it("tell the status, and let go of the body if there is one", async () => {
      let cancelled = 0;
      const stream = () =>
        new ReadableStream({
          cancel() {
            cancelled++;
            throw new Error("broken");
          },
        });
      for (const body of [null, stream()]) {
        endpoint.answer = () => new Response(body, { status: 404 });
        const { error } = await make().verify(await makeToken(a));
        assertEquals(error?.reason, "jwk-remote-failed-to-load");
        assertEquals(error?.received, 404);
        assertStringIncludes(error?.message ?? "", "received the status 404");
      }
      assertEquals(cancelled, 1);
    });

    it("are asked for again after 2 s, 4 s, up to 30 s", async () => {
      endpoint.answer = status(500);
      const verifier = make();
      const token = await makeToken(a);
      const times: number[] = [];
      for (let second = 0; second < 130; second++) {
        const before = endpoint.requests.length;
        assertEquals(
          await reasonOf(verifier, token),
          "jwk-remote-failed-to-load",
        );
        if (endpoint.requests.length > before) times.push(second);
        clock.pass(1);
      }
      assertEquals(times, [0, 2, 6, 14, 30, 60, 90, 120]);
    });

    it("are asked for after 2 s again once they were had", async () => {
      const verifier = make();
      const token = await makeToken(a);
      for (let round = 0; round < 2; round++) {
        endpoint.answer = status(500);
        const times: number[] = [];
        for (let second = 0; second < 10; second++) {
          const before = endpoint.requests.length;
          await verifier.verify(token);
          if (endpoint.requests.length > before) times.push(second);
          clock.pass(1);
        }
        assertEquals(times, [0, 2, 6]);
        endpoint.answer = jwksOf(a);
        clock.pass(30);
        assertEquals(await reasonOf(verifier, token), "ok");
        clock.pass(301);
      }
    });

    it("serve at once for a minute, and are waited for after that", async () => {
      for (const [idle, expected] of [[60, "ok"], [61, "jwk-kid-mismatch"]]) {
        endpoint = makeEndpoint(jwksOf(a));
        const verifier = make();
        const token = await makeToken(a);
        assertEquals(await reasonOf(verifier, token), "ok");
        clock.pass(301);
        endpoint.answer = status(503);
        assertEquals(await reasonOf(verifier, token), "ok");
        clock.pass(Number(idle));
        endpoint.answer = jwksOf(b);
        assertEquals(await reasonOf(verifier, token), expected);
      }
    });

    it("are not missed for a token that names none", async () => {
      endpoint.answer = status(503);
      const verifier = make();
      await verifier.verify(await makeToken(a));
      const token = await makeToken(a, { header: { kid: undefined } });
      assertEquals(await reasonOf(verifier, token), "jwk-kid-mismatch");
    });

    it("ask again at once, where no keys are kept", async () => {
      endpoint.answer = status(503);
      const asking = make({ skipJwksCache: true });
      const token = await makeToken(a);
      assertEquals(
        await reasonOf(asking, token),
        "jwk-remote-failed-to-load",
      );
      endpoint.answer = jwksOf(a);
      assertEquals(await reasonOf(asking, token), "ok");
    });

    it("refuse bodies that are no JWKS", async () => {
      const bodies: readonly (readonly [string, string])[] = [
        ["<html>503</html>", "jwk-remote-failed-to-load"],
        ["", "jwk-remote-failed-to-load"],
        ["null", "jwk-remote-failed-to-load"],
        ["[]", "jwk-remote-failed-to-load"],
        ["{}", "jwk-remote-failed-to-load"],
        ['{"keys":{}}', "jwk-remote-failed-to-load"],
        [" ".repeat(300_000) + '{"keys":[]}', "jwk-remote-failed-to-load"],
        ['{"keys":[]}', "jwk-remote-missing"],
        ['{"keys":[null,1,{},{"kid":1},{"kid":""}]}', "jwk-remote-missing"],
      ];
      for (const [body, reason] of bodies) {
        clock = makeClock();
        endpoint = makeEndpoint(jwksOf(a));
        const held = make();
        const token = await makeToken(a);
        assertEquals(await reasonOf(held, token), "ok");
        endpoint.answer = status(200, body);
        const cold = make();
        assertEquals(await reasonOf(cold, token), reason, body.slice(0, 40));
        clock.pass(301);
        assertEquals(await reasonOf(held, token), "ok");
      }
    });

    it("take 262,144 characters, and not one more", async () => {
      const text = JSON.stringify({ keys: [a.jwk] });
      for (
        const [length, reason] of [
          [262_144, "ok"],
          [262_145, "jwk-remote-failed-to-load"],
        ] as const
      ) {
        endpoint.answer = status(200, text.padEnd(length));
        assertEquals(await reasonOf(make(), await makeToken(a)), reason);
      }
    });

    it("tell a network failure with its cause", async () => {
      const broken = new Error("connection refused");
      endpoint.answer = () => Promise.reject(broken);
      const { error } = await make().verify(await makeToken(a));
      assertEquals(error?.reason, "jwk-remote-failed-to-load");
      assertEquals(
        Reflect.get(Object(error?.cause), "message"),
        "Error: connection refused",
      );
    });

    it("tell the cause as it is where there is no secret, else without it", async () => {
      const broken = new Error(`undefined ${SECRET} Bearer ${SECRET}`);
      endpoint.answer = () => Promise.reject(broken);
      const publishableKey = PUBLISHABLE;
      const bare = make({ secretKey: undefined, publishableKey });
      const token = await makeToken(a);
      assertEquals((await bare.verify(token)).error?.cause, broken);
      const { error } = await make().verify(token);
      assertEquals(
        Reflect.get(Object(error?.cause), "message"),
        "Error: undefined [redacted] Bearer [redacted]",
      );
    });
  });

  describe("of unsound form", () => {
    it("are refused each by itself", async () => {
      const bad: Record<string, unknown>[] = [
        { ...a.jwk, use: "enc" },
        { ...a.jwk, key_ops: ["sign"] },
        { ...a.jwk, alg: "RSA-OAEP" },
        { kid: a.kid, kty: "oct", k: "c2VjcmV0", alg: "HS256" },
        { kid: a.kid, kty: "RSA" },
        { kid: a.kid },
      ];
      for (const jwk of bad) {
        endpoint = makeEndpoint(() => Response.json({ keys: [jwk, b.jwk] }));
        const verifier = make();
        assertEquals(
          await reasonOf(verifier, await makeToken(a)),
          "jwk-remote-invalid",
          JSON.stringify(jwk).slice(0, 60),
        );
        assertEquals(await reasonOf(verifier, await makeToken(b)), "ok");
        const stranger = await makeToken({ ...a, kid: "ins_c" });
        assertEquals(await reasonOf(verifier, stranger), "jwk-kid-mismatch");
      }
    });

    it("are refused when two of them share a kid", async () => {
      const twin = { ...b.jwk, kid: a.kid };
      const forged = await makeToken({ ...b, kid: a.kid });
      for (const keys of [[a.jwk, twin], [twin, a.jwk], [a.jwk, twin, a.jwk]]) {
        endpoint = makeEndpoint(() => Response.json({ keys }));
        const verifier = make();
        for (const token of [forged, await makeToken(a)]) {
          assertEquals(await reasonOf(verifier, token), "jwk-remote-invalid");
        }
      }
      endpoint = makeEndpoint(() => Response.json({ keys: [a.jwk, a.jwk] }));
      assertEquals(await reasonOf(make(), await makeToken(a)), "ok");
    });

    it("are not found under names of object members", async () => {
      const verifier = make();
      for (const kid of ["__proto__", "constructor", "toString"]) {
        const token = await makeToken({ ...a, kid });
        assertEquals(await reasonOf(verifier, token), "jwk-kid-mismatch");
      }
      const odd = { ...a, kid: "__proto__" };
      endpoint.answer = () =>
        new Response(
          `{"keys":[${JSON.stringify({ ...a.jwk, kid: "__proto__" })}]}`,
        );
      assertEquals(await reasonOf(make(), await makeToken(odd)), "ok");
    });

    it("need a kid in the token", async () => {
      const verifier = make();
      for (const kid of [undefined, ""]) {
        const token = await makeToken(a, { header: { kid } });
        assertEquals(await reasonOf(verifier, token), "jwk-kid-mismatch");
      }
      assertEquals(endpoint.requests.length, 0);
      const long = await makeToken(a, { header: { kid: "x".repeat(999) } });
      const { error } = await verifier.verify(long);
      assertEquals(error?.received, "x".repeat(64));
    });
  });

  describe("ahead of the first token", () => {
    it("are fetched by hydrate", async () => {
      endpoint.answer = jwksOf(a, b);
      const verifier = make();
      const { result } = await verifier.hydrate();
      assertEquals(result, ["ins_a", "ins_b"]);
      await verifier.hydrate();
      assertEquals(await reasonOf(verifier, await makeToken(b)), "ok");
      assertEquals(endpoint.requests.length, 1);
    });

    it("are taken from the caller by hydrate", async () => {
      const verifier = make();
      const { result } = await verifier.hydrate({ keys: [a.jwk, {}] });
      assertEquals(result, ["ins_a"]);
      assertEquals(await reasonOf(verifier, await makeToken(a)), "ok");
      assertEquals(endpoint.requests.length, 0);
      clock.pass(300);
      assertEquals(await reasonOf(verifier, await makeToken(a)), "ok");
      assertEquals(endpoint.requests.length, 1);
    });

    it("are missed by hydrate with an error, not a throw", async () => {
      endpoint.answer = status(503);
      const failed = await make().hydrate();
      assertEquals(failed.error?.reason, "jwk-remote-failed-to-load");
      const empty = await make().hydrate({ keys: [] });
      assertEquals(empty.error?.reason, "options-invalid");
      assertStringIncludes(empty.error?.message ?? "", "keys that have an id");
      const local = await make({ jwtKey: a.pem }).hydrate({ keys: [a.jwk] });
      assertEquals(local.error?.reason, "options-invalid");
      assertStringIncludes(local.error?.message ?? "", 'no "jwtKey"');
    });

    it("are not missed by hydrate while those at hand serve", async () => {
      const verifier = make();
      await verifier.hydrate();
      clock.pass(301);
      endpoint.answer = status(503);
      assertEquals((await verifier.hydrate()).result, ["ins_a"]);
      assertEquals(endpoint.requests.length, 2);
    });

    it("are tried by hydrate when there is one that was given", async () => {
      const good = await make({ jwtKey: a.pem }).hydrate();
      assertEquals(good.result, []);
      const bad = await make({ jwtKey: "no key" }).hydrate();
      assertEquals(bad.error?.reason, "jwk-local-missing");
      assertEquals(endpoint.requests.length, 0);
    });
  });
});
