import { verifyToken } from "../parity/official.ts";
import { assert, assertEquals, assertRejects } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  exportJWK,
  generateKeyPair,
  importSPKI,
  jwtVerify,
} from "jose";
import { createEmulator, type Emulator } from "../../emulator.ts";
import { withAda } from "./harness.ts";

/** The keys as jose takes them. */
async function jwksOf(emulator: Emulator) {
  const { keys } = await emulator.jwks();
  return createLocalJWKSet({
    keys: keys.map(({ kty = "", n = "", e = "", kid = "", alg = "" }) => ({
      kty,
      n,
      e,
      kid,
      alg,
    })),
  });
}

const ORGANIZATION = {
  id: "org_1",
  slug: "acme",
  role: "org:admin",
  permissions: [
    "org:invoices:read",
    "org:reports:export",
    "org:invoices:manage",
    "org:sys_memberships:manage",
  ],
};

describe("the emulator's session tokens", () => {
  it("have the header and the claims of Clerk's, version 2", async () => {
    const emulator = await withAda();
    emulator.clock.freeze(1_767_225_600_500);
    const { token, sessionId } = await emulator.signIn("user_1");
    const [key] = (await emulator.jwks()).keys;
    assertEquals(decodeProtectedHeader(token), {
      alg: "RS256",
      cat: "cl_B7d4PD111AAA",
      kid: key?.kid ?? "",
      typ: "JWT",
    });
    const { jti, ...claims } = decodeJwt(token);
    assert(jti && jti.length > 10);
    assertEquals(claims, {
      iss: "http://127.0.0.1:4640",
      sub: "user_1",
      sid: sessionId,
      iat: 1_767_225_600,
      nbf: 1_767_225_590,
      exp: 1_767_225_660,
      fva: [0, -1],
      sts: "active",
      v: 2,
    });
    assert(/^sess_\w{27}$/.test(sessionId));
  });

  it("say of the session what they are told", async () => {
    const emulator = await withAda();
    const { token } = await emulator.signIn("user_1", {
      sessionId: "sess_1",
      azp: "https://app.example.com",
      fva: [10, 2],
      sts: "pending",
      act: "user_admin",
      pla: "o:pro,u:free",
      fea: "u:export,o:chat",
      claims: { role: "tester", jti: undefined },
      expiresIn: "5m",
    });
    const claims = decodeJwt(token);
    assertEquals(claims.azp, "https://app.example.com");
    assertEquals(claims.fva, [10, 2]);
    assertEquals(claims.sts, "pending");
    assertEquals(claims.sid, "sess_1");
    assertEquals(claims.role, "tester");
    assertEquals("jti" in claims, false);
    assertEquals((claims.exp ?? 0) - (claims.iat ?? 0), 300);
    assertEquals([claims.pla, claims.fea], ["o:pro,u:free", "u:export,o:chat"]);
    const act = claims.act as { sub: string; iss: string; sid: string };
    assertEquals([act.sub, act.iss], ["user_admin", emulator.origin]);
    assert(act.sid.startsWith("sess_"));
  });

  it("write permissions as a bit mask for each feature of the organization", async () => {
    const emulator = await withAda();
    const { token } = await emulator.signIn("user_1", {
      organization: ORGANIZATION,
      fea: "u:export,o:chat,uo:reports",
    });
    const { o, fea } = decodeJwt(token);
    assertEquals(fea, "u:export,o:chat,uo:reports,o:invoices");
    assertEquals(o, {
      id: "org_1",
      slg: "acme",
      rol: "admin",
      per: "read,export,manage",
      fpm: "0,2,5",
    });
    const bare = await emulator.tokens.session("user_1", {
      organization: { id: "org_1" },
    });
    assertEquals(decodeJwt(bare).o, { id: "org_1", rol: "member" });
  });

  it("have the older form on request", async () => {
    const emulator = await withAda();
    const { token } = await emulator.signIn("user_1", {
      organization: ORGANIZATION,
      version: 1,
    });
    const claims = decodeJwt(token);
    assertEquals([claims.v, claims.o], [undefined, undefined]);
    assertEquals(
      [claims.org_id, claims.org_slug, claims.org_role, claims.org_permissions],
      ["org_1", "acme", "org:admin", ORGANIZATION.permissions.slice(0, 3)],
    );
  });

  it("take the organization from a membership", async () => {
    const emulator = await createEmulator({
      seed: {
        users: [{ id: "user_1" }, { id: "user_2" }],
        organizations: [{
          id: "org_1",
          name: "Acme",
          members: [{ userId: "user_1", role: "admin" }],
        }],
      },
    });
    const { token } = await emulator.signIn("user_1", { orgId: "org_1" });
    assertEquals(decodeJwt(token).o, {
      id: "org_1",
      slg: "acme",
      rol: "admin",
    });
    await assertRejects(
      () => emulator.signIn("user_2", { orgId: "org_1" }),
      TypeError,
      "no member",
    );
  });

  it("are verified by jose, by JWKS and by PEM", async () => {
    const emulator = await withAda();
    const { token } = await emulator.signIn("user_1");
    const issuer = emulator.origin;
    const jwks = await jwksOf(emulator);
    assertEquals(
      (await jwtVerify(token, jwks, { issuer })).payload.sub,
      "user_1",
    );
    const pem = await importSPKI(await emulator.jwtKey, "RS256");
    assertEquals((await jwtVerify(token, pem)).payload.sub, "user_1");
  });

  it("are verified by the official SDK", async () => {
    const emulator = await withAda();
    const { token } = await emulator.signIn("user_1", {
      azp: "https://app.example.com",
    });
    const jwtKey = await emulator.jwtKey;
    const authorizedParties = ["https://app.example.com"];
    const claims = await verifyToken(token, { jwtKey, authorizedParties });
    assertEquals(claims.sub, "user_1");
    for (
      const bad of [
        await emulator.tokens.forged("user_1"),
        (await emulator.signIn("user_1")).expiredToken,
        await emulator.tokens.m2m(),
      ]
    ) await assertRejects(() => verifyToken(bad, { jwtKey }));
  });

  it("expire by the emulator's clock, and one has expired already", async () => {
    const emulator = await withAda();
    const jwks = await jwksOf(emulator);
    const { token, expiredToken } = await emulator.signIn("user_1", {
      claims: { role: "tester" },
    });
    const at = () => ({ currentDate: new Date(emulator.clock.now()) });
    await jwtVerify(token, jwks, at());
    await assertRejects(
      () => jwtVerify(expiredToken, jwks, at()),
      errors.JWTExpired,
    );
    assertEquals(decodeJwt(expiredToken).role, "tester");
    emulator.clock.advance("61s");
    await assertRejects(() => jwtVerify(token, jwks, at()), errors.JWTExpired);
  });

  it("go with headers and cookies", async () => {
    const emulator = await withAda();
    const { token, headers, cookies, cookieHeader } = await emulator.signIn(
      "user_1",
    );
    assertEquals(headers, { authorization: `Bearer ${token}` });
    const suffix = "IZZYitu6";
    assertEquals(cookies[`__session_${suffix}`], token);
    assertEquals(cookies.__session, token);
    assertEquals(
      cookies.__client_uat,
      String(decodeJwt(token).iat),
    );
    assertEquals(cookies[`__clerk_db_jwt_${suffix}`], cookies.__clerk_db_jwt);
    assert(cookieHeader.includes(`__client_uat_${suffix}=`));
  });

  it("are not for users who cannot sign in", async () => {
    const emulator = await createEmulator({
      seed: { users: [{ id: "user_1", banned: true }, { id: "user_2" }] },
    });
    await assertRejects(() => emulator.signIn("user_1"), TypeError, "banned");
    await assertRejects(() => emulator.signIn("user_x"), TypeError, "no such");
    await emulator.signIn("user_2");
    await emulator.fetch(`${emulator.apiUrl}/v1/users/user_2/lock`, {
      method: "POST",
      headers: { authorization: `Bearer ${emulator.secretKey}` },
    });
    await assertRejects(() => emulator.signIn("user_2"), TypeError, "locked");
  });
});

