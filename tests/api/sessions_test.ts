import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import {
  type ApiResult,
  type ClerkClient,
  type Cookies,
  createClerkClient,
  type RefreshSessionParams,
  type Token,
} from "../../mod.ts";
import type { SessionsApi } from "../../src/api/sessions.ts";
import { type Row, setUp, testOperations } from "./operations.ts";
import { bodyOf, createRecorder, lineOf, refuse } from "./recorder.ts";

const actor = { sub: "user_2", some_thing: { on_behalf: 1 }, camelCase: [] };
const sessionJson = {
  object: "session",
  id: "sess_1",
  user_id: "user_1",
  client_id: "client_1",
  actor,
  status: "pending",
  last_active_organization_id: null,
  last_active_at: 1,
  latest_activity: {
    object: "session_activity",
    id: "sess_activity_1",
    device_type: "Macintosh",
    is_mobile: false,
    browser_name: "Chrome",
    ip_address: "127.0.0.1",
  },
  expire_at: 2,
  abandon_at: 3,
  updated_at: 4,
  created_at: 5,
  tasks: [{ key: "choose-organization" }],
};
const session = {
  object: "session",
  id: "sess_1",
  userId: "user_1",
  clientId: "client_1",
  actor,
  status: "pending",
  lastActiveOrganizationId: null,
  lastActiveAt: 1,
  latestActivity: {
    object: "session_activity",
    id: "sess_activity_1",
    deviceType: "Macintosh",
    isMobile: false,
    browserName: "Chrome",
    ipAddress: "127.0.0.1",
  },
  expireAt: 2,
  abandonAt: 3,
  updatedAt: 4,
  createdAt: 5,
  tasks: [{ key: "choose-organization" }],
};
const token = { object: "token", jwt: "a.b.c" };

const rows: readonly Row<SessionsApi>[] = [
  {
    operation: "GetSessionList",
    call: (sessions) =>
      sessions.getSessionList({
        clientId: "client_1",
        userId: "user_1",
        status: "active",
        limit: 2,
        offset: 4,
      }),
    sends:
      "GET /v1/sessions?client_id=client_1&user_id=user_1&status=active&limit=2&offset=4&paginated=true",
    answer: { data: [sessionJson], total_count: 5 },
    data: [session],
    totalCount: 5,
  },
  {
    operation: "GetSessionList",
    call: (sessions) => sessions.getSessionList(),
    sends: "GET /v1/sessions?paginated=true",
    answer: { data: [], total_count: 0 },
    data: [],
    totalCount: 0,
  },
  {
    operation: "GetSession",
    call: (sessions) => sessions.getSession("sess_1"),
    sends: "GET /v1/sessions/sess_1",
    answer: sessionJson,
    data: session,
  },
  {
    operation: "createSession",
    call: (sessions) =>
      sessions.createSession({
        userId: "user_1",
        activeOrganizationId: "org_1",
      }),
    sends: "POST /v1/sessions",
    body: { user_id: "user_1", active_organization_id: "org_1" },
    answer: { ...sessionJson, actor: null, tasks: null, latest_activity: null },
    data: { ...session, actor: null, tasks: null, latestActivity: null },
  },
  {
    operation: "RevokeSession",
    call: (sessions) => sessions.revokeSession("sess_1"),
    sends: "POST /v1/sessions/sess_1/revoke",
  },
  {
    operation: "verifySession",
    call: (sessions) => sessions.verifySession("sess_1", "a.b.c"),
    sends: "POST /v1/sessions/sess_1/verify",
    body: { token: "a.b.c" },
    answer: sessionJson,
    data: session,
  },
  {
    operation: "CreateSessionToken",
    call: (sessions) => sessions.getToken("sess_1"),
    sends: "POST /v1/sessions/sess_1/tokens",
    answer: token,
    data: token,
  },
  {
    operation: "CreateSessionToken",
    call: (sessions) => sessions.getToken("sess_1", undefined, 60),
    sends: "POST /v1/sessions/sess_1/tokens",
    body: { expires_in_seconds: 60 },
  },
  {
    operation: "CreateSessionTokenFromTemplate",
    call: (sessions) => sessions.getToken("sess_1", "supabase"),
    sends: "POST /v1/sessions/sess_1/tokens/supabase",
    answer: token,
    data: token,
  },
  {
    operation: "CreateSessionTokenFromTemplate",
    call: (sessions) => sessions.getToken("sess_1", "a/b", 3_600),
    sends: "POST /v1/sessions/sess_1/tokens/a%2Fb",
    body: { expires_in_seconds: 3_600 },
  },
  {
    operation: "RefreshSession",
    call: (sessions) =>
      sessions.refreshSession("sess_1", {
        expiredToken: "a.b.c",
        refreshToken: "refresh",
        requestOrigin: "https://example.com",
        requestOriginatingIp: "127.0.0.1",
        requestHeaders: { "X-Forwarded_for": ["127.0.0.1"], userAgent: [] },
        suffixedCookies: true,
        format: "cookie",
      }),
    sends: "POST /v1/sessions/sess_1/refresh?suffixed_cookies=true",
    body: {
      expired_token: "a.b.c",
      refresh_token: "refresh",
      request_origin: "https://example.com",
      request_originating_ip: "127.0.0.1",
      request_headers: { "X-Forwarded_for": ["127.0.0.1"], userAgent: [] },
      format: "cookie",
    },
    answer: { object: "cookies", cookies: ["__session=a.b.c; Path=/"] },
    data: { object: "cookies", cookies: ["__session=a.b.c; Path=/"] },
  },
  {
    operation: "RefreshSession",
    call: (sessions) =>
      sessions.refreshSession("sess_1", {
        expiredToken: "a.b.c",
        refreshToken: "refresh",
        requestOrigin: "https://example.com",
      }),
    sends: "POST /v1/sessions/sess_1/refresh",
    body: {
      expired_token: "a.b.c",
      refresh_token: "refresh",
      request_origin: "https://example.com",
    },
    answer: token,
    data: token,
  },
];

