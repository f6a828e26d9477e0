import { createEmulator } from "../../emulator.ts";
import { createClerkClient } from "../../mod.ts";
import { type Cases, same } from "./same.ts";

/** A client of an emulated instance, and a session of one of its users. */
async function prepare() {
  const emulator = await createEmulator({
    seed: { users: [{ id: "user_1" }] },
  });
  const clerk = createClerkClient({
    publishableKey: emulator.publishableKey,
    secretKey: emulator.secretKey,
    apiUrl: emulator.apiUrl,
    fetch: emulator.fetch,
    clock: emulator.clock,
    env: {},
  });
  const session = await emulator.signIn("user_1");
  return { clerk, session };
}

const page = (headers: Record<string, string>) =>
  new Request("https://app.example.com/a?b=c", { headers });

export const requestCases: Cases = {
  async "request: a token in the header"() {
    const { clerk, session } = await prepare();
    const state = await clerk.authenticateRequest(
      page({ authorization: `Bearer ${session.token}` }),
    );
    same([state.status, state.reason], ["signed-in", null]);
    same(state.toAuth()?.isAuthenticated, true);
  },

  async "request: a session in cookies, whose names end in a digest"() {
    const { clerk, session } = await prepare();
    const cookie = [
      ...Object.entries(session.cookies).map(([n, v]) => `${n}=${v}`),
      "__clerk_db_jwt=dvb_1",
    ].join("; ");
    const suffix = /__session_([\w-]{8})=/.exec(cookie)?.[1];
    const state = await clerk.authenticateRequest(
      page({ cookie: `${cookie}; __clerk_db_jwt_${suffix}=dvb_1` }),
    );
    same([state.status, state.reason], ["signed-in", null]);
    same(state.token, session.token);
  },

  async "request: a browser that is not known is sent to find out"() {
    const { clerk } = await prepare();
    const state = await clerk.authenticateRequest(
      page({ accept: "text/html" }),
    );
    same([state.status, state.reason], ["handshake", "dev-browser-missing"]);
    const location = new URL(state.headers.get("location") ?? "");
    same(
      location.searchParams.get("redirect_url"),
      "https://app.example.com/a?b=c",
    );
    same(state.headers.getSetCookie().length, 1);
  },
};
