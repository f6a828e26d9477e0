import {
  assert,
  assertEquals,
  assertNotEquals,
  assertThrows,
} from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import fc from "fast-check";
import * as ours from "../../compat/internal.ts";
import { answerWith, json } from "./fetch_switch.ts";
import { internal as theirs } from "./official.ts";

type Json = Readonly<Record<string, unknown>>;

const TOKEN = "header.payload.signature";
const CONTEXT = { secretKey: "sk_test_x", clientUat: 5 };
const USER: Json = { sub: "user_1", sid: "sess_1" };
const ORG: Json = {
  v: 2,
  fea: "o:a,u:b",
  o: { id: "org_1", slg: "acme", rol: "admin", per: "r,w", fpm: "3" },
};

/** Calls the same function of both packages. */
function both(
  name: keyof typeof ours & keyof typeof theirs,
  ...args: readonly unknown[]
): readonly [unknown, unknown] {
  return [ours[name], theirs[name]].map((run) =>
    typeof run === "function" ? Reflect.apply(run, undefined, args) : run
  ) as [unknown, unknown];
}

/** What an auth object holds and what its functions give. */
async function look(auth: unknown): Promise<Json> {
  const { getToken, has, debug, ...data } = auth as Record<string, never> & {
    getToken(): Promise<unknown>;
    has(wanted: Json): unknown;
    debug(): unknown;
  };
  return {
    ...data,
    token: await getToken(),
    has: has({ role: "org:admin" }),
    debug: debug(),
  };
}

async function agree([mine, other]: readonly [unknown, unknown]) {
  assertEquals(await look(mine), await look(other));
}

/** Both sides' `has`, for claims and what is asked. */
function bothHas(claims: Json, wanted: unknown): readonly unknown[] {
  return both("signedInAuthObject", {}, TOKEN, claims).map((auth) =>
    (auth as { has(wanted: unknown): boolean }).has(wanted)
  );
}

/** Asks for another token of the session, and sees what is sent for it. */
async function askForToken(auth: unknown, options: Json) {
  const { value, requests } = await answerWith(
    () => json({ object: "token", jwt: "new" }),
    () => (auth as ours.SignedInAuthObject).getToken(options),
  );
  return {
    value,
    requests: requests.map(({ method, url, headers, body }) => [
      method,
      url,
      headers.get("authorization"),
      body ?? "",
    ]),
  };
}

const name = fc.constantFrom("a", "b", "admin");
const scope = fc.constantFrom("o", "u", "uo", "ou", "x", "");
const entry = fc.tuple(scope, name).map((parts) => parts.join(":"));
const list = fc.array(entry, { maxLength: 4 }).map((it) => it.join(","));
const age = fc.constantFrom(-1, 0, 5, 9, 10, 11, 59, 60, 61, 1439, 1440);
const ages = fc.oneof(
  fc.tuple(age, age),
  fc.constantFrom<unknown>(undefined, null, [], [1]),
);
const version1 = fc.record({
  org_id: fc.constantFrom(undefined, "org_1"),
  org_role: fc.constantFrom("org:admin", "admin", "org:a"),
  org_permissions: fc.array(
    fc.constantFrom("org:a:b", "org:b:a", "org:admin"),
  ),
});
const version2 = fc.record({
  v: fc.constant(2),
  o: fc.oneof(
    fc.constant(undefined),
    fc.record({
      id: fc.constant("org_1"),
      rol: fc.constantFrom("admin", "a"),
      slg: fc.constant("acme"),
      per: fc.array(name, { maxLength: 3 }).map((it) => it.join()),
      fpm: fc.array(fc.nat(9), { maxLength: 4 }).map((it) => it.join()),
    }),
  ),
});
const claims = fc.tuple(
  fc.oneof(version1, version2),
  fc.record({ fea: list, pla: list, fva: ages, sub: name, sid: name }),
).map(([organization, rest]) => ({ ...organization, ...rest }));
const thing = fc.oneof(
  fc.tuple(fc.constantFrom("org", "user", "o", "u", "organization", "x"), name)
    .map(([first, second]) => `${first}:${second}`),
  name,
  fc.constantFrom("", "a:b", "b:a"),
);
const permission = fc.oneof(thing, fc.constantFrom("org:a:b", "org:b:a"));
const parts = fc.record({
  role: thing,
  permission,
  feature: thing,
  plan: thing,
  reverification: fc.oneof(
    fc.constantFrom<unknown>("strict_mfa", "strict", "moderate", "lax", "x"),
    fc.record({
      level: fc.constantFrom("first_factor", "second_factor", "multi_factor"),
      afterMinutes: fc.constantFrom(0, 1, 10, 60),
    }),
  ),
});
// One or two of them: all five together hardly ever hold.
const wanted = fc.tuple(
  parts,
  fc.shuffledSubarray(
    ["role", "permission", "feature", "plan", "reverification"] as const,
    { maxLength: 2 },
  ),
).map(([all, names]) =>
  Object.fromEntries(names.map((each) => [each, all[each]]))
);

