import { assertEquals, assertMatch } from "@std/assert";
import { createEmulator } from "../../emulator.ts";
import { createApp } from "../../examples/ssr_app.ts";
import { createClerkClient } from "../../mod.ts";
import { createTestBrowser } from "../emulator/test_browser.ts";

const APP = "http://localhost:3000";

Deno.test("examples/ssr_app.ts signs a user in and out", async () => {
  const emulator = await createEmulator({
    seed: {
      users: [{ id: "user_1", emailAddress: ["ada@example.com"] }],
      organizations: [{
        id: "org_1",
        name: "Engines",
        members: [{ userId: "user_1" }],
      }],
    },
  });
  const { fetch, clock, secretKey, publishableKey, apiUrl } = emulator;
  const clerk = createClerkClient({
    fetch,
    clock,
    secretKey,
    publishableKey,
    apiUrl,
    env: {},
  });
  const browser = createTestBrowser({
    [APP]: createApp(clerk),
    [emulator.origin]: fetch,
  }, clock.now);

  const home = await browser.visit(`${APP}/`);
  assertMatch(home.text, /You are signed out/);
  clock.advance("3s");
  const asked = await browser.visit(`${APP}/account`);
  assertEquals(asked.url.pathname, "/sign-in");
  const account = await browser.press(asked, "user_1");
  assertEquals(account.url.href, `${APP}/account`);
  assertMatch(account.text, /ada@example\.com[\s\S]*>none</);
  clock.advance("3s");
  const organizations = /href="([^"]*\/organization\?[^"]*)"/.exec(
    account.text,
  );
  const choice = await browser.visit(organizations?.[1] ?? "");
  const switched = await browser.press(choice, "org_1");
  assertMatch(switched.text, />org_1</);
  const out = await browser.press(switched, "Sign out");
  assertEquals(out.url.href, `${APP}/`);
  assertMatch(out.text, /You are signed out/);
  const { data: sessions } = await clerk.sessions.getSessionList({
    userId: "user_1",
  });
  assertEquals(sessions?.map(({ status }) => status), ["revoked"]);
  clock.advance("3s");
  const again = await browser.visit(`${APP}/account`);
  assertEquals(again.url.pathname, "/sign-in");
});
