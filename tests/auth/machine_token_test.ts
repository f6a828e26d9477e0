// Machine tokens: what kind one is, and whether it is good.
import { assert, assertEquals, assertThrows } from "@std/assert";
import { beforeEach, describe, it } from "@std/testing/bdd";
import fc from "fast-check";
import {
  createMachineTokenVerifier,
  isMachineToken,
  isMachineTokenByPrefix,
  machineTokenTypeOf,
  MachineTokenVerificationError,
} from "../../internal.ts";
import { createMachineVerifier } from "../../src/auth/machine/verify.ts";
import { createCore } from "../../src/auth/token_core.ts";
import { createRecorder, type Recorder, refuse } from "../api/recorder.ts";
import {
  makeClock,
  makeKey,
  makeToken,
  SECRET,
  START,
  type TestClock,
  type TestKey,
  type TokenSpec,
  withHeader,
} from "../keys/fixtures.ts";

const M2M = "cl_B7d4PD333AAA";
const SESSION = "cl_B7d4PD111AAA";
const TEMPLATE = "cl_B7d4PD222AAA";
const RECORD = {
  id: "ak_1",
  subject: "user_1",
  name: "mine",
  scopes: ["read"],
  claims: { team_id: "t" },
  revoked: false,
  expired: false,
  expiration: null,
};

let key: TestKey;
let clock: TestClock;
let api: Recorder;
let answer: () => unknown;

function make(options: object = {}) {
  return createMachineTokenVerifier({
    secretKey: SECRET,
    env: {},
    fetch: api.fetch,
    clock,
    retry: false,
    ...options,
  });
}

function signM2m({ claims, header, ...spec }: TokenSpec = {}) {
  return makeToken(key, {
    lasts: 60,
    ...spec,
    claims: { sub: "mch_1", sid: undefined, jti: "mt_1", ...claims },
    header: { cat: M2M, ...header },
  });
}

function signOAuth({ claims, header, ...spec }: TokenSpec = {}) {
  return makeToken(key, {
    lasts: 60,
    ...spec,
    claims: {
      sid: undefined,
      jti: "oat_1",
      client_id: "client_1",
      scope: "a b",
      ...claims,
    },
    header: { typ: "at+jwt", cat: undefined, ...header },
  });
}

/** Where requests went. */
function asked(): readonly string[] {
  return api.sent.map(({ method, url }) => `${method} ${url.pathname}`);
}

async function codeOf(token: string, options: object = {}) {
  const { error } = await make(options).verify(token);
  return error && [error.code, error.status];
}

