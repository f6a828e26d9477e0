import { assert, assertEquals } from "@std/assert";
import { beforeEach, describe, it } from "@std/testing/bdd";
import { stub } from "@std/testing/mock";
import { createTokenCache } from "../../src/auth/token_cache.ts";
import {
  createTokenVerifier,
  type TokenVerifierOptions,
} from "../../src/auth/verify_token.ts";
import {
  jwksOf,
  makeClock,
  makeEndpoint,
  makeKey,
  makeToken,
  SECRET,
  type TestKey,
} from "../keys/fixtures.ts";

/** How many signatures were computed while something ran. */
async function countVerifications(run: () => Promise<void>): Promise<number> {
  const original = crypto.subtle.verify.bind(crypto.subtle);
  let count = 0;
  const counting = (...args: Parameters<typeof original>) => {
    count++;
    return original(...args);
  };
  const spy = stub(crypto.subtle, "verify", counting as never);
  try {
    await run();
  } finally {
    spy.restore();
  }
  return count;
}

describe("the memory of verified tokens", () => {
  let a: TestKey;

  beforeEach(async () => {
    a = await makeKey("a", "ins_a");
  });

  function make(options: TokenVerifierOptions = {}) {
    return createTokenVerifier({
      jwtKey: a.pem,
      env: {},
      clock: makeClock(),
      ...options,
    });
  }

  it("spares the signature at the second sight of a token", async () => {
    const verifier = make();
    const token = await makeToken(a);
    const count = await countVerifications(async () => {
      for (let i = 0; i < 5; i++) {
        assertEquals((await verifier.verify(token)).error, undefined);
      }
    });
    assertEquals(count, 1);
  });

  it("holds nothing when its size is 0", async () => {
    const verifier = make({ tokenCacheSize: 0 });
    const token = await makeToken(a);
    const count = await countVerifications(async () => {
      for (let i = 0; i < 5; i++) await verifier.verify(token);
    });
    assertEquals(count, 5);
  });

  it("outlasts a refresh that brings the same key again", async () => {
    const clock = makeClock();
    const { fetch, requests } = makeEndpoint(jwksOf(a));
    const options = { jwtKey: undefined, secretKey: SECRET, fetch, clock };
    const verifier = make(options);
    const token = await makeToken(a);
    const count = await countVerifications(async () => {
      for (let i = 0; i < 5; i++) {
        assertEquals((await verifier.verify(token)).error, undefined);
        clock.pass(300);
      }
    });
    assertEquals(requests.length, 5);
    assertEquals(count, 1);
  });

  it("belongs to one verifier", async () => {
    const [first, second] = [make(), make()];
    const token = await makeToken(a);
    const count = await countVerifications(async () => {
      await first.verify(token);
      await second.verify(token);
    });
    assertEquals(count, 2);
  });

  // Case 16.
  it("is not hit by a token that is not the very same", async () => {
    const verifier = make();
    const token = await makeToken(a);
    assertEquals((await verifier.verify(token)).error, undefined);
    const other = await makeToken(a, { claims: { sub: "user_2" } });
    const [header, payload, signature] = token.split(".");
    const forged = [
      `${header}.${other.split(".")[1]}.${signature}`,
      `${other.split(".")[0]}.${payload?.slice(0, -8)}AAAAAAAA.${signature}`,
      token.slice(1),
      token.slice(-64),
      `${header}.${payload}.${signature?.slice(-64)}`,
      `${header}.${payload}.${signature?.startsWith("A") ? "B" : "A"}${
        signature?.slice(1)
      }`,
      `${token}\u0000`,
      token.slice(0, -1),
    ];
    for (const text of forged) {
      const { error } = await verifier.verify(text);
      assert(error, text.slice(0, 60));
    }
    assertEquals((await verifier.verify(token)).result?.sub, "user_1");
  });

  it("remembers no token that was refused", async () => {
    const verifier = make();
    const token = await makeToken(a, { lasts: -60 });
    const count = await countVerifications(async () => {
      for (let i = 0; i < 3; i++) {
        const { error } = await verifier.verify(token);
        assertEquals(error?.reason, "token-expired");
      }
    });
    assertEquals(count, 3);
  });

  it("is bounded, and forgets what was not asked for lately", () => {
    const cache = createTokenCache(10);
    const text = (i: number) => `${"x".repeat(80)}${i}`;
    const entry = (i: number) => ({ text: text(i) }) as never;
    for (let i = 0; i < 1000; i++) {
      cache.set(entry(i));
      assertEquals(cache.get(text(0))?.text, text(0));
    }
    const held = Array.from({ length: 1000 }, (_, i) => i)
      .filter((i) => cache.get(text(i)));
    assert(held.length >= 5 && held.length <= 10, `${held.length} entries`);
    assertEquals(held.at(0), 0);
    assertEquals(held.at(-1), 999);
  });
});
