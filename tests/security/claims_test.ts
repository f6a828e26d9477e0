// Security cases 9, 10 and 14 through every way to verify a token: claims of the
// wrong type, options that would weaken a check, and the order of the checks.
import { assert, assertEquals } from "@std/assert";
import { beforeAll, describe, it } from "@std/testing/bdd";
import { verifyJwt as verifyJwtLikeOfficial } from "../../compat/jwt.ts";
import { verifyToken as verifyLikeOfficial } from "../../compat/mod.ts";
import { verifyJwt } from "../../jwt.ts";
import {
  createMultiInstanceVerifier,
  createTokenVerifier,
  verifyToken,
} from "../../mod.ts";
import {
  CLAIMS,
  createRsaKey,
  HEADER,
  signText,
  signToken,
  type TestKey,
} from "../parity/tokens.ts";

const ISSUER = "https://clerk.example.com";
const FRESH = Math.floor(Date.now() / 1000);
const clock = { now: () => FRESH * 1000 };
/** For the drop-in, whose clock is the host's. */
const NOT_BEFORE = { nbf: FRESH - 10, iat: FRESH - 10, exp: FRESH + 3600 };

let key: TestKey;

/** A token whose claims are the usual ones but for some JSON text. */
function sign(name: string, json: string | undefined): Promise<string> {
  const claims: Record<string, unknown> = { ...CLAIMS, ...NOT_BEFORE };
  delete claims[name];
  const text = JSON.stringify(claims).slice(0, -1);
  const member = json === undefined ? "" : `,"${name}":${json}`;
  return signText(JSON.stringify(HEADER), `${text}${member}}`, key);
}

/** What each way to verify makes of a token: a reason, or "accepted". */
async function judge(token: string): Promise<Record<string, string>> {
  const jwtKey = key.publicPem;
  const fetch = () => Promise.resolve(Response.json({ keys: [key.publicJwk] }));
  const secretKey = "sk_test_claims";
  const several = createMultiInstanceVerifier([
    { jwtKey, clock, issuer: ISSUER },
  ]);
  const outcomes = {
    verifyToken: await verifyToken(token, { jwtKey, clock, env: {} }),
    remote: await verifyToken(token, { secretKey, clock, fetch, env: {} }),
    verifier: await createTokenVerifier({ jwtKey, clock, env: {} })
      .verify(token),
    several: await several.verify(token),
    verifyJwt: await verifyJwt(token, {
      key: jwtKey,
      clock,
      tokenClass: "session",
    }),
  };
  const reasons = Object.entries(outcomes).map(([name, { error }]) =>
    [name, error?.reason ?? "accepted"] as const
  );
  const caught = { compat: "accepted", compatJwt: "accepted" };
  await verifyLikeOfficial(token, { jwtKey })
    .catch((error) => caught.compat = String(error.reason));
  await verifyJwtLikeOfficial(token, { key: jwtKey })
    .catch((error) => caught.compatJwt = String(error.reason));
  return { ...Object.fromEntries(reasons), ...caught };
}

/** JSON of every type but the one that a claim has. */
const WRONG: Record<string, readonly (string | undefined)[]> = {
  exp: [
    undefined,
    "1e400",
    "-1e400",
    "null",
    "true",
    `"${FRESH + 60}"`,
    '"NaN"',
    '""',
    "[]",
    `[${FRESH + 60}]`,
    "{}",
    '{"valueOf":1}',
    "-1",
    "0",
  ],
  nbf: ["1e400", "null", "false", '""', `"${FRESH}"`, "[]", "{}"],
  iat: ["1e400", "null", "false", '""', `"${FRESH}"`, "[]", "{}"],
  sub: [undefined, "null", "1", "true", '""', "[]", '["user_1"]', "{}"],
  iss: [`["${ISSUER}"]`, `{"0":"${ISSUER}"}`, "1", "true", "null"],
  azp: ['["https://app.example.com"]', "1", "true", "{}", "null"],
  sid: ['["sess_1"]', "1", "{}", "null"],
  aud: ["1", "{}", "null", '["a",1]', '[["a"]]', "[null]"],
};