describe("auth objects agree with the official package", () => {
  it("in who may do what, over random claims and questions", () => {
    let granted = 0;
    fc.assert(
      fc.property(claims, wanted, (given, asked) => {
        const [mine, other] = bothHas(given, asked);
        if (mine) granted++;
        assertEquals(mine, other);
      }),
      { numRuns: 5000 },
    );
    assert(granted > 200, `granted ${granted} times`);
  });

  it("in what random claims tell", async () => {
    await fc.assert(
      fc.asyncProperty(claims, async (given) => {
        // Malformed ages, and roles without an organization, are null here.
        const isOrganized = "v" in given || given.org_id;
        if (!isOrganized || given.fva && [given.fva].flat().length < 2) return;
        await agree(both("signedInAuthObject", {}, TOKEN, given));
      }),
      { numRuns: 1000 },
    );
  });

  it("in what sessions tell", async () => {
    const table: readonly Json[] = [
      USER,
      { ...USER, sts: "active", fva: [1, -1], act: { sub: "user_2" } },
      { ...USER, ...ORG },
      { ...USER, org_id: "org_1", org_role: "org:admin", org_slug: "acme" },
      { ...USER, org_id: "org_1", org_permissions: ["org:a:b"] },
    ];
    for (const given of table) {
      await agree(both("signedInAuthObject", CONTEXT, TOKEN, given));
    }
  });

  it("in what there is without a session", async () => {
    await agree(both("signedOutAuthObject"));
    await agree(both("signedOutAuthObject", CONTEXT, "pending"));
    await agree(both("invalidTokenAuthObject"));
    for (const kind of ["api_key", "m2m_token", "oauth_token"]) {
      await agree(both("unauthenticatedMachineObject", kind, CONTEXT));
    }
  });

  it("in what machines tell", async () => {
    const record = {
      id: "1",
      name: "n",
      claims: { a: 1 },
      scopes: ["s"],
      clientId: "c",
    };
    for (const kind of ["api_key", "m2m_token", "oauth_token"]) {
      for (const subject of ["user_1", "org_1", "mch_1"]) {
        const result = { ...record, subject };
        await agree(
          both("authenticatedMachineObject", kind, "ak_1", result, CONTEXT),
        );
      }
    }
    for (const run of both("isMachineToken", "x")) assertEquals(run, false);
    for (
      const make of [
        ours.unauthenticatedMachineObject,
        theirs.unauthenticatedMachineObject,
      ]
    ) {
      assertThrows(
        () => Reflect.apply(make, undefined, ["x"]),
        Error,
        "Invalid token type: x",
      );
    }
  });

  it("in what is made of a decoded token", async () => {
    const jwt = {
      header: { alg: "RS256" },
      payload: { ...USER, ...ORG },
      signature: new Uint8Array(),
      raw: { text: TOKEN, header: "", payload: "", signature: "" },
    };
    await agree(both("getAuthObjectFromJwt", jwt, {}));
    const pending = { ...jwt, payload: { ...USER, sts: "pending" } };
    await agree(both("getAuthObjectFromJwt", pending, {}));
    await agree(
      both("getAuthObjectFromJwt", pending, { treatPendingAsSignedOut: false }),
    );
  });

  it("in what is accepted", async () => {
    const accepted = [
      "any",
      "session_token",
      "api_key",
      "m2m_token",
      ["api_key"],
      ["session_token", "m2m_token"],
      [],
      undefined,
    ];
    const objects = [
      both("signedInAuthObject", {}, TOKEN, USER),
      both("signedOutAuthObject"),
      both("authenticatedMachineObject", "api_key", "ak_1", {
        id: "1",
        subject: "user_1",
        name: "n",
        claims: null,
        scopes: [],
      }),
      both("unauthenticatedMachineObject", "m2m_token"),
      both("invalidTokenAuthObject"),
    ];
    for (const acceptsToken of accepted) {
      for (const [mine, other] of objects) {
        const given = [
          Reflect.apply(ours.getAuthObjectForAcceptedToken, undefined, [
            { authObject: mine, acceptsToken },
          ]),
          Reflect.apply(theirs.getAuthObjectForAcceptedToken, undefined, [
            { authObject: other, acceptsToken },
          ]),
        ] as const;
        assertEquals(given[0] === mine, given[1] === other);
        const [first, second] = await Promise.all(given.map(look));
        assertEquals(
          { ...first, debug: null },
          { ...second, debug: null },
        );
      }
      for (const kind of ["session_token", "api_key", "m2m_token"]) {
        if (acceptsToken === undefined) continue;
        const [mine, other] = both("isTokenTypeAccepted", kind, acceptsToken);
        assertEquals(mine, other);
      }
    }
  });

  it("in how other tokens of a session are asked for", async () => {
    const options = [
      {},
      { template: "t" },
      { template: "t", expiresInSeconds: 60 },
      { expiresInSeconds: 60 },
      { template: "" },
    ];
    for (const option of options) {
      const outcomes = [];
      for (const auth of both("signedInAuthObject", CONTEXT, TOKEN, USER)) {
        outcomes.push(await askForToken(auth, option));
      }
      assertEquals(outcomes[0], outcomes[1], JSON.stringify(option));
    }
  });

  it("in constants and small things", async () => {
    for (const each of ["constants", "AuthStatus", "TokenType"] as const) {
      assertEquals<unknown>(ours[each], theirs[each]);
    }
    for (
      const demand of [undefined, "strict", {
        level: "first_factor",
        afterMinutes: 5,
      }]
    ) {
      const [mine, other] = both("reverificationError", demand).map((it) =>
        JSON.stringify(it)
      );
      assertEquals(mine, other);
      const responses = both(
        "reverificationErrorResponse",
        demand,
      ) as [Response, Response];
      const [first, second] = await Promise.all(
        responses.map(async (it) => [it.status, await it.json()]),
      );
      assertEquals(first, second);
    }
    const auth = { getToken: 1, has: 2, debug: 3, userId: "user_1", x: {} };
    const [mine, other] = both("makeAuthObjectSerializable", auth);
    assertEquals(mine, other);
  });

  it("departs (json-responses): a response says what it is", () => {
    const types = both("reverificationErrorResponse", "strict").map((it) =>
      (it as Response).headers.get("content-type")
    );
    // Bun names the charset as well.
    assertEquals(types[0]?.split(";")[0], "application/json");
    assertNotEquals(types[1], types[0]);
  });

  it("in which resources are loaded", async () => {
    const load = async (side: typeof ours | typeof theirs) => {
      const auth = side.signedInAuthObject(
        {} as never,
        TOKEN,
        { ...USER, ...ORG } as never,
      );
      const target = { x: 1 };
      const { value, requests } = await answerWith(
        ({ url }) =>
          json({ id: url, object: url.includes("users") ? "user" : "x" }),
        () =>
          side.decorateObjectWithResources(target, auth as never, {
            loadUser: true,
            loadOrganization: true,
            loadSession: true,
            secretKey: "sk_test_x",
          }),
      );
      assert((value as object) === target);
      return [Object.keys(value).sort(), requests.map(({ url }) => url).sort()];
    };
    assertEquals(await load(ours), await load(theirs));
  });
});

