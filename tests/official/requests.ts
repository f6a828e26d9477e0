import { assertEquals } from "@std/assert";
import { ADA, type Cases, ORG, type Setting } from "./served.ts";

const AZP = "http://localhost:3000";
const PAGE = { "sec-fetch-dest": "document", accept: "text/html" };

/** How a request with these headers is judged. */
async function judge(
  { clerk }: Setting,
  headers: Readonly<Record<string, string>>,
): Promise<readonly unknown[]> {
  const request = new Request(`${AZP}/page`, { headers });
  const state = await clerk.authenticateRequest(request, {
    authorizedParties: [AZP],
  });
  const auth = state.toAuth();
  const userId = auth && "userId" in auth ? auth.userId : null;
  return [state.status, state.reason, userId];
}

const SIGNED_IN = ["signed-in", null, ADA];

/** `authenticateRequest`, for single requests. */
export const requests: Cases = {
  async "by header: knows the user of a token"(setting) {
    const { headers } = await setting.emulator.signIn(ADA, { azp: AZP });
    assertEquals(await judge(setting, headers), SIGNED_IN);
  },

  async "by header: knows the organization, the role, and what it may do"(
    { emulator, clerk },
  ) {
    const { headers } = await emulator.signIn(ADA, { orgId: ORG });
    const state = await clerk.authenticateRequest(
      new Request(`${AZP}/api`, { headers }),
    );
    const auth = state.toAuth();
    assertEquals(
      auth?.isAuthenticated && [
        auth.orgId,
        auth.orgSlug,
        auth.orgRole,
        auth.has({ role: "org:admin" }),
        auth.has({ permission: "org:bills:read" }),
      ],
      [ORG, "engines", "org:admin", true, false],
    );
  },

  async "by header: refuses what is no token of the instance's"(setting) {
    const { emulator } = setting;
    const bearer = (token: string) =>
      judge(setting, { authorization: `Bearer ${token}` });
    const { expiredToken } = await emulator.signIn(ADA, { azp: AZP });
    const reasons: unknown[] = [];
    for (
      const token of [
        expiredToken,
        await emulator.tokens.forged(ADA, { azp: AZP }),
        await emulator.tokens.session(ADA, { azp: "http://localhost:4000" }),
        await emulator.tokens.template(ADA),
      ]
    ) {
      const [status, reason] = await bearer(token);
      assertEquals(status, "signed-out");
      reasons.push(reason);
    }
    assertEquals(reasons, [
      "session-token-expired-refresh-non-eligible-no-refresh-cookie",
      "token-invalid-signature",
      "token-invalid-authorized-parties",
      "token-type-mismatch",
    ]);
  },

  async "by cookies: knows the user of a session"(setting) {
    const { cookieHeader } = await setting.emulator.signIn(ADA, { azp: AZP });
    assertEquals(
      await judge(setting, { ...PAGE, cookie: cookieHeader }),
      SIGNED_IN,
    );
  },

  async "by cookies: goes by those with the suffix of the instance"(setting) {
    const { cookies } = await setting.emulator.signIn(ADA, { azp: AZP });
    const suffixed = Object.entries(cookies)
      .filter(([name]) => /_[\w-]{8}$/.test(name))
      .map(([name, value]) => `${name}=${value}`);
    assertEquals(
      await judge(setting, { ...PAGE, cookie: suffixed.join("; ") }),
      SIGNED_IN,
    );
  },

  async "by cookies: has an expired token renewed by the backend"(setting) {
    const { emulator, clerk } = setting;
    // A session of a while ago, whose token is over by now.
    emulator.clock.advance(-120_000);
    const { cookieHeader, sessionId } = await emulator.signIn(ADA, {
      azp: AZP,
    });
    emulator.clock.reset();
    const request = new Request(`${AZP}/page`, {
      headers: { ...PAGE, cookie: cookieHeader, origin: AZP },
    });
    const state = await clerk.authenticateRequest(request);
    assertEquals([state.status, state.reason], ["signed-in", null]);
    const names = state.headers.getSetCookie().map((line) =>
      line.split("=", 1)[0] ?? ""
    );
    assertEquals(names.some((name) => name.startsWith("__session")), true);
    assertEquals(
      emulator.requests.map(({ path }) => path)
        .filter((path) => path.endsWith("/refresh")),
      [`/v1/sessions/${sessionId}/refresh`],
    );
  },

  async "by cookies: asks for a handshake where a session is revoked"(setting) {
    const { emulator, clerk } = setting;
    emulator.clock.advance(-120_000);
    const { cookieHeader, sessionId } = await emulator.signIn(ADA, {
      azp: AZP,
    });
    emulator.clock.reset();
    await clerk.sessions.revokeSession(sessionId);
    const [status, reason] = await judge(setting, {
      ...PAGE,
      cookie: cookieHeader,
      origin: AZP,
    });
    assertEquals(
      [status, reason],
      [
        "handshake",
        "session-token-expired-refresh-session_refresh_inactive_session",
      ],
    );
  },
};
