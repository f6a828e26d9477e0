import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { Seed } from "../../emulator.ts";
import { decodeJwt, verifyJwt } from "../../jwt.ts";
import { unwrap } from "../../mod.ts";
import { fillShortcodes } from "../../src/emulator/shortcodes.ts";
import { call } from "./harness.ts";
import { assertCodes, codeOf, judge } from "./judged_client.ts";

const SEED: Seed = {
  users: [{
    id: "user_ada",
    emailAddress: ["ada@example.com"],
    phoneNumber: ["+15555550100"],
    firstName: "Ada",
    lastName: "Lovelace",
    username: "ada_l",
    externalId: "crm-7",
    publicMetadata: { plan: "pro", tags: ["a", "b"], nested: { n: 1 } },
    createdAt: Date.UTC(2025, 0, 1),
  }],
  organizations: [{
    id: "org_1",
    name: "Acme",
    slug: "acme",
    publicMetadata: { tier: 2 },
    members: [{ userId: "user_ada", role: "admin" }],
  }],
};

const T0 = Date.UTC(2026, 0, 1);

async function setUp() {
  const judged = await judge({ seed: SEED });
  judged.emulator.clock.freeze(T0);
  return judged;
}

describe("the emulator's JWT templates", () => {
  it("are made, read, listed, changed and deleted", async () => {
    const { emulator, clerk } = await setUp();
    const { jwtTemplates } = clerk;
    const made = unwrap(
      await jwtTemplates.create({
        name: "hasura",
        claims: { own_Key: { userId: "{{user.id}}" } },
      }),
    );
    assertEquals(made, {
      object: "jwt_template",
      id: made.id,
      name: "hasura",
      claims: { own_Key: { userId: "{{user.id}}" } },
      lifetime: 60,
      allowedClockSkew: 5,
      customSigningKey: false,
      signingAlgorithm: "RS256",
      createdAt: T0,
      updatedAt: T0,
    });
    emulator.clock.advance("1s");
    const other = unwrap(
      await jwtTemplates.create({ name: "b", claims: {}, lifetime: 3_600 }),
    );
    const { data, totalCount } = await jwtTemplates.list();
    assertEquals([data?.map(({ id }) => id), totalCount], [
      [other.id, made.id],
      2,
    ]);
    const bare = await call(emulator, "GET", "/jwt_templates?limit=1");
    assertEquals(bare.body.length, 1);
    const changed = unwrap(
      await jwtTemplates.update({
        templateId: made.id,
        name: "hasura",
        claims: { a: 1 },
        lifetime: 120,
      }),
    );
    assertEquals(
      [changed.claims, changed.lifetime, changed.updatedAt],
      [{ a: 1 }, 120, T0 + 1_000],
    );
    assertEquals(unwrap(await jwtTemplates.get(made.id)), changed);
    assertEquals(unwrap(await jwtTemplates.delete(made.id)).deleted, true);
    assertEquals(
      await codeOf(jwtTemplates.get(made.id)),
      "404 resource_not_found",
    );
  });

  it("refuse what tokens say by themselves, and what makes no sense", async () => {
    const { clerk } = await setUp();
    const { jwtTemplates } = clerk;
    const { id } = unwrap(
      await jwtTemplates.create({ name: "taken", claims: {} }),
    );
    const create = (params: object) =>
      jwtTemplates.create({ name: "new", claims: {}, ...params });
    const reserved = "400 jwt_template_reserved_claim claims";
    await assertCodes([
      ...["azp", "exp", "iat", "iss", "jti", "nbf", "sub"].map((name) =>
        [create({ claims: { [name]: 1 } }), reserved] as const
      ),
      [
        jwtTemplates.update({
          templateId: id,
          name: "taken",
          claims: { sub: "x" },
        }),
        reserved,
      ],
      [create({ name: "taken" }), "400 duplicate_record name"],
      [create({ name: "a/b" }), "422 form_param_format_invalid name"],
      [create({ lifetime: 29 }), "422 form_param_value_invalid lifetime"],
      [
        create({ allowedClockSkew: 301 }),
        "422 form_param_value_invalid allowed_clock_skew",
      ],
      [
        create({ customSigningKey: true }),
        "422 form_conditional_param_missing signing_algorithm",
      ],
      [
        create({ customSigningKey: true, signingAlgorithm: "HS256" }),
        "422 form_conditional_param_missing signing_key",
      ],
      [
        create({
          customSigningKey: true,
          signingAlgorithm: "none",
          signingKey: "x",
        }),
        "422 form_param_value_invalid signing_algorithm",
      ],
      [
        create({
          customSigningKey: true,
          signingAlgorithm: "RS256",
          signingKey: "no key",
        }),
        "422 form_param_value_invalid signing_key",
      ],
      [
        jwtTemplates.update({ templateId: "x", name: "a", claims: {} }),
        "404 resource_not_found",
      ],
      [jwtTemplates.delete("x"), "404 resource_not_found"],
    ]);
  });

  it("make tokens with what the user and the organization are", async () => {
    const { emulator, clerk } = await setUp();
    await clerk.jwtTemplates.create({
      name: "hasura",
      lifetime: 600,
      claims: {
        aud: "https://hasura.example",
        id: "{{user.id}}",
        hello: "Hello {{user.first_name}} {{ user.last_name }}!",
        full: "{{user.full_name}}",
        email: "{{user.primary_email_address}}",
        verified: "{{user.email_verified}}",
        phone: "{{user.primary_phone_number}}",
        wallet: "{{user.primary_web3_wallet}}",
        created: "{{user.created_at}}",
        plan: "{{user.public_metadata.plan}}",
        tags: "{{user.public_metadata.tags}}",
        role: "{{user.public_metadata.role || 'member'}}",
        nothing: "{{user.public_metadata.nothing.at.all}}",
        org: {
          id: "{{org.id}}",
          list: [
            "{{org.role}}",
            "{{org.slug}}",
            "{{org.public_metadata.tier}}",
          ],
        },
        number: 7,
      },
    });
    const { sessionId } = await emulator.signIn("user_ada", {
      orgId: "org_1",
      azp: "https://app.example.com",
    });
    const { jwt } = unwrap(
      await clerk.sessions.getToken(sessionId, "hasura"),
    );
    const { result, error } = decodeJwt(jwt);
    if (error) throw error;
    assertEquals(result.header.cat, "cl_B7d4PD222AAA");
    const { jti, ...claims } = result.payload;
    assert(jti);
    const iat = T0 / 1_000;
    assertEquals(claims, {
      aud: "https://hasura.example",
      azp: "https://app.example.com",
      created: Date.UTC(2025, 0, 1),
      email: "ada@example.com",
      exp: iat + 600,
      full: "Ada Lovelace",
      hello: "Hello Ada Lovelace!",
      iat,
      id: "user_ada",
      iss: emulator.origin,
      nbf: iat - 5,
      nothing: null,
      number: 7,
      org: { id: "org_1", list: ["org:admin", "acme", 2] },
      phone: "+15555550100",
      plan: "pro",
      role: "member",
      sub: "user_ada",
      tags: ["a", "b"],
      verified: true,
      wallet: null,
    });
    const jwtKey = await emulator.jwtKey;
    const verified = await verifyJwt(jwt, {
      key: jwtKey,
      clock: emulator.clock,
    });
    assertEquals(verified.result?.sub, "user_ada");
    assertEquals(
      (await clerk.verifyToken(jwt)).error?.reason,
      "token-invalid",
    );
  });

  it("follow a change of the user, and the time that is asked for", async () => {
    const { emulator, clerk } = await setUp();
    const claims = { name: "{{user.first_name}}", org: "{{org.id}}" };
    await clerk.jwtTemplates.create({ name: "t", claims });
    const { sessionId } = await emulator.signIn("user_ada");
    await clerk.users.updateUser("user_ada", { firstName: "Augusta" });
    const { jwt } = unwrap(await clerk.sessions.getToken(sessionId, "t", 120));
    const { result } = decodeJwt(jwt);
    const { name, org, exp = 0, iat = 0 } = result?.payload ?? {};
    assertEquals([name, org, exp - iat], ["Augusta", null, 120]);
    await assertCodes([
      [clerk.sessions.getToken(sessionId, "none"), "404 resource_not_found"],
      [clerk.sessions.getToken("sess_x", "t"), "404 resource_not_found"],
    ]);
  });

  it("sign with a key of their own, which they never show", async () => {
    const { emulator, clerk } = await setUp();
    const signingKey = "a secret that is long enough for HS256";
    const made = unwrap(
      await clerk.jwtTemplates.create({
        name: "supabase",
        claims: { role: "authenticated" },
        customSigningKey: true,
        signingAlgorithm: "HS256",
        signingKey,
      }),
    );
    assertEquals(
      [made.customSigningKey, made.signingAlgorithm],
      [true, "HS256"],
    );
    assert(!JSON.stringify(emulator.requests).includes(signingKey));
    assert(!JSON.stringify(made).includes(signingKey));
    const { sessionId } = await emulator.signIn("user_ada");
    const { jwt } = unwrap(
      await clerk.sessions.getToken(sessionId, "supabase"),
    );
    const { result } = await verifyJwt(jwt, {
      key: { secret: signingKey },
      algorithms: ["HS256"],
      clock: emulator.clock,
    });
    assertEquals([result?.role, result?.sub], ["authenticated", "user_ada"]);
  });
});

describe("shortcodes", () => {
  const values = { user: { a: 0, b: false, c: { d: "x" }, list: ["y"] } };
  const cases: readonly (readonly [claim: unknown, filled: unknown])[] = [
    ["{{user.a}}", 0],
    ["{{user.b}}", false],
    ["{{ user.c }}", { d: "x" }],
    ["{{user.c.d}}{{user.c.d}}", "xx"],
    ["-{{user.c}}-", '-{"d":"x"}-'],
    ["-{{user.none}}-", "--"],
    ["{{user.list.0}}", "y"],
    ["{{user.none || user.c.d}}", "x"],
    ["{{user.none || 'd e'}}", "d e"],
    ['{{user.none || "d"}}', "d"],
    ["{{user.none || 7}}", 7],
    ["{{user.none || true}}", true],
    ["{{user.none || other}}", null],
    ["{{user.constructor}}", null],
    ["{{user.__proto__}}", null],
    ["no {shortcode}", "no {shortcode}"],
    [null, null],
    [[1, "{{user.a}}"], [1, 0]],
  ];
  for (const [claim, filled] of cases) {
    it(`fill ${JSON.stringify(claim)}`, () => {
      assertEquals(fillShortcodes({ claim }, values), { claim: filled });
    });
  }
});
