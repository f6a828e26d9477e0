import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator, type Emulator, type Seed } from "../../emulator.ts";
import { decodeJwt } from "../../jwt.ts";
import { type ClerkClient, unwrap } from "../../mod.ts";
import { call } from "./harness.ts";
import { assertCodes, codeOf, judge } from "./judged_client.ts";

const SEED: Seed = {
  users: ["ada", "bob"].map((name) => ({
    id: `user_${name}`,
    emailAddress: [`${name}@example.com`],
    password: "correct horse",
  })),
  organizations: [{
    id: "org_1",
    name: "Acme",
    slug: "acme",
    members: [{ userId: "user_ada", role: "admin" }],
  }],
};

const T0 = Date.UTC(2026, 0, 1);
const DAY = 86_400_000;

async function setUp() {
  const judged = await judge({ seed: SEED });
  judged.emulator.clock.freeze(T0);
  return judged;
}

function claimsOf(token: string) {
  const { result, error } = decodeJwt(token);
  if (error) throw error;
  return result.payload;
}

describe("the emulator's sessions", () => {
  it("are those that signIn began", async () => {
    const { emulator, clerk, heard } = await setUp();
    const { sessionId, clientId, token } = await emulator.signIn("user_ada", {
      orgId: "org_1",
      act: "user_bob",
    });
    assertEquals(await heard(), ["session.created"]);
    const session = unwrap(await clerk.sessions.getSession(sessionId));
    assertEquals(session, {
      object: "session",
      id: sessionId,
      userId: "user_ada",
      clientId,
      actor: session.actor ?? null,
      status: "active",
      lastActiveOrganizationId: "org_1",
      lastActiveAt: T0,
      latestActivity: {
        object: "session_activity",
        id: session.latestActivity?.id ?? "",
        isMobile: false,
      },
      expireAt: T0 + 7 * DAY,
      abandonAt: T0 + 30 * DAY,
      updatedAt: T0,
      createdAt: T0,
      tasks: null,
    });
    assertEquals(session.actor?.sub, "user_bob");
    assertEquals(claimsOf(token).act?.sub, "user_bob");
    const user = unwrap(await clerk.users.getUser("user_ada"));
    assertEquals(user.lastSignInAt, T0);
  });

  it("are made, and refused to who may not sign in", async () => {
    const { clerk, heard } = await setUp();
    const session = unwrap(
      await clerk.sessions.createSession({
        userId: "user_ada",
        activeOrganizationId: "org_1",
      }),
    );
    assertEquals(session.lastActiveOrganizationId, "org_1");
    assertEquals(await heard(), ["session.created"]);
    await clerk.users.banUser("user_bob");
    await assertCodes([
      [
        clerk.sessions.createSession({ userId: "user_x" }),
        "404 resource_not_found",
      ],
      [
        clerk.sessions.createSession({ userId: "user_bob" }),
        "422 form_param_value_invalid user_id",
      ],
      [
        clerk.sessions.createSession({
          userId: "user_ada",
          activeOrganizationId: "org_x",
        }),
        "404 resource_not_found",
      ],
      [clerk.sessions.getSession("sess_x"), "404 resource_not_found"],
      [clerk.sessions.revokeSession("sess_x"), "404 resource_not_found"],
      [clerk.sessions.getToken("sess_x"), "404 resource_not_found"],
    ]);
  });

  it("are listed by user, client and status, the newest first", async () => {
    const { emulator, clerk } = await setUp();
    const ids: string[] = [];
    const sign = async (userId: string, clientId?: string) => {
      emulator.clock.advance("1s");
      const { sessionId } = await emulator.signIn(userId, { clientId });
      ids.unshift(sessionId);
    };
    await sign("user_ada", "client_1");
    await sign("user_bob", "client_1");
    await sign("user_ada", "client_2");
    await clerk.sessions.revokeSession(ids[2] ?? "");
    const list = async (params: object) => {
      const { data, errors, totalCount } = await clerk.sessions.getSessionList(
        params,
      );
      return [errors ?? data.map(({ id }) => ids.indexOf(id)), totalCount];
    };
    assertEquals(await list({}), [[0, 1, 2], 3]);
    assertEquals(await list({ userId: "user_ada" }), [[0, 2], 2]);
    assertEquals(await list({ clientId: "client_1" }), [[1, 2], 2]);
    assertEquals(
      await list({ userId: "user_ada", clientId: "client_1" }),
      [[2], 1],
    );
    assertEquals(await list({ status: "active" }), [[0, 1], 2]);
    assertEquals(await list({ status: "revoked", userId: "user_bob" }), [
      [],
      0,
    ]);
    assertEquals(await list({ limit: 1, offset: 1 }), [[1], 3]);
    const bare = await call(emulator, "GET", "/sessions");
    assert(Array.isArray(bare.body));
    emulator.clock.set(T0 + 8 * DAY);
    assertEquals(await list({ status: "active" }), [[], 0]);
    assertEquals(await list({ status: "expired" }), [[0, 1], 2]);
    emulator.clock.set(T0 + 31 * DAY);
    assertEquals(await list({ status: "abandoned" }), [[0, 1], 2]);
    assertEquals(await list({ status: "revoked" }), [[2], 1]);
  });

  it("end when they are revoked, and stay ended", async () => {
    const { emulator, clerk, heard } = await setUp();
    const { sessionId, token } = await emulator.signIn("user_ada");
    emulator.clock.advance("1m");
    const revoked = unwrap(await clerk.sessions.revokeSession(sessionId));
    assertEquals([revoked.status, revoked.updatedAt], ["revoked", T0 + 60_000]);
    emulator.clock.advance("1m");
    assertEquals(
      unwrap(await clerk.sessions.revokeSession(sessionId)),
      revoked,
    );
    assertEquals(await heard(), ["session.created", "session.revoked"]);
    emulator.clock.set(T0 + 31 * DAY);
    assertEquals(
      unwrap(await clerk.sessions.getSession(sessionId)).status,
      "revoked",
    );
    await assertCodes([
      [clerk.sessions.getToken(sessionId), "404 resource_not_found"],
      [
        clerk.sessions.verifySession(sessionId, token),
        "404 resource_not_found",
      ],
    ]);
  });

  it("end with a ban and with the user", async () => {
    const { emulator, clerk, heard } = await setUp();
    const [first, second] = [
      await emulator.signIn("user_ada"),
      await emulator.signIn("user_ada"),
    ];
    await clerk.sessions.revokeSession(second.sessionId);
    await heard();
    await clerk.users.banUser("user_ada");
    assertEquals(await heard(), ["user.updated", "session.revoked"]);
    assertEquals(
      unwrap(await clerk.sessions.getSession(first.sessionId)).status,
      "revoked",
    );
    await clerk.users.unbanUser("user_ada");
    const third = await emulator.signIn("user_ada");
    await heard();
    await clerk.users.deleteUser("user_ada");
    assertEquals(await heard(), [
      "session.removed",
      "organizationMembership.deleted",
      "user.deleted",
    ]);
    for (const { sessionId } of [first, second, third]) {
      assertEquals(
        await codeOf(clerk.sessions.getSession(sessionId)),
        "404 resource_not_found",
      );
    }
    const client = unwrap(await clerk.clients.getClient(third.clientId));
    assertEquals(client.sessions, []);
  });

  it("end in bulk, and with a password that goes", async () => {
    const { emulator, clerk } = await setUp();
    const statusOf = async (id: string) =>
      unwrap(await clerk.sessions.getSession(id)).status;
    const ways: readonly ((id: string) => Promise<unknown>)[] = [
      (id) => clerk.users.updateUser(id, { password: "battery staple" }),
      (id) =>
        clerk.users.updateUser(id, {
          password: "correct horse",
          signOutOfOtherSessions: true,
        }),
      (id) =>
        clerk.users.setPasswordCompromised(id, { revokeAllSessions: true }),
      async (id) => {
        await call(emulator, "POST", `/users/${id}/remove_password`, {
          sign_out_of_other_sessions: true,
        });
      },
      (id) => clerk.users.banUsers([id]),
    ];
    const seen: string[] = [];
    for (const way of ways) {
      const { sessionId } = await emulator.signIn("user_ada");
      await way("user_ada");
      seen.push(await statusOf(sessionId));
    }
    assertEquals(seen, [
      "active",
      "revoked",
      "revoked",
      "revoked",
      "revoked",
    ]);
  });

  it("leave an organization that is deleted", async () => {
    const { emulator, clerk } = await setUp();
    const { sessionId } = await emulator.signIn("user_ada", {
      orgId: "org_1",
    });
    const secret = await emulator.tokens.apiKey("org_1");
    await clerk.organizations.deleteOrganization("org_1");
    const session = unwrap(await clerk.sessions.getSession(sessionId));
    assertEquals(session.lastActiveOrganizationId, null);
    const { jwt } = unwrap(await clerk.sessions.getToken(sessionId));
    assertEquals(claimsOf(jwt).o, undefined);
    assertEquals(
      await codeOf(clerk.apiKeys.verify(secret)),
      "404 resource_not_found",
    );
  });

  it("are verified by a token of theirs", async () => {
    const { emulator, clerk } = await setUp();
    const one = await emulator.signIn("user_ada");
    const other = await emulator.signIn("user_ada");
    const verify = (token: string) =>
      clerk.sessions.verifySession(one.sessionId, token);
    assertEquals(unwrap(await verify(one.token)).id, one.sessionId);
    for (
      const token of [
        other.token,
        one.expiredToken,
        "a.b.c",
        await emulator.tokens.forged("user_ada", { sessionId: one.sessionId }),
      ]
    ) {
      assertEquals(await codeOf(verify(token)), "400 invalid_session_token");
    }
  });

  it("come back out of a snapshot", async () => {
    const { emulator, heard } = await setUp();
    const { sessionId } = await emulator.signIn("user_ada");
    assertEquals(await heard(), ["session.created"]);
    const snapshot = JSON.parse(JSON.stringify(emulator.snapshot()));
    const other = await createEmulator();
    other.restore(snapshot);
    other.clock.freeze(T0);
    const read = async (from: Emulator) =>
      (await call(from, "GET", `/sessions/${sessionId}`)).body;
    assertEquals(await read(other), await read(emulator));
    await emulator.reset();
    assertEquals((await call(emulator, "GET", "/sessions")).body, []);
  });
});

