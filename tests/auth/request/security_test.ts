import { assert, assertEquals } from "@std/assert";
import { afterEach, beforeEach, describe, it } from "@std/testing/bdd";
import {
  assertState,
  createBackend,
  createFlavours,
  FAPI,
  holdHost,
  keyOf,
  live,
  requestOf,
  sign,
  suffixOf,
  T0,
} from "./harness.ts";

/** The numbers are those of the security cases in the project's list. */
describe("security of request authentication", () => {
  const backend = createBackend();
  let host: ReturnType<typeof holdHost>;
  beforeEach(() => {
    host = holdHost();
  });
  afterEach(() => host.release());

  for (const flavour of createFlavours(backend)) {
    const { name } = flavour;

    it(`${name} 1: headers of Clerk's in a request are not believed`, async () => {
      const token = await sign();
      const state = await flavour.authenticate(
        requestOf({
          headers: {
            "x-clerk-auth-status": "signed-in",
            "x-clerk-auth-token": token,
            "x-clerk-auth-reason": "x",
            "x-clerk-auth-signature": token,
            "x-clerk-clerk-url": "https://evil.example",
            "x-clerk-redirect-to": "https://evil.example",
            "x-clerk-request-data": token,
          },
        }),
        {},
        live,
      );
      assertState(flavour, state, {
        status: "signed-out",
        reason: "session-token-and-uat-missing",
        location: null,
      });
    });

    for (
      const sid of [
        "../users/user_1",
        "..",
        "a/b?c#d",
        "%2e%2e%2fusers",
        "x@evil.example",
        "//evil.example",
        "a\nb",
      ]
    ) {
      it(`${name} 3: the session ${JSON.stringify(sid)} reaches no other operation`, async () => {
        backend.sent.length = 0;
        const suffix = await suffixOf(keyOf("live"));
        const __session = await sign({ sid, exp: T0 - 60, iat: T0 - 120 });
        const state = await flavour.authenticate(
          requestOf({
            cookies: {
              __session,
              __client_uat: 5,
              [`__refresh_${suffix}`]: "r",
            },
          }),
          {},
          live,
        );
        assertEquals(state.status, "handshake");
        for (const { url } of backend.sent) {
          if (url.endsWith("/jwks")) continue;
          const { origin, pathname } = new URL(url);
          assertEquals(origin, "https://api.clerk.test");
          assert(/^\/v1\/sessions\/[^/]+\/refresh$/.test(pathname), pathname);
        }
      });
    }

    it(`${name} 5: two instances with one kid do not share keys`, async () => {
      const token = await sign();
      const other = await sign({}, {}, true);
      const request = (text: string) =>
        requestOf({ headers: { authorization: `Bearer ${text}` } });
      const [first, second] = await Promise.all([
        flavour.authenticate(request(token)),
        flavour.authenticate(request(other)),
      ]);
      assertEquals(first.status, "signed-in");
      assertEquals(second.reason, "token-invalid-signature");
    });

    const PARTIES = [
      ["https://app.example", ["https://app.example"], true],
      ["https://app.example", ["https://app.example.evil.com"], false],
      ["https://app.example.evil.com", ["https://app.example"], false],
      ["HTTPS://APP.EXAMPLE", ["https://app.example"], false],
      ["null", ["https://app.example"], false],
    ] as const;
    for (const [azp, authorizedParties, isGood] of PARTIES) {
      it(`${name} 7: azp ${azp} for ${authorizedParties}`, async () => {
        for (const isHeader of [true, false]) {
          const token = await sign({ azp });
          const state = await flavour.authenticate(
            requestOf(
              isHeader ? { headers: { authorization: `Bearer ${token}` } } : {
                cookies: { __session: token, __client_uat: T0 },
              },
            ),
            { authorizedParties },
            live,
          );
          const reason = isGood ? null : "token-invalid-authorized-parties";
          assertEquals(state.reason, reason);
        }
      });
    }

    it(`${name} 9: of cookies with one name the first counts`, async () => {
      const token = await sign();
      const other = await sign({ sub: "user_other" });
      const request = (cookie: string) =>
        new Request("https://example.com/", {
          headers: { "sec-fetch-dest": "document", cookie },
        });
      const run = async (cookie: string) =>
        (await flavour.authenticate(request(cookie), {}, live)).token;
      const uat = `__client_uat=${T0}`;
      assertEquals(
        await run(`__session=${token}; __session=${other}; ${uat}`),
        token,
      );
      assertEquals(
        await run(`x__session=${other}; ${uat}; __session=${token}`),
        token,
      );
      assertEquals(
        await run(`__session2=${other};${uat};__session=${token}`),
        token,
      );
      assertEquals(
        await run(`__Session=${other};${uat};__session=${token}`),
        token,
      );
      assertEquals(
        await run(`;; =;a;__session;${uat}; __session=${token};`),
        token,
      );
      assertEquals(await run(`a="; __session=${token}"; ${uat}`), null);
      assertEquals(await run(`a=b, __session=${token}; ${uat}`), null);
    });

    const CLAIMS = [
      { iss: ["https://a"] },
      { iss: {} },
      { iat: "x" },
      { iat: null },
      { exp: "9999999999" },
      { exp: null },
      { sid: 5 },
      { sub: [] },
      { azp: {} },
      { ["__proto__"]: { sub: "user_evil" } },
    ];
    for (const claims of CLAIMS) {
      it(`${name} 9: claims of the wrong type: ${JSON.stringify(claims)}`, async () => {
        const token = await sign(claims);
        const state = await flavour.authenticate(
          requestOf({ cookies: { __session: token, __client_uat: T0 - 5 } }),
          {},
          live,
        );
        assert(["signed-in", "signed-out", "handshake"].includes(state.status));
        const auth = JSON.parse(JSON.stringify(state.toAuth()));
        assert(auth?.userId !== "user_evil");
        assert(typeof (auth?.userId ?? "") === "string");
      });
    }

    const ORIGINS = [
      { url: "http://clerk.com//evil.example/x", headers: {} },
      { url: "http://clerk.com/\\evil.example/x", headers: {} },
      { url: "http://clerk.com/@evil.example/x", headers: {} },
      {
        url: "http://clerk.com/x",
        headers: { "x-forwarded-proto": "javascript" },
      },
      {
        url: "http://clerk.com/x",
        headers: { "x-forwarded-proto": "https://evil.example/?" },
      },
      {
        url: "http://clerk.com/x",
        headers: { "x-forwarded-host": "example.com@evil.example" },
      },
      {
        url: "http://clerk.com/x",
        headers: { "x-forwarded-host": "evil.example/x" },
      },
      {
        url: "http://clerk.com/x",
        headers: { "x-forwarded-host": "evil.example?x" },
      },
      {
        url: "http://clerk.com/x",
        headers: { "x-forwarded-host": "evil.example#x" },
      },
      { url: "http://clerk.com/x", headers: { "x-forwarded-host": "" } },
      {
        url:
          "http://clerk.com/?__clerk_hs_reason=x&redirect_url=https://evil.example",
        headers: {},
      },
    ];
    for (const { url, headers } of ORIGINS) {
      it(`${name} 20: ${url} ${JSON.stringify(headers)} leads nowhere else`, async () => {
        const state = await flavour.authenticate(requestOf({ url, headers }));
        assertEquals(state.status, "handshake");
        const location = new URL(state.headers.get("location") ?? "");
        assertEquals(location.origin, `https://${FAPI}`);
        assertEquals(location.searchParams.getAll("redirect_url").length, 1);
        const back = new URL(location.searchParams.get("redirect_url") ?? "");
        assert(
          ["http://example.com", "http://clerk.com"].includes(back.origin),
          back.href,
        );
        assertEquals(back.username, "");
      });

      it(`${name} 20: ${url} ${JSON.stringify(headers)} comes back to itself`, async () => {
        const nonce = `${url}${
          url.includes("?") ? "&" : "?"
        }__clerk_handshake_nonce=x`;
        const state = await flavour.authenticate(
          requestOf({ url: nonce, headers }),
        );
        const back = new URL(state.headers.get("location") ?? "");
        assert(
          ["http://example.com", "http://clerk.com"].includes(back.origin),
        );
      });
    }

    it(`${name} 20: nothing that is echoed makes a header`, async () => {
      const evil = "%0d%0ax-evil: 1";
      const state = await flavour.authenticate(
        requestOf({
          url: `http://clerk.com/x?a=${evil}&__clerk_db_jwt=${evil}`,
          cookies: { __clerk_db_jwt: evil, __session: evil },
        }),
      );
      assertEquals(state.status, "handshake");
      assertEquals(state.headers.get("x-evil"), null);
      assertEquals(/[\r\n]/.test(state.headers.get("location") ?? ""), false);
    });

    it(`${name} 20: in production no parameter names where to go`, async () => {
      const state = await flavour.authenticate(
        requestOf({
          url: "http://clerk.com/?__clerk_redirect_url=https://evil.example",
          cookies: { __client_uat: 5 },
        }),
        {},
        live,
      );
      const location = new URL(state.headers.get("location") ?? "");
      assertEquals(location.origin, `https://${FAPI}`);
    });
  }

  it("6: a machine's or a template's token in a cookie reaches no key", async () => {
    backend.sent.length = 0;
    const [ours] = createFlavours(backend);
    const tokens = [
      await sign({ sub: "mch_1" }),
      await sign({ sub: "mch_1" }, { cat: "cl_B7d4PD333AAA" }),
      await sign({}, { cat: "cl_B7d4PD333AAA" }),
      await sign({}, { cat: "cl_B7d4PD222AAA" }),
      await sign({ sid: undefined }),
      await sign({}, { typ: "at+jwt" }),
      await sign({}, { cat: "cl_unknown" }),
    ];
    for (const __session of tokens) {
      const state = await ours?.authenticate(
        requestOf({ cookies: { __session, __client_uat: T0 } }),
        { acceptsToken: "any" },
        live,
      );
      assertEquals(state?.reason, "token-type-mismatch");
    }
    assertEquals(backend.sent, []);
  });

  it("8: the portal of another instance is elsewhere, in production", async () => {
    const [ours] = createFlavours(backend);
    const __session = await sign({ iss: "https://clerk.primary.com" });
    const run = (referer: string) =>
      ours?.authenticate(
        requestOf({
          url: "https://primary.com/",
          headers: { host: "primary.com", referer },
          cookies: { __session, __client_uat: T0 },
        }),
        {},
        { ...live, publishableKey: keyOf("live", "clerk.primary.com") },
      );
    assertEquals(
      (await run("https://accounts.primary.com/"))?.status,
      "signed-in",
    );
    assertEquals(
      (await run("https://accounts.attacker.com/"))?.status,
      "handshake",
    );
    assertEquals(
      (await run("https://accounts.primary.com.attacker.com/"))?.status,
      "handshake",
    );
  });
});
