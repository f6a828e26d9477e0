// Auth objects; with security case 11 for what they are made of.
import { inspect } from "node:util";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createClerkClient } from "../../mod.ts";
import {
  type AuthData,
  type AuthObject,
  createInvalidTokenAuth,
  createMachineAuth,
  createMachineTokenVerifier,
  createSessionAuth,
  createSignedOutAuth,
  createUnauthenticatedMachineAuth,
  isAuthorized,
  isTokenTypeAccepted,
  loadResources,
  narrowAuth,
  type SessionBackend,
  toAuthData,
  type VerifiedMachineToken,
  verifySessionToken,
} from "../../internal.ts";
import { createCore, verifyWithCore } from "../../src/auth/token_core.ts";
import { createClaimsPolicy } from "../../src/jwt/claims.ts";
import { createRecorder, lineOf, refuse } from "../api/recorder.ts";
import { makeClock, makeKey, makeToken } from "../keys/fixtures.ts";

const SECRET = "sk_test_a_secret_that_must_not_show";
const MACHINE_SECRET = "ak_a_secret_that_must_not_show";
const ORG = {
  v: 2,
  fea: "o:posts",
  o: { id: "org_1", slg: "acme", rol: "admin", per: "read", fpm: "1" },
};

const getKey = () => makeKey("a", "ins_a");

async function sign(claims: Record<string, unknown> = {}) {
  const key = await getKey();
  const token = await makeToken(key, { claims });
  const { result: verified, error } = await verifySessionToken(token, {
    jwtKey: key.pem,
    clock: makeClock(),
    env: {},
  });
  if (error) throw error;
  return { token, verified };
}

async function verifyMachine(
  text: string,
  record: object,
): Promise<VerifiedMachineToken> {
  const { fetch } = createRecorder(() => record);
  const { result, error } = await createMachineTokenVerifier({
    secretKey: SECRET,
    env: {},
    fetch,
  }).verify(text);
  if (error) throw error;
  return result;
}

/** One auth object of each kind, with debug data full of secrets. */
async function makeAll(): Promise<readonly (readonly [string, AuthObject])[]> {
  const key = await getKey();
  const { token, verified } = await sign({
    ...ORG,
    act: { sub: "user_2" },
    fva: [1, -1],
    sts: "active",
  });
  const debug = () => ({
    secretKey: SECRET,
    machineSecretKey: MACHINE_SECRET,
    jwtKey: key.pem,
    anythingElse: SECRET,
    tokenInHeader: token,
    handshakeNonce: "nonce_that_must_not_show",
    headers: new Headers({ authorization: token }),
    reason: "a reason",
    clientUat: 0,
  });
  const api = await verifyMachine("ak_secret_of_the_key", {
    id: "ak_1",
    subject: "user_1",
    name: "mine",
    claims: { team: "a" },
    scopes: ["read"],
  });
  return [
    ["signed in", createSessionAuth({ verified, token, debug })],
    ["signed out", createSignedOutAuth({ debug })],
    ["machine", createMachineAuth(api, debug)],
    ["unauthenticated", createUnauthenticatedMachineAuth("api_key", debug)],
    ["invalid", createInvalidTokenAuth(debug)],
  ];
}