describe("the tokens of the emulator's sessions", () => {
  it("say what the session is now", async () => {
    const { emulator, clerk } = await setUp();
    const { sessionId } = await emulator.signIn("user_ada", {
      orgId: "org_1",
      azp: "https://app.example.com",
      fva: [2, -1],
      claims: { theme: "dark" },
    });
    emulator.clock.advance("5m");
    const { jwt } = unwrap(await clerk.sessions.getToken(sessionId));
    const { jti, ...claims } = claimsOf(jwt);
    assert(jti);
    const iat = T0 / 1_000 + 300;
    assertEquals(claims, {
      azp: "https://app.example.com",
      exp: iat + 60,
      fva: [7, -1],
      iat,
      iss: emulator.origin,
      nbf: iat - 10,
      o: { id: "org_1", rol: "admin", slg: "acme" },
      sid: sessionId,
      sts: "active",
      sub: "user_ada",
      theme: "dark",
      v: 2,
    });
    const verified = await clerk.verifyToken(jwt);
    assertEquals(verified.result?.sid, sessionId);
    const used = unwrap(await clerk.sessions.getSession(sessionId));
    assertEquals(used.lastActiveAt, T0 + 300_000);
  });

  it("last as long as it is asked for", async () => {
    const { emulator, clerk } = await setUp();
    const { sessionId } = await emulator.signIn("user_ada", { sts: "pending" });
    const get = (seconds: number) =>
      clerk.sessions.getToken(sessionId, undefined, seconds);
    const { exp = 0, iat = 0, sts } = claimsOf(unwrap(await get(600)).jwt);
    assertEquals([exp - iat, sts], [600, "pending"]);
    assertEquals(
      await codeOf(get(29)),
      "422 form_param_value_invalid expires_in_seconds",
    );
    emulator.clock.set(T0 + 8 * DAY);
    assertEquals(await codeOf(get(600)), "404 resource_not_found");
  });
});

