import { assert, assertEquals } from "@std/assert";
import { beforeEach, describe, it } from "@std/testing/bdd";
import { TokenVerificationError } from "../../errors.ts";
import { type ClerkClientOptions, createClerkClient } from "../../mod.ts";
import { refuse } from "../api/recorder.ts";
import {
  type Endpoint,
  jwksOf,
  makeClock,
  makeEndpoint,
  makeKey,
  makeToken,
  PUBLISHABLE,
  SECRET,
  START,
  type TestClock,
  type TestKey,
  type TokenSpec,
  withHeader,
} from "../keys/fixtures.ts";

const M2M = "cl_B7d4PD333AAA";

describe("m2m.verify with a JWT", () => {
  let key: TestKey;
  let clock: TestClock;
  let api: Endpoint;

  beforeEach(async () => {
    key = await makeKey("a", "ins_a");
    clock = makeClock();
    const jwks = jwksOf(key);
    api = makeEndpoint((url, init) =>
      /jwks/.test(url) ? jwks(url, init) : refuse(404, "token_not_found")
    );
  });

  function make(options: ClerkClientOptions = { secretKey: SECRET }) {
    return createClerkClient({
      env: {},
      clock,
      fetch: api.fetch,
      retry: false,
      ...options,
    });
  }

  function sign({ claims, header, ...spec }: TokenSpec = {}): Promise<string> {
    return makeToken(key, {
      ...spec,
      claims: { sub: "mch_1", sid: undefined, jti: "mt_1", ...claims },
      header: { cat: M2M, ...header },
    });
  }

  /** Where requests went, the keys' aside. */
  function asked(): readonly string[] {
    return api.requests.map(({ url }) => new URL(url).pathname)
      .filter((path) => !path.includes("jwks"));
  }

  it("verifies it with the keys of the instance, and asks nobody", async () => {
    const { m2m } = make();
    const token = await sign({
      lasts: 60,
      claims: {
        scopes: "mch_2 mch_3",
        aud: ["mch_2"],
        tenant_id: "t_1",
        rights: { read_all: true },
      },
    });
    const outcome = await m2m.verify({ token });
    assertEquals(outcome, {
      data: {
        object: "machine_to_machine_token",
        id: "mt_1",
        subject: "mch_1",
        claims: {
          scopes: "mch_2 mch_3",
          aud: ["mch_2"],
          tenant_id: "t_1",
          rights: { read_all: true },
        },
        scopes: ["mch_2", "mch_3"],
        revoked: false,
        revocationReason: null,
        expired: false,
        expiration: START + 60_000,
        lastUsedAt: null,
        createdAt: START,
        updatedAt: START,
      },
      errors: undefined,
    });
    assertEquals(structuredClone(outcome.data), outcome.data);
    assertEquals(asked(), []);
    await m2m.verify({ token });
    assertEquals(api.requests.length, 1);
  });

  it("takes its scopes from the claim of that name, else from the audience", async () => {
    const { m2m } = make();
    for (
      const [claims, scopes] of [
        [{ scopes: "a b", aud: ["c"] }, ["a", "b"]],
        [{ scopes: "", aud: ["c"] }, []],
        [{ scopes: ["a", "b"], aud: ["c"] }, ["a", "b"]],
        [{ aud: ["c", "d"] }, ["c", "d"]],
        [{ aud: "c" }, ["c"]],
        [{ scopes: [{ toString: 1 }, "a"] }, ["a"]],
        [{}, []],
      ] as const
    ) {
      const token = await sign({ claims });
      const { data } = await m2m.verify({ token });
      assertEquals(data?.scopes, scopes, JSON.stringify(claims));
      assertEquals(data?.claims, claims);
    }
  });

  it("needs neither id nor category", async () => {
    const token = await sign({
      claims: { jti: undefined },
      header: { cat: undefined },
    });
    assertEquals((await make().m2m.verify({ token })).data?.id, "");
  });

  it("does so by a publishable key or a public key too", async () => {
    const token = await sign();
    for (
      const options of [{ publishableKey: PUBLISHABLE }, { jwtKey: key.pem }]
    ) {
      const { data } = await make(options).m2m.verify({ token });
      assertEquals(data?.subject, "mch_1");
    }
    assertEquals(asked(), []);
  });

  it("gives the reason why one is refused, and sends nothing for it", async () => {
    const { m2m } = make();
    const good = await sign();
    const forged = await makeToken(await makeKey("b", "ins_a"), {
      claims: { sub: "mch_1", sid: undefined },
      header: { cat: M2M },
    });
    for (
      const [token, reason] of [
        [await sign({ lasts: -60 }), "token-expired"],
        [await sign({ at: START + 60_000 }), "token-not-active-yet"],
        [forged, "token-invalid-signature"],
        [
          withHeader(good, { alg: "none", kid: "ins_a" }),
          "token-invalid-algorithm",
        ],
        [withHeader(good, { alg: "RS256", kid: "x" }), "jwk-kid-mismatch"],
        [await sign({ header: { cat: "cl_B7d4PD111AAA" } }), "token-invalid"],
        [await sign({ header: { cat: "cl_B7d4PD222AAA" } }), "token-invalid"],
        [await sign({ header: { cat: "cl_other" } }), "token-invalid"],
        [await sign({ header: { typ: "at+jwt" } }), "token-invalid"],
      ] as const
    ) {
      const outcome = await m2m.verify({ token });
      assert(outcome.errors, reason);
      const [{ code, message, cause }] = outcome.errors;
      assertEquals(code, reason);
      assert(cause instanceof TokenVerificationError);
      assertEquals([cause.reason, cause.message], [reason, message]);
      assertEquals([outcome.status, outcome.attempts], [undefined, 0]);
      assert(!message.includes(token));
    }
    assertEquals(asked(), []);
  });

  it("refuses it when the client has no key to verify with", async () => {
    const token = await sign();
    const { m2m } = make({ machineSecretKey: "ak_machine" });
    const { errors } = await m2m.verify({ token });
    assertEquals(errors?.[0].code, "jwk-failed-to-resolve");
    assertEquals(api.requests.length, 0);
  });

  it("judges the claims of a token that was seen before", async () => {
    const { m2m } = make();
    const token = await sign({ lasts: 60 });
    assertEquals((await m2m.verify({ token })).errors, undefined);
    clock.pass(120);
    const { errors } = await m2m.verify({ token });
    assertEquals(errors?.[0].code, "token-expired");
  });

  it("heeds the client's issuer and skew, but not what is about sessions", async () => {
    const token = await sign();
    const fitting = make({
      secretKey: SECRET,
      audience: "https://api.example.com",
      authorizedParties: ["https://app.example.com"],
      issuer: "https://clerk.example.com",
      clockSkewInMs: 0,
    });
    assertEquals((await fitting.m2m.verify({ token })).errors, undefined);
    const late = await sign({ lasts: -1 });
    const outcome = await fitting.m2m.verify({ token: late });
    assertEquals(outcome.errors?.[0].code, "token-expired");
    const other = make({ secretKey: SECRET, issuer: "https://b.example.com" });
    const { errors } = await other.m2m.verify({ token });
    assertEquals(errors?.[0].code, "token-invalid-issuer");
  });

  it("is no way to pass a machine's token for a session's, nor the reverse", async () => {
    const clerk = make();
    const machine = await sign();
    const { error } = await clerk.verifyToken(machine);
    assertEquals(error?.reason, "token-invalid");
    const session = await makeToken(key);
    const { errors } = await clerk.m2m.verify({ token: session });
    assertEquals(errors?.[0].code, "token_not_found");
  });

  it("leaves to the API what is no machine's JWT", async () => {
    const { m2m } = make();
    const odd = [
      await makeToken(key, { claims: { sub: { toString: 1 } } }),
      await makeToken(key, { claims: { sub: ["mch_1"] } }),
      await makeToken(key, { claims: { sub: undefined } }),
      (await sign()).slice(0, -1) + "!",
      "mt_secret",
      "a.b.c",
      "",
    ];
    for (const token of odd) {
      const { errors } = await m2m.verify({ token });
      assertEquals(errors?.[0].code, "token_not_found", token);
    }
    assertEquals(asked(), odd.map(() => "/m2m_tokens/verify"));
  });

  it("never rejects, whatever it is given", async () => {
    const { m2m } = make();
    for (
      const params of [undefined, null, {}, { token: 1 }, { token: null }, 1]
    ) {
      const outcome = await Reflect.apply(m2m.verify, undefined, [params]);
      assert(outcome.errors, JSON.stringify(params));
    }
  });
});
