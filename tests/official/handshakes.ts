import { assertEquals } from "@std/assert";
import { openBrowser, OUT } from "./browser.ts";
import { ADA, type Cases, GRACE, ORG } from "./served.ts";

const IN = { status: "signed-in", userId: ADA, orgId: null };

const HANDSHAKE = [
  "GET app/page",
  "GET /v1/client/handshake",
  "GET app/page",
  "GET app/page",
];

/** `authenticateRequest`, with a browser that comes by. */
export const handshakes: Cases = {
  async "a first visit: finds out by a handshake that nobody is signed in"(
    setting,
  ) {
    const visitor = openBrowser(setting);
    assertEquals([await visitor.visitApp(), visitor.way], [OUT, HANDSHAKE]);
    assertEquals(visitor.reason, "dev-browser-missing");
    const paths = setting.emulator.requests.map(({ path }) => path);
    assertEquals(paths.includes("/v1/clients/handshake_payload"), true);
    assertEquals(await visitor.visitApp(), OUT);
    assertEquals(visitor.way, ["GET app/page"]);
  },

  async "signing in: comes back through a handshake, and stays"(setting) {
    const visitor = openBrowser(setting);
    await visitor.visitApp();
    assertEquals(await visitor.press("/sign-in", ADA), IN);
    assertEquals(visitor.way, ["POST /sign-in", ...HANDSHAKE]);
    assertEquals(visitor.reason, "dev-browser-sync");
    assertEquals(await visitor.visitApp(), IN);
    assertEquals(visitor.way, ["GET app/page"]);
    assertEquals(await visitor.press("/sign-in", GRACE), {
      ...IN,
      userId: GRACE,
    });
  },

  async "a handshake with a nonce: takes the cookies for it from the API"(
    setting,
  ) {
    const visitor = openBrowser(setting);
    await visitor.press("/sign-in", ADA);
    const before = setting.emulator.requests.length;
    assertEquals(await visitor.shakeHands("format=nonce"), IN);
    const paths = setting.emulator.requests.slice(before)
      .map(({ path }) => path);
    assertEquals(paths, [
      "/v1/client/handshake",
      "/v1/clients/handshake_payload",
    ]);
  },

  async "a handshake with a token: takes the cookies out of it"(setting) {
    const visitor = openBrowser(setting);
    await visitor.press("/sign-in", ADA);
    const before = setting.emulator.requests.length;
    assertEquals(await visitor.shakeHands("format=token"), IN);
    const paths = setting.emulator.requests.slice(before)
      .map(({ path }) => path);
    assertEquals(paths, ["/v1/client/handshake"]);
  },

  async "switching the organization, and back"(setting) {
    const visitor = openBrowser(setting);
    await visitor.press("/sign-in", ADA);
    assertEquals(await visitor.press("/organization", ORG), {
      ...IN,
      orgId: ORG,
    });
    assertEquals(await visitor.press("/organization", ""), IN);
  },

  async "an expired token: is renewed by the backend, without a redirect"(
    setting,
  ) {
    const visitor = openBrowser(setting);
    await visitor.press("/sign-in", ADA);
    await visitor.outlive();
    assertEquals(await visitor.visitApp(), IN);
    assertEquals(visitor.way, ["GET app/page"]);
    const { path } = setting.emulator.requests.at(-1) ?? {};
    assertEquals(path?.endsWith("/refresh"), true);
  },

  async "an expired token: is renewed by a handshake, without the refresh token"(
    setting,
  ) {
    const visitor = openBrowser(setting);
    await visitor.press("/sign-in", ADA);
    await visitor.outlive();
    const cookies = visitor.browser.cookiesOf("localhost");
    for (const name of [...cookies.keys()]) {
      if (name.startsWith("__refresh")) cookies.delete(name);
    }
    assertEquals([await visitor.visitApp(), visitor.way], [IN, HANDSHAKE]);
    assertEquals(
      visitor.reason,
      "session-token-expired-refresh-non-eligible-no-refresh-cookie",
    );
  },

  async "a session that was revoked: is over at the next handshake"(setting) {
    const { clerk } = setting;
    const visitor = openBrowser(setting);
    await visitor.press("/sign-in", ADA);
    const { data: [session] } = await clerk.sessions.getSessionList({
      userId: ADA,
    });
    await clerk.sessions.revokeSession(session?.id ?? "");
    await visitor.outlive();
    assertEquals([await visitor.visitApp(), visitor.way], [OUT, HANDSHAKE]);
    assertEquals(
      visitor.reason,
      "session-token-expired-refresh-session_refresh_inactive_session",
    );
  },

  async "signing out: is over for the app, and for the session"(setting) {
    const visitor = openBrowser(setting);
    await visitor.press("/sign-in", ADA);
    assertEquals(await visitor.press("/sign-out", "Sign out"), OUT);
    assertEquals(visitor.way, ["POST /sign-out", ...HANDSHAKE]);
    assertEquals(await visitor.visitApp(), OUT);
    const { totalCount } = await setting.clerk.sessions.getSessionList({
      userId: ADA,
      status: "active",
    });
    assertEquals(totalCount, 0);
  },
};