describe("a claim of the wrong type", () => {
  beforeAll(async () => {
    key = await createRsaKey();
  });

  it("is all that is wrong with the tokens below", async () => {
    for (
      const [way, reason] of Object.entries(await judge(await sign("x", "1")))
    ) {
      assertEquals(reason, "accepted", way);
    }
  });

  it("is refused by every way to verify", async () => {
    for (const [claim, values] of Object.entries(WRONG)) {
      for (const json of values) {
        const reasons = await judge(await sign(claim, json));
        for (const [way, reason] of Object.entries(reasons)) {
          const named = `${way}: ${claim} ${json}`;
          // What the official package lets pass too; tests/parity shows that.
          if (way.startsWith("compat") && /^(?:sid|azp|iss|aud)$/.test(claim)) {
            continue;
          }
          assert(reason !== "accepted" && reason !== "undefined", named);
        }
      }
    }
  });

  it("never becomes another value of a check in the drop-in", async () => {
    const jwtKey = key.publicPem;
    const demands = {
      iss: { issuer: ISSUER },
      azp: { authorizedParties: ["https://app.example.com"] },
      aud: { audience: "a" },
    };
    for (const [claim, demand] of Object.entries(demands)) {
      const values = claim === "aud"
        ? ["1", "{}", '[["a"]]', '{"0":"a","length":1}']
        : WRONG[claim] ?? [];
      for (const json of values) {
        const token = await sign(claim, json);
        const outcome = await verifyLikeOfficial(token, { jwtKey, ...demand })
          .then(() => "accepted", (error) => error.name);
        assertEquals(outcome, "TokenVerificationError", `${claim} ${json}`);
      }
    }
  });

  it("is not made up for by what objects inherit", async () => {
    const proto = '{"sub":"user_admin","exp":9999999999,"azp":"x"}';
    const inherited = [
      `{"__proto__":${proto},"sid":"sess_1","iss":"${ISSUER}"}`,
      `{"__proto__":${proto},"exp":${FRESH + 60},"sid":"s","iss":"${ISSUER}"}`,
      `{"constructor":{"prototype":${proto}},"sid":"s","iss":"${ISSUER}"}`,
    ];
    for (const payload of inherited) {
      const token = await signText(JSON.stringify(HEADER), payload, key);
      for (const [way, reason] of Object.entries(await judge(token))) {
        assertEquals(reason, "token-verification-failed", `${way} ${payload}`);
      }
    }
    const plain: Record<string, unknown> = {};
    assertEquals([plain.sub, plain.exp, plain.azp], [
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("named __proto__ is a claim like any other", async () => {
    const token = await sign("__proto__", '{"org_role":"admin"}');
    const { result } = await verifyToken(token, {
      jwtKey: key.publicPem,
      clock,
      env: {},
    });
    assertEquals(result?.org_role, undefined);
    assertEquals(result && Object.hasOwn(result, "__proto__"), true);
    const payload = await verifyLikeOfficial(token, { jwtKey: key.publicPem });
    assertEquals(payload.org_role, undefined);
  });

  it("in the header is refused, and no header chooses what is inherited", async () => {
    const headers = [
      '{"alg":"RS256","kid":["ins_1"]}',
      '{"alg":"RS256","kid":{"toString":1}}',
      '{"alg":"RS256","kid":1}',
      '{"alg":["RS256"],"kid":"ins_1"}',
      '{"alg":{"0":"RS256"},"kid":"ins_1"}',
      '{"__proto__":{"alg":"RS256","kid":"ins_1"}}',
      '{"alg":"RS256","kid":"ins_1","typ":["JWT"]}',
      '{"alg":"RS256","kid":"ins_1","cat":["cl_B7d4PD111AAA"]}',
      '["RS256"]',
      "null",
      '"RS256"',
    ];
    const claims = JSON.stringify({ ...CLAIMS, ...NOT_BEFORE });
    for (const header of headers) {
      const token = await signText(header, claims, key);
      for (const [way, reason] of Object.entries(await judge(token))) {
        assertEquals(reason, "token-invalid", `${way} ${header}`);
      }
    }
  });
});

describe("claims", () => {
  it("are judged after the signature: forged tokens get one error", async () => {
    const own = await createRsaKey();
    const stranger = await createRsaKey();
    const jwtKey = own.publicPem;
    const claims = [
      {},
      { exp: 1 },
      { nbf: 9e9 },
      { iat: 9e9 },
      { iss: "https://evil.example.com" },
      { azp: "https://evil.example.com" },
      { sub: "" },
      { sub: "mch_1" },
      { exp: "never" },
      { sts: "pending" },
      { aud: [1] },
    ];
    const messages = new Set<string>();
    for (const some of claims) {
      const token = await signToken(stranger, { ...NOT_BEFORE, ...some });
      const options = {
        jwtKey,
        clock,
        env: {},
        audience: "a",
        issuer: ISSUER,
        authorizedParties: ["https://app.example.com"],
      };
      const { error } = await verifyToken(token, options);
      assertEquals(
        error?.reason,
        "token-invalid-signature",
        JSON.stringify(some),
      );
      messages.add(`${error?.message} ${error?.claim} ${error?.received}`);
      const { env: _, clock: __, ...official } = options;
      const refused = await verifyLikeOfficial(token, official)
        .catch((error) => error);
      assertEquals(refused.reason, "token-invalid-signature");
      messages.add(refused.message);
    }
    assertEquals(messages.size, 2);
  });

  it("are not judged by a regular expression, nor by nothing", async () => {
    const own = await createRsaKey();
    const token = await signToken(own, NOT_BEFORE);
    const wrong: Record<string, readonly unknown[]> = {
      issuer: [/./, [/./], "", [], [""], null, {}, true, new String(ISSUER)],
      audience: [/./, [/./], "", [], [""], null, {}, true],
      authorizedParties: [
        /./,
        [/./],
        "https://app.example.com",
        "",
        [],
        [""],
        ["*"],
        ["https://*.example.com"],
        ["app.example.com"],
        ["null"],
        null,
        {},
      ],
      clockSkewInMs: [NaN, Infinity, -1, "5000", null, {}, []],
      headerType: [/./, [/./], "", [], [""], null],
      tokenClass: ["", "Session", null, ["session"], "constructor"],
      treatPendingAsSignedOut: [null, 0, "false", ""],
      jwtKey: ["", " ", null, {}, [], 1, true, { kty: "RSA" }, "\n"],
    };
    for (const [option, values] of Object.entries(wrong)) {
      for (const value of values) {
        const options = { jwtKey: own.publicPem, clock, env: {} };
        const { result, error } = await verifyToken(
          token,
          { ...options, [option]: value } as never,
        );
        const named = `${option}: ${String(JSON.stringify(value) ?? value)}`;
        assertEquals(result, undefined, named);
        const expected = option === "jwtKey"
          ? /^(?:options-invalid|jwk-local-missing)$/
          : /^options-invalid$/;
        assert(expected.test(error?.reason ?? "none"), named);
      }
    }
  });

  it("are no reason to accept a token without any key", async () => {
    const token = await signToken(await createRsaKey(), NOT_BEFORE);
    const unsigned = `${token.split(".").slice(0, 2).join(".")}.`;
    const nothing: Record<string, unknown>[] = [
      {},
      { jwtKey: undefined },
      { secretKey: undefined, publishableKey: undefined },
      { secretKey: "" },
      { secretKey: null },
    ];
    for (const options of nothing) {
      for (const text of [token, unsigned]) {
        const ours = await verifyToken(text, { ...options, env: {} } as never);
        assert(ours.error, JSON.stringify(options));
        const theirs = await verifyLikeOfficial(text, options as never)
          .then(() => "accepted", () => "refused");
        assertEquals(theirs, "refused");
      }
      const key = options.jwtKey as never;
      assert((await verifyJwt(token, { key })).error);
    }
  });
});