describe("the auth object of a session", () => {
  it("tells what the token tells", async () => {
    const { token, verified } = await sign({
      ...ORG,
      act: { sub: "user_2", iss: "https://x" },
      fva: [1, -1],
      sts: "active",
    });
    const auth = createSessionAuth({ verified, token });
    const { getToken: _, has, debug: _d, ...data } = auth;
    assertEquals(data, {
      tokenType: "session_token",
      isAuthenticated: true,
      sessionClaims: verified.payload,
      sessionId: "sess_1",
      sessionStatus: "active",
      userId: "user_1",
      actor: { sub: "user_2", iss: "https://x" },
      orgId: "org_1",
      orgRole: "org:admin",
      orgSlug: "acme",
      orgPermissions: ["org:posts:read"],
      factorVerificationAge: [1, -1],
    });
    assertEquals(has({ role: "org:admin" }), true);
    assertEquals(has({ permission: "posts:write" }), false);
  });

  it("has null for what the token does not tell, or not as it should", async () => {
    for (
      const claims of [{}, { act: "user_2", fva: "1", sts: 5 }, {
        act: { sub: 1 },
        fva: [1],
        sts: null,
      }]
    ) {
      const { token, verified } = await sign(claims);
      const auth = createSessionAuth({ verified, token });
      assertEquals([
        auth.actor,
        auth.orgId,
        auth.orgRole,
        auth.orgSlug,
        auth.orgPermissions,
        auth.factorVerificationAge,
        auth.sessionStatus,
      ], [null, null, null, null, null, null, null]);
    }
  });

  it("counts a pending session as signed out, unless told otherwise", async () => {
    const { token, verified } = await sign({ sts: "pending" });
    const auth = createSessionAuth({ verified, token });
    assertEquals(
      [auth.isAuthenticated, auth.userId, auth.sessionStatus],
      [false, null, "pending"],
    );
    assertEquals((await auth.getToken()).data, null);
    const lax = createSessionAuth({
      verified,
      token,
      treatPendingAsSignedOut: false,
    });
    assertEquals([lax.userId, lax.sessionStatus], ["user_1", "pending"]);
  });

  it("is not made of the token of anything else", async () => {
    const key = await getKey();
    const core = createCore({ jwtKey: key.pem, clock: makeClock(), env: {} });
    const policy = createClaimsPolicy({ tokenClass: "any" });
    const others = [
      { claims: { sub: "mch_1", sid: undefined } },
      { claims: { sid: undefined } },
      { claims: { sid: "" } },
      { header: { cat: "cl_B7d4PD222AAA" } },
      { claims: { sub: "mch_1" }, header: { cat: "cl_B7d4PD333AAA" } },
      { header: { cat: "cl_other" } },
    ];
    for (const spec of others) {
      const token = await makeToken(key, spec);
      const verified = await verifyWithCore(core, token, policy);
      assertThrows(
        () => createSessionAuth({ verified, token }),
        "the token of a session",
      );
    }
  });

  it("gives its token, and others by the backend", async () => {
    const { token, verified } = await sign();
    const asked: unknown[] = [];
    const backend: SessionBackend = {
      getToken: (...args) => {
        asked.push(args);
        return Promise.resolve({ data: { jwt: "new" }, errors: undefined });
      },
    };
    const auth = createSessionAuth({ verified, token, backend });
    const get = async (options?: object) => (await auth.getToken(options)).data;
    assertEquals(await get(), token);
    assertEquals(await get({}), token);
    assertEquals(await get({ template: "" }), token);
    assertEquals(asked, []);
    assertEquals(await get({ template: "t" }), "new");
    assertEquals(await get({ template: "t", expiresInSeconds: 60 }), "new");
    assertEquals(await get({ expiresInSeconds: 60 }), "new");
    assertEquals(asked, [
      ["sess_1", "t", undefined],
      ["sess_1", "t", 60],
      ["sess_1", undefined, 60],
    ]);
  });

  it("takes a client's sessions for a backend", async () => {
    const { token, verified } = await sign();
    const { fetch, sent } = createRecorder(({ url }) =>
      url.pathname.endsWith("/bad")
        ? refuse(404, "resource_not_found")
        : { object: "token", jwt: "new" }
    );
    const { sessions } = createClerkClient({
      secretKey: SECRET,
      env: {},
      fetch,
    });
    const auth = createSessionAuth({ verified, token, backend: sessions });
    assertEquals((await auth.getToken({ template: "t" })).data, "new");
    const { errors } = await auth.getToken({ template: "bad" });
    assertEquals(errors?.[0].code, "resource_not_found");
    const slip = await auth.getToken({ template: "../../users" });
    assertEquals(slip.errors?.[0].code, "invalid_argument");
    assertEquals(sent.map(lineOf), [
      "POST /v1/sessions/sess_1/tokens/t",
      "POST /v1/sessions/sess_1/tokens/bad",
    ]);
  });

  it("gives an error for others without a backend, and for one that throws", async () => {
    const { token, verified } = await sign();
    const alone = createSessionAuth({ verified, token });
    const { errors } = await alone.getToken({ template: "t" });
    assertEquals(errors?.[0].code, "missing_secret_key");
    const backend = { getToken: () => Promise.reject(new Error("broken")) };
    const broken = createSessionAuth({ verified, token, backend });
    const outcome = await broken.getToken({ template: "t" });
    assertEquals(outcome.errors?.[0].code, "unexpected_response");
  });
});