describe("new tokens of the emulator for old ones", () => {
  async function signedIn() {
    const judged = await setUp();
    const azp = "https://app.example.com";
    const session = await judged.emulator.signIn("user_ada", { azp });
    return { ...judged, session, azp };
  }

  type Change = Partial<
    Parameters<ClerkClient["sessions"]["refreshSession"]>[1]
  >;

  it("are a token or cookies", async () => {
    const { emulator, clerk, session, azp } = await signedIn();
    const refresh = (params: Change) =>
      clerk.sessions.refreshSession(session.sessionId, {
        expiredToken: session.expiredToken,
        refreshToken: session.refreshToken,
        requestOrigin: azp,
        ...params,
      });
    const token = unwrap(await refresh({}));
    assert("jwt" in token);
    assertEquals(claimsOf(token.jwt).sid, session.sessionId);
    assertEquals(
      await codeOf(refresh({})),
      "401 session_refresh_expired_session_token_consumed",
    );
    const answer = unwrap(
      await refresh({ expiredToken: session.token, format: "cookie" }),
    );
    assert("cookies" in answer);
    const names = answer.cookies.map((cookie) => cookie.split("=")[0]);
    const expected = Object.keys(session.cookies)
      .filter((name) => !name.startsWith("__clerk_db_jwt"));
    assertEquals([...names].sort(), expected.sort());
    const [, jwt = ""] = /^__session=([^;]+)/.exec(answer.cookies[0] ?? "") ??
      [];
    const { result } = await clerk.verifyToken(jwt);
    assertEquals(result?.sid, session.sessionId);
    assertEquals(emulator.requests.length > 0, true);
  });

  it("are not older than the cookies beside them", async () => {
    let now = T0;
    const emulator = await createEmulator({
      seed: SEED,
      clock: { now: () => now += 1_000 },
    });
    const signed = await emulator.signIn("user_ada");
    const iat = claimsOf(signed.token).iat ?? 0;
    assert(Number(signed.cookies.__client_uat) <= iat);
    const path = `/sessions/${signed.sessionId}/refresh`;
    const { body } = await call(emulator, "POST", path, {
      expired_token: signed.expiredToken,
      refresh_token: signed.refreshToken,
      request_origin: "https://app.example.com",
      format: "cookie",
    });
    const [token = "", uat = ""] = body.cookies
      .map((cookie: string) => /=([^;]*)/.exec(cookie)?.[1]);
    assert(Number(uat) > 0);
    assert(Number(uat) <= (claimsOf(token).iat ?? 0));
  });

  const cases: readonly (readonly [
    code: string,
    (setup: Awaited<ReturnType<typeof signedIn>>) =>
      | Change & { readonly sessionId?: string }
      | Promise<Change & { readonly sessionId?: string }>,
  ])[] = [
    ["expired_session_token_invalid", () => ({ expiredToken: "a.b.c" })],
    ["expired_session_token_invalid", async ({ emulator, session }) => ({
      expiredToken: await emulator.tokens.forged("user_ada", {
        sessionId: session.sessionId,
      }),
    })],
    ["session_refresh_session_not_found", () => ({ sessionId: "sess_x" })],
    ["refresh_token_not_found", () => ({ refreshToken: "rt_x" })],
    ["refresh_sid_mismatch", async ({ emulator }) => ({
      refreshToken: (await emulator.signIn("user_ada")).refreshToken,
    })],
    ["refresh_sid_mismatch", async ({ emulator, azp }) => ({
      expiredToken: (await emulator.signIn("user_ada", { azp })).expiredToken,
    })],
    ["refresh_request_origin_azp_mismatch", () => ({
      requestOrigin: "https://other.example.com",
    })],
    ["session_refresh_inactive_session", async ({ clerk, session }) => {
      await clerk.sessions.revokeSession(session.sessionId);
      return {};
    }],
    ["session_refresh_inactive_session", ({ emulator }) => {
      emulator.clock.set(T0 + 8 * DAY);
      return {};
    }],
    ["session_refresh_expired_session_token_too_old", ({ emulator }) => {
      emulator.clock.advance("24h");
      return {};
    }],
  ];
  for (const [i, [code, change]] of cases.entries()) {
    it(`are refused with ${code} (${i})`, async () => {
      const setup = await signedIn();
      const { clerk, session, azp } = setup;
      const { sessionId = session.sessionId, ...params } = await change(setup);
      assertEquals(
        await codeOf(clerk.sessions.refreshSession(sessionId, {
          expiredToken: session.expiredToken,
          refreshToken: session.refreshToken,
          requestOrigin: azp,
          ...params,
        })),
        `401 ${code}`,
      );
    });
  }
});

