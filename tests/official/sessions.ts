import { decodeJwt } from "../parity/official.ts";
import { assertEquals } from "@std/assert";
import { ADA, type Cases, refusalOf } from "./served.ts";

/** Sessions. */
export const sessions: Cases = {
  async "lists the sessions of a user, and reads one"({ clerk, emulator }) {
    const { sessionId, clientId } = await emulator.signIn(ADA);
    const list = await clerk.sessions.getSessionList({ userId: ADA });
    assertEquals(list.data.map(({ id }) => id), [sessionId]);
    const session = await clerk.sessions.getSession(sessionId);
    assertEquals(
      [session.userId, session.clientId, session.status],
      [ADA, clientId, "active"],
    );
  },

  async "begins a session"({ clerk }) {
    const { id } = await clerk.sessions.createSession({ userId: ADA });
    const { status } = await clerk.sessions.getSession(id);
    assertEquals(status, "active");
  },

  async "gets a token of a session"({ clerk, emulator, url }) {
    const { sessionId } = await emulator.signIn(ADA);
    const { jwt } = await clerk.sessions.getToken(sessionId);
    const { payload } = decodeJwt(jwt);
    assertEquals(
      [payload.sub, payload.sid, payload.iss],
      [ADA, sessionId, url],
    );
    const state = await clerk.authenticateRequest(
      new Request("http://localhost:3000/api", {
        headers: { authorization: `Bearer ${jwt}` },
      }),
    );
    assertEquals(state.isAuthenticated, true);
  },

  async "gets a token by a template"({ clerk, emulator }) {
    const { sessionId } = await emulator.signIn(ADA);
    const { jwt } = await clerk.sessions.getToken(sessionId, "hasura");
    const { payload } = decodeJwt(jwt);
    assertEquals([payload.sub, Reflect.get(payload, "role")], [ADA, "Ada"]);
    const unknown = clerk.sessions.getToken(sessionId, "unknown");
    assertEquals((await refusalOf(unknown))[0], 404);
  },

  async "revokes a session, which gives no token thereafter"(
    { clerk, emulator },
  ) {
    const { sessionId } = await emulator.signIn(ADA);
    const { status } = await clerk.sessions.revokeSession(sessionId);
    assertEquals(status, "revoked");
    const after = clerk.sessions.getToken(sessionId);
    assertEquals((await refusalOf(after))[0], 404);
  },
};
