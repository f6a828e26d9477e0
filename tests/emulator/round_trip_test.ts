import { assert, assertEquals, assertMatch } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator, type Emulator } from "../../emulator.ts";
import { createClerkClient } from "../../mod.ts";
import {
  createTestBrowser,
  type Document,
  type Server,
  type TestBrowser,
} from "./test_browser.ts";

const APP = "http://localhost:3000";
const FAPI = "http://127.0.0.1:4640";

/** An app that tells what it knows of who asks, and a browser to go there. */
async function open(): Promise<{
  emulator: Emulator;
  browser: TestBrowser;
  signIn(userId: string): Promise<Document>;
}> {
  const emulator = await createEmulator({
    seed: {
      users: [
        { id: "user_1", firstName: "Ada", emailAddress: ["ada@example.com"] },
        { id: "user_2", firstName: "Grace" },
        { id: "user_3", firstName: "Mallory", banned: true },
      ],
      organizations: [{
        id: "org_1",
        name: "Analytical Engines",
        slug: "engines",
        members: [{ userId: "user_1", role: "admin" }],
      }],
    },
  });
  const browser = createTestBrowser({
    [APP]: makeApp(emulator),
    [FAPI]: emulator.fetch,
  }, emulator.clock.now);
  return {
    emulator,
    browser,
    async signIn(userId) {
      const page = await browser.visit(
        `${FAPI}/sign-in?redirect_url=${encodeURIComponent(`${APP}/page`)}`,
      );
      return await browser.press(page, userId);
    },
  };
}

function makeApp(emulator: Emulator): Server {
  const { fetch, clock, secretKey, publishableKey, apiUrl } = emulator;
  const options = { fetch, clock, secretKey, publishableKey, apiUrl, env: {} };
  const clerk = createClerkClient(options);
  return async (request) => {
    const state = await clerk.authenticateRequest(request);
    const { status, reason, headers } = state;
    if (state.status === "handshake" || headers.has("location")) {
      return new Response(null, { status: 307, headers });
    }
    const auth = state.toAuth();
    const { userId, orgId = null } = auth;
    const body = JSON.stringify({ status, reason, userId, orgId });
    return new Response(body, { headers });
  };
}

const SIGNED_OUT = { status: "signed-out", userId: null, orgId: null };
const ADA = { status: "signed-in", userId: "user_1", orgId: null };

function told({ text }: Document) {
  const { reason: _, ...rest } = JSON.parse(text);
  return rest;
}

const HANDSHAKE = [
  `GET ${APP}/page`,
  `GET ${FAPI}/v1/client/handshake`,
  `GET ${APP}/page`,
  `GET ${APP}/page`,
];

