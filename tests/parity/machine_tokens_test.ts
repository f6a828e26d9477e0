import { assert, assertEquals, assertRejects } from "@std/assert";
import { beforeAll, describe, it } from "@std/testing/bdd";
import * as ours from "../../compat/internal.ts";
import { answerWith, json } from "./fetch_switch.ts";
import { internal as theirs } from "./official.ts";
import { createRsaKey, signToken, type TestKey } from "./tokens.ts";

type Json = Readonly<Record<string, unknown>>;
type Verify = (token: string, options: never) => Promise<unknown>;

const SIDES: readonly Verify[] = [
  ours.verifyMachineAuthToken as Verify,
  theirs.verifyMachineAuthToken as Verify,
];
const KINDS = ["ak_1", "mt_1", "oat_1"];
const M2M = "cl_B7d4PD333AAA";
const SECRET: Json = { secretKey: "sk_test_x" };
const RECORD: Json = {
  id: "ak_1",
  type: "api_key",
  subject: "user_1",
  name: "mine",
  client_id: "client_1",
  scopes: ["read"],
  claims: { team_id: "t" },
  revoked: false,
  revocation_reason: null,
  expired: false,
  expiration: null,
  created_by: null,
  description: null,
  last_used_at: null,
  created_at: 1,
  updated_at: 2,
};

/** What a verification gave, in a form to compare. */
function describeOutcome(value: unknown): unknown {
  const { data, errors, tokenType } = value as Json;
  return {
    tokenType,
    data,
    errors: Array.isArray(errors)
      ? errors.map(({ code, status, message }) => ({ code, status, message }))
      : errors,
  };
}

/** By this the official package knows what an answer is. */
function objectOf(token: string): string {
  if (token.startsWith("ak_")) return "api_key";
  return token.startsWith("mt_")
    ? "machine_to_machine_token"
    : "clerk_idp_oauth_access_token";
}

/** Verifies with both packages. */
async function verifyBoth(
  token: string,
  options: Json,
  answer: () => Response = () => json({ ...RECORD, object: objectOf(token) }),
) {
  const outcomes = [];
  for (const verify of SIDES) {
    const { value, requests } = await answerWith(
      ({ url }) =>
        url.includes("jwks") ? json({ keys: [key.publicJwk] }) : answer(),
      () => verify(token, options as never),
    );
    outcomes.push({
      outcome: describeOutcome(value) as Json,
      requests: requests.map(({ method, url, headers, body }) => [
        method,
        url,
        headers.get("authorization"),
        body,
      ]),
    });
  }
  const [mine, other] = outcomes;
  assert(mine && other);
  return { mine, other };
}

/** The official resources have fewer members than the API's answers. */
function sharedOf(data: unknown, other: unknown): unknown {
  return data && other
    ? Object.fromEntries(
      Object.entries(data).filter(([name]) => name in (other as Json)),
    )
    : data;
}

async function agree(
  token: string,
  options: Json,
  answer?: () => Response,
  label = token,
) {
  const { mine, other } = await verifyBoth(token, options, answer);
  const data = sharedOf(mine.outcome.data, other.outcome.data);
  // What is undefined and what is absent are one thing to a caller.
  assertEquals(
    JSON.stringify({ ...other.outcome }),
    JSON.stringify({ ...mine.outcome, data: order(data, other.outcome.data) }),
    label,
  );
  assertEquals(mine.requests, other.requests, label);
}

function order(data: unknown, like: unknown): unknown {
  if (!data || !like) return data;
  return Object.fromEntries(
    Object.keys(like).map((name) => [name, (data as Json)[name]]),
  );
}

let key: TestKey;

