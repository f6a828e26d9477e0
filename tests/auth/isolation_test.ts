// Case 5: two instances in one process, with keys under the same kid.
import { assertEquals } from "@std/assert";
import { beforeEach, describe, it } from "@std/testing/bdd";
import {
  createTokenVerifier,
  type TokenVerifierOptions,
} from "../../src/auth/verify_token.ts";
import { verifyToken } from "../../src/auth/verify_token_once.ts";
import {
  type Endpoint,
  jwksOf,
  makeClock,
  makeEndpoint,
  makeKey,
  makeToken,
  PUBLISHABLE,
  SECRET,
  type TestKey,
} from "../keys/fixtures.ts";

const KID = "ins_shared";

describe("two instances with the same kid", () => {
  let a: TestKey;
  let b: TestKey;
  let tokenA: string;
  let tokenB: string;
  /** One endpoint for both, which tells them apart by their secret key. */
  let endpoint: Endpoint;

  beforeEach(async () => {
    a = await makeKey("a", KID);
    b = await makeKey("b", KID);
    tokenA = await makeToken(a);
    tokenB = await makeToken(b);
    endpoint = makeEndpoint((url, init) => {
      const asked = `${url} ${JSON.stringify(init.headers)}`;
      return jwksOf(/_b"|other/.test(asked) ? b : a)(url, init);
    });
  });

  /** Each way to configure the instances, the same but for the key. */
  function waysToConfigure(): [TokenVerifierOptions, TokenVerifierOptions][] {
    const common = {
      fetch: (url: string, init?: RequestInit) => endpoint.fetch(url, init),
      clock: makeClock(),
      env: {},
    };
    const other = "pk_test_b3RoZXIuZXhhbXBsZS5jb20k";
    return [
      [{ ...common, jwtKey: a.pem }, { ...common, jwtKey: b.pem }],
      [{ ...common, jwtKey: a.jwk }, { ...common, jwtKey: b.jwk }],
      [
        { ...common, secretKey: `${SECRET}_a` },
        { ...common, secretKey: `${SECRET}_b` },
      ],
      [
        { ...common, publishableKey: PUBLISHABLE },
        { ...common, publishableKey: other },
      ],
      [
        { ...common, secretKey: SECRET, apiUrl: "https://api.example.com" },
        { ...common, secretKey: SECRET, apiUrl: "https://other.example.com" },
      ],
      [
        { ...common, env: { CLERK_SECRET_KEY: `${SECRET}_a` } },
        { ...common, env: { CLERK_SECRET_KEY: `${SECRET}_b` } },
      ],
      [{ ...common, jwtKey: a.pem }, { ...common, secretKey: `${SECRET}_b` }],
      [
        { ...common, secretKey: `${SECRET}_a` },
        { ...common, jwtKey: b.pem, secretKey: `${SECRET}_a` },
      ],
      [
        { ...common, secretKey: SECRET, fetch: makeEndpoint(jwksOf(a)).fetch },
        { ...common, secretKey: SECRET, fetch: makeEndpoint(jwksOf(b)).fetch },
      ],
    ];
  }

  type Verify = (token: string) => Promise<string>;

  async function check(verifyA: Verify, verifyB: Verify, label: string) {
    const bad = "token-invalid-signature";
    for (let round = 0; round < 2; round++) {
      assertEquals(await verifyA(tokenA), "ok", `${label}: a by a`);
      assertEquals(await verifyB(tokenA), bad, `${label}: a by b`);
      assertEquals(await verifyB(tokenB), "ok", `${label}: b by b`);
      assertEquals(await verifyA(tokenB), bad, `${label}: b by a`);
    }
    const many = await Promise.all(
      Array.from({ length: 40 }, (_, i) => {
        const verify = i & 1 ? verifyA : verifyB;
        return verify(i & 2 ? tokenA : tokenB);
      }),
    );
    many.forEach((outcome, i) => {
      const isOwn = Boolean(i & 1) === Boolean(i & 2);
      assertEquals(outcome, isOwn ? "ok" : bad, `${label}: concurrent ${i}`);
    });
  }

  const reasonOf = async (
    outcome: ReturnType<typeof verifyToken>,
  ): Promise<string> => (await outcome).error?.reason ?? "ok";

  it("never share, each with a verifier", async () => {
    for (const swapped of [false, true]) {
      for (const [i, [forA, forB]] of waysToConfigure().entries()) {
        const made = swapped
          ? [createTokenVerifier(forB), createTokenVerifier(forA)].reverse()
          : [createTokenVerifier(forA), createTokenVerifier(forB)];
        const [first, second] = made;
        if (!first || !second) throw new Error("unreachable");
        await check(
          (token) => reasonOf(first.verify(token)),
          (token) => reasonOf(second.verify(token)),
          `way ${i}, swapped ${swapped}`,
        );
      }
    }
  });

  it("never share through verifyToken, by literal options", async () => {
    for (const swapped of [false, true]) {
      for (const [i, [forA, forB]] of waysToConfigure().entries()) {
        if (swapped) await verifyToken(tokenB, { ...forB });
        await check(
          (token) => reasonOf(verifyToken(token, { ...forA })),
          (token) => reasonOf(verifyToken(token, { ...forB })),
          `way ${i}, swapped ${swapped}`,
        );
      }
    }
  });

  it("never share when first asked for at the same time", async () => {
    for (const [i, [forA, forB]] of waysToConfigure().entries()) {
      const outcomes = await Promise.all([
        reasonOf(verifyToken(tokenB, forA)),
        reasonOf(verifyToken(tokenA, forB)),
        reasonOf(verifyToken(tokenA, forA)),
        reasonOf(verifyToken(tokenB, forB)),
      ]);
      const bad = "token-invalid-signature";
      assertEquals(outcomes, [bad, bad, "ok", "ok"], `way ${i}`);
    }
  });

  it("keep their keys between calls of verifyToken", async () => {
    const ways = waysToConfigure().slice(2, 5);
    for (const [forA, forB] of ways) {
      endpoint.requests.length = 0;
      for (let i = 0; i < 10; i++) {
        await verifyToken(tokenA, { ...forA, audience: undefined });
        await verifyToken(tokenB, { ...forB, clockSkewInMs: i });
      }
      assertEquals(endpoint.requests.length, 2);
    }
  });

  it("keep their keys for the eight latest ways, and for nobody who wants new ones", async () => {
    const common = { env: {}, clock: makeClock(), fetch: endpoint.fetch };
    const ways = Array.from({ length: 9 }, (_, i) => ({
      ...common,
      secretKey: `${SECRET}_${i}_a`,
    }));
    const visit = async (...from: [number, number?]) => {
      endpoint.requests.length = 0;
      for (const way of ways.slice(...from)) await verifyToken(tokenA, way);
      return endpoint.requests.length;
    };
    assertEquals(await visit(0), 9);
    assertEquals(await visit(7, 8), 0);
    assertEquals(await visit(1), 0);
    assertEquals(await visit(0, 1), 1);
    assertEquals(await visit(2), 0);
    const [way] = ways;
    endpoint.requests.length = 0;
    await verifyToken(tokenA, { ...way, skipJwksCache: true });
    await verifyToken(tokenA, { ...way, skipJwksCache: true });
    assertEquals(endpoint.requests.length, 2);
  });

  it("are still apart when more than eight are in use", async () => {
    const clock = makeClock();
    const options = Array.from({ length: 12 }, (_, i) => ({
      env: {},
      clock,
      secretKey: `${SECRET}_${i}_${i % 2 ? "b" : "a"}`,
      fetch: endpoint.fetch,
    }));
    for (let round = 0; round < 3; round++) {
      for (const [i, option] of options.entries()) {
        const [own, other] = i % 2 ? [tokenB, tokenA] : [tokenA, tokenB];
        assertEquals(await reasonOf(verifyToken(own, option)), "ok");
        assertEquals(
          await reasonOf(verifyToken(other, option)),
          "token-invalid-signature",
        );
      }
    }
  });

  it("get options-invalid from verifyToken, not a throw", async () => {
    const wrong = [
      null,
      { secretKey: "" },
      { jwtKey: 1 },
      { jwtKey: a.pem, authorizedParties: "https://example.com" },
      { jwtKey: a.pem, clockSkewInMs: NaN },
      { jwtKey: a.pem, clock: 1 },
      { publishableKey: "pk_test_x", env: {} },
    ];
    for (const options of wrong) {
      assertEquals(
        await reasonOf(verifyToken(tokenA, options as never)),
        "options-invalid",
      );
    }
    assertEquals(
      await reasonOf(verifyToken(tokenA, { env: {} })),
      "jwk-failed-to-resolve",
    );
  });
});
