import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { type ServedEmulator, serveEmulator } from "../../emulator_serve.ts";
import { createClerkClient } from "../../mod.ts";
import {
  createTestBrowser,
  type Document,
  overHttp,
  type TestBrowser,
} from "./test_browser.ts";

const APP = "http://localhost:3000";
const PAGE = encodeURIComponent(`${APP}/page`);

function makeApp({ emulator, url }: ServedEmulator) {
  const { secretKey, publishableKey } = emulator;
  const clerk = createClerkClient({
    secretKey,
    publishableKey,
    apiUrl: url,
    env: {},
  });
  return async (request: Request): Promise<Response> => {
    const state = await clerk.authenticateRequest(request);
    const { status, headers } = state;
    if (state.status === "handshake" || headers.has("location")) {
      return new Response(null, { status: 307, headers });
    }
    const { userId, orgId = null } = state.toAuth();
    return new Response(JSON.stringify({ status, userId, orgId }), { headers });
  };
}

/** The whole way of a user, and what the app knew at each step. */
async function walk(browser: TestBrowser, url: string): Promise<unknown[]> {
  const seen: unknown[] = [];
  const note = (what: string, { text, hops }: Document) =>
    seen.push([what, JSON.parse(text), hops.length]);
  const toApp = () => browser.visit(`${APP}/page`);
  // As if time had passed: three handshakes in two seconds count as a loop.
  const rest = () =>
    browser.cookiesOf("localhost").delete("__clerk_redirect_count");
  note("first visit", await toApp());
  rest();
  const choice = await browser.visit(`${url}/sign-in?redirect_url=${PAGE}`);
  note("signed in", await browser.press(choice, "user_1"));
  note("again", await toApp());
  rest();
  const places = await browser.visit(
    `${url}/organization?redirect_url=${PAGE}`,
  );
  note("switched", await browser.press(places, "org_1"));
  rest();
  const cookies = browser.cookiesOf("localhost");
  for (const name of [...cookies.keys()]) {
    if (/^__session/.test(name)) cookies.delete(name);
  }
  note("without a token", await toApp());
  rest();
  const ask = await browser.visit(`${url}/sign-out?redirect_url=${PAGE}`);
  note("signed out", await browser.press(ask, "Sign out"));
  note("at last", await toApp());
  return seen;
}

const OUT = { status: "signed-out", userId: null, orgId: null };
const ADA = { status: "signed-in", userId: "user_1", orgId: null };

describe("The round trip over HTTP", () => {
  it("signs a user in, switches the organization, and signs out", async () => {
    const served = await serveEmulator({
      port: 0,
      seed: {
        users: [{ id: "user_1" }],
        organizations: [{
          id: "org_1",
          name: "Engines",
          members: [{ userId: "user_1" }],
        }],
      },
    });
    try {
      const browser = createTestBrowser({
        [APP]: makeApp(served),
        [served.url]: overHttp,
      }, served.emulator.clock.now);
      assertEquals(await walk(browser, served.url), [
        ["first visit", OUT, 4],
        ["signed in", ADA, 5],
        ["again", ADA, 1],
        ["switched", { ...ADA, orgId: "org_1" }, 5],
        ["without a token", { ...ADA, orgId: "org_1" }, 4],
        ["signed out", OUT, 5],
        ["at last", OUT, 1],
      ]);
    } finally {
      await served.stop();
    }
  });
});