testOperations("sessions", rows, [/^\/sessions\b/]);

describe("sessions: getToken", () => {
  it("takes an empty template for none", async () => {
    const { clerk, sent } = setUp(() => token);
    for (const template of ["", undefined, null]) {
      await clerk.sessions.getToken("sess_1", template);
    }
    assertEquals(
      sent.map(lineOf),
      Array(3).fill("POST /v1/sessions/sess_1/tokens"),
    );
    assertEquals(sent.map(bodyOf), [undefined, undefined, undefined]);
    assertEquals(sent.map(({ headers }) => headers.has("content-type")), [
      false,
      false,
      false,
    ]);
  });

  it("sends nothing for an id or a template that leads elsewhere", async () => {
    const { clerk, sent } = setUp(() => token);
    for (
      const [id, template, seconds] of [
        ["", "supabase", 60],
        ["..", undefined, undefined],
        ["sess_1", "..", undefined],
        ["sess_1", ".", 60],
        ["sess_1", "supabase", Number.NaN],
      ] as const
    ) {
      const { errors } = await clerk.sessions.getToken(id, template, seconds);
      assertEquals(errors?.[0].code, "invalid_argument", `${id} ${template}`);
    }
    assertEquals(sent.length, 0);
  });

  it("takes the options of the request last, whatever is left out", async () => {
    const { clerk, sent } = setUp(() => token);
    const options = { signal: AbortSignal.abort() };
    for (const template of [undefined, "supabase"]) {
      for (const seconds of [undefined, 60]) {
        const { errors } = await clerk.sessions
          .getToken("sess_1", template, seconds, options);
        assertEquals(errors?.[0].code, "aborted");
      }
    }
    assertEquals(sent.length, 0);
  });
});

describe("sessions: verifySession", () => {
  it("is sent again like any other reading", async () => {
    const recorder = createRecorder(() =>
      recorder.sent.length === 1 ? refuse(503, "busy") : sessionJson
    );
    const clerk = createClerkClient({
      secretKey: "sk_test_secret",
      env: {},
      fetch: recorder.fetch,
      random: () => 0,
    });
    const { data } = await clerk.sessions.verifySession("sess_1", "a.b.c");
    assertEquals(data?.id, "sess_1");
    assertEquals(recorder.sent.length, 2);
  });
});

describe("sessions: refreshSession", () => {
  it("knows what is given by the format", () => {
    assertEquals(typeof neverCalled, "function");
  });
});

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends
  (<T>() => T extends B ? 1 : 2) ? true : false;

function expectTrue<T extends true>(value?: T): T | undefined {
  return value;
}

async function neverCalled(
  { sessions }: ClerkClient,
  some: RefreshSessionParams,
): Promise<void> {
  const params = { expiredToken: "e", refreshToken: "r", requestOrigin: "o" };
  const byDefault = await sessions.refreshSession("sess_1", params);
  expectTrue<Same<typeof byDefault, ApiResult<Token>>>();
  const asCookies = await sessions
    .refreshSession("sess_1", { ...params, format: "cookie" });
  expectTrue<Same<typeof asCookies, ApiResult<Cookies>>>();
  const either = await sessions.refreshSession("sess_1", some);
  expectTrue<Same<typeof either, ApiResult<Token | Cookies>>>();
  // @ts-expect-error: no such format
  sessions.refreshSession("sess_1", { ...params, format: "jwt" });
}