describe("machine tokens", () => {
  beforeEach(async () => {
    key = await makeKey("a", "ins_a");
    clock = makeClock();
    answer = () => RECORD;
    api = createRecorder(({ url }) =>
      url.pathname.endsWith("/jwks") ? { keys: [key.jwk] } : answer()
    );
  });

  describe("the kind of a machine token", () => {
    it("is told by what it begins with", () => {
      const kinds = [
        ["ak_x", "api_key"],
        ["ak_", "api_key"],
        ["mt_x", "m2m_token"],
        ["oat_a.b.c", "oauth_token"],
        ["AK_x", undefined],
        [" ak_x", undefined],
        ["ak", undefined],
        ["api_key_x", undefined],
        ["", undefined],
      ] as const;
      for (const [token, kind] of kinds) {
        assertEquals(machineTokenTypeOf(token), kind, token);
        assertEquals(isMachineToken(token), kind !== undefined);
        assertEquals(isMachineTokenByPrefix(token), kind !== undefined);
      }
    });

    it("is told by type or subject of a JWT", async () => {
      const kinds = [
        [await signM2m(), "m2m_token"],
        [await signM2m({ header: { cat: undefined } }), "m2m_token"],
        [await signOAuth(), "oauth_token"],
        [
          await signOAuth({ header: { typ: "application/at+jwt" } }),
          "oauth_token",
        ],
        [await signOAuth({ claims: { sub: "mch_1" } }), "m2m_token"],
        [await makeToken(key), undefined],
        [await makeToken(key, { claims: { sub: ["mch_1"] } }), undefined],
      ] as const;
      for (const [token, kind] of kinds) {
        assertEquals(machineTokenTypeOf(token), kind);
        assertEquals(isMachineToken(token), kind !== undefined);
        assertEquals(isMachineTokenByPrefix(token), false);
      }
    });

    it("never throws, whatever it is asked of", () => {
      fc.assert(fc.property(
        fc.oneof(
          fc.anything(),
          fc.string(),
          fc.array(fc.base64String(), { maxLength: 5 }).map((it) =>
            it.join(".")
          ),
        ),
        (token) => {
          const kind = machineTokenTypeOf(token as string);
          assert(kind === undefined || typeof token === "string");
        },
      ));
    });
  });

  describe("an opaque machine token", () => {
    it("is Clerk's to judge, each kind where it belongs", async () => {
      const bodies = [
        ["ak_1", "api_key", "/api_keys/verify", { secret: "ak_1" }],
        ["mt_1", "m2m_token", "/m2m_tokens/verify", { token: "mt_1" }],
        [
          "oat_1",
          "oauth_token",
          "/oauth_applications/access_tokens/verify",
          { access_token: "oat_1" },
        ],
      ] as const;
      for (const [token, kind, path, body] of bodies) {
        api.sent.length = 0;
        const { result } = await make().verify(token);
        assertEquals(result?.tokenType, kind);
        assertEquals(result?.record.subject, "user_1");
        assertEquals(asked(), [`POST ${path}`]);
        assertEquals(JSON.parse(String(api.sent[0]?.body)), body);
        assertEquals(
          api.sent[0]?.headers.get("authorization"),
          `Bearer ${SECRET}`,
        );
      }
    });

    it("is asked about with the machine's key if it is a machine's", async () => {
      const verifier = make({ machineSecretKey: "ak_machine" });
      for (const token of ["mt_1", "ak_1", "oat_1"]) {
        await verifier.verify(token);
      }
      assertEquals(
        api.sent.map(({ headers }) => headers.get("authorization")),
        ["Bearer ak_machine", `Bearer ${SECRET}`, `Bearer ${SECRET}`],
      );
    });

    it("is refused as the API refuses it", async () => {
      for (
        const [status, code] of [
          [404, "token-invalid"],
          [401, "secret-key-invalid"],
          [400, "unexpected-error"],
          [403, "unexpected-error"],
          [422, "unexpected-error"],
          [429, "unexpected-error"],
          [500, "unexpected-error"],
        ] as const
      ) {
        answer = () => refuse(status, "some_code");
        for (const token of ["ak_1", "mt_1", "oat_1"]) {
          assertEquals(
            await codeOf(token),
            [code, status],
            `${token} ${status}`,
          );
        }
      }
      const { error } = await make().verify("ak_1");
      assertEquals(Reflect.get(Object(error?.cause), "code"), "some_code");
    });

    it("is named in the error when it is not there", async () => {
      answer = () => refuse(404, "some_code");
      const messages = await Promise.all(
        ["ak_1", "mt_1", "oat_1"].map(async (token) =>
          (await make().verify(token)).error?.message
        ),
      );
      assertEquals(messages, [
        "API key not found",
        "Machine token not found",
        "OAuth token not found",
      ]);
    });

    it("is refused when it is revoked, over or inactive", async () => {
      for (
        const record of [
          { ...RECORD, revoked: true },
          { ...RECORD, expired: true },
          { ...RECORD, expiration: START },
        ]
      ) {
        answer = () => record;
        for (const token of ["ak_1", "mt_1", "oat_1"]) {
          assertEquals(await codeOf(token), ["token-invalid", undefined]);
        }
      }
      assertEquals(
        (await make().verify("ak_1")).error?.message,
        "API key is revoked, or its time is over",
      );
      answer = () => ({ active: false });
      assertEquals(await codeOf("oat_1"), ["token-invalid", 200]);
    });

    it("is refused when the answer is none", async () => {
      const answers = [
        () => ({}),
        () => [],
        () => null,
        () => ({ id: "ak_1" }),
        () => ({ id: 1, subject: "user_1" }),
        () => ({ id: "ak_1", subject: 1 }),
        () =>
          new Response("<html>", { headers: { "content-type": "text/html" } }),
        () =>
          new Response("{", {
            headers: { "content-type": "application/json" },
          }),
        () => {
          throw new TypeError("no network");
        },
      ];
      for (const each of answers) {
        answer = each;
        const [code] = await codeOf("ak_1") ?? [];
        assertEquals(code, "unexpected-error", String(each));
      }
    });

    it("is refused when asking throws, with what was thrown", async () => {
      const cause = new RangeError("Odd");
      const verify = () => Promise.reject(cause);
      const { error } = await createMachineVerifier({
        core: createCore({ jwtKey: key.pem, clock, env: {} }),
        backend: {
          apiKeys: { verify },
          m2m: { verify },
          idPOAuthAccessToken: { verify },
        },
      })({ tokenType: "api_key", text: "ak_1", jwt: undefined });
      assert(error instanceof MachineTokenVerificationError);
      assertEquals([error.code, error.cause], ["unexpected-error", cause]);
    });

    it("is refused without a key to ask with", async () => {
      const { error } = await make({ secretKey: undefined, jwtKey: key.pem })
        .verify("ak_1");
      assertEquals(error?.code, "secret-key-invalid");
      assertEquals(asked(), []);
    });

    it("must be for the audience, when one is demanded", async () => {
      const options = { audience: "https://a" };
      answer = () => ({ ...RECORD, aud: ["https://a"] });
      assertEquals(await codeOf("oat_1", options), undefined);
      answer = () => ({ ...RECORD, aud: ["https://b"] });
      assertEquals(await codeOf("oat_1", options), [
        "token-verification-failed",
        200,
      ]);
    });
  });

  describe("the JWT of a machine", () => {
    it("is verified with the keys of the instance, and nobody is asked", async () => {
      const { result } = await make({ jwtKey: key.pem }).verify(
        await signM2m({ claims: { scopes: "mch_2", tenant: "t" } }),
      );
      assertEquals<unknown>(result?.record, {
        object: "machine_to_machine_token",
        id: "mt_1",
        subject: "mch_1",
        scopes: ["mch_2"],
        claims: { scopes: "mch_2", tenant: "t" },
        revoked: false,
        revocationReason: null,
        expired: false,
        expiration: START + 60_000,
        lastUsedAt: null,
        createdAt: START,
        updatedAt: START,
      });
      assertEquals(asked(), []);
    });

    it("may be an OAuth access token", async () => {
      const verifier = make({ jwtKey: key.pem });
      for (const typ of ["at+jwt", "application/at+jwt", "AT+JWT"]) {
        const { result } = await verifier.verify(
          await signOAuth({ header: { typ } }),
        );
        assertEquals<unknown>(result?.record, {
          object: "clerk_idp_oauth_access_token",
          type: "oauth_token",
          id: "oat_1",
          clientId: "client_1",
          subject: "user_1",
          scopes: ["a", "b"],
          revoked: false,
          revocationReason: null,
          expired: false,
          expiration: START + 60_000,
          createdAt: START,
          updatedAt: START,
        });
      }
      const scopes = async (claims: Record<string, unknown>) =>
        (await verifier.verify(await signOAuth({ claims }))).result?.record
          .scopes;
      assertEquals(await scopes({ scope: undefined, scp: ["x", "y"] }), [
        "x",
        "y",
      ]);
      assertEquals(await scopes({ scope: "", scp: "x y" }), ["x", "y"]);
      assertEquals(await scopes({ scope: 5, scp: ["x"] }), []);
      assertEquals(await scopes({ scope: ["x", 1, ""] }), ["x"]);
      assertEquals(await scopes({ scope: undefined }), []);
      assertEquals(asked(), []);
    });

    it("is refused for what it is or says", async () => {
      const good = await signM2m();
      const other = await makeKey("b", "ins_a");
      const forged = await makeToken(other, {
        claims: { sub: "mch_1", sid: undefined },
        header: { cat: M2M },
      });
      const failed = "token-verification-failed";
      const table = [
        [await signM2m({ lasts: -60 }), failed],
        [await signOAuth({ lasts: -60 }), failed],
        [await signM2m({ at: START + 60_000 }), failed],
        [forged, failed],
        [withHeader(good, { alg: "none", kid: "ins_a" }), failed],
        [withHeader(good, { alg: "HS256", kid: "ins_a" }), failed],
        [await signM2m({ header: { typ: "at+jwt" } }), "token-invalid"],
        [await signOAuth({ claims: { sub: undefined } }), failed],
        [await signOAuth({ claims: { sub: null } }), failed],
        [await signOAuth({ claims: { sub: 5 } }), failed],
        [await signOAuth({ claims: { sub: {} } }), failed],
        [await signOAuth({ claims: { sub: "" } }), failed],
        [await signOAuth({ claims: { exp: undefined } }), failed],
      ] as const;
      for (const [token, code] of table) {
        const { error } = await make({ jwtKey: key.pem }).verify(token);
        assert(error instanceof MachineTokenVerificationError);
        assertEquals(
          [error.code, error.status],
          [code, undefined],
          error.message,
        );
        assert(error.cause instanceof Error);
        assertEquals(error.message, error.cause.message);
        assert(!error.message.includes(token));
      }
      assertEquals(asked(), []);
    });

    it("is refused by its category before keys are fetched for it", async () => {
      for (const cat of [SESSION, TEMPLATE, "cl_other", ""]) {
        assertEquals(await codeOf(await signM2m({ header: { cat } })), [
          "token-invalid",
          undefined,
        ]);
      }
      assertEquals(asked(), []);
      assertEquals(await codeOf(await signM2m()), undefined);
      assertEquals(asked(), ["GET /v1/jwks"]);
    });

    it("is no fault of the one who sent it when there are no keys", async () => {
      const token = await signM2m();
      const unset = { secretKey: undefined };
      assertEquals(await codeOf(token, unset), [
        "secret-key-invalid",
        undefined,
      ]);
      api = createRecorder(() => refuse(503, "down"));
      assertEquals(await codeOf(token), ["unexpected-error", undefined]);
      api = createRecorder(() => refuse(401, "clerk_key_invalid"));
      assertEquals(await codeOf(token), ["secret-key-invalid", undefined]);
    });

    it("heeds issuer, audience and skew", async () => {
      const token = await signM2m({ claims: { aud: ["mch_2"] } });
      const check = (options: object) =>
        codeOf(token, { jwtKey: key.pem, ...options });
      assertEquals(
        await check({ issuer: "https://clerk.example.com" }),
        undefined,
      );
      assert(await check({ issuer: "https://other.example.com" }));
      assertEquals(await check({ audience: "mch_2" }), undefined);
      assert(await check({ audience: "mch_3" }));
      clock.pass(61);
      assertEquals(await check({}), undefined);
      assert(await check({ clockSkewInMs: 0 }));
    });
  });

  describe("security case 6: what a machine token is not", () => {
    it("a session's or a template's token, whatever its form", async () => {
      const others = [
        await makeToken(key),
        await makeToken(key, { header: { cat: undefined } }),
        await makeToken(key, {
          header: { cat: TEMPLATE },
          claims: { sid: undefined },
        }),
        await makeToken(key, { header: { cat: M2M } }),
      ];
      for (const token of others) {
        assertEquals(await codeOf(token), ["token-invalid", undefined]);
      }
      assertEquals(asked(), []);
    });

    it("one kind in place of another", async () => {
      const core = createCore({ jwtKey: key.pem, clock, env: {} });
      const verify = createMachineVerifier({ core });
      const text = await signM2m();
      const { error } = await verify({
        tokenType: "oauth_token",
        text,
        jwt: undefined,
      });
      assertEquals(error?.code, "secret-key-invalid");
      const { error: second } = await verify({
        tokenType: "api_key",
        text: "ak_1",
        jwt: undefined,
      });
      assertEquals(second?.code, "secret-key-invalid");
      assert(second?.message.includes("no client of the Backend API"));
    });
  });

  describe("security case 12: what is no token", () => {
    it("gives an error, and nobody is asked", async () => {
      const good = (await signM2m()).split(".");
      const [header = "", payload = "", signature = ""] = good;
      const odd: readonly unknown[] = [
        "",
        "abc",
        "a.b",
        "a.b.c",
        "a.b.c.d.e",
        "..",
        `${header}.${payload}`,
        `${header}.${payload}.`,
        `${header}..${signature}`,
        `${header}.${payload}.${signature}.`,
        `${header}.${payload}.${signature}=`,
        ` ${good.join(".")}`,
        `Bearer ${good.join(".")}`,
        `${header}.${btoa("null")}.${signature}`,
        `${header}.${btoa("[]")}.${signature}`,
        "a".repeat(1_000_000),
        `${"a".repeat(500_000)}.${"a".repeat(500_000)}.a`,
        undefined,
        null,
        5,
        {},
        ["ak_1"],
      ];
      const verifier = make();
      for (const token of odd) {
        const { error } = await verifier.verify(token as string);
        assertEquals(error?.code, "token-invalid", String(token).slice(0, 50));
      }
      assertEquals(asked(), []);
    });
  });

  describe("the memory of opaque tokens", () => {
    const times = async (verify: () => Promise<unknown>, most: number) => {
      for (let time = 0; time < most; time++) await verify();
      return api.sent.length;
    };

    it("is off by default", async () => {
      const verifier = make();
      assertEquals(await times(() => verifier.verify("ak_1"), 3), 3);
    });

    it("lasts as long as it is told to, and no longer", async () => {
      const verifier = make({ opaqueTokenCache: { ttlInMs: 5000 } });
      const verify = () => verifier.verify("ak_1");
      assertEquals(await times(verify, 3), 1);
      clock.pass(4.999);
      assertEquals(await times(verify, 3), 1);
      clock.pass(0.001);
      answer = () => ({ ...RECORD, expiration: START + 60_000 });
      assertEquals(await times(verify, 3), 2);
    });

    it("delays a revocation by no more than that", async () => {
      const verifier = make({ opaqueTokenCache: { ttlInMs: 5000 } });
      await verifier.verify("ak_1");
      answer = () => refuse(404, "not_found");
      clock.pass(4);
      assertEquals((await verifier.verify("ak_1")).error, undefined);
      clock.pass(1);
      assertEquals(
        (await verifier.verify("ak_1")).error?.code,
        "token-invalid",
      );
    });

    it("keeps no refusal, and nothing that is over", async () => {
      const verifier = make({ opaqueTokenCache: { ttlInMs: 5000 } });
      answer = () => refuse(404, "not_found");
      await verifier.verify("ak_1");
      answer = () => ({ ...RECORD, expiration: START + 2000 });
      assertEquals((await verifier.verify("ak_1")).error, undefined);
      clock.pass(2);
      assertEquals(
        (await verifier.verify("ak_1")).error?.code,
        "token-invalid",
      );
    });

    it("takes a clock that is set back for time that passed", async () => {
      const verifier = make({ opaqueTokenCache: { ttlInMs: 5000 } });
      await verifier.verify("ak_1");
      clock.pass(-3600);
      assertEquals(await times(() => verifier.verify("ak_1"), 1), 2);
    });

    it("tells tokens apart whole, and forgets the oldest", async () => {
      const verifier = make({ opaqueTokenCache: { ttlInMs: 5000, size: 2 } });
      for (const token of ["ak_1", "ak_12", "ak_", "mt_1"]) {
        await verifier.verify(token);
      }
      assertEquals(api.sent.length, 4);
      await verifier.verify("mt_1");
      await verifier.verify("ak_");
      assertEquals(api.sent.length, 4);
      await verifier.verify("ak_1");
      assertEquals(api.sent.length, 5);
    });

    it("may be as small as one token, and as short as none", async () => {
      const verifier = make({ opaqueTokenCache: { ttlInMs: 0, size: 1 } });
      assertEquals(await times(() => verifier.verify("ak_1"), 2), 2);
    });

    it("takes no odd options", () => {
      for (
        const opaqueTokenCache of [
          { ttlInMs: -1 },
          { ttlInMs: NaN },
          { ttlInMs: 60_001 },
          { ttlInMs: "5" },
          { ttlInMs: 5, size: 0 },
          { ttlInMs: 5, size: 1.5 },
        ]
      ) {
        assertThrows(() => make({ opaqueTokenCache }), TypeError, "Cannot use");
      }
    });
  });
});