describe("A browser, an app and the emulator", () => {
  it("find out on the first visit that nobody is signed in", async () => {
    const { browser } = await open();
    const first = await browser.visit(`${APP}/page`);
    assertEquals(first.hops, HANDSHAKE);
    assertEquals(first.url.href, `${APP}/page`);
    assertEquals(told(first), SIGNED_OUT);
    const again = await browser.visit(`${APP}/page`);
    assertEquals([again.hops.length, told(again)], [1, SIGNED_OUT]);
  });

  it("sign in by one click, and stay signed in", async () => {
    const { browser, signIn, emulator } = await open();
    await browser.visit(`${APP}/page`);
    const back = await signIn("user_1");
    assertEquals(back.hops, [`POST ${FAPI}/sign-in`, ...HANDSHAKE]);
    assertEquals(back.url.href, `${APP}/page`);
    assertEquals(told(back), ADA);
    const again = await browser.visit(`${APP}/page`);
    assertEquals([again.hops.length, told(again)], [1, ADA]);
    const cookies = browser.cookiesOf("localhost");
    const names = [...cookies.keys()].filter((name) => !name.includes("count"));
    const [suffix] = names.filter((name) => name.startsWith("__refresh_"))
      .map((name) => name.slice("__refresh_".length));
    assertEquals(
      names.sort(),
      ["__session", "__client_uat", "__clerk_db_jwt"]
        .flatMap((name) => [name, `${name}_${suffix}`])
        .concat(`__refresh_${suffix}`).sort(),
    );
    assertEquals(emulator.env().CLERK_API_URL, FAPI);
  });

  it("go from one user to another", async () => {
    const { browser, signIn, emulator } = await open();
    const ended: unknown[] = [];
    emulator.webhooks.on("session.ended", (_, { data }) => {
      ended.push([data.user_id, data.status]);
    });
    await signIn("user_1");
    const back = await signIn("user_2");
    await emulator.webhooks.delivered();
    assertEquals(ended, [["user_1", "replaced"]]);
    assertEquals(told(back), { ...ADA, userId: "user_2" });
    assertEquals(told(await browser.visit(`${APP}/page`)).userId, "user_2");
  });

  it("switch the organization, and back", async () => {
    const { browser, signIn } = await open();
    await signIn("user_1");
    const url = `${FAPI}/organization?redirect_url=${
      encodeURIComponent(`${APP}/page`)
    }`;
    const choice = await browser.visit(url);
    assertMatch(choice.text, /Analytical Engines/);
    const inside = await browser.press(choice, "org_1");
    assertEquals(told(inside), { ...ADA, orgId: "org_1" });
    const outside = await browser.press(await browser.visit(url), "");
    assertEquals(told(outside), ADA);
  });

  it("have a token renewed that is over: by the backend, and by a handshake", async () => {
    const { browser, signIn, emulator } = await open();
    await signIn("user_1");
    emulator.clock.advance("70s");
    const before = emulator.requests.length;
    const refreshed = await browser.visit(`${APP}/page`);
    assertEquals(told(refreshed), ADA);
    const [request] = emulator.requests.slice(before);
    assertMatch(request?.path ?? "", /^\/v1\/sessions\/\w+\/refresh$/);
    assert(!refreshed.hops.some((hop) => hop.includes("handshake")));

    emulator.clock.advance("70s");
    const cookies = browser.cookiesOf("localhost");
    for (const name of [...cookies.keys()]) {
      if (name.startsWith("__refresh")) cookies.delete(name);
    }
    const shaken = await browser.visit(`${APP}/page`);
    assertEquals([shaken.hops, told(shaken)], [HANDSHAKE, ADA]);
  });

  it("sign out when the session is over by the clock", async () => {
    const { browser, signIn, emulator } = await open();
    await signIn("user_1");
    emulator.clock.advance("8d");
    assertEquals(told(await browser.visit(`${APP}/page`)), SIGNED_OUT);
  });

  it("sign out by a button, and not by a link alone", async () => {
    const { browser, signIn, emulator } = await open();
    await signIn("user_1");
    const asked = await browser.visit(
      `${FAPI}/sign-out?redirect_url=${encodeURIComponent(`${APP}/page`)}`,
    );
    assertEquals(told(await browser.visit(`${APP}/page`)), ADA);
    const out = await browser.press(asked, "Sign out");
    assertEquals([out.url.href, told(out)], [`${APP}/page`, SIGNED_OUT]);
    assertEquals(told(await browser.visit(`${APP}/page`)), SIGNED_OUT);
    assertEquals(emulator.requests.at(-1)?.status, 200);
  });

  it("take cookies in a signed token as well as for a nonce", async () => {
    const { browser, signIn } = await open();
    await signIn("user_1");
    const page = encodeURIComponent(`${APP}/page`);
    const shaken = await browser.visit(
      `${FAPI}/v1/client/handshake?redirect_url=${page}&format=token`,
    );
    assertEquals(shaken.url.href, `${APP}/page`);
    assertEquals(shaken.hops.length, 3);
    assertEquals(told(shaken), ADA);
  });

  it("give cookies for a nonce once", async () => {
    const { emulator } = await open();
    const { fetch, origin, secretKey } = emulator;
    const shaken = await fetch(
      `${origin}/v1/client/handshake?redirect_url=${APP}&format=nonce`,
    );
    const nonce = new URL(shaken.headers.get("location") ?? "")
      .searchParams.get("__clerk_handshake_nonce");
    const statuses: number[] = [];
    for (let i = 0; i < 2; i++) {
      const { status } = await fetch(
        `${origin}/v1/clients/handshake_payload?nonce=${nonce}`,
        { headers: { authorization: `Bearer ${secretKey}` } },
      );
      statuses.push(status);
    }
    assertEquals(statuses, [200, 404]);
  });

  it("follow the organization that the app's URL names", async () => {
    const { browser, signIn } = await open();
    await signIn("user_1");
    const page = encodeURIComponent(`${APP}/page`);
    const handshake = `${FAPI}/v1/client/handshake?redirect_url=${page}` +
      "&format=nonce&organization_id=";
    for (
      const [name, orgId] of [
        ["engines", "org_1"],
        ["", null],
        ["org_1", "org_1"],
        ["org_of_others", "org_1"],
      ]
    ) {
      const back = await browser.visit(handshake + name);
      assertEquals([name, told(back)], [name, { ...ADA, orgId }]);
    }
  });

  it("let a user in who is new", async () => {
    const { browser, emulator } = await open();
    const created: unknown[] = [];
    emulator.webhooks.on("user.created", (_, { data }) => {
      created.push(data.first_name);
    });
    const page = await browser.visit(
      `${FAPI}/sign-up?redirect_url=${encodeURIComponent(`${APP}/page`)}`,
    );
    const taken = await browser.press(page, "Create account", {
      email_address: "ada@example.com",
      first_name: "<b>Eve</b>",
    });
    assertEquals(taken.status, 422);
    assertMatch(taken.text, /role="alert"[^<]*>[^<]*taken/);
    assertMatch(taken.text, /value="&lt;b&gt;Eve&lt;\/b&gt;"/);
    const back = await browser.press(taken, "Create account", {
      email_address: "radia@example.com",
      first_name: "Radia",
    });
    assertEquals(told(back).status, "signed-in");
    await emulator.webhooks.delivered();
    assertEquals(created, ["Radia"]);
  });

  it("let a user in by a ticket, once", async () => {
    const { browser, emulator } = await open();
    const ticket = await emulator.tokens.ticket("user_1", { orgId: "org_1" });
    const url = `${FAPI}/v1/tickets/accept?ticket=${ticket}&redirect_url=${
      encodeURIComponent(`${APP}/page`)
    }`;
    assertEquals(told(await browser.visit(url)), { ...ADA, orgId: "org_1" });
    assertEquals((await browser.visit(url)).status, 400);
  });

  it("begin anew when the emulator has forgotten the browser", async () => {
    const { browser, signIn, emulator } = await open();
    await signIn("user_1");
    await emulator.reset();
    emulator.clock.advance("70s");
    assertEquals(told(await browser.visit(`${APP}/page`)), SIGNED_OUT);
    assertEquals(told(await signIn("user_1")), ADA);
  });

  it("go on from where a snapshot was taken", async () => {
    const { browser, signIn, emulator } = await open();
    await signIn("user_1");
    const snapshot = JSON.parse(JSON.stringify(emulator.snapshot()));
    await emulator.reset({ reseed: false });
    emulator.restore(snapshot);
    const page = encodeURIComponent(`${APP}/page`);
    const back = await browser.visit(
      `${FAPI}/v1/client/handshake?redirect_url=${page}&format=nonce`,
    );
    assertEquals(told(back), ADA);
  });
});
