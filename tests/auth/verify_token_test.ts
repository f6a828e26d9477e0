import { assert, assertEquals, assertStrictEquals } from "@std/assert";
import { beforeEach, describe, it } from "@std/testing/bdd";
import {
  createTokenVerifier,
  type TokenVerifierOptions,
} from "../../src/auth/verify_token.ts";
import { verifyToken } from "../../src/auth/verify_token_once.ts";
import {
  type Endpoint,
  jwksOf,
  LIVE_SECRET,
  makeClock,
  makeEndpoint,
  makeKey,
  makeToken,
  SECRET,
  type TestClock,
  type TestKey,
  type TokenSpec,
  withHeader,
} from "../keys/fixtures.ts";

const ORIGIN = "https://app.example.com";

describe("a token verifier", () => {
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
    return createTokenVerifier({ jwtKey: a.pem, env: {}, clock, ...options });
  }

  /** What comes of a token, at first sight and again. */
  async function outcomeOf(
    options: TokenVerifierOptions,
    spec: TokenSpec = {},
  ): Promise<string> {
    const verifier = make(options);
    const token = await makeToken(a, spec);
    const first = await verifier.verify(token);
    const again = await verifier.verify(token);
    assertEquals(first.error?.message, again.error?.message);
    assertEquals(first.result, again.result);
    return first.error?.reason ?? "ok";
  }

  it("gives the claims of a good token", async () => {
    const { result, error } = await make().verify(await makeToken(a));
    assertEquals(error, undefined);
    assertEquals(result?.sub, "user_1");
    assertEquals(result?.sid, "sess_1");
  });

  it("judges time anew at each sight of a token", async () => {
    const verifier = make();
    const token = await makeToken(a, { lasts: 60 });
    const late = await makeToken(a, { at: clock.time + 60_000 });
    assertEquals((await verifier.verify(token)).error, undefined);
    assertEquals(
      (await verifier.verify(late)).error?.reason,
      "token-not-active-yet",
    );
    clock.pass(64.9);
    assertEquals((await verifier.verify(token)).error, undefined);
    assertEquals((await verifier.verify(late)).error, undefined);
    clock.pass(0.2);
    assertEquals((await verifier.verify(token)).error?.reason, "token-expired");
    clock.pass(-60);
    assertEquals((await verifier.verify(token)).error, undefined);
    assertEquals(
      (await verifier.verify(late)).error?.reason,
      "token-not-active-yet",
    );
  });

  it("allows no skew when that is 0", async () => {
    const verifier = make({ clockSkewInMs: 0 });
    const token = await makeToken(a, { lasts: 60 });
    clock.pass(59.999);
    assertEquals((await verifier.verify(token)).error, undefined);
    clock.pass(0.001);
    assertEquals((await verifier.verify(token)).error?.reason, "token-expired");
  });

  it("judges by the options of each call, seen before or not", async () => {
    const verifier = make();
    const token = await makeToken(a, { claims: { azp: ORIGIN } });
    for (let round = 0; round < 2; round++) {
      assertEquals((await verifier.verify(token)).error, undefined);
      const other = await verifier.verify(token, {
        authorizedParties: ["https://other.example.com"],
      });
      assertEquals(other.error?.reason, "token-invalid-authorized-parties");
      const audience = await verifier.verify(token, { audience: "api" });
      assertEquals(audience.error?.reason, "token-verification-failed");
      const issuer = await verifier.verify(token, { issuer: "https://a.test" });
      assertEquals(issuer.error?.reason, "token-invalid-issuer");
      const wanted = await verifier.verify(token, { tokenClass: "m2m" });
      assertEquals(wanted.error?.reason, "token-invalid");
    }
  });

  it("keeps what it was made with unless a call overrides it", async () => {
    const verifier = make({ authorizedParties: ["https://other.example.com"] });
    const token = await makeToken(a, { claims: { azp: ORIGIN } });
    for (const overrides of [undefined, {}, { authorizedParties: undefined }]) {
      const { error } = await verifier.verify(token, overrides);
      assertEquals(error?.reason, "token-invalid-authorized-parties");
    }
    const { error } = await verifier.verify(token, {
      authorizedParties: [ORIGIN],
    });
    assertEquals(error, undefined);
  });

  it("gives an error for wrong overrides", async () => {
    const verifier = make();
    const token = await makeToken(a);
    for (
      const overrides of [
        { clockSkewInMs: NaN },
        { clockSkewInMs: "5" },
        { authorizedParties: ORIGIN },
        { authorizedParties: [] },
        { issuer: /clerk/ },
        { audience: () => true },
      ]
    ) {
      const { error } = await verifier.verify(token, overrides as never);
      assertEquals(error?.reason, "options-invalid");
    }
  });

  // The cases 6, 7 and 9: who may have made a token, for what and for whom.
  it("takes session tokens only", async () => {
    const cat = (value: string | undefined) => ({ header: { cat: value } });
    assertEquals(await outcomeOf({}), "ok");
    assertEquals(await outcomeOf({}, cat(undefined)), "ok");
    const refused: TokenSpec[] = [
      cat("cl_B7d4PD222AAA"),
      cat("cl_B7d4PD333AAA"),
      cat("cl_unknown"),
      cat(""),
      { ...cat(undefined), claims: { sid: undefined } },
      { claims: { sub: "mch_1" } },
      { ...cat(undefined), claims: { sub: "mch_1" } },
    ];
    for (const spec of refused) {
      assertEquals(await outcomeOf({}, spec), "token-invalid");
    }
    assertEquals(
      await outcomeOf({}, { claims: { sts: "pending" } }),
      "session-pending",
    );
    assertEquals(
      await outcomeOf(
        { treatPendingAsSignedOut: false },
        { claims: { sts: "pending" } },
      ),
      "ok",
    );
  });

  it("matches the authorized party exactly", async () => {
    const azp = (value: unknown) => ({ claims: { azp: value } });
    for (const party of [ORIGIN, `${ORIGIN}/`, "HTTPS://APP.example.com:443"]) {
      const options = { authorizedParties: [party] };
      assertEquals(await outcomeOf(options, azp(ORIGIN)), "ok");
    }
    const options = { authorizedParties: [ORIGIN] };
    const refused = [
      undefined,
      "",
      "null",
      `${ORIGIN}.evil.com`,
      "https://app.example.co",
      "http://app.example.com",
    ];
    for (const value of refused) {
      assertEquals(
        await outcomeOf(options, azp(value)),
        "token-invalid-authorized-parties",
        JSON.stringify(value),
      );
    }
    for (const value of [[ORIGIN], { origin: ORIGIN }, 1, null]) {
      assertEquals(
        await outcomeOf(options, azp(value)),
        "token-verification-failed",
        JSON.stringify(value),
      );
    }
  });

  it("refuses claims of the wrong type", async () => {
    const issuer = "https://clerk.example.com";
    for (const iss of [undefined, "", `${issuer}/`, issuer.toUpperCase()]) {
      assertEquals(
        await outcomeOf({ issuer }, { claims: { iss } }),
        "token-invalid-issuer",
      );
    }
    const wrong = [
      { iss: [issuer] },
      { iss: { issuer } },
      { iss: 1 },
      { exp: "9999999999" },
      { exp: null },
      { exp: [9999999999] },
      { nbf: "0" },
      { iat: {} },
      { sub: 1 },
      { sub: "" },
      { sub: undefined },
    ];
    for (const claims of wrong) {
      assertEquals(
        await outcomeOf({}, { claims }),
        "token-verification-failed",
        JSON.stringify(claims),
      );
    }
  });

  // Case 10.
  it("gives forged tokens one error, whatever they claim", async () => {
    const remote = make({
      jwtKey: undefined,
      secretKey: SECRET,
      fetch: endpoint.fetch,
    });
    for (const verifier of [make(), remote]) {
      const texts = new Set<string>();
      for (const claims of [{}, { exp: 1 }, { iss: 1 }, { sub: null }]) {
        const forged = await makeToken({ ...b, kid: a.kid }, { claims });
        const { error } = await verifier.verify(forged);
        assertEquals(error?.reason, "token-invalid-signature");
        texts.add(JSON.stringify([error?.message, error]));
      }
      assertEquals(texts.size, 1);
    }
  });

  // Case 12.
  it("gives an error for what is no token", async () => {
    const good = await makeToken(a);
    const [header, payload, signature] = good.split(".");
    const malformed: unknown[] = [
      undefined,
      null,
      1,
      {},
      "",
      ".",
      "..",
      "a.b",
      `${header}.${payload}`,
      `${header}.${payload}.`,
      `${good}.`,
      `${good}.a`,
      ` ${good}`,
      `${good}\n`,
      `${good}=`,
      `${header}.${btoa("null").replace(/=/g, "")}.${signature}`,
      `${header}.${btoa("[]")}.${signature}`,
      `${header}.${"A".repeat(1_000_000)}.${signature}`,
    ];
    const verifier = make();
    for (const token of malformed) {
      const { error } = await verifier.verify(token as string);
      assertEquals(error?.reason, "token-invalid", String(token).slice(0, 40));
      const once = await verifyToken(token as string, {
        jwtKey: a.pem,
        env: {},
        clock,
      });
      assertEquals(once.error?.reason, "token-invalid");
    }
  });

  // Case 13.
  it("lets neither the header nor a key's text choose the algorithm", async () => {
    const good = await makeToken(a);
    const remote = make({
      jwtKey: undefined,
      secretKey: SECRET,
      fetch: endpoint.fetch,
    });
    const algorithms = [
      "none",
      "None",
      "NONE",
      "",
      "HS256",
      "rs256",
      "RS384",
      "RS512",
      "PS256",
      "ES256",
      "EdDSA",
    ];
    for (const verifier of [make(), make({ jwtKey: a.jwk }), remote]) {
      assertEquals((await verifier.verify(good)).error, undefined);
      for (const alg of algorithms) {
        const { error } = await verifier.verify(
          withHeader(good, { alg, kid: a.kid }),
        );
        assertEquals(error?.reason, "token-invalid-algorithm", alg);
        const { claim, expected, received } = error ?? {};
        assertEquals([claim, expected, received], ["alg", ["RS256"], alg]);
      }
      for (const crit of [[], ["exp"], ["b64"], "exp", null]) {
        const { error } = await verifier.verify(
          await makeToken(a).then((token) =>
            withHeader(token, { alg: "RS256", kid: a.kid, crit })
          ),
        );
        assert(error, JSON.stringify(crit));
      }
      const injected = withHeader(await makeToken(b), {
        alg: "RS256",
        kid: a.kid,
        jwk: b.jwk,
        jku: "https://evil.example.com/jwks",
        x5u: "https://evil.example.com/x5u",
      });
      assertEquals(
        (await verifier.verify(injected)).error?.reason,
        "token-invalid-signature",
      );
    }
    assertEquals(endpoint.requests.length, 1);
  });

  it("takes no secret for a key", async () => {
    const token = await makeToken(a);
    const secrets = [{ secret: a.pem }, { kty: "oct", k: "c2VjcmV0" }];
    for (const jwtKey of secrets) {
      const { error } = await make({ jwtKey } as never).verify(
        withHeader(token, { alg: "HS256", kid: a.kid }),
      );
      assert(error);
    }
  });

  it("refuses an emulator's tokens where a live key is configured", async () => {
    const key = { ...a, kid: "ins_EMULATOR0123456789012345678" };
    const jwk = { ...a.jwk, kid: key.kid };
    endpoint.answer = () => Response.json({ keys: [jwk] });
    const token = await makeToken(key);
    const fetch = endpoint.fetch;
    const live: TokenVerifierOptions[] = [
      { jwtKey: undefined, secretKey: LIVE_SECRET, fetch },
      { secretKey: LIVE_SECRET },
      { publishableKey: "pk_live_Y2xlcmsuZXhhbXBsZS5jb20k" },
      { env: { CLERK_SECRET_KEY: LIVE_SECRET } },
    ];
    for (const options of live) {
      const { error } = await make(options).verify(token);
      assertEquals(error?.reason, "jwk-kid-mismatch");
    }
    const { error } = await make({ secretKey: SECRET }).verify(token);
    assertEquals(error, undefined);
  });

  it("never rejects, whatever is injected", async () => {
    const throwing = () => {
      throw new Error("broken");
    };
    const token = await makeToken(a);
    const fetching = { jwtKey: undefined, secretKey: SECRET };
    let calls = 0;
    const options: TokenVerifierOptions[] = [
      { ...fetching, fetch: throwing },
      { ...fetching, fetch: () => Promise.reject(undefined) },
      { ...fetching, fetch: () => Promise.resolve({} as Response) },
      { ...fetching, fetch: () => undefined as never },
      { clock: { now: () => ++calls > 1 ? throwing() : 0 } },
    ];
    for (const option of options) {
      const { error } = await make(option).verify(token);
      assert(error);
    }
  });

  // Case 11.
  it("shows no secret, no key and no token", async () => {
    const secretKey = "sk_test_must_not_show";
    const options = { env: {}, clock, secretKey };
    const failing = makeEndpoint(() => new Response("", { status: 401 }));
    const verifier = createTokenVerifier({ ...options, fetch: failing.fetch });
    const token = await makeToken(a);
    const { error } = await verifier.verify(token);
    assertEquals(error?.reason, "secret-key-invalid");
    const forged = await make().verify(await makeToken(b));
    const expired = await make().verify(
      await makeToken(a, { at: 0, lasts: 1 }),
    );
    const good = createTokenVerifier({ ...options, fetch: endpoint.fetch });
    assertEquals((await good.verify(token)).error, undefined);
    const shown = [verifier, good, error, forged.error, expired.error].map(
      show,
    );
    for (const text of shown) {
      assert(text.length > 10);
      for (const hidden of ["must_not_show", token.slice(-40), "PUBLIC KEY"]) {
        assert(!text.includes(hidden), text);
      }
    }
  });

  it("gives claims that no caller can change for another", async () => {
    const verifier = make();
    const token = await makeToken(a, {
      claims: { o: { id: "org_1", rol: "member" }, list: [[1]] },
    });
    const { result } = await verifier.verify(token);
    const changes = [
      () => Object.assign(result ?? {}, { sub: "user_2" }),
      () => Object.assign(result?.o ?? {}, { rol: "admin" }),
      () => (result?.list as unknown[][])[0]?.push(2),
    ];
    for (const change of changes) {
      try {
        change();
      } catch {
        continue;
      }
      throw new Error("A change went through");
    }
    const again = await verifier.verify(token);
    assertEquals(again.result?.sub, "user_1");
    assertEquals(again.result?.o?.rol, "member");
    assertEquals(again.result?.list, [[1]]);
    assertStrictEquals(again.result, result);
  });
});

/** All that can be seen of a value, its hidden properties included. */
function show(value: unknown): string {
  const seen = new Set<unknown>();
  const parts: string[] = [];
  const walk = (v: unknown) => {
    if (typeof v !== "object" && typeof v !== "function" || v === null) {
      parts.push(String(v));
      return;
    }
    if (seen.has(v)) return;
    seen.add(v);
    for (const key of Reflect.ownKeys(v)) {
      parts.push(String(key));
      walk(Reflect.get(v, key));
    }
  };
  walk(value);
  return parts.join(" ") + JSON.stringify(value) + String(value);
}