describe("every auth object", () => {
  it("has data that survives JSON and structured cloning, and is no more", async () => {
    for (const [name, auth] of await makeAll()) {
      const data = toAuthData(auth);
      assertEquals(JSON.parse(JSON.stringify(data)), data, name);
      assertEquals(structuredClone(data), data, name);
      assertEquals(
        Object.keys(data).sort(),
        Object.keys(auth).filter((key) =>
          !["getToken", "has", "debug"].includes(key)
        ).sort(),
        name,
      );
    }
  });

  it("keeps tokens, keys and private data to itself", async () => {
    for (const [name, auth] of await makeAll()) {
      const decorated = {
        ...auth,
        user: { privateMetadata: "private-metadata" },
        secretKey: SECRET,
      };
      const { data: token } = await auth.getToken();
      const shown = [
        inspect(auth, { depth: Infinity, showHidden: true }),
        JSON.stringify(auth),
        JSON.stringify(toAuthData(decorated)),
        inspect(auth.debug(), { depth: Infinity }),
        JSON.stringify(auth.debug()),
      ].join();
      for (
        const hidden of [
          SECRET,
          MACHINE_SECRET,
          "BEGIN PUBLIC",
          "nonce_that",
          "private-metadata",
          ...(token ? [token.slice(0, 8)] : []),
        ]
      ) assert(!shown.includes(hidden), `${name} shows ${hidden}: ${shown}`);
    }
  });

  it("tells in debug what helps, with tokens by seven characters", async () => {
    for (const [name, auth] of await makeAll()) {
      const { reason, clientUat, tokenInHeader } = auth.debug();
      assertEquals([reason, clientUat], ["a reason", 0], name);
      assertEquals(`${tokenInHeader}`.length, 7, name);
    }
  });

  it("gathers debug data when it is asked for, and not before", () => {
    let calls = 0;
    const auth = createSignedOutAuth({ debug: () => ({ reason: ++calls }) });
    assertEquals(calls, 0);
    assertEquals(auth.debug(), { reason: 1 });
  });

  it("can be asked again where its data went", async () => {
    const { token, verified } = await sign(ORG);
    const auth = createSessionAuth({ verified, token });
    if (!auth.isAuthenticated) throw new Error("signed out");
    const sent = structuredClone(toAuthData(auth));
    assertEquals(isAuthorized(sent, { permission: "posts:read" }), true);
    assertEquals(isAuthorized(sent, { permission: "posts:write" }), false);
  });
});

describe("the auth object of a machine", () => {
  it("tells what is known of each kind", async () => {
    const record = { id: "id_1", scopes: ["a"], claims: { b: 1 } };
    const of = async (text: string, more: object): Promise<AuthData> =>
      toAuthData(
        createMachineAuth(await verifyMachine(text, { ...record, ...more })),
      );
    const common = {
      id: "id_1",
      scopes: ["a"],
      isAuthenticated: true as const,
    };
    assertEquals(await of("ak_1", { subject: "user_1", name: "n" }), {
      ...common,
      tokenType: "api_key",
      subject: "user_1",
      name: "n",
      claims: { b: 1 },
      userId: "user_1",
      orgId: null,
    });
    const ofOrganization = await of("ak_1", { subject: "org_1" });
    assert("orgId" in ofOrganization);
    assertEquals(
      [ofOrganization.userId, ofOrganization.orgId],
      [null, "org_1"],
    );
    assertEquals(await of("mt_1", { subject: "mch_1" }), {
      ...common,
      tokenType: "m2m_token",
      subject: "mch_1",
      claims: { b: 1 },
      machineId: "mch_1",
    });
    assertEquals(await of("oat_1", { subject: "user_1", client_id: "c" }), {
      ...common,
      tokenType: "oauth_token",
      subject: "user_1",
      userId: "user_1",
      clientId: "c",
    });
  });

  it("gives its token, and no other", async () => {
    const auth = createMachineAuth(
      await verifyMachine("ak_1", { id: "1", subject: "user_1" }),
    );
    assertEquals((await auth.getToken()).data, "ak_1");
    assertEquals((await auth.getToken({ template: "t" })).data, "ak_1");
    assertEquals(auth.has({ role: "org:admin" }), false);
  });

  it("has the same members, all null, when there is none", () => {
    for (const kind of ["api_key", "m2m_token", "oauth_token"] as const) {
      const { tokenType, isAuthenticated, ...rest } = toAuthData(
        createUnauthenticatedMachineAuth(kind),
      );
      assertEquals([tokenType, isAuthenticated], [kind, false]);
      assert(Object.keys(rest).length > 3);
      assertEquals(Object.values(rest).filter((it) => it !== null), []);
    }
  });
});