describe("auth objects depart from the official package", () => {
  it("unknown questions throw (departs: has-unknown)", () => {
    const asked = { role: "org:admin", permision: "org:a:delete" };
    const [mine, other] = both("signedInAuthObject", {}, TOKEN, {
      ...USER,
      ...ORG,
    }) as [ours.SignedInAuthObject, ours.SignedInAuthObject];
    assertEquals(other.has(asked), true);
    assertThrows(() => mine.has(asked), TypeError);
  });

  it("what is asked in no form holds for nobody (departs: has-malformed)", () => {
    const asked = { role: "org:admin", permission: undefined };
    assertEquals(bothHas({ ...USER, ...ORG }, asked), [false, true]);
    const feature = { feature: "org:a:b" };
    assertEquals(bothHas({ ...USER, ...ORG }, feature), [false, true]);
    const { has } = ours.signedInAuthObject({}, TOKEN, USER as never);
    assertEquals(Reflect.apply(has, undefined, [undefined]), false);
  });

  it("malformed claims are left out (departs: auth-claim-types)", async () => {
    for (
      const odd of [
        { act: "user_2" },
        { fva: "x" },
        { fva: [1] },
        { sts: 5 },
        { v: 2, o: { id: 5, rol: 6, slg: 7 } },
        { v: 2, o: {} },
        { v: 3, org_id: "org_1" },
        { org_role: "org:admin" },
      ]
    ) {
      const [mine, other] = both("signedInAuthObject", {}, TOKEN, {
        ...USER,
        ...odd,
      });
      assertNotEquals(await look(mine), await look(other), JSON.stringify(odd));
    }
    const o = { id: "org_1", per: "r", fpm: "1" };
    for (
      const odd of [{ fea: "a", o }, { fea: 5, o }, {
        fea: "o:a",
        o: { ...o, per: 1 },
      }]
    ) {
      const given = { ...USER, v: 2, ...odd } as never;
      assertThrows(() => theirs.signedInAuthObject({}, TOKEN, given));
      const { orgPermissions } = ours.signedInAuthObject({}, TOKEN, given);
      assertEquals(orgPermissions, []);
    }
  });

  it("debug shows no keys (departs: debug-keys)", () => {
    const context = {
      secretKey: "deadbeef_secret",
      machineSecretKey: "ak_secret",
      signingSecret: "whsec_x",
      handshakeNonce: "nonce",
      publishableKey: "pk_test_x",
    };
    const [mine, other] = both("signedOutAuthObject", context) as [
      ours.SignedOutAuthObject,
      ours.SignedOutAuthObject,
    ];
    assertEquals(other.debug().machineSecretKey, "ak_secret");
    assertEquals(other.debug().secretKey, "deadbee");
    for (
      const name of ["machineSecretKey", "signingSecret", "handshakeNonce"]
    ) {
      assertEquals(mine.debug()[name], undefined, name);
    }
    assertEquals(mine.debug().secretKey, "");
    assertEquals(mine.debug().publishableKey, "pk_test_x");
  });

  it("template names are encoded (departs: encoded-ids)", async () => {
    const paths = [];
    for (const auth of both("signedInAuthObject", CONTEXT, TOKEN, USER)) {
      const { requests } = await askForToken(auth, { template: "a/b" });
      paths.push(new URL(`${requests[0]?.[1]}`).pathname);
    }
    assertEquals(paths, [
      "/v1/sessions/sess_1/tokens/a%2Fb",
      "/v1/sessions/sess_1/tokens/a/b",
    ]);
  });

  it("only listed members go out (departs: public-data)", () => {
    const user = {
      id: "user_1",
      publicMetadata: { a: 1 },
      privateMetadata: { hidden: 1 },
      raw: { private_metadata: { hidden: 1 } },
      organizationMemberships: [{ id: "o", privateMetadata: { hidden: 1 } }],
    };
    const [mine, other] = both("stripPrivateDataFromObject", {
      userId: "user_1",
      user,
      organization: null,
    });
    assert(JSON.stringify(other).includes("hidden"));
    assertEquals(mine, {
      userId: "user_1",
      user: {
        id: "user_1",
        publicMetadata: { a: 1 },
        organizationMemberships: [{ id: "o" }],
      },
      organization: null,
    });
  });
});
