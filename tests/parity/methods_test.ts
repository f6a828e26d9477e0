// What single methods of the client do, beyond what they send and give.
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { afterAll, beforeAll, describe, it } from "@std/testing/bdd";
import { createClerkClient } from "../../compat/mod.ts";
import * as compatErrors from "../../compat/errors.ts";
import { answerBySpec } from "./answers.ts";
import { both, call, type Client, ourClient, type Seen } from "./clients.ts";
import { findDifferences } from "./differences.ts";
import { json } from "./fetch_switch.ts";
import * as official from "./official.ts";
import {
  createRsaKey,
  encode,
  NOW,
  signToken,
  type TestKey,
} from "./tokens.ts";

/** What a caller sees of a refused token, whatever its class is called. */
function see({ outcome: { error } }: Seen): unknown {
  assert(error instanceof Error);
  const { message } = error;
  const about = ["code", "reason", "status", "action", "longMessage"];
  return [message, ...about.map((name) => Reflect.get(error, name))];
}

const M2M = "cl_B7d4PD333AAA";

describe("parity: m2m.verify of a JWT", () => {
  /** Claims, its times in seconds from now. */
  function claimsAt({ iat = -5, nbf = -5, exp = 600 } = {}) {
    return {
      sub: "mch_1",
      iat: NOW + iat,
      nbf: NOW + nbf,
      exp: NOW + exp,
      jti: "mt_1",
      aud: ["mch_2"],
      scopes: "mch_2 mch_3",
      own_claim: { in_snake: 1 },
    };
  }
  const header = { kid: "ins_machines", cat: M2M };
  let key: TestKey | undefined;
  let other: TestKey | undefined;
  // Refusals tell the time, and must tell the same.
  const hostNow = Date.now;
  beforeAll(async () => {
    Date.now = () => NOW * 1000;
    [key, other] = await Promise.all([
      createRsaKey("ins_machines"),
      createRsaKey("ins_machines"),
    ]);
  });
  afterAll(() => {
    Date.now = hostNow;
  });

  async function verify(
    token: string,
    options: {
      readonly jwtKey?: string;
      readonly secretKey?: string;
    },
  ): Promise<{ readonly ours: Seen; readonly theirs: Seen }> {
    const answer = () => json({ keys: [key?.publicJwk] });
    const [theirs, ours] = [
      official.createClerkClient({ telemetry: { disabled: true }, ...options }),
      createClerkClient({ retry: false, ...options }),
    ] as unknown as readonly [Client, Client];
    return {
      theirs: await call(theirs, "m2m.verify", [{ token }], answer),
      ours: await call(ours, "m2m.verify", [{ token }], answer),
    };
  }

  it("accepts it with keys that are fetched, and with a PEM key", async () => {
    assert(key);
    const token = await signToken(key, claimsAt(), header);
    for (
      const options of [
        { secretKey: "sk_test_machines" },
        { jwtKey: key.publicPem },
      ]
    ) {
      const { ours, theirs } = await verify(token, options);
      assertEquals(theirs.outcome.error, undefined);
      assertEquals(findDifferences(ours.outcome, theirs.outcome), []);
      // A client that has its key, or the keys already, asks for nothing.
      const again = await verify(token, options);
      assertEquals(again.ours.requests, []);
    }
  });

  const REFUSED: readonly (readonly [string, object, object])[] = [
    ["another category", {}, { ...header, cat: "cl_B7d4PD111AAA" }],
    ["expired", { exp: -60 }, header],
    ["not active yet", { nbf: 60 }, header],
    ["of the future", { iat: 60 }, header],
    ["another kid", {}, { ...header, kid: "ins_unknown" }],
    ["another type", {}, { ...header, typ: "at+jwt" }],
  ];
  for (const [name, times, head] of REFUSED) {
    it(`refuses it: ${name}`, async () => {
      assert(key);
      const token = await signToken(key, claimsAt(times), { ...head });
      const { ours, theirs } = await verify(token, {
        secretKey: "sk_test_machines",
      });
      assert(
        ours.outcome.error instanceof
          compatErrors.MachineTokenVerificationError,
      );
      assertEquals(see(ours), see(theirs));
    });
  }

  it("refuses one that is forged, and one without signature", async () => {
    assert(other);
    const none = { ...header, alg: "none", typ: "JWT" };
    for (
      const token of [
        await signToken(other, claimsAt(), header),
        `${encode(JSON.stringify(none))}.${
          encode(JSON.stringify(claimsAt()))
        }.AA`,
      ]
    ) {
      const { ours, theirs } = await verify(token, {
        secretKey: "sk_test_machines",
      });
      assertEquals(see(ours), see(theirs));
    }
  });

  it("says that a key is missing, even to who has a machine's key", async () => {
    assert(key);
    const token = await signToken(key, claimsAt(), header);
    const { ours, theirs } = await verify(token, {});
    assertEquals(see(ours), see(theirs));
  });
});

