// Pain 22: nothing is printed, and nothing is sent but what a caller asked for.
import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createClerkClient as createDropIn } from "../../compat/mod.ts";
import { diagnose } from "../../doctor.ts";
import { createEmulator } from "../../emulator.ts";
import { withClerk } from "../../handler.ts";
import { createClerkClient } from "../../mod.ts";
import { verifyWebhook } from "../../webhooks.ts";

const METHODS = ["log", "info", "warn", "error", "debug", "trace"] as const;

/** Runs something, and tells what it printed and what it fetched by itself. */
async function overhear(run: () => Promise<unknown>): Promise<string[]> {
  const heard: string[] = [];
  const methods = METHODS.map((name) => [name, console[name]] as const);
  const fetch = globalThis.fetch;
  for (const [name] of methods) {
    console[name] = (...args: unknown[]) => {
      heard.push(`console.${name}: ${args}`);
    };
  }
  globalThis.fetch = (input) => {
    heard.push(`fetch: ${input}`);
    return Promise.reject(new TypeError("There is no network."));
  };
  try {
    await run();
  } finally {
    for (const [name, method] of methods) console[name] = method;
    globalThis.fetch = fetch;
  }
  return heard;
}

describe("a backend that goes right and wrong", () => {
  it("prints nothing, and sends what it was asked for alone", async () => {
    const emulator = await createEmulator({
      seed: { users: [{ id: "user_1", emailAddress: ["ada@example.com"] }] },
    });
    const options = {
      secretKey: emulator.secretKey,
      publishableKey: emulator.publishableKey,
      fetch: emulator.fetch,
      clock: emulator.clock,
      env: {},
    };
    const { token } = await emulator.signIn("user_1");
    const request = new Request("https://app.example.com/", {
      headers: { authorization: `Bearer ${token}`, cookie: "__session=a.b.c" },
    });
    const webhook = await emulator.webhooks.sign("user.deleted", { id: "u" });

    const heard = await overhear(async () => {
      const clerk = createClerkClient(options);
      await clerk.verifyToken(token);
      await clerk.verifyToken("no token");
      await clerk.authenticateRequest(request);
      await clerk.authenticateRequest(new Request("https://a.example/"));
      await withClerk(() => new Response(), { clerk })(request);
      await clerk.users.getUser("user_nobody");
      await clerk.users.getUserList().collect({ max: 10 });
      emulator.faults.add({ status: 500, times: 3 });
      await clerk.users.getUser("user_1");
      await verifyWebhook(webhook, { signingSecret: emulator.webhookSecret });
      await verifyWebhook(webhook, { signingSecret: "whsec_AAAA" });
      await diagnose(options);
      const dropIn = createDropIn({ ...options, telemetry: { debug: true } });
      await dropIn.users.getUser("user_1");
      await dropIn.authenticateRequest(request);
    });
    assertEquals(heard, []);
    // The application's own calls are all that the instance saw.
    const paths = new Set(emulator.requests.map(({ path }) => path));
    assertEquals([...paths].sort(), [
      "/.well-known/jwks.json",
      "/v1/jwks",
      "/v1/users",
      "/v1/users/user_1",
      "/v1/users/user_nobody",
    ]);
  });
});
