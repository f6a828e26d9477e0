import { assert, assertEquals, assertThrows } from "@std/assert";
import { beforeEach, describe, it } from "@std/testing/bdd";
import {
  createMultiInstanceVerifier,
  type InstanceVerifierOptions,
} from "../../src/auth/multi_instance_verifier.ts";
import {
  type Endpoint,
  jwksOf,
  makeClock,
  makeEndpoint,
  makeKey,
  makeToken,
  SECRET,
  status,
  type TestKey,
} from "../keys/fixtures.ts";

const ISSUER_A = "https://clerk.a.example.com";
const ISSUER_B = "https://clerk.b.example.com";
const KID = "ins_shared";

describe("a verifier for several instances", () => {
  let a: TestKey;
  let b: TestKey;
  let endpointA: Endpoint;
  let endpointB: Endpoint;
  let instances: InstanceVerifierOptions[];

  beforeEach(async () => {
    a = await makeKey("a", KID);
    b = await makeKey("b", KID);
    endpointA = makeEndpoint(jwksOf(a));
    endpointB = makeEndpoint(jwksOf(b));
    const clock = makeClock();
    instances = [
      { issuer: ISSUER_A, secretKey: SECRET, fetch: endpointA.fetch, clock },
      { issuer: ISSUER_B, secretKey: SECRET, fetch: endpointB.fetch, clock },
    ];
  });

  const from = (key: TestKey, iss: unknown) =>
    makeToken(key, { claims: { iss } });

  async function reasonOf(token: string, overrides?: object): Promise<string> {
    const verifier = createMultiInstanceVerifier(instances);
    const first = await verifier.verify(token, overrides);
    const again = await verifier.verify(token, overrides);
    assertEquals(first.error?.reason, again.error?.reason);
    return first.error?.reason ?? "ok";
  }

  it("asks the instance that the token names, and no other", async () => {
    assertEquals(await reasonOf(await from(a, ISSUER_A)), "ok");
    assertEquals(endpointB.requests.length, 0);
    assertEquals(await reasonOf(await from(b, ISSUER_B)), "ok");
    assertEquals(endpointA.requests.length, 1);
  });

  it("never takes one instance's key for another's token", async () => {
    const bad = "token-invalid-signature";
    assertEquals(await reasonOf(await from(b, ISSUER_A)), bad);
    assertEquals(await reasonOf(await from(a, ISSUER_B)), bad);
    const verifier = createMultiInstanceVerifier(instances);
    const tokens = await Promise.all([
      from(a, ISSUER_A),
      from(b, ISSUER_B),
      from(b, ISSUER_A),
      from(a, ISSUER_B),
    ]);
    const outcomes = await Promise.all(
      tokens.map(async (token) => (await verifier.verify(token)).error?.reason),
    );
    assertEquals(outcomes, [undefined, undefined, bad, bad]);
  });

  it("gives unknown issuers one error that lists nothing", async () => {
    const verifier = createMultiInstanceVerifier(instances);
    const texts = new Set<string>();
    const issuers = [
      undefined,
      null,
      "",
      1,
      [ISSUER_A],
      { toString: 1 },
      `${ISSUER_A}/`,
      ISSUER_A.toUpperCase(),
      "https://clerk.c.example.com",
      "__proto__",
    ];
    for (const iss of issuers) {
      const { error } = await verifier.verify(await from(a, iss));
      assertEquals(error?.reason, "token-invalid-issuer");
      texts.add(`${error?.message} ${JSON.stringify(error)}`);
    }
    assertEquals(texts.size, 1);
    for (const text of texts) assert(!text.includes("example"), text);
    assertEquals(endpointA.requests.length + endpointB.requests.length, 0);
  });

  it("refuses malformed tokens with an error", async () => {
    for (const token of ["", "a.b.c", undefined]) {
      assertEquals(await reasonOf(token as string), "token-invalid");
    }
  });

  it("takes overrides, but not of the issuer", async () => {
    const token = await from(a, ISSUER_A);
    assertEquals(
      await reasonOf(token, { audience: "api" }),
      "token-verification-failed",
    );
    assertEquals(await reasonOf(token, { issuer: ISSUER_B }), "ok");
    assertEquals(
      await reasonOf(token, { clockSkewInMs: -1 }),
      "options-invalid",
    );
  });

  it("reads no environment but what an instance is given", async () => {
    const fetch = endpointA.fetch;
    instances = [{ issuer: ISSUER_A, fetch }];
    assertThrows(
      () => createMultiInstanceVerifier(instances),
      TypeError,
      "key",
    );
    instances = [{
      issuer: ISSUER_A,
      fetch,
      env: { CLERK_SECRET_KEY: SECRET },
      clock: makeClock(),
    }];
    assertEquals(await reasonOf(await from(a, ISSUER_A)), "ok");
  });

  it("warms up all instances", async () => {
    const verifier = createMultiInstanceVerifier(instances);
    assertEquals((await verifier.hydrate()).result, [ISSUER_A, ISSUER_B]);
    assertEquals(endpointA.requests.length, 1);
    assertEquals(endpointB.requests.length, 1);
    // Later than the other's keys come.
    endpointB.answer = async (...asked) => {
      await new Promise((resolve) => setTimeout(resolve));
      return await status(503)(...asked);
    };
    const cold = createMultiInstanceVerifier(instances);
    assertEquals(
      (await cold.hydrate()).error?.reason,
      "jwk-remote-failed-to-load",
    );
  });

  it("must know each instance by an issuer of its own", () => {
    const [first] = instances;
    const wrong = {
      instances: [undefined, [], { length: 1 }],
      options: [[undefined], [ISSUER_A]],
      issuer: [
        [first, first],
        [{ ...first, issuer: undefined }],
        [{ ...first, issuer: "" }],
        [{ ...first, issuer: [ISSUER_A] }],
        [{ ...first, issuer: /clerk/ }],
      ],
    };
    for (const [name, lists] of Object.entries(wrong)) {
      for (const list of lists) {
        assertThrows(
          () => createMultiInstanceVerifier(list as never),
          TypeError,
          `Cannot use "${name}"`,
        );
      }
    }
  });
});