describe("the emulator's other tokens", () => {
  it("are each of their own category or type", async () => {
    const emulator = await createEmulator();
    const { tokens } = emulator;
    const template = await tokens.template("user_1", { claims: { a: 1 } });
    assertEquals(decodeProtectedHeader(template).cat, "cl_B7d4PD222AAA");
    assertEquals([decodeJwt(template).sid, decodeJwt(template).a], [
      undefined,
      1,
    ]);
    const m2m = await tokens.m2m({ scopes: ["mch_a", "mch_b"] });
    assertEquals(decodeProtectedHeader(m2m).cat, "cl_B7d4PD333AAA");
    const machine = decodeJwt(m2m);
    assert(/^mch_\w{27}$/.test(machine.sub ?? ""));
    assert(/^mt_[0-9a-f]{32}$/.test(machine.jti ?? ""));
    assertEquals([machine.aud, machine.scopes], [
      ["mch_a", "mch_b"],
      "mch_a mch_b",
    ]);
    const oauth = await tokens.oauth("user_1", {
      clientId: "client_1",
      scopes: ["email", "profile"],
    });
    assertEquals(decodeProtectedHeader(oauth).typ, "at+jwt");
    assertEquals(decodeProtectedHeader(oauth).cat, undefined);
    const grant = decodeJwt(oauth);
    assertEquals([grant.sub, grant.client_id, grant.scope], [
      "user_1",
      "client_1",
      "email profile",
    ]);
    assert(/^oat_[0-9a-f]{32}$/.test(grant.jti ?? ""));
    const handshake = await tokens.handshake(["__client_uat=0; Path=/"]);
    assertEquals(decodeJwt(handshake), {
      handshake: ["__client_uat=0; Path=/"],
    });
    const jwks = await jwksOf(emulator);
    for (const token of [template, m2m, oauth, handshake]) {
      await jwtVerify(token, jwks);
    }
  });

  it("are RS256 and signed, whatever the header is told", async () => {
    const { tokens } = await createEmulator();
    for (
      const token of [
        await tokens.sign({ sub: "user_1" }, { alg: "none" }),
        await tokens.session("user_1", { header: { alg: "HS256" } }),
        await tokens.forged("user_1", { header: { alg: "none" } }),
      ]
    ) {
      assertEquals(decodeProtectedHeader(token).alg, "RS256");
      assertEquals(token.split(".")[2]?.length, 342);
    }
  });

  it("are forged with the right kid and another key", async () => {
    const emulator = await createEmulator();
    const forged = await emulator.tokens.forged("user_1");
    const [key] = (await emulator.jwks()).keys;
    assertEquals(decodeProtectedHeader(forged).kid, key?.kid);
    assertEquals(decodeJwt(forged).sub, "user_1");
    const jwks = await jwksOf(emulator);
    await assertRejects(
      () => jwtVerify(forged, jwks),
      errors.JWSSignatureVerificationFailed,
    );
  });
});