describe("machine tokens agree with the official package", () => {
  const now = Math.floor(Date.now() / 1000);
  const times = { iat: now, nbf: now - 10, exp: now + 3600 };
  const signM2m = (claims: Json = {}, header: Json = {}) =>
    signToken(key, {
      ...times,
      sid: undefined,
      azp: undefined,
      sub: "mch_1",
      jti: "mt_1",
      ...claims,
    }, { cat: M2M, ...header });
  const signOAuth = (claims: Json = {}, header: Json = {}) =>
    signToken(key, {
      ...times,
      sid: undefined,
      azp: undefined,
      jti: "oat_1",
      client_id: "client_1",
      scope: "a b",
      ...claims,
    }, { cat: undefined, typ: "at+jwt", ...header });

  beforeAll(async () => {
    key = await createRsaKey();
  });

  it("in what is asked, and told of the answer", async () => {
    for (const token of KINDS) {
      await agree(token, SECRET);
      await agree(token, { ...SECRET, machineSecretKey: "ak_machine" });
    }
    await agree("mt_1", { machineSecretKey: "ak_machine" });
  });

  it("in what a refusal is called", async () => {
    for (const status of [400, 401, 403, 404, 409, 422, 500]) {
      for (const token of KINDS) {
        // Without retries, which are a departure of their own.
        const { mine, other } = await verifyBoth(
          token,
          SECRET,
          () =>
            json({ errors: [{ code: "some_code", message: "No" }] }, {
              status,
            }),
        );
        assertEquals(
          JSON.stringify(mine.outcome),
          JSON.stringify(other.outcome),
          `${token} ${status}`,
        );
      }
    }
  });

  it("in what JWTs of machines tell", async () => {
    const options = { jwtKey: key.publicPem };
    const table: readonly (readonly [string, Json, Json])[] = [
      ["scopes", { scopes: "a b", tenant: 1 }, {}],
      ["audience", { aud: ["mch_2", "mch_3"] }, {}],
      ["neither", {}, {}],
      ["no id", { jti: undefined }, {}],
      ["no category", {}, { cat: undefined }],
      ["no type", {}, { typ: undefined }],
      ["type", {}, { typ: "at+jwt" }],
      ["another type", {}, { typ: "x" }],
      ["session category", {}, { cat: "cl_B7d4PD111AAA" }],
      ["template category", {}, { cat: "cl_B7d4PD222AAA" }],
      ["unknown category", {}, { cat: "cl_x" }],
      ["no session's category", {}, { cat: "cl_I7d4PD111III" }],
    ];
    for (const [label, claims, header] of table) {
      await agree(await signM2m(claims, header), options, undefined, label);
    }
  });

  it("in what OAuth access tokens tell", async () => {
    const options = { jwtKey: key.publicPem };
    const table: readonly (readonly [string, Json, Json])[] = [
      ["scope", {}, {}],
      ["prefix", {}, { typ: "application/at+jwt" }],
      ["scp", { scope: undefined, scp: ["x", "y"] }, {}],
      ["no scope", { scope: undefined }, {}],
      ["empty scope", { scope: "", scp: ["z"] }, {}],
      ["no client", { client_id: undefined, jti: undefined }, {}],
      ["no subject", { sub: undefined }, {}],
      ["null", { sub: null }, {}],
      ["number", { sub: 5 }, {}],
      ["object", { sub: {} }, {}],
    ];
    for (const [label, claims, header] of table) {
      await agree(await signOAuth(claims, header), options, undefined, label);
    }
  });

  it("in what is wrong with a JWT", async () => {
    const other = await createRsaKey();
    const forged = await signToken(other, { ...times, sub: "mch_1" }, {
      cat: M2M,
    });
    const unsigned = (await signM2m({}, { alg: "none" })).split(".");
    const cases: readonly (readonly [string, string, Json])[] = [
      ["forged", forged, { jwtKey: key.publicPem }],
      ["none", unsigned.join("."), { jwtKey: key.publicPem }],
      ["no key", await signM2m(), {}],
      ["audience", await signM2m({ aud: ["a"] }), {
        jwtKey: key.publicPem,
        audience: "b",
      }],
      ["unknown kid", await signM2m({}, { kid: "ins_x" }), SECRET],
    ];
    for (const [label, token, options] of cases) {
      const { mine, other } = await verifyBoth(token, options);
      assertEquals(
        JSON.stringify(mine.outcome),
        JSON.stringify(other.outcome),
        label,
      );
    }
  });

  it("in whom a token is for", async () => {
    const found = [undefined, "", "api", "x", ["x"], ["x", "api"], []];
    const wanted = [undefined, "", [], [""], "api", ["api", "y"], ["", "api"]];
    for (const aud of found) {
      const tokens = [
        "oat_1",
        "ak_1",
        await signM2m({ aud }),
        await signOAuth({ aud }),
      ];
      for (const token of tokens) {
        for (const audience of wanted) {
          const { mine, other } = await verifyBoth(
            token,
            { ...SECRET, jwtKey: key.publicPem, audience },
            () => json({ ...RECORD, object: objectOf(token), aud }),
          );
          assertEquals(
            JSON.stringify(mine.outcome.errors),
            JSON.stringify(other.outcome.errors),
            JSON.stringify([token, aud, audience]),
          );
          assertEquals(mine.requests, other.requests);
        }
      }
    }
  });

  it("in how far clocks may be apart, whatever is given", async () => {
    for (
      const clockSkewInMs of [undefined, null, NaN, Infinity, -1, "1", 0, 9]
    ) {
      await agree(await signM2m(), { jwtKey: key.publicPem, clockSkewInMs });
    }
  });

  it("in what is expired", async () => {
    for (const sign of [signM2m, signOAuth]) {
      const token = await sign({ exp: now - 60 });
      const { mine, other } = await verifyBoth(token, {
        jwtKey: key.publicPem,
      });
      const [codes, texts] = [mine, other].map(({ outcome }) =>
        JSON.stringify(outcome).replace(/Current date.*GMT/, "")
      );
      assertEquals(codes, texts);
    }
  });

  it("in fetching keys for good categories alone", async () => {
    const good = await signM2m();
    await agree(good, { secretKey: "sk_test_y" }, undefined, "good");
    for (const cat of ["cl_B7d4PD111AAA", "cl_x"]) {
      const { mine, other } = await verifyBoth(
        await signM2m({}, { cat }),
        SECRET,
      );
      assertEquals([mine.requests, other.requests], [[], []]);
    }
  });

  it("in what they are told by", async () => {
    const tokens = [
      ...KINDS,
      "ak_",
      "AK_x",
      "ak",
      " ak_x",
      "",
      "a.b.c",
      await signM2m(),
      await signOAuth(),
      await signOAuth({}, { typ: "application/at+jwt" }),
      await signOAuth({ sub: "mch_1" }),
      await signToken(key, times),
    ];
    for (const token of tokens) {
      for (
        const name of ["isMachineToken", "isMachineTokenByPrefix"] as const
      ) {
        assertEquals(
          ours[name](token),
          theirs[name](token),
          `${name} ${token}`,
        );
      }
    }
    for (const verify of SIDES) {
      await assertRejects(
        () => verify("nonsense", {} as never),
        Error,
        "Unknown machine token type",
      );
    }
  });

  it("departs (auth-claim-types): scopes in another form are read, or passed over", async () => {
    for (
      const token of [
        await signM2m({ scopes: ["a"] }),
        await signOAuth({ scope: 5 }),
      ]
    ) {
      const options = { jwtKey: key.publicPem };
      await assertRejects(() =>
        theirs.verifyMachineAuthToken(token, options as never)
      );
      const { data } = await ours.verifyMachineAuthToken(token, options);
      assert(Array.isArray(data?.scopes));
    }
    const { data } = await ours.verifyMachineAuthToken(
      await signM2m({ scopes: "", aud: "mch_2" }),
      { jwtKey: key.publicPem },
    );
    assertEquals(data?.scopes, []);
  });

  it("departs (media-type): a JWT says its type in any case", async () => {
    const token = await signOAuth({}, { typ: "AT+JWT" });
    const { mine, other } = await verifyBoth(token, { jwtKey: key.publicPem });
    assert(mine.outcome.data && other.outcome.errors);
  });

  it("departs (dead-tokens): what is revoked or over is refused", async () => {
    for (
      const more of [{ revoked: true }, { expired: true }, { expiration: 1 }]
    ) {
      const { mine, other } = await verifyBoth(
        "ak_1",
        SECRET,
        () => json({ ...RECORD, ...more }),
      );
      assert(other.outcome.data);
      assert(mine.outcome.errors);
    }
    const inactive = await verifyBoth(
      "oat_1",
      SECRET,
      () => json({ active: false }),
    );
    assert(inactive.other.outcome.data);
    assert(inactive.mine.outcome.errors);
  });

  it("departs (missing-keys): nothing is sent without a key", async () => {
    const { mine, other } = await verifyBoth("mt_1", {});
    assertEquals([mine.requests.length, other.requests.length], [0, 1]);
    assert(mine.outcome.errors);
  });
});
