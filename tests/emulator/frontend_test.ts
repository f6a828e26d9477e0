import { assert, assertEquals, assertMatch } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator, type Emulator } from "../../emulator.ts";
import { verifyToken } from "../../mod.ts";
import { call } from "./harness.ts";

const APP = "http://localhost:3000/";

function make(): Promise<Emulator> {
  return createEmulator({
    seed: {
      users: [
        {
          id: "user_1",
          firstName: "Ada",
          emailAddress: ["ada@example.com"],
          privateMetadata: { salary: 1 },
        },
        { id: "user_2", firstName: `<script>alert("x")</script>` },
        { id: "user_3", firstName: "Mallory", banned: true },
      ],
      organizations: [{
        id: "org_1",
        name: "Engines",
        members: [{ userId: "user_1", permissions: ["org:looms:read"] }],
      }],
      redirectUrls: ["https://preview.example.com/callback"],
    },
  });
}

async function ask(
  { fetch, origin }: Emulator,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body?: URLSearchParams,
) {
  const response = await fetch(`${origin}${path}`, {
    method,
    headers,
    ...(body && { body: body.toString() }),
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type") === "application/json";
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson ? JSON.parse(text) : undefined,
  };
}

const to = (url: string) => `redirect_url=${encodeURIComponent(url)}`;

describe("The Frontend API", () => {
  it("names a browser, which then has a client and sessions", async () => {
    const emulator = await make();
    const nobody = await ask(emulator, "GET", "/v1/client");
    assertEquals(nobody.body, { response: null, client: null });
    const { body: { id } } = await ask(emulator, "POST", "/v1/dev_browser");
    assertMatch(id, /^dvb_\w{27}$/);
    const query = `__clerk_db_jwt=${id}`;
    const form = new URLSearchParams({ user_id: "user_1" });
    const done = await ask(emulator, "POST", `/sign-in?${query}`, {}, form);
    assertEquals(done.status, 303);
    const cookie = done.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    for (
      const [path, headers] of [[`?${query}`, {}], ["", { cookie }]] as const
    ) {
      const { body } = await ask(emulator, "GET", `/v1/client${path}`, headers);
      const [session] = body.response.sessions;
      assertEquals(body.response.last_active_session_id, session.id);
      assertEquals(session.user.first_name, "Ada");
      assertEquals(session.user.private_metadata, undefined);
      const { result } = await verifyToken(session.last_active_token.jwt, {
        jwtKey: await emulator.jwtKey,
      });
      assertEquals([result?.sub, result?.sid], ["user_1", session.id]);
    }
  });

  it("makes tokens of the browser's own sessions, for an organization", async () => {
    const emulator = await make();
    const { sessionId, cookies } = await emulator.signIn("user_1");
    const query = `__clerk_db_jwt=${cookies.__clerk_db_jwt}`;
    const path = `/v1/client/sessions/${sessionId}/tokens`;
    const ofOrganization = async (id: string) => {
      const form = new URLSearchParams({ organization_id: id });
      return await ask(emulator, "POST", `${path}?${query}`, {
        origin: "http://localhost:3000",
      }, form);
    };
    const { body } = await ofOrganization("org_1");
    const { result } = await verifyToken(body.jwt, {
      jwtKey: await emulator.jwtKey,
      authorizedParties: ["http://localhost:3000"],
    });
    assertEquals(result?.o, {
      id: "org_1",
      slg: "engines",
      rol: "member",
      per: "read",
      fpm: "1",
    });
    assertEquals((await ofOrganization("org_2")).status, 404);
    const stranger = await ask(emulator, "POST", path);
    assertEquals(stranger.body.errors[0].code, "authentication_invalid");
    const { cookies: others } = await emulator.signIn("user_2");
    const foreign = await ask(
      emulator,
      "POST",
      `${path}?__clerk_db_jwt=${others.__clerk_db_jwt}`,
    );
    assertEquals(foreign.status, 404);
    await call(emulator, "POST", `/sessions/${sessionId}/revoke`);
    assertEquals((await ofOrganization("org_1")).status, 401);
  });

  it("shows the environment and the keys to anybody", async () => {
    const emulator = await make();
    const { body } = await ask(emulator, "GET", "/v1/environment");
    assertEquals(
      body.display_config.sign_in_url,
      `${emulator.origin}/sign-in`,
    );
    const keys = await ask(emulator, "GET", "/.well-known/jwks.json");
    assertEquals(keys.body.keys.length, 1);
  });

  it("sends browsers to this machine and to listed origins alone", async () => {
    const emulator = await make();
    const statusOf = async (url: string) => {
      const path = `/v1/client/handshake?${to(url)}`;
      return (await ask(emulator, "GET", path)).status;
    };
    for (
      const url of [
        APP,
        "https://app.localhost/x",
        "http://127.0.0.1:8080/",
        "http://[::1]/",
        "https://preview.example.com/other",
      ]
    ) assertEquals([url, await statusOf(url)], [url, 307]);
    for (
      const url of [
        "https://example.com/",
        "https://localhost.example.com/",
        "http://preview.example.com/callback",
        "http://localhost@example.com/",
        "http://user@localhost/",
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.com/",
        "/page",
        "",
      ]
    ) assertEquals([url, await statusOf(url)], [url, 422]);
  });

  it("refuses tickets that are used, over or unknown", async () => {
    const emulator = await make();
    const accept = async (ticket: string) =>
      (await ask(emulator, "GET", `/v1/tickets/accept?ticket=${ticket}`))
        .body?.errors[0].code;
    const ticket = await emulator.tokens.ticket("user_1");
    assertEquals(await accept(ticket), undefined);
    assertEquals(await accept(ticket), "sign_in_token_already_used_code");
    const [used] = emulator.snapshot().tables.signInTokens ?? [];
    assertEquals(Object(used).status, "accepted");
    assertEquals(await accept("nonsense"), "ticket_invalid_code");
    for (
      const [path, body, code] of [
        [
          "/sign_in_tokens",
          { user_id: "user_1" },
          "sign_in_token_revoked_code",
        ],
        [
          "/actor_tokens",
          { user_id: "user_1", actor: { sub: "user_2" } },
          "actor_token_revoked_code",
        ],
      ] as const
    ) {
      const made = (await call(emulator, "POST", path, body)).body;
      await call(emulator, "POST", `${path}/${made.id}/revoke`);
      assertEquals(await accept(made.token), code);
    }
    const short = await emulator.tokens.ticket("user_1", { expiresIn: "1m" });
    emulator.clock.advance("2m");
    assertEquals(await accept(short), "ticket_expired_code");
    const banned = await emulator.tokens.ticket("user_3");
    assertEquals(await accept(banned), "form_param_value_invalid");
  });

  it("signs an actor in as somebody else", async () => {
    const emulator = await make();
    const { body: token } = await call(emulator, "POST", "/actor_tokens", {
      user_id: "user_1",
      actor: { sub: "user_2" },
    });
    const { pathname, search } = new URL(token.url);
    const done = await ask(emulator, "GET", pathname + search);
    assertEquals(done.status, 303);
    const [session] =
      (await call(emulator, "GET", "/sessions?user_id=user_1")).body;
    assertEquals(session.actor.sub, "user_2");
  });
});

describe("The pages", () => {
  const PAGES = ["/", "/sign-in", "/sign-up", "/user", "/organization"];

  it("are of the emulator, run no scripts and tell nobody where they are", async () => {
    const emulator = await make();
    const { cookies } = await emulator.signIn("user_1");
    for (const path of [...PAGES, "/sign-out"]) {
      for (const query of ["", `__clerk_db_jwt=${cookies.__clerk_db_jwt}`]) {
        const { status, headers, text } = await ask(
          emulator,
          "GET",
          `${path}?${query}`,
        );
        assertEquals([path, status], [path, 200]);
        assertEquals(headers.get("content-type"), "text/html; charset=utf-8");
        assertEquals(headers.get("referrer-policy"), "no-referrer");
        assertEquals(headers.get("x-clerk-emulator"), "1");
        assertMatch(
          headers.get("content-security-policy") ?? "",
          /^default-src 'none';/,
        );
        assertMatch(text, /<html lang="en">/);
        assertMatch(text, /<header class="banner">\n<strong>Emulator\./);
        assert(
          !/<script|javascript:|https?:\/\/(?!127\.|localhost)/.test(text),
        );
      }
    }
  });

  it("label what can be filled in, and name every list", async () => {
    const emulator = await make();
    for (const path of ["/sign-up", "/sign-in?q=a"]) {
      const { text } = await ask(emulator, "GET", path);
      const inputs = [...text.matchAll(/<input\b[^>]*>/g)].map(([tag]) => tag)
        .filter((tag) => !tag.includes('type="hidden"'));
      assert(inputs.length > 0);
      for (const tag of inputs) {
        const id = /\bid="([^"]+)"/.exec(tag)?.[1];
        assert(text.includes(`for="${id}"`), `${path}: ${tag} has no label`);
      }
    }
  });

  it("show what users are called as text", async () => {
    const emulator = await make();
    const { text } = await ask(emulator, "GET", "/sign-in");
    assert(text.includes("&lt;script&gt;"));
    const search = await ask(
      emulator,
      "GET",
      `/sign-in?q=${encodeURIComponent('"><b>')}`,
    );
    assert(search.text.includes("&quot;&gt;&lt;b&gt;"));
    assert(!search.text.includes("<b>"));
  });

  it("find users, and say who cannot sign in", async () => {
    const emulator = await make();
    const found = await ask(emulator, "GET", "/sign-in?q=mallory");
    assertMatch(found.text, /value="user_3" disabled/);
    assert(!found.text.includes("user_1"));
    const form = new URLSearchParams({ user_id: "user_3" });
    const refused = await ask(emulator, "POST", "/sign-in", {}, form);
    assertEquals(refused.status, 422);
    assertMatch(refused.text, /role="alert">[^<]*The user user_3 is banned/);
    const nobody = await ask(emulator, "GET", "/sign-in?q=zebra");
    assertMatch(nobody.text, /Nobody was found/);
  });

  it("take nothing from pages of other sites", async () => {
    const emulator = await make();
    const form = new URLSearchParams({ user_id: "user_1" });
    for (
      const headers of [
        { "sec-fetch-site": "cross-site" },
        { "sec-fetch-site": "same-site", origin: "http://127.0.0.1:3000" },
        { origin: "https://example.com" },
      ]
    ) {
      for (
        const path of ["/sign-in", "/sign-up", "/sign-out", "/organization"]
      ) {
        const { status } = await ask(emulator, "POST", path, headers, form);
        assertEquals([path, status], [path, 403]);
      }
    }
    const own = { "sec-fetch-site": "same-origin", origin: "null" };
    assertEquals(
      (await ask(emulator, "POST", "/sign-in", own, form)).status,
      303,
    );
  });

  it("send nobody elsewhere", async () => {
    const emulator = await make();
    for (const path of [...PAGES, "/sign-out"]) {
      const { status, text } = await ask(
        emulator,
        "GET",
        `${path}?${to("https://example.com/")}`,
      );
      assertEquals([path, status], [path, 422]);
      assertMatch(text, /redirect_url must be/);
    }
    const named = `/sign-in?${to("http://:password@localhost/")}`;
    assertEquals((await ask(emulator, "GET", named)).status, 422);
  });
});
