import { diagnose } from "../../doctor.ts";
import { createEmulator } from "../../emulator.ts";
import { withClerk } from "../../handler.ts";
import { clerkFrontendApiProxy } from "../../proxy.ts";
import { type Cases, same } from "./same.ts";

export const edgeCases: Cases = {
  async "handler: reads its keys from bindings, and refuses the rest"() {
    const emulator = await createEmulator({
      seed: { users: [{ id: "user_1" }] },
    });
    const { headers } = await emulator.signIn("user_1");
    const env = { CLERK_JWT_KEY: await emulator.jwtKey };
    const handle = withClerk((_, { auth }) =>
      Response.redirect(`https://app.example.com/${auth.userId}`, 303)
    );
    const request = new Request("https://app.example.com/", { headers });
    const good = await handle(request, env, { waitUntil: () => {} });
    same(good.headers.get("location"), "https://app.example.com/user_1");
    const bad = await handle(new Request("https://app.example.com/"), env);
    same([bad.status, bad.headers.get("www-authenticate")], [401, "Bearer"]);
  },

  async "proxy: streams bodies, and keeps cookies apart"() {
    let sent = "";
    const response = await clerkFrontendApiProxy(
      new Request("https://app.example.com/__clerk/v1/client?a=b", {
        method: "POST",
        body: "a=b",
      }),
      {
        publishableKey: `pk_live_${btoa("clerk.example.com$")}`,
        secretKey: "sk_live_example",
        env: {},
        fetch: async (url, init) => {
          sent = `${url} ${await new Response(init?.body ?? null).text()}`;
          return new Response("hello", {
            headers: [["set-cookie", "a=1, 2"], ["set-cookie", "b=2"]],
          });
        },
      },
    );
    same(sent, "https://frontend-api.clerk.dev/v1/client?a=b a=b");
    same(response.headers.getSetCookie(), ["a=1, 2", "b=2"]);
    same(await response.text(), "hello");
  },

  async "doctor: knows a PEM among the keys of the instance"() {
    // It stands still, as a slow host is not what is tested.
    const clock = { now: () => 1_767_225_600_000 };
    const emulator = await createEmulator({ clock });
    const findings = await diagnose({
      secretKey: emulator.secretKey,
      publishableKey: emulator.publishableKey,
      jwtKey: await emulator.jwtKey,
      apiUrl: emulator.apiUrl,
      fetch: emulator.fetch,
      clock,
      env: {},
    });
    same(findings.filter(({ status }) => status !== "ok"), []);
    same(findings.some(({ check }) => check === "jwt-key"), true);
  },
};