describe("the emulator's clients", () => {
  it("have the sessions that go on", async () => {
    const { emulator, clerk } = await setUp();
    const clientId = "client_1";
    const one = await emulator.signIn("user_ada", { clientId });
    const two = await emulator.signIn("user_bob", { clientId });
    const read = async () => unwrap(await clerk.clients.getClient(clientId));
    const { sessionIds, lastActiveSessionId } = await read();
    assertEquals(sessionIds, [one.sessionId, two.sessionId]);
    assertEquals(lastActiveSessionId, two.sessionId);
    await clerk.sessions.revokeSession(two.sessionId);
    const after = await read();
    assertEquals(after.sessionIds, [one.sessionId]);
    assertEquals(after.sessions.map(({ id }) => id), [one.sessionId]);
    assertEquals(after.lastActiveSessionId, one.sessionId);
    emulator.clock.advance("7d");
    assertEquals((await read()).sessionIds, []);
    assertEquals((await read()).lastActiveSessionId, null);
  });

  it("are forgotten when there are many whose users are gone", async () => {
    const emulator = await createEmulator();
    for (let i = 0; i < 1_000; i++) {
      await emulator.seed({ users: [{ id: "user_1" }] });
      await call(emulator, "POST", "/sessions", { user_id: "user_1" });
      await call(emulator, "DELETE", "/users/user_1");
    }
    assertEquals(emulator.snapshot().tables.clients?.length, 501);
  });

  it("are listed, and found by a session token", async () => {
    const { emulator, clerk } = await setUp();
    const { clientId, token, sessionId, expiredToken } = await emulator.signIn(
      "user_ada",
    );
    const { data, totalCount } = await clerk.clients.getClientList();
    assertEquals([data?.map(({ id }) => id), totalCount], [[clientId], 1]);
    assertEquals(
      unwrap(await clerk.clients.verifyClient(token)).id,
      clientId,
    );
    await clerk.sessions.revokeSession(sessionId);
    await assertCodes([
      [clerk.clients.verifyClient(token), "400 client_not_found"],
      [clerk.clients.verifyClient(expiredToken), "401 authentication_invalid"],
      [clerk.clients.verifyClient("nonsense"), "401 authentication_invalid"],
      [clerk.clients.getClient("client_x"), "404 resource_not_found"],
    ]);
  });

  it("get the cookies of a handshake once", async () => {
    const { emulator, clerk } = await setUp();
    const cookies = ["__client_uat=0; Path=/", "__session=; Path=/"];
    const nonce = emulator.tokens.handshakeNonce(cookies);
    const get = () => clerk.clients.getHandshakePayload({ nonce });
    assertEquals(unwrap(await get()), { directives: cookies });
    assertEquals(await codeOf(get()), "404 resource_not_found");
  });
});