describe("parity: single methods", () => {
  const token = {
    object: "clerk_idp_oauth_access_token",
    id: "oat_1",
    subject: "user_1",
  };
  for (const aud of [undefined, 7, "api_2", ["api_2", "api_3"], [], [""]]) {
    it(`idPOAuthAccessToken.verify: for ${JSON.stringify(aud)}`, async () => {
      const { ours, theirs } = await both(
        "idPOAuthAccessToken.verify",
        ["oat_x", { audience: ["api_1"] }],
        () => json({ ...token, aud }),
      );
      const { error } = ours.outcome;
      assert(error instanceof compatErrors.TokenVerificationError);
      assertEquals(see(ours), see(theirs));
    });
  }

  it("departs (inactive-tokens): a token that is over is refused", async () => {
    const { ours, theirs } = await both(
      "idPOAuthAccessToken.verify",
      ["oat_x"],
      () => json({ active: false }),
    );
    const { error } = ours.outcome;
    assert(error instanceof compatErrors.TokenVerificationError);
    assertEquals(error.reason, "token-invalid");
    assertEquals(theirs.outcome, { value: { active: false } });
  });

  it("departs (both-names): types and API are both right", async () => {
    for (
      const [method, args, names] of [
        ["testingTokens.createTestingToken", [], ["expiresAt", "expires_at"]],
        ["organizations.createOrganizationDomain", [{
          organizationId: "org_1",
          name: "example.com",
        }], ["enrollmentMode", "enrollment_mode"]],
      ] as const
    ) {
      const { ours, theirs } = await both(method, args, answerBySpec("full"));
      const values = [ours, theirs].map(({ outcome: { value } }) =>
        names.map((name) => Object(value)[name])
      );
      assertEquals(values[0]?.[0], values[1]?.[1], method);
      assertNotEquals(values[0]?.[0], undefined, method);
      assertEquals(values[1]?.[0], undefined, method);
    }
  });

  it("refuses dot segments and parameters that cannot be sent", async () => {
    for (
      const [method, args] of [
        ["users.getUser", [".."]],
        ["users.getUserList", [{ userId: [] }]],
        ["users.getUserList", [{ query: null }]],
        ["invitations.createInvitationBulk", [[]]],
        ["idPOAuthAccessToken.verify", ["oat_x", { audience: "" }]],
      ] as const
    ) {
      const { outcome } = await call(ourClient, method, args, () => json({}));
      assert(outcome.error instanceof TypeError, method);
    }
  });

  it("takes the options of a call last, as ours alone does", async () => {
    const signal = AbortSignal.abort();
    const { outcome, requests } = await call(
      ourClient,
      "organizations.getOrganization",
      [{ organizationId: "org_1" }, { signal }],
      () => json({}),
    );
    assertEquals(requests, []);
    const { error } = outcome;
    assert(compatErrors.isClerkAPIResponseError(error));
    assertEquals(error.errors[0]?.code, "aborted");
  });
});