describe("narrowAuth", () => {
  it("gives the very same, or one that is not authenticated", async () => {
    const { token, verified } = await sign();
    const session = createSessionAuth({ verified, token });
    const machine = createMachineAuth(
      await verifyMachine("ak_1", { id: "1", subject: "user_1" }),
    );
    for (const auth of [session, machine]) {
      assertEquals(narrowAuth(auth, "any") === auth, true);
      assertEquals(
        narrowAuth(auth, ["session_token", "api_key"]) === auth,
        true,
      );
      const none = narrowAuth(auth, ["m2m_token"]);
      assertEquals(none.debug(), auth.debug());
      assertEquals([none.tokenType, none.isAuthenticated], [null, false]);
      const other = narrowAuth(auth, "oauth_token");
      assertEquals(
        [other.tokenType, other.isAuthenticated],
        ["oauth_token", false],
      );
    }
    assertEquals(narrowAuth(session) === session, true);
    assertEquals(
      toAuthData(narrowAuth(machine)),
      toAuthData(createSignedOutAuth()),
    );
  });

  it("goes by isTokenTypeAccepted", () => {
    assertEquals(isTokenTypeAccepted("api_key", "any"), true);
    assertEquals(isTokenTypeAccepted(null, "any"), false);
    assertEquals(isTokenTypeAccepted("api_key", "api_key"), true);
    assertEquals(isTokenTypeAccepted("api_key", []), false);
    assertEquals(isTokenTypeAccepted("api_key", ["m2m_token"]), false);
    assertEquals(isTokenTypeAccepted("api_key", "session_token"), false);
  });
});

describe("loadResources", () => {
  it("loads what is asked for and is there", async () => {
    const { token, verified } = await sign(ORG);
    const auth = createSessionAuth({ verified, token });
    const { fetch, sent } = createRecorder(({ url }) =>
      url.pathname.includes("sessions")
        ? refuse(404, "resource_not_found")
        : { id: url.pathname }
    );
    const client = createClerkClient({ secretKey: SECRET, env: {}, fetch });
    const { data } = await loadResources(auth, client, {
      loadUser: true,
      loadOrganization: true,
    });
    assertEquals(data?.user?.id, "/v1/users/user_1");
    assertEquals(data?.organization?.id, "/v1/organizations/org_1");
    assertEquals(data?.session, undefined);
    assertEquals(sent.length, 2);
    const outcome = await loadResources(auth, client, { loadSession: true });
    assertEquals(outcome.errors?.[0].code, "resource_not_found");
    const none = await loadResources(createSignedOutAuth(), client, {
      loadUser: true,
      loadOrganization: true,
      loadSession: true,
    });
    const nothing = undefined;
    assertEquals(none, {
      data: { user: nothing, organization: nothing, session: nothing },
      errors: nothing,
    });
    assertEquals(sent.length, 3);
    const refused = createRecorder(() => refuse(403, "forbidden"));
    const other = createClerkClient({
      secretKey: SECRET,
      env: {},
      fetch: refused.fetch,
    });
    for (const name of ["loadUser", "loadOrganization", "loadSession"]) {
      const { errors } = await loadResources(auth, other, { [name]: true });
      assertEquals(errors?.[0].code, "forbidden", name);
    }
  });
});
