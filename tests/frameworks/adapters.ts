// Clerk's own adapters, unmodified, sign a user in on the emulator. The runner
// (scripts/test/frameworks.ts) says where the apps are, and what runs them.
import { assertEquals, assertMatch } from "@std/assert";
import { type RunningApp, withApp } from "./app.ts";

const [folder = "", ...command] = Deno.args;

type Walk = (app: RunningApp) => Promise<void>;

const WALKS: { readonly [what: string]: Walk } = {
  async "finds out on the first visit that nobody is signed in"(app) {
    const browser = app.open();
    const first = await browser.visit(`${app.origin}/`);
    assertEquals([first.url.href, first.hops], [`${app.origin}/`, [
      `GET ${app.origin}/`,
      `GET ${app.url}/v1/client/handshake`,
      `GET ${app.origin}/`,
      `GET ${app.origin}/`,
    ]]);
    assertMatch(first.text, /^Signed out/);
    const again = await browser.visit(`${app.origin}/`);
    assertEquals(again.hops.length, 1);
  },

  async "shows the user who comes back from the sign-in page"(app) {
    const browser = app.open();
    const page = await browser.visit(`${app.origin}/`);
    const choice = await app.follow(browser, page);
    assertEquals(choice.url.pathname, "/sign-in");
    const back = await browser.press(choice, "user_1");
    assertEquals([back.url.href, back.hops.length], [`${app.origin}/`, 5]);
    assertMatch(back.text, /^Signed in as user_1\./);
    const again = await browser.visit(`${app.origin}/`);
    assertEquals(again.hops.length, 1);
    assertMatch(again.text, /^Signed in as user_1\./);
    const me = await browser.visit(`${app.origin}/api/me`);
    assertEquals(JSON.parse(me.text), { userId: "user_1", firstName: "Ada" });
  },

  async "keeps a route for those who show a token"({ emulator, origin }) {
    const ask = async (headers: Record<string, string>) => {
      const response = await fetch(`${origin}/api/me`, { headers });
      return [response.status, await response.json()];
    };
    const refused = [401, { error: "Unauthorized" }];
    const { headers, expiredToken } = await emulator.signIn("user_2");
    const forged = await emulator.tokens.forged("user_2");
    assertEquals(await ask(headers), [200, {
      userId: "user_2",
      firstName: "Grace",
    }]);
    assertEquals(await ask({}), refused);
    for (const token of [forged, expiredToken]) {
      assertEquals(await ask({ authorization: `Bearer ${token}` }), refused);
    }
  },

  async "knows the user no more who signs out"(app) {
    const browser = app.open();
    const choice = await app.follow(
      browser,
      await browser.visit(`${app.origin}/`),
    );
    const inside = await browser.press(choice, "user_1");
    const asked = await app.follow(browser, inside);
    assertEquals(asked.url.pathname, "/sign-out");
    const out = await browser.press(asked, "Sign out");
    assertEquals(out.url.href, `${app.origin}/`);
    assertMatch(out.text, /^Signed out/);
    const me = await browser.visit(`${app.origin}/api/me`);
    assertEquals(me.status, 401);
  },
};

for (const name of ["express", "fastify", "hono"]) {
  Deno.test(`@clerk/${name} on the emulator`, async (test) => {
    await withApp(name, { command, folder }, async (app) => {
      for (const [what, walk] of Object.entries(WALKS)) {
        await test.step(what, () => walk(app));
      }
    });
  });
}