describe("the emulator's keys", () => {
  it("are of the form that Clerk's SDK reads, with a kid of their own", async () => {
    const [one, two] = await Promise.all([createEmulator(), createEmulator()]);
    const [a, b] = [(await one.jwks()).keys[0], (await two.jwks()).keys[0]];
    assert(/^ins_EMULATOR[0-9A-Za-z]{19}$/.test(a?.kid ?? ""));
    assertEquals([a?.kty, a?.e, a?.alg, a?.use], [
      "RSA",
      "AQAB",
      "RS256",
      "sig",
    ]);
    assertEquals(a?.n?.length, 342);
    assert(a?.kid !== b?.kid && a?.n !== b?.n);
    assertEquals(one.secretKey === two.secretKey, false);
    assertEquals(one.webhookSecret === two.webhookSecret, false);
  });

  it("rotate, with the old ones or without", async () => {
    const emulator = await withAda();
    const { token } = await emulator.signIn("user_1");
    const old = decodeProtectedHeader(token).kid;
    const kid = await emulator.rotateKey();
    const next = (await emulator.signIn("user_1")).token;
    assertEquals(decodeProtectedHeader(next).kid, kid);
    assertEquals((await emulator.jwks()).keys.map((key) => key.kid), [
      kid,
      old ?? "",
    ]);
    await jwtVerify(token, await jwksOf(emulator));
    await emulator.rotateKey({ keepOld: false });
    assertEquals((await emulator.jwks()).keys.length, 1);
    await assertRejects(async () => jwtVerify(token, await jwksOf(emulator)));
  });

  it("may be brought along, and give the same kid each time", async () => {
    const pair = await generateKeyPair("RS256", { extractable: true });
    const privateJwk = await exportJWK(pair.privateKey);
    const [one, two] = await Promise.all([
      createEmulator({ keys: { privateJwk } }),
      createEmulator({ keys: { privateJwk } }),
    ]);
    const token = await one.tokens.session("user_1");
    await jwtVerify(token, pair.publicKey);
    assertEquals(await one.jwks(), await two.jwks());
    assertEquals(await one.jwtKey, await two.jwtKey);
  });

  it("are refused when they are not private RSA keys of 2048 bits", async () => {
    const pair = await generateKeyPair("RS256", { extractable: true });
    const publicJwk = await exportJWK(pair.publicKey);
    const small = { kty: "RSA", e: "AQAB", n: "abc", d: "abc" };
    for (const privateJwk of [publicJwk, small, { kty: "EC" }]) {
      await assertRejects(
        () => createEmulator({ keys: { privateJwk } }),
        TypeError,
        "keys.privateJwk",
      );
    }
  });

  it("are named by the publishable key and the variables for an app", async () => {
    const emulator = await createEmulator();
    assertEquals(
      emulator.publishableKey,
      "pk_test_aHR0cDovLzEyNy4wLjAuMTo0NjQwJA",
    );
    assert(/^sk_test_emulator_[0-9A-Za-z]{32}$/.test(emulator.secretKey));
    assertEquals(emulator.env(), {
      CLERK_SECRET_KEY: emulator.secretKey,
      CLERK_PUBLISHABLE_KEY: emulator.publishableKey,
      CLERK_API_URL: "http://127.0.0.1:4640",
      CLERK_WEBHOOK_SIGNING_SECRET: emulator.webhookSecret,
      CLERK_SIGN_IN_URL: "http://127.0.0.1:4640/sign-in",
      CLERK_SIGN_UP_URL: "http://127.0.0.1:4640/sign-up",
      CLERK_TELEMETRY_DISABLED: "1",
    });
  });
});
